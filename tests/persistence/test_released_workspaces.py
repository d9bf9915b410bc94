"""Every workspace that a release ever wrote can still be opened and read whole."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from assessor.persistence.integrity import defects
from assessor.persistence.migrate import HEAD, schema_revision
from assessor.persistence.models import Base
from assessor.persistence.schema import METADATA
from assessor.persistence.workspace_file import open_database
from tests.persistence.conftest import ROOT
from tests.persistence.filling import clock

RELEASED = sorted((ROOT / "tests" / "data" / "released").glob("workspace-*.sqlite"))


def tables_of(path: Path) -> set[str]:
    """Return the tables that a release knew."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in found} & set(METADATA.tables)


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_a_released_workspace_opens_and_every_row_is_read(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "round.sqlite"
    shutil.copyfile(released, path)
    had = tables_of(path)

    database = open_database(path, clock)
    with database.reading() as session:
        read = {
            mapper.class_.__tablename__: len(session.scalars(select(mapper.class_)).all())
            for mapper in Base.registry.mappers
        }
    database.close()

    assert min(read[table] for table in had) >= 1, read
    assert schema_revision(path) == HEAD
    assert defects(path) == ()


def test_the_first_release_is_among_them() -> None:
    assert "workspace-0.1.0" in [file.stem for file in RELEASED]
