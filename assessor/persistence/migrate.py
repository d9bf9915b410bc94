"""Steps from one release's workspace file to the next."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessor.domain.errors import WorkspaceDamaged, WorkspaceTooNew
from assessor.persistence.database import open_engine
from assessor.persistence.sqlite_file import connect_untouched
from assessor.persistence.surroundings import surroundings

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

_ENVIRONMENT: Final = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Steps:
    """The revisions in order, oldest first, and the folders in which their steps stand.

    They are named here too, so that a start that has nothing to migrate need not import Alembic.
    """

    revisions: tuple[str, ...]
    folders: tuple[Path, ...]

    @property
    def head(self) -> str:
        """The revision that this release works with."""
        return self.revisions[-1]


STEPS: Final = Steps(("0001", "0002", "0003"), (_ENVIRONMENT / "versions",))
HEAD: Final = STEPS.head


class BrokenReferences(Exception):
    """A migration left rows that point at nothing: a mistake of the program, and undone."""


def schema_revision(path: Path) -> str:
    """Return the revision of the workspace `path`; raises `WorkspaceDamaged` where it has none."""
    with surroundings(path, writing=False):
        connection = connect_untouched(path)
        try:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            raise WorkspaceDamaged(path) from error
        finally:
            connection.close()
    if len(found) != 1:
        raise WorkspaceDamaged(path)
    return str(found[0][0])


def is_outdated(path: Path, steps: Steps = STEPS) -> bool:
    """Tell whether `path` must be migrated; raises `WorkspaceTooNew` for a newer release's file."""
    revision = schema_revision(path)
    if revision not in steps.revisions:
        raise WorkspaceTooNew(path, revision)
    return revision != steps.head


def upgrade(path: Path, steps: Steps = STEPS) -> None:
    """Bring the workspace `path` to the newest revision, whole or not at all.

    Foreign keys are off meanwhile: altering a table in SQLite means dropping it, and enforced they
    would take the rows that refer to it along. They are checked before the commit instead.
    """
    from alembic import command

    with surroundings(path):
        engine = open_engine(path, foreign_keys=False)
        try:
            with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
                command.upgrade(alembic_config(connection, steps), "head")
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise BrokenReferences(broken)
        finally:
            engine.dispose()


def alembic_config(connection: "Connection", steps: Steps = STEPS) -> "Config":
    """Return what `alembic.command` needs to work on `connection`; there is no alembic.ini."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    for option, value in {
        "script_location": str(_ENVIRONMENT),
        "path_separator": "newline",
        "version_locations": "\n".join(map(str, steps.folders)),
    }.items():
        config.set_main_option(option, value.replace("%", "%%"))
    return config
