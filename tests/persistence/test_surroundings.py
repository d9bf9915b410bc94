"""Every way in which the surroundings fail has a name; a wrong statement has none."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessor.domain.errors import (
    DiskFull,
    FileProblem,
    NotFound,
    NotReadable,
    NotWritable,
    WorkspaceBusy,
    WorkspaceDamaged,
)
from assessor.persistence.sqlite_file import connect
from assessor.persistence.surroundings import database_surroundings, surroundings


def refused(path: Path, code: int) -> FileProblem:
    """Return what becomes of the error `code` of SQLite at `path`."""
    error = sqlite3.OperationalError("as SQLite words it")
    error.sqlite_errorcode = code
    with pytest.raises(FileProblem) as caught, database_surroundings(path):
        raise error
    assert caught.value.path == path
    return caught.value


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY, NotWritable),
        (sqlite3.SQLITE_READONLY_DIRECTORY, NotWritable),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, WorkspaceBusy),
        (sqlite3.SQLITE_CORRUPT_INDEX, WorkspaceDamaged),
        (sqlite3.SQLITE_NOTADB, WorkspaceDamaged),
        (sqlite3.SQLITE_IOERR_READ, NotReadable),
        (sqlite3.SQLITE_IOERR_FSYNC, NotWritable),
        (sqlite3.SQLITE_CANTOPEN, NotReadable),
    ],
)
def test_what_sqlite_refuses_has_a_name(
    workspace: Path, code: int, problem: type[FileProblem]
) -> None:
    assert type(refused(workspace, code)) is problem


def test_a_folder_that_is_no_longer_there_is_no_place_to_write(path: Path) -> None:
    assert type(refused(path, sqlite3.SQLITE_IOERR_WRITE)) is NotWritable


def test_a_missing_database_is_not_found_and_not_created(tmp_path: Path) -> None:
    missing = tmp_path / "none.sqlite"

    with pytest.raises(NotFound), surroundings(missing):
        connect(missing)

    assert list(tmp_path.iterdir()) == []


def test_a_wrong_statement_is_a_mistake_of_the_program(workspace: Path) -> None:
    with (
        closing(connect(workspace)) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        surroundings(workspace),
    ):
        connection.execute("SELECT * FROM no_such")


def test_an_error_about_another_file_passes_through_a_transaction(path: Path) -> None:
    with pytest.raises(PermissionError), database_surroundings(path):
        raise PermissionError(errno.EACCES, "evidence")
