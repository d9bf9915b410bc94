"""Real disks that are too small: nothing half-made, nothing lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.persistence.conftest import ROOT

# In a space of its own even an ordinary user may mount a small disk.
OWN_SPACE = ["unshare", "--user", "--map-root-user", "--mount"]
WORK = """
import datetime as dt, subprocess, sys
from pathlib import Path
from assessor.domain.errors import DiskFull
from assessor.persistence.backup import backups, daily_backup
from assessor.persistence.integrity import defects
from assessor.persistence.models import SettingRow
from assessor.persistence.sqlite_file import sidecars
from assessor.persistence.workspace_file import open_database, open_for_reading
from sqlalchemy import select

folder = Path(sys.argv[1])
path = folder / "round.sqlite"

def clock():
    return dt.datetime.now(dt.UTC)

def fill_up(database, saved):
    for number in range(100):
        with database.transaction() as session:
            session.add(SettingRow(name=str(number), value="x" * 9000))
        saved.add(str(number))
        if number == 5:
            daily_backup(path, clock())
    raise AssertionError("the disk never filled up")

def standing():
    database = open_for_reading(path)
    with database.reading() as session:
        names = set(session.scalars(select(SettingRow.name)))
    database.close()
    return names

def mount(options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)

for size in range(20, 900, 40):
    mount(f"size={size}k")
    saved = set()
    try:
        database = open_database(path, clock)
        try:
            fill_up(database, saved)
        finally:
            database.close()
    except DiskFull:
        pass
    mount("remount,size=5m")
    assert not any(folder.glob("*.new*")) and not any(folder.glob("*/*.part*"))
    for backup in backups(path):
        assert not defects(backup.path)
        assert not any(file.exists() for file in sidecars(backup.path))
    if saved or path.exists():
        assert standing() == saved
        assert not defects(path)
    subprocess.run(["umount", folder], check=True)
"""


def test_a_disk_that_fills_up_at_any_moment_costs_nothing_that_was_saved(tmp_path: Path) -> None:
    tried = shutil.which("unshare") and subprocess.run(
        [*OWN_SPACE, "mount", "-t", "tmpfs", "tmpfs", tmp_path], check=False, capture_output=True
    )
    if not tried or tried.returncode != 0:
        pytest.skip("this system lets nobody mount a small disk")

    done = subprocess.run(
        [*OWN_SPACE, sys.executable, "-c", WORK, tmp_path],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
