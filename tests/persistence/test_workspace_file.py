"""Opening a workspace, in surroundings kind and unkind."""

import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from assessor.domain.errors import (
    NotReadable,
    NotWritable,
    WorkspaceOutdated,
    WorkspaceTooNew,
)
from assessor.persistence.backup import Occasion, backups, daily_backup
from assessor.persistence.migrate import HEAD, Steps, schema_revision
from assessor.persistence.sqlite_file import backups_folder, sidecars
from assessor.persistence.workspace_file import open_database, open_for_reading
from tests.persistence.conftest import NEXT, add_setting, settings_in
from tests.persistence.filling import NOW, clock

NAMES = ["with spaces", "50% #1", "100%41", "a;b&c=d", "Évaluasi Δ 東京", "[brackets]'quote'"]
NAMES += [] if os.name == "nt" else ["what?.x", 'say "hi"', "back\\slash", "colon:file:"]
LOADED = """
import datetime as dt, sys
from pathlib import Path
from assessor.persistence.workspace_file import open_database

open_database(Path(sys.argv[1]), lambda: dt.datetime.now(dt.UTC)).close()
print(sorted({"alembic", "mako", "openpyxl"} & sys.modules.keys()))
"""


@pytest.fixture
def newer(workspace: Path) -> Path:
    """A workspace that a newer release wrote."""
    with closing(sqlite3.connect(workspace)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    return workspace


def test_a_missing_workspace_is_created_with_its_folder(path: Path) -> None:
    database = open_database(path, clock)

    assert settings_in(database) == set()
    assert database.path == path
    database.close()


def test_a_new_workspace_leaves_nothing_else_behind_but_its_lock(path: Path) -> None:
    open_database(path, clock).close()

    assert sorted(file.name for file in path.parent.iterdir()) == [
        "round.sqlite",
        "round.sqlite.lock",
    ]


def test_scraps_of_a_creation_that_was_killed_are_no_hindrance(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("round.sqlite.new").write_bytes(b"half")
    path.with_name("round.sqlite.new-wal").write_bytes(b"half")

    open_database(path, clock).close()

    assert not path.with_name("round.sqlite.new").exists()
    assert not path.with_name("round.sqlite.new-wal").exists()


def test_what_was_committed_is_there_at_the_next_start(workspace: Path) -> None:
    database = open_database(workspace, clock)
    add_setting(database, "kept")
    database.close()

    again = open_database(workspace, clock)

    assert settings_in(again) == {"language", "kept"}
    again.close()


@pytest.mark.parametrize("name", NAMES)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.sqlite"
    open_database(path, clock).close()
    daily_backup(path, NOW)
    database = open_database(path, clock)
    reader = open_for_reading(path)

    assert settings_in(reader) == settings_in(database)
    assert path.is_file()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    reader.close()
    database.close()


def test_a_relative_path_stays_what_it_was_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(tmp_path)
    database = open_database(Path("round.sqlite"), clock)
    monkeypatch.chdir(elsewhere)

    add_setting(database, "kept")

    assert list(elsewhere.iterdir()) == []
    database.close()


@pytest.mark.parametrize("exists", [True, False], ids=["existing", "new"])
def test_opening_loads_nothing_that_the_first_window_can_do_without(
    path: Path, start: Callable[..., subprocess.Popen[str]], exists: bool
) -> None:
    if exists:
        open_database(path, clock).close()

    process = start(LOADED, path)

    assert process.communicate()[0].strip() == "[]"


def test_an_older_workspace_is_backed_up_and_then_migrated(
    workspace: Path, next_release: Callable[..., Steps]
) -> None:
    open_database(workspace, clock, next_release()).close()

    assert schema_revision(workspace) == NEXT
    [backup] = backups(workspace)
    assert backup.occasion is Occasion.MIGRATION
    assert schema_revision(backup.path) == HEAD


def test_a_failed_migration_lets_go_of_the_workspace(
    workspace: Path, next_release: Callable[..., Steps]
) -> None:
    with pytest.raises(ZeroDivisionError):
        open_database(workspace, clock, next_release("    raise ZeroDivisionError"))

    database = open_database(workspace, clock)
    assert settings_in(database) == {"language"}
    database.close()


def test_an_older_workspace_is_not_migrated_without_a_backup(
    workspace: Path, next_release: Callable[..., Steps]
) -> None:
    backups_folder(workspace).write_bytes(b"in the way")

    with pytest.raises(NotWritable):
        open_database(workspace, clock, next_release())

    assert schema_revision(workspace) == HEAD


def test_an_older_workspace_is_not_migrated_by_reading_it(
    workspace: Path, next_release: Callable[..., Steps]
) -> None:
    before = workspace.read_bytes()

    with pytest.raises(WorkspaceOutdated) as caught:
        open_for_reading(workspace, next_release())

    assert caught.value.revision == HEAD
    assert workspace.read_bytes() == before


def test_a_newer_workspace_is_refused_and_not_touched(newer: Path) -> None:
    before = newer.read_bytes()

    with pytest.raises(WorkspaceTooNew) as to_work:
        open_database(newer, clock)
    with pytest.raises(WorkspaceTooNew) as to_read:
        open_for_reading(newer)

    assert to_work.value.revision == to_read.value.revision == "0999"

    assert newer.read_bytes() == before
    assert not any(file.exists() for file in sidecars(newer))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")

    for path in (file / "round.sqlite", file / "deeper" / "round.sqlite"):
        with pytest.raises(NotWritable) as caught:
            open_database(path, clock)
        assert caught.value.path == path


def test_a_name_too_long_for_the_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        open_database(tmp_path / ("x" * 300), clock)


OrdinaryUser = Callable[[], AbstractContextManager[None]]


def test_a_new_workspace_in_a_write_protected_folder_is_refused(
    open_folder: Path, ordinary_user: OrdinaryUser
) -> None:
    open_folder.chmod(0o555)

    with ordinary_user(), pytest.raises(NotWritable):
        open_database(open_folder / "round.sqlite", clock)

    assert list(open_folder.iterdir()) == []


def test_a_workspace_in_a_write_protected_folder_can_still_be_read(
    open_folder: Path, ordinary_user: OrdinaryUser
) -> None:
    path = open_folder / "round.sqlite"
    database = open_database(path, clock)
    add_setting(database, "kept")
    database.close()
    path.chmod(0o444)
    open_folder.chmod(0o555)

    with ordinary_user():
        reader = open_for_reading(path)
        assert settings_in(reader) == {"kept"}
        reader.close()
        with pytest.raises(NotWritable):
            open_database(path, clock)
        with pytest.raises(NotWritable):
            daily_backup(path, NOW)


def test_a_workspace_that_may_not_be_read_is_named(
    open_folder: Path, ordinary_user: OrdinaryUser
) -> None:
    path = open_folder / "round.sqlite"
    open_database(path, clock).close()
    path.chmod(0o000)

    with ordinary_user():
        with pytest.raises(NotReadable):
            open_for_reading(path)
        with pytest.raises((NotReadable, NotWritable)):
            open_database(path, clock)
