"""How a SQLite file is reached and moved: address, connections, the files beside it."""

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

APPLICATION_ID: Final = 0x41534B43
"""Stands in the header of every workspace, so that no other program's file is taken for one."""

BUSY_TIMEOUT: Final = 5.0
"""Seconds to wait for another connection's write."""

_NO_ROOM_FOR_A_LOG: Final = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
)


def sidecars(path: Path) -> tuple[Path, Path]:
    """Return where SQLite keeps the write-ahead log and the shared memory of `path`."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def backups_folder(path: Path) -> Path:
    """Return the folder beside the workspace `path` in which its backups lie."""
    return path.with_name(f"{path.name}-backups")


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing database for writing; a missing one is never created.

    BEGIN and COMMIT are left to the caller. Where the file is write-protected SQLite opens it for
    reading and refuses the first write.
    """
    return _open(path, "mode=rw")


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open an existing database, sound enough to be read, for reading.

    Beside another process it can only read: whatever has become of that one's locks, the log that
    it writes stays. Alone, it may fold a left-over write-ahead log into the file when it closes, as
    SQLite always does. Where WAL cannot work, in a write-protected folder or on a full disk, a file
    without a log is read as it lies.
    """
    _log, shared_memory = sidecars(path)
    connection = _open(path, "mode=ro" if shared_memory.exists() else "mode=rw")
    try:
        _read_only(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        log, _ = sidecars(path)
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM_FOR_A_LOG or log.exists():
            raise
        connection = _open(path, "mode=ro&immutable=1")
        _read_only(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_untouched(path: Path) -> sqlite3.Connection:
    """Open an existing database for a look that leaves its bytes, and those of its log, alone."""
    log, _ = sidecars(path)
    return _open(path, "mode=ro") if log.exists() else connect_reading(path)


def put_in_place(staged: Path, target: Path) -> None:
    """Give the closed database `staged` the name `target`, whole and lastingly."""
    staged.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def remove_database(path: Path) -> None:
    """Delete a database that is our own scrap, and the files beside it."""
    for file in (path, *sidecars(path), path.with_name(f"{path.name}-journal")):
        file.unlink(missing_ok=True)


def _open(path: Path, parameters: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{_address(path)}?{parameters}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )


def _address(path: Path) -> str:
    """Return the file: address of `path`; a Windows share keeps its two leading slashes."""
    text = path.absolute().as_posix()
    rooted = text if text.startswith("/") else f"/{text}"
    return f"file://{quote(os.fsencode(rooted), safe='/:')}"


def _read_only(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
