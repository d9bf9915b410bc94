"""A damaged workspace is set aside, never overwritten, and a backup takes its place."""

import datetime as dt
from pathlib import Path

import pytest

from assessor.domain.errors import WorkspaceDamaged, WorkspaceExists, WorkspaceInUse
from assessor.persistence.backup import Occasion, back_up, backup_path, daily_backup
from assessor.persistence.database import Database
from assessor.persistence.recovery import recover, restore, set_aside
from assessor.persistence.sqlite_file import sidecars
from assessor.persistence.workspace_file import open_database
from tests.persistence.conftest import settings_in
from tests.persistence.filling import NOW, clock


@pytest.fixture
def backup(workspace: Path) -> Path:
    """A good backup of the workspace."""
    made = daily_backup(workspace, NOW)
    assert made is not None
    return made


def test_setting_aside_keeps_every_byte_under_a_name_that_says_when(workspace: Path) -> None:
    workspace.write_bytes(b"broken")
    for file in sidecars(workspace):
        file.write_text(file.name)

    aside = set_aside(workspace, NOW)

    assert aside.name == "round.sqlite.damaged-20231016-093000"
    assert aside.read_bytes() == b"broken"
    assert [file.read_text() for file in sidecars(aside)] == [
        "round.sqlite-wal",
        "round.sqlite-shm",
    ]
    assert not any(file.exists() for file in (workspace, *sidecars(workspace)))


def test_what_was_set_aside_before_is_not_overwritten(workspace: Path) -> None:
    workspace.write_bytes(b"first")
    first = set_aside(workspace, NOW)
    workspace.write_bytes(b"second")

    second = set_aside(workspace, NOW)

    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")


def test_recovering_puts_the_backup_in_the_damaged_ones_place(
    workspace: Path, backup: Path
) -> None:
    workspace.write_bytes(b"broken")
    sidecars(workspace)[0].write_bytes(b"?" * 100)

    aside = recover(workspace, backup, NOW)

    database = open_database(workspace, clock)
    assert settings_in(database) == {"language"}
    database.close()
    assert aside.read_bytes() == b"broken"
    assert backup.exists()


def test_a_bad_backup_changes_nothing(workspace: Path, backup: Path) -> None:
    workspace.write_bytes(b"broken")
    backup.write_bytes(backup.read_bytes()[:9_000])

    with pytest.raises(WorkspaceDamaged) as caught:
        recover(workspace, backup, NOW)

    assert caught.value.path == backup
    assert sorted(file.name for file in workspace.parent.iterdir()) == [
        "round.sqlite",
        "round.sqlite-backups",
        "round.sqlite.lock",
    ]
    assert workspace.read_bytes() == b"broken"


def test_a_workspace_that_a_window_holds_is_not_recovered(database: Database) -> None:
    backup = backup_path(database.path, NOW, Occasion.MANUAL)
    back_up(database.path, backup)

    with pytest.raises(WorkspaceInUse):
        recover(database.path, backup, NOW)


def test_a_workspace_that_a_window_holds_is_not_set_aside(database: Database) -> None:
    with pytest.raises(WorkspaceInUse):
        set_aside(database.path, NOW)

    assert database.path.exists()


def test_restoring_overwrites_nothing(workspace: Path, backup: Path) -> None:
    before = workspace.read_bytes()

    with pytest.raises(WorkspaceExists):
        restore(backup, workspace)

    assert workspace.read_bytes() == before


def test_the_log_of_a_lost_workspace_is_not_replayed_into_a_new_one(workspace: Path) -> None:
    workspace.unlink()
    sidecars(workspace)[0].write_bytes(b"log")

    open_database(workspace, clock).close()

    aside = workspace.with_name(f"round.sqlite.damaged-{NOW:%Y%m%d-%H%M%S}")
    assert sidecars(aside)[0].read_bytes() == b"log"


def test_a_moment_in_another_time_zone_is_named_in_local_time(workspace: Path) -> None:
    aside = set_aside(workspace, NOW.astimezone(dt.timezone(dt.timedelta(hours=9))))

    assert aside.name == "round.sqlite.damaged-20231016-093000"
