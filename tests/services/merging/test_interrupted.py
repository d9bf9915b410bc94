"""A merge that is cut off, by a kill or by a full disk: before it or after it, never between."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import BATANG, DENPASAR, surroundings
from tests.services.merging.examples import Colleague, lead_workspace, said_in

ROOT = Path(__file__).resolve().parents[3]
OWN_SPACE = ["unshare", "--user", "--map-root-user", "--mount"]
"""In a space of its own even an ordinary user may mount a small disk."""
KILLED = """
import os, signal, sys
from pathlib import Path
from assessor.services.workspace import open_workspace
from tests.services.examples import surroundings
from tests.services.merging.examples import read

path, folder, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
asked = 0

def is_cancelled():
    global asked
    asked += 1
    if asked > last:
        os.kill(os.getpid(), signal.SIGKILL)
    return False

with open_workspace(path, surroundings("ketua")) as lead:
    lead.merging.merge(read(lead, folder), is_cancelled=is_cancelled)
    os.kill(os.getpid(), signal.SIGKILL)
"""
FULL = """
import shutil, subprocess, sys
from pathlib import Path
from assessor.domain.errors import DiskFull
from assessor.services.workspace import open_workspace
from tests.services.examples import surroundings
from tests.services.merging.examples import read, said_in

path, folder, disk = (Path(one) for one in sys.argv[1:])
here = disk / path.name
ends = set()

def mount(options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk], check=True)

def merged():
    with open_workspace(here, surroundings("ketua")) as lead:
        try:
            lead.merging.merge(read(lead, folder))
        except DiskFull:
            return False
        return True

with open_workspace(path, surroundings("ketua")) as lead:
    before = said_in(lead)
room = path.stat().st_size // 1024
for size in range(2 * room, 3 * room, 32):
    mount("size=40m")
    shutil.copy(path, here)
    mount(f"remount,size={size}k")
    is_merged = False
    try:
        is_merged = merged()
    except DiskFull:
        pass
    mount("remount,size=40m")
    with open_workspace(here, surroundings("ketua")) as lead:
        assert (said_in(lead) != before) is is_merged
        assert bool(lead.merging.batches()) is is_merged
    ends.add(is_merged)
    subprocess.run(["umount", disk], check=True)
assert ends == {False, True}, ends
"""


@pytest.fixture
def sheets(tmp_path: Path, folder: Path) -> Path:
    """Sheets of two regions: the first is written before it is asked about the second."""
    for name, region in (("ayu", DENPASAR), ("budi", BATANG)):
        colleague = Colleague(tmp_path, name, region)
        colleague.score_everything(3)
        colleague.send(folder)
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A lead's workspace that nobody has open."""
    path = tmp_path / "ketua" / "putaran.sqlite"
    lead_workspace(path).close()
    return path


def opened(path: Path) -> Workspace:
    return open_workspace(path, surroundings("ketua"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that Windows does not have")
@pytest.mark.parametrize("last", [0, 1])
def test_a_merge_that_is_killed_half_way_never_was(path: Path, sheets: Path, last: int) -> None:
    with opened(path) as lead:
        before = said_in(lead)

    _kill_after(path, sheets, last)

    with opened(path) as lead:
        assert said_in(lead) == before
        assert lead.merging.batches() == ()
        assert lead.merging.merge(lead.merging.read(lead.merging.find([sheets])).files)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that Windows does not have")
def test_a_merge_that_was_done_before_the_kill_stands_and_can_be_taken_back(
    path: Path, sheets: Path
) -> None:
    with opened(path) as lead:
        before = said_in(lead)

    _kill_after(path, sheets, 1_000)

    with opened(path) as lead:
        (done,) = lead.merging.batches()
        assert done.taken == 2
        lead.merging.undo(1)
        assert said_in(lead) == before


def test_a_disk_that_fills_up_during_a_merge_leaves_all_or_nothing(
    path: Path, sheets: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    tried = shutil.which("unshare") and subprocess.run(
        [*OWN_SPACE, "mount", "-t", "tmpfs", "tmpfs", disk], check=False, capture_output=True
    )
    if not tried or tried.returncode != 0:
        pytest.skip("this system lets nobody mount a small disk")

    done = subprocess.run(
        [*OWN_SPACE, sys.executable, "-c", FULL, str(path), str(sheets), str(disk)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def _kill_after(path: Path, sheets: Path, last: int) -> None:
    command = [sys.executable, "-c", KILLED, str(path), str(sheets), str(last)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
