"""A workspace with a row in every table.

    python -m tests.persistence.filling tests/data/released/workspace-VERSION.sqlite

writes the one that each release leaves behind for its successors to open.
"""

import datetime as dt
import sys
from pathlib import Path

from sqlalchemy.orm import Session

from assessor.persistence.merge_models import (
    AliasRow,
    MergeBatchRow,
    MergeEffectRow,
    MergeFileRow,
    ModerationRow,
    SheetVersionRow,
)
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
from assessor.persistence.paper_models import (
    PrintedSummaryRow,
    PublishedResultRow,
    PublishedTableRow,
)
from assessor.persistence.workspace_file import open_database

NOW = dt.datetime(2023, 10, 16, 9, 30).astimezone()


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
    _fill_merging(session)
    _fill_papers(session)


def _fill_merging(session: Session) -> None:
    session.add(
        MergeBatchRow(number=1, at=NOW, assessor_id="A", backup="", undone_at=None, summary={})
    )
    session.flush()
    session.add_all(
        [
            MergeFileRow(
                batch=1,
                name="lembar.xlsx",
                sha256="00",
                kind="new",
                outcome="taken",
                region="Denpasar",
                assessor="Ani",
                revision=1,
                report={},
            ),
            MergeEffectRow(batch=1, kind="assessment", subject="S", before=None, after={}),
            SheetVersionRow(
                assessment_id="S",
                batch=1,
                origin="sheet",
                source="lembar.xlsx",
                revision=1,
                base_revision=0,
                content={},
            ),
            AliasRow(kind="programme", id="Q2", target="Q"),
            ModerationRow(
                participant_id="P",
                question="output.1",
                settled="3.00",
                mean="5/2",
                reason="dibahas",
                assessor_id="A",
                at=NOW,
            ),
        ]
    )


def _fill_papers(session: Session) -> None:
    session.add_all(
        [
            PublishedTableRow(
                id="T",
                year=2019,
                source="lampiran.xlsx",
                instrument_pk=1,
                sha256="00",
                at=NOW,
                assessor_id="A",
                audit={},
            ),
            PrintedSummaryRow(
                code="ABCD-EFGH",
                participant_id="P",
                fingerprint="00",
                basis={},
                at=NOW,
                assessor_id="A",
            ),
        ]
    )
    session.flush()
    session.add(
        PublishedResultRow(
            table_id="T",
            region_id=1,
            final="3.10",
            dimensions={"baseline": "3.00"},
            improvement=None,
        )
    )


def write(path: Path) -> None:
    """Create the workspace `path` with a row in every table."""
    database = open_database(path, clock)
    with database.transaction() as session:
        fill(session)
    database.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
