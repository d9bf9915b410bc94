"""The engine of a workspace file: all that is particular to SQLite stands here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

BUSY_TIMEOUT: Final = 5000
"""Milliseconds to wait for another connection's write."""


def open_engine(path: Path) -> Engine:
    """Return an engine on the SQLite file `path`: foreign keys on, WAL, every commit on disk.

    SQLAlchemy's own transaction handling for SQLite would leave DDL outside of transactions, so
    the driver's is switched off and BEGIN is sent here.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)), poolclass=QueuePool, pool_size=4
    )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


class Database:
    """A workspace's sessions: short ones, one transaction each."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers = sessionmaker(
            engine.execution_options(begin="BEGIN IMMEDIATE"), expire_on_commit=False
        )

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Yield a session whose work is committed whole, or not at all when the block raises.

        The write lock is taken at once, so that two threads wait for each other instead of failing.
        """
        with self._writers.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one state of the file and writes nothing."""
        with self._readers() as session:
            yield session

    def close(self) -> None:
        """Let go of the file; the last connection folds the write-ahead log into it."""
        self._engine.dispose()


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = FULL",
        f"busy_timeout = {BUSY_TIMEOUT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
