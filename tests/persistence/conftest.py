"""Real workspace files for the tests of persistence."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessor.persistence.database import Database
from assessor.persistence.migrate import HEAD, STEPS, Steps
from assessor.persistence.models import SettingRow
from assessor.persistence.workspace_file import open_database
from tests.persistence.filling import clock, write

ROOT = Path(__file__).resolve().parents[2]
NEXT = "9999"
STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{HEAD}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assessor", recreate="always") as table:
        table.add_column(sa.Column("title", sa.Text(), nullable=False, server_default="none"))
"""


def settings_in(database: Database) -> set[str]:
    """Return the names of the settings that stand in `database`."""
    with database.reading() as session:
        return {row.name for row in session.query(SettingRow)}


def add_setting(database: Database, name: str) -> None:
    """Commit one setting."""
    with database.transaction() as session:
        session.add(SettingRow(name=name, value=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workspace of a test belongs; no file stands there yet."""
    return tmp_path / "work" / "round.sqlite"


@pytest.fixture
def workspace(path: Path) -> Path:
    """A closed workspace with a row in every table."""
    write(path)
    return path


@pytest.fixture
def database(workspace: Path) -> Iterator[Database]:
    """An open workspace with a row in every table."""
    opened = open_database(workspace, clock)
    yield opened
    opened.close()


@pytest.fixture
def next_release(tmp_path: Path) -> Callable[..., Steps]:
    """Return what makes the steps of a next release: one that alters a table, and `more` code."""

    def make(more: str = "") -> Steps:
        folder = tmp_path / "next release"
        folder.mkdir()
        (folder / "r9999_title.py").write_text(STEP + more, encoding="utf-8")
        return Steps((*STEPS.revisions, NEXT), (*STEPS.folders, folder))

    return make


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return what starts a Python process with some code and arguments; it is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def run(code: str, *arguments: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()
