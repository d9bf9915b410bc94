"""The engine and the transactions of a workspace file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from assessor.domain.errors import NotFound, NotReadable, NotWritable, WorkspaceVanished
from assessor.persistence.held import hold
from assessor.persistence.sqlite_file import connect, connect_reading
from assessor.persistence.surroundings import database_surroundings

_OPENED: Final = "opened file"
"""Where a pooled connection remembers which file it has open."""
_SYNCHRONOUS: Final = "synchronous"
"""And here how hastily it commits."""


def open_engine(path: Path, *, foreign_keys: bool = True, journal: str = "WAL") -> Engine:
    """Return an engine on the existing SQLite file `path`: every commit is on disk.

    SQLAlchemy's own transaction handling for SQLite would leave DDL outside of transactions, so
    the driver's is switched off and BEGIN is sent here.
    """

    def prepare(connection: Any, _record: object) -> None:
        # Foreign keys cannot be switched inside a transaction, so it is done here.
        for pragma in (
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            f"journal_mode = {journal}",
            "synchronous = FULL",
        ):
            connection.execute(f"PRAGMA {pragma}")

    engine = _engine(path, lambda: connect(path))
    event.listen(engine, "connect", prepare)
    return engine


def open_reading_engine(path: Path) -> Engine:
    """Return an engine on the existing SQLite file `path` that refuses every write."""
    return _engine(path, lambda: connect_reading(path))


class Database:
    """A workspace's sessions: short ones, one transaction each."""

    def __init__(self, engine: Engine, release: Callable[[], None] = lambda: None) -> None:
        """Take an engine on a file; `release` lets go of whatever guards it, at the very end."""
        self._engine = engine
        self._release = release
        self._path = Path(str(engine.url.database))
        self._let_go = hold(self._path)
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers, self._hasty_writers = (
            sessionmaker(
                engine.execution_options(begin="BEGIN IMMEDIATE", synchronous=level),
                expire_on_commit=False,
            )
            for level in ("FULL", "NORMAL")
        )

    @property
    def path(self) -> Path:
        """The workspace's file; its backups and evidence lie in folders beside it."""
        return self._path

    @contextmanager
    def transaction(self, *, is_hasty: bool = False) -> Iterator[Session]:
        """Yield a session whose work is committed whole, or not at all when the block raises.

        A hasty one does not wait for the disk: it outlives the death of the process, but only the
        next one that is not hasty makes it outlive a power failure. The file stays whole in both.

        The write lock is taken at once, so that two threads wait for each other instead of failing.
        Raises a `FileProblem` where the surroundings fail, `WorkspaceVanished` where the path no
        longer leads to the open file: SQLite would go on writing into a file that nobody can find.
        """
        with self._surroundings():
            writers = self._hasty_writers if is_hasty else self._writers
            with writers.begin() as session:
                opened = session.connection().info[_OPENED]
                yield session
                self._require(opened)
            self._require(opened)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one state of the file and writes nothing."""
        with self._surroundings(), self._readers() as session:
            yield session

    def close(self) -> None:
        """Let go of the file; the last connection folds the write-ahead log into it."""
        self._engine.dispose()
        self._let_go()
        self._release()

    @contextmanager
    def _surroundings(self) -> Iterator[None]:
        try:
            with database_surroundings(self._path):
                yield
        except (NotFound, NotReadable, NotWritable):
            _identity(self._path)
            raise

    def _require(self, opened: tuple[int, int]) -> None:
        if _identity(self._path) != opened:
            raise WorkspaceVanished(self._path)


def _engine(path: Path, creator: Callable[[], Any]) -> Engine:
    def remember(_connection: object, record: Any) -> None:
        record.info[_OPENED] = _identity(path)

    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=creator,
        poolclass=QueuePool,
        pool_size=4,
        # The connection used last has the file's pages at hand.
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", remember)
    event.listen(engine, "begin", _begin)
    return engine


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells the file `path` from every other; raises `WorkspaceVanished`."""
    try:
        found = path.stat()
    except OSError as error:
        raise WorkspaceVanished(path) from error
    return found.st_dev, found.st_ino


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    # One connection serves one kind of writer after the other.
    level = options.get("synchronous")
    if level is not None and level != connection.info.get(_SYNCHRONOUS):
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.info[_SYNCHRONOUS] = level
    connection.exec_driver_sql(options.get("begin", "BEGIN"))
