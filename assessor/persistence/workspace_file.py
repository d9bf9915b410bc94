"""Opening a workspace: lock, create, look for damage, migrate, in the order that loses nothing."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from assessor.domain.errors import WorkspaceOutdated
from assessor.persistence.backup import Occasion, back_up, backup_path
from assessor.persistence.create import create_workspace
from assessor.persistence.database import Database, open_engine, open_reading_engine
from assessor.persistence.integrity import inspect, require_header
from assessor.persistence.lock import lock_workspace
from assessor.persistence.migrate import STEPS, Steps, is_outdated, schema_revision, upgrade
from assessor.persistence.recovery import move_aside
from assessor.persistence.sqlite_file import sidecars
from assessor.persistence.surroundings import surroundings


def open_database(path: Path, clock: Callable[[], datetime], steps: Steps = STEPS) -> Database:
    """Open the workspace `path` for work, alone; create it, with its folder, where none stands.

    A file of an older release is backed up and migrated. Raises a `FileProblem`: in use, damaged,
    no workspace, too new, not writable, no space. A refused file stays as it is.
    Close what is returned, so that the lock is let go.
    """
    path = Path(os.path.realpath(path))
    with surroundings(path), ExitStack() as undo:
        if path.exists():
            # A stranger's file is refused before a lock file is left beside it.
            require_header(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        release = lock_workspace(path)
        undo.callback(release)
        _make_ready(path, clock, steps)
        database = Database(open_engine(path), release)
        undo.callback(database.close)
        _require_writable(database)
        undo.pop_all()
    return database


def open_for_reading(path: Path, steps: Steps = STEPS) -> Database:
    """Open the workspace `path` to read it, whether or not a window has it open.

    Nothing is created or migrated: raises `NotFound` and `WorkspaceOutdated` instead.
    """
    path = Path(os.path.realpath(path))
    inspect(path)
    if is_outdated(path, steps):
        raise WorkspaceOutdated(path, schema_revision(path))
    return Database(open_reading_engine(path))


def _make_ready(path: Path, clock: Callable[[], datetime], steps: Steps) -> None:
    if not path.exists():
        if any(file.exists() for file in sidecars(path)):
            # SQLite would replay the log of a lost file into the new one.
            move_aside(path, clock())
        create_workspace(path)
        return
    inspect(path)
    if is_outdated(path, steps):
        back_up(path, backup_path(path, clock(), Occasion.MIGRATION))
        upgrade(path, steps)


def _require_writable(database: Database) -> None:
    """Notice a file that cannot be written now, not at the first score.

    A BEGIN would not tell: SQLite grants it on a write-protected file and refuses the statement.
    """
    with database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM alembic_version WHERE 0 = 1")
