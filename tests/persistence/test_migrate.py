"""Migrations and models agree, and a migration happens whole or not at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from assessor.domain.errors import WorkspaceDamaged, WorkspaceTooNew
from assessor.persistence.database import open_engine
from assessor.persistence.migrate import (
    HEAD,
    STEPS,
    BrokenReferences,
    Steps,
    alembic_config,
    is_outdated,
    schema_revision,
    upgrade,
)
from assessor.persistence.schema import METADATA
from tests.persistence.conftest import NEXT


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """A file that all migrations, and nothing else, have made."""
    path = tmp_path / "migrated.sqlite"
    path.touch()
    upgrade(path)
    return path


def schema_of(path: Path) -> dict[str, str]:
    """Return the SQL of every table and index, spaces apart."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {name: " ".join(sql.split()) for name, sql in rows}


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def tell(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_migrations_lead_to_the_models(migrated: Path) -> None:
    engine = open_engine(migrated)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()

    assert differences == []


def test_a_migrated_file_is_letter_for_letter_like_a_new_one(
    migrated: Path, workspace: Path
) -> None:
    assert schema_of(migrated) == schema_of(workspace)


def test_the_revisions_named_are_those_that_stand_in_the_folder(migrated: Path) -> None:
    engine = open_engine(migrated)
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
    engine.dispose()

    assert tuple(each.revision for each in scripts.walk_revisions())[::-1] == STEPS.revisions


def test_a_new_workspace_is_of_the_newest_revision(workspace: Path) -> None:
    assert schema_revision(workspace) == HEAD
    assert not is_outdated(workspace)


def test_a_migration_keeps_the_rows_that_refer_to_an_altered_table(
    workspace: Path, next_release: Callable[..., Steps]
) -> None:
    upgrade(workspace, next_release())

    assert schema_revision(workspace) == NEXT
    assert ask(workspace, "SELECT id, title FROM assessor") == [("A", "none")]
    assert ask(workspace, "SELECT assessor_id FROM assessment") == [("A",)]
    assert ask(workspace, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ("    raise ZeroDivisionError", ZeroDivisionError),
        ("    op.execute(\"DELETE FROM assessor WHERE id = 'A'\")", BrokenReferences),
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    workspace: Path, next_release: Callable[..., Steps], more: str, error: type[Exception]
) -> None:
    before = workspace.read_bytes()

    with pytest.raises(error):
        upgrade(workspace, next_release(more))

    assert workspace.read_bytes() == before
    assert [file.name for file in workspace.parent.glob("round.sqlite-*")] == []


def test_a_newer_release_is_recognised(workspace: Path) -> None:
    tell(workspace, "UPDATE alembic_version SET version_num = '0999'")

    with pytest.raises(WorkspaceTooNew) as caught:
        is_outdated(workspace)

    assert caught.value.revision == "0999"


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_workspace_without_a_revision_is_damaged(workspace: Path, statement: str) -> None:
    tell(workspace, statement)

    with pytest.raises(WorkspaceDamaged):
        schema_revision(workspace)
