"""Which score summaries were printed, in rows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.domain.ids import AssessorId, ParticipantId
from assessor.domain.page_standing import AssessmentHead, Basis
from assessor.persistence.paper_models import PrintedSummaryRow


@dataclass(frozen=True, slots=True)
class PrintedSummary:
    """A page that was printed, and by whom first."""

    code: str
    participant: ParticipantId
    fingerprint: str
    basis: Basis
    at: dt.datetime
    assessor: AssessorId | None


def find_printed(session: Session, code: str) -> PrintedSummary | None:
    """Return the page of a code, None where none was printed from this workspace."""
    row = session.get(PrintedSummaryRow, code)
    return None if row is None else _printed(row)


def read_printed(session: Session, participant: ParticipantId) -> tuple[PrintedSummary, ...]:
    """Return the pages that were printed of a region, in the order of their printing."""
    statement = (
        select(PrintedSummaryRow)
        .where(PrintedSummaryRow.participant_id == participant)
        .order_by(PrintedSummaryRow.at, PrintedSummaryRow.code)
    )
    return tuple(_printed(row) for row in session.scalars(statement))


def add_printed(session: Session, printed: Iterable[PrintedSummary]) -> None:
    """Note pages as printed; those printed before keep their first note."""
    for one in printed:
        if session.get(PrintedSummaryRow, one.code) is None:
            session.add(_row(one))


def _row(printed: PrintedSummary) -> PrintedSummaryRow:
    return PrintedSummaryRow(
        code=printed.code,
        participant_id=printed.participant,
        fingerprint=printed.fingerprint,
        basis=_document(printed.basis),
        at=printed.at,
        assessor_id=printed.assessor,
    )


def _printed(row: PrintedSummaryRow) -> PrintedSummary:
    return PrintedSummary(
        code=row.code,
        participant=ParticipantId(row.participant_id),
        fingerprint=row.fingerprint,
        basis=_basis(row.basis),
        at=row.at,
        assessor=None if row.assessor_id is None else AssessorId(row.assessor_id),
    )


def _document(basis: Basis) -> dict[str, Any]:
    return {
        "assessments": [
            {
                "assessor": head.assessor,
                "name": head.name,
                "revision": head.revision,
                "locked": head.is_locked,
                "changed_at": _text(head.changed_at),
            }
            for head in basis.heads
        ],
        "moderated_at": _text(basis.moderated_at),
        "rank": basis.rank,
        "ranked": basis.ranked,
        "rank_final": basis.is_rank_final,
    }


def _basis(document: dict[str, Any]) -> Basis:
    return Basis(
        heads=tuple(
            AssessmentHead(
                assessor=AssessorId(head["assessor"]),
                name=head["name"],
                revision=head["revision"],
                is_locked=head["locked"],
                changed_at=_time(head["changed_at"]),
            )
            for head in document["assessments"]
        ),
        moderated_at=_time(document["moderated_at"]),
        rank=document["rank"],
        ranked=document["ranked"],
        # Pages printed before ranks were marked say nothing of it.
        is_rank_final=document.get("rank_final", True),
    )


def _text(at: dt.datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _time(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)
