"""Whether a file is a workspace, and whole."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from assessor.domain.errors import NotFound, NotWorkspace, WorkspaceDamaged
from assessor.persistence.held import is_held
from assessor.persistence.sqlite_file import (
    APPLICATION_ID,
    backups_folder,
    connect_untouched,
    sidecars,
)
from assessor.persistence.surroundings import surroundings

_MAGIC: Final = b"SQLite format 3\0"
_HEADER_SIZE: Final = 100
_APPLICATION_ID_AT: Final = slice(68, 72)
_LOG_MAGICS: Final = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_LOG_HEADER_SIZE: Final = 32
_LOG_OF_CHANGES: Final = "change"


def require_header(path: Path) -> None:
    """Raise `NotFound`, `NotWorkspace` or `WorkspaceDamaged` unless `path` begins like one."""
    if not path.is_file():
        raise NotWorkspace(path) if path.exists() else NotFound(path)
    if is_held(path):
        # It was looked at before it was opened, and may not be opened beside SQLite: see `held`.
        return
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise WorkspaceDamaged(path) if _was_workspace(path, header) else NotWorkspace(path)
    if header[_APPLICATION_ID_AT] != APPLICATION_ID.to_bytes(4, "big"):
        raise NotWorkspace(path)


def inspect(path: Path) -> None:
    """Raise `NotFound`, `NotWorkspace` or `WorkspaceDamaged` unless `path` can be opened.

    Quick enough for every start: all tables are walked but the log of changes, which is most of
    the file and which only undo reads. `defects` looks at everything.
    """
    with surroundings(path, writing=False):
        require_header(path)
        _require_log_header(path)
        with closing(connect_untouched(path)) as connection:
            for table in _tables(connection):
                if table != _LOG_OF_CHANGES and _complaints(connection, f"quick_check('{table}')"):
                    raise WorkspaceDamaged(path)


def defects(path: Path) -> tuple[str, ...]:
    """Return what SQLite finds wrong in `path`, in its own words: structure, indexes, references.

    Raises what `inspect` raises for a file that cannot be looked into at all.
    """
    with surroundings(path, writing=False):
        require_header(path)
        _require_log_header(path)
        with closing(connect_untouched(path)) as connection:
            # References cannot be followed through a broken structure.
            return _complaints(connection, "integrity_check") or _broken_references(connection)


def _was_workspace(path: Path, header: bytes) -> bool:
    """Return whether a file without SQLite's header may be what is left of a workspace.

    Empty, zeroed or cut short is how a power failure leaves one; anything else is a letter or a
    spreadsheet that was picked by mistake, unless a workspace of its name was backed up beside it.
    """
    is_remnant = not any(header) or header.startswith(_MAGIC[: len(header)])
    return is_remnant or backups_folder(path).is_dir()


def _require_log_header(path: Path) -> None:
    """Refuse a write-ahead log that SQLite would take for an empty one and write over.

    Zeros are what a power failure leaves of a log that held no commit yet: its header is on disk
    before the first commit is.
    """
    log, _ = sidecars(path)
    if not log.exists():
        return
    with log.open("rb") as file:
        header = file.read(_LOG_HEADER_SIZE)
    is_begun = len(header) == _LOG_HEADER_SIZE and any(header)
    if is_begun and not header.startswith(_LOG_MAGICS):
        raise WorkspaceDamaged(path)


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found]


def _complaints(connection: sqlite3.Connection, check: str) -> tuple[str, ...]:
    """Return what `check` says; where the damage stops SQLite itself, that is the last of it."""
    found: list[str] = []
    try:
        found += (text for (text,) in connection.execute(f"PRAGMA {check}"))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        found.append(str(error))
    return () if found == ["ok"] else tuple(found)


def _broken_references(connection: sqlite3.Connection) -> tuple[str, ...]:
    found = connection.execute("PRAGMA foreign_key_check")
    return tuple(f"{table} {row}: {parent}" for table, row, parent, _ in found)
