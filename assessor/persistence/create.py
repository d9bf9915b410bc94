"""A new, empty workspace file."""

from pathlib import Path
from typing import Final

from assessor.persistence.database import open_engine
from assessor.persistence.migrate import HEAD
from assessor.persistence.schema import METADATA
from assessor.persistence.sqlite_file import APPLICATION_ID, put_in_place, remove_database
from assessor.persistence.surroundings import surroundings

_STAMP: Final = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """CREATE TABLE alembic_version (
        version_num VARCHAR(32) NOT NULL,
        CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
    )""",
    f"INSERT INTO alembic_version VALUES ('{HEAD}')",
)


def create_workspace(path: Path) -> None:
    """Create an empty workspace where no file stands yet; whole, or not at all.

    The tables come from the models, not from the migrations, which a first start need not load:
    a test holds that both come to the same.
    """
    staged = path.with_name(f"{path.name}.new")
    with surroundings(path):
        remove_database(staged)
        try:
            _fill(staged)
            put_in_place(staged, path)
        finally:
            remove_database(staged)


def _fill(staged: Path) -> None:
    staged.touch()
    # With a write-ahead log the file alone would not be whole where the disk fills up on closing.
    engine = open_engine(staged, journal="DELETE")
    try:
        with engine.begin() as connection:
            METADATA.create_all(connection)
            for statement in _STAMP:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()
