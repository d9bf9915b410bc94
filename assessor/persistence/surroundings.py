"""What SQLite and the operating system refuse at a workspace, as errors that a person can mend."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from assessor.domain.errors import (
    DiskFull,
    FileProblem,
    NotReadable,
    NotWritable,
    WorkspaceBusy,
    WorkspaceDamaged,
)
from assessor.domain.file_problems import file_problem

_PROBLEMS: Final[dict[int, type[FileProblem]]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: NotWritable,
    sqlite3.SQLITE_PERM: NotWritable,
    sqlite3.SQLITE_BUSY: WorkspaceBusy,
    sqlite3.SQLITE_LOCKED: WorkspaceBusy,
    sqlite3.SQLITE_CORRUPT: WorkspaceDamaged,
    sqlite3.SQLITE_NOTADB: WorkspaceDamaged,
}
_FAILED_READS: Final = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ})
_SPACE_TO_WORK: Final = 1024 * 1024
"""Bytes: SQLite says only "I/O error" where it finds no room for its logs and shared memory."""


@contextmanager
def surroundings(path: Path, *, writing: bool = True) -> Iterator[None]:
    """Raise a `FileProblem` about `path` where the operating system or SQLite fails within."""
    try:
        with database_surroundings(path):
            yield
    except OSError as error:
        raise file_problem(error, path, writing=writing) from error


@contextmanager
def database_surroundings(path: Path) -> Iterator[None]:
    """Raise a `FileProblem` about `path` where SQLite's surroundings fail within.

    An OSError passes: inside a transaction it may be about quite another file.
    """
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        problem = _database_problem(error, path)
        if problem is None:
            raise
        raise problem from error


def _database_problem(error: sqlite3.Error | DBAPIError, path: Path) -> FileProblem | None:
    """Return what went wrong around the database; None when the statement itself is wrong."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code: int = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    # The low byte is the kind, the rest says more about it.
    kind = code & 0xFF
    if kind in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return _failed_access(path, code)
    return _PROBLEMS[kind](path) if kind in _PROBLEMS else None


def _failed_access(path: Path, code: int) -> FileProblem:
    """Return why a file could not be opened, read or written, of which SQLite says little."""
    is_opening = code & 0xFF == sqlite3.SQLITE_CANTOPEN
    try:
        free = shutil.disk_usage(path.parent).free
        if is_opening:
            path.stat()
    except OSError as error:
        return file_problem(error, path, writing=not is_opening)
    if free < _SPACE_TO_WORK:
        return DiskFull(path)
    return NotReadable(path) if is_opening or code in _FAILED_READS else NotWritable(path)
