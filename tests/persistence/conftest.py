"""Real workspace files for the tests of persistence."""

import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from assessor.persistence.database import Database
from assessor.persistence.migrate import STEPS, Steps
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    AssessorRow,
    ChangeRow,
    CohortRow,
    EvidenceRow,
    InstrumentRow,
    NarrativeRow,
    ParticipantRow,
    ProgrammeNoteRow,
    ProgrammeRow,
    RegionCodeRow,
    RegionRow,
    RoundRow,
    SettingRow,
)
from assessor.persistence.workspace_file import open_database

ROOT = Path(__file__).resolve().parents[2]
NOW = dt.datetime(2023, 10, 16, 9, 30).astimezone()
NOBODY = 65534
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assessor", recreate="always") as table:
        table.add_column(sa.Column("title", sa.Text(), nullable=False, server_default="none"))
"""


def clock() -> dt.datetime:
    """Return the moment at which these tests take place."""
    return NOW


def fill(session: Session) -> None:
    """Put one row into every table."""
    session.add_all(
        [
            SettingRow(name="language", value="id"),
            RegionRow(id=1, name="Denpasar", kind="city", province="Bali"),
            AssessorRow(id="A", name="Ani", institution="Universitas Contoh"),
            InstrumentRow(pk=1, instrument_id="sc-2020", checksum="00", definition="[instrument]"),
            RoundRow(
                id="R",
                year=2020,
                stage="",
                name="2020",
                letter_number="1",
                letter_date=None,
                starts_on=dt.date(2020, 11, 23),
                ends_on=None,
                is_demonstration=True,
                created_at=NOW,
            ),
        ]
    )
    session.flush()
    session.add_all(
        [
            RegionCodeRow(regulation="2019", code="51.71", region_id=1),
            CohortRow(pk=1, round_id="R", name="", instrument_pk=1),
        ]
    )
    session.flush()
    session.add(ParticipantRow(id="P", round_id="R", region_id=1, cohort_pk=1, takes_part=True))
    session.flush()
    session.add_all(
        [
            ProgrammeRow(
                id="Q",
                participant_id="P",
                pillar="governance",
                name="Satu Data",
                position=1,
                is_removed=False,
            ),
            AssessmentRow(
                id="S",
                participant_id="P",
                assessor_id="A",
                state="draft",
                revision=1,
                base_revision=0,
                exported_revision=0,
                changed_at=NOW,
            ),
        ]
    )
    session.flush()
    session.add_all(
        [
            AnswerRow(
                assessment_id="S",
                question="output.1",
                points=3,
                note="baik\nsekali",
                is_marked=False,
            ),
            AnswerRow(
                assessment_id="S",
                question="quick.1",
                programme_id="Q",
                points=0,
                note="",
                is_marked=True,
            ),
            ProgrammeNoteRow(assessment_id="S", programme_id="Q", note="lanjutkan"),
            NarrativeRow(assessment_id="S", section="strengths", content="satu\ndua"),
            EvidenceRow(
                id="E",
                assessment_id="S",
                question="output.1",
                title="Laporan",
                link="https://example.org/laporan",
                sha256="",
                size=0,
                is_removed=False,
            ),
            ChangeRow(
                at=NOW,
                assessor_id="A",
                assessment_id="S",
                field="score",
                subject="output.1",
                old=None,
                new=3,
                via="edit",
                standing="done",
            ),
        ]
    )


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
    database = open_database(path, clock)
    with database.transaction() as session:
        fill(session)
    database.close()
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
        (folder / "r0002_title.py").write_text(STEP + more, encoding="utf-8")
        return Steps((*STEPS.revisions, "0002"), (*STEPS.folders, folder))

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


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="assessor test ") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def ordinary_user() -> Callable[[], AbstractContextManager[None]]:
    """Return a context in which permissions count, even where the tests run as root."""
    if sys.platform == "win32":
        pytest.skip("permissions work otherwise on Windows")

    @contextmanager
    def lower() -> Iterator[None]:
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(before)

    return lower
