"""One window at a time works on a workspace."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assessor.domain.errors import NotWritable, WorkspaceInUse
from assessor.persistence.database import Database
from assessor.persistence.workspace_file import open_database, open_for_reading
from tests.persistence.conftest import add_setting, settings_in
from tests.persistence.filling import clock

HOLD = """
import datetime as dt, sys
from pathlib import Path
from assessor.persistence.workspace_file import open_database

database = open_database(Path(sys.argv[1]), lambda: dt.datetime.now(dt.UTC))
print("open", flush=True)
sys.stdin.readline()
database.close()
print("closed", flush=True)
sys.stdin.readline()
"""
Start = Callable[..., subprocess.Popen[str]]


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


@pytest.fixture
def holder(workspace: Path, start: Start) -> subprocess.Popen[str]:
    """Another process that has the workspace open."""
    process = start(HOLD, workspace)
    assert hear(process) == "open"
    return process


@pytest.mark.usefixtures("holder")
def test_a_second_start_is_refused_and_told_which_file(workspace: Path) -> None:
    with pytest.raises(WorkspaceInUse) as caught:
        open_database(workspace, clock)

    assert caught.value.path == workspace


def test_the_lock_ends_when_the_workspace_is_closed(
    workspace: Path, holder: subprocess.Popen[str]
) -> None:
    tell(holder)
    assert hear(holder) == "closed"

    open_database(workspace, clock).close()


def test_the_lock_ends_when_its_holder_is_killed(
    workspace: Path, holder: subprocess.Popen[str]
) -> None:
    holder.kill()
    holder.wait()

    open_database(workspace, clock).close()


def test_the_lock_holds_within_one_process_too(database: Database) -> None:
    with pytest.raises(WorkspaceInUse):
        open_database(database.path, clock)


def test_another_name_of_the_same_file_is_locked_too(database: Database) -> None:
    other = database.path.with_name("other name.sqlite")
    try:
        other.symlink_to(database.path)
    except OSError:
        pytest.skip("this system lets nobody make links")

    with pytest.raises(WorkspaceInUse):
        open_database(other, clock)


@pytest.mark.usefixtures("holder")
def test_reading_needs_no_lock(workspace: Path) -> None:
    database = open_for_reading(workspace)

    assert settings_in(database) == {"language"}
    database.close()


def test_a_reader_sees_what_a_window_commits_meanwhile(database: Database) -> None:
    reader = open_for_reading(database.path)
    add_setting(database, "fresh")

    assert "fresh" in settings_in(reader)
    reader.close()


def test_a_lock_that_cannot_be_written_is_named(workspace: Path) -> None:
    lock = workspace.with_name("round.sqlite.lock")
    lock.unlink()
    lock.mkdir()

    with pytest.raises(NotWritable) as caught:
        open_database(workspace, clock)

    assert caught.value.path == workspace
