"""What SQLite and the operating system refuse at a workspace, as errors that a person can mend."""

import errno
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
    NotFound,
    NotReadable,
    NotWritable,
    WorkspaceDamaged,
    WorkspaceInUse,
    WorkspaceVanished,
)
from assessor.domain.file_problems import file_problem

_PROBLEMS: Final[dict[int, type[FileProblem]]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: NotWritable,
    sqlite3.SQLITE_PERM: NotWritable,
    sqlite3.SQLITE_BUSY: WorkspaceInUse,
    sqlite3.SQLITE_LOCKED: WorkspaceInUse,
    sqlite3.SQLITE_CORRUPT: WorkspaceDamaged,
    sqlite3.SQLITE_NOTADB: WorkspaceDamaged,
    sqlite3.SQLITE_CANTOPEN: NotReadable,
    sqlite3.SQLITE_IOERR: NotWritable,
}
_FAILED_READS: Final = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ})
_SPACE_TO_WORK: Final = 64 * 1024
"""Bytes: SQLite's shared memory grows by 32 KiB, and says only "I/O error" where it cannot."""


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
    kind = _PROBLEMS.get(code & 0xFF)
    if kind is NotReadable or code & 0xFF == sqlite3.SQLITE_IOERR:
        return _failed_access(path, code)
    return None if kind is None else kind(path)


def _failed_access(path: Path, code: int) -> FileProblem:
    try:
        path.stat()
        free = shutil.disk_usage(path.parent).free
    except OSError as error:
        if code & 0xFF == sqlite3.SQLITE_IOERR:
            return WorkspaceVanished(path)
        return NotReadable(path) if error.errno == errno.EACCES else NotFound(path)
    if free < _SPACE_TO_WORK:
        return DiskFull(path)
    if code in _FAILED_READS or code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        return NotReadable(path)
    return NotWritable(path)
