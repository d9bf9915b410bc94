"""What every transaction on a workspace holds to."""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from assessor.domain.errors import DiskFull, NotWritable, WorkspaceBusy, WorkspaceVanished
from assessor.persistence.database import Database
from assessor.persistence.models import AssessmentRow, RegionRow, SettingRow
from assessor.persistence.workspace_file import open_database, open_for_reading
from tests.persistence.conftest import add_setting, settings_in
from tests.persistence.filling import clock


def pragma(database: Database, name: str) -> object:
    with database.transaction() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()


def delete(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))


def replace(path: Path) -> None:
    other = path.with_name("other.sqlite")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def rename_the_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("unplugged"))


@pytest.mark.parametrize(
    ("name", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2)]
)
def test_every_commit_is_on_disk_and_references_hold(
    database: Database, name: str, value: object
) -> None:
    assert pragma(database, name) == value


def test_a_hasty_commit_waits_for_no_disk_and_leaves_the_next_one_to_wait(
    database: Database,
) -> None:
    with database.transaction(is_hasty=True) as session:
        normal = session.connection().exec_driver_sql("PRAGMA synchronous").scalar_one()
        session.add(SettingRow(name="hasty", value=1))

    assert normal == 1
    assert "hasty" in settings_in(database)
    assert pragma(database, "synchronous") == 2


def test_a_reference_to_nothing_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.transaction() as session:
        session.add(
            AssessmentRow(
                id="T",
                participant_id="nobody",
                assessor_id="A",
                state="draft",
                revision=1,
                base_revision=0,
                exported_revision=0,
            )
        )


def test_a_block_that_fails_leaves_nothing_behind_not_even_a_table(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as session:
            session.connection().exec_driver_sql("CREATE TABLE half (x)")
            session.add(SettingRow(name="half", value=1))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with database.reading() as session:
        tables = session.connection().exec_driver_sql("SELECT name FROM sqlite_master").scalars()
        assert "half" not in tables.all()
    assert "half" not in settings_in(database)


def test_writers_wait_for_each_other(database: Database) -> None:
    def count_up() -> None:
        for _ in range(25):
            with database.transaction() as session:
                row = session.get_one(SettingRow, "count")
                row.value = row.value + 1

    with database.transaction() as session:
        session.add(SettingRow(name="count", value=0))
    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as session:
        assert session.get_one(SettingRow, "count").value == 75


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.reading() as session:
        before = session.query(SettingRow).count()
        add_setting(database, "later")

        assert session.query(SettingRow).count() == before


def test_a_full_disk_is_named_and_what_stood_there_stays(database: Database) -> None:
    def overfill() -> None:
        with database.transaction() as session:
            connection = session.connection()
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
            session.add(RegionRow(id=2, name="x" * 100_000, kind="city", province="Bali"))

    with pytest.raises(DiskFull) as caught:
        overfill()

    assert caught.value.path == database.path
    assert settings_in(database) == {"language"}


def test_a_lock_that_another_program_keeps_is_named(database: Database) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with database.reading() as session:
            session.connection().exec_driver_sql("PRAGMA busy_timeout = 0")

        with pytest.raises(WorkspaceBusy):
            add_setting(database, "late")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in their place")
@pytest.mark.parametrize("vanish", [delete, rename, replace, rename_the_folder])
def test_nothing_is_acknowledged_once_the_file_is_gone(
    database: Database, vanish: Callable[[Path], None]
) -> None:
    vanish(database.path)

    with pytest.raises(WorkspaceVanished) as caught:
        add_setting(database, "lost")

    assert caught.value.path == database.path


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in their place")
def test_a_second_connection_to_a_file_that_is_gone_says_so_and_makes_no_new_one(
    database: Database,
) -> None:
    with database.reading() as first:
        first.query(SettingRow).count()
        database.path.unlink()

        with pytest.raises(WorkspaceVanished):
            settings_in(database)

    assert not database.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in their place")
def test_work_goes_on_when_the_file_comes_back(database: Database) -> None:
    away = database.path.with_name("away.sqlite")
    database.path.rename(away)
    with pytest.raises(WorkspaceVanished):
        add_setting(database, "refused")
    away.rename(database.path)

    add_setting(database, "accepted")

    assert settings_in(database) == {"language", "accepted"}


def test_a_write_to_a_workspace_opened_for_reading_is_refused(workspace: Path) -> None:
    with closing(open_for_reading(workspace)) as database, pytest.raises(NotWritable):
        add_setting(database, "refused")


def test_a_write_protected_file_is_refused_at_once(
    open_folder: Path, ordinary_user: Callable[[], AbstractContextManager[None]]
) -> None:
    path = open_folder / "round.sqlite"
    open_database(path, clock).close()
    path.chmod(0o444)
    open_folder.chmod(0o777)
    path.with_name("round.sqlite.lock").chmod(0o666)

    with ordinary_user(), pytest.raises(NotWritable):
        open_database(path, clock)
