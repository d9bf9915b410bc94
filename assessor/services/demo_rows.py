"""Writing invented assessments into the tables, many rows at a time."""

import datetime as dt
from typing import Any, TypeAlias

from sqlalchemy import insert
from sqlalchemy.orm import Session

from assessor.domain.ids import AssessmentId, AssessorId, ParticipantId, assessment_id, id_from_name
from assessor.domain.records import AssessmentState
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    Base,
    EvidenceRow,
    NarrativeRow,
    ProgrammeNoteRow,
    table_of,
)
from assessor.services.demo_scores import DrawnAssessment

Row: TypeAlias = dict[str, Any]


def write_assessment(
    session: Session,
    drawn: DrawnAssessment,
    participant: ParticipantId,
    assessor: AssessorId,
    moment: dt.datetime,
) -> None:
    """Write all that an invented assessor said of a region, as of one moment."""
    own = assessment_id(participant, assessor)
    head: Row = {
        "id": own,
        "participant_id": participant,
        "assessor_id": assessor,
        "state": AssessmentState.FINAL if drawn.is_final else AssessmentState.DRAFT,
        "revision": 1,
        "base_revision": 0,
        "exported_revision": 0,
        "changed_at": moment,
    }
    _insert(session, AssessmentRow, [head])
    _insert(session, AnswerRow, _answers(drawn, own))
    _insert(session, ProgrammeNoteRow, _programme_notes(drawn, own))
    _insert(session, NarrativeRow, _narrative(drawn, own))
    _insert(session, EvidenceRow, _evidence(drawn, own))


def _insert(session: Session, row: type[Base], values: list[Row]) -> None:
    if values:
        session.connection().execute(insert(table_of(row)), values)


def _answers(drawn: DrawnAssessment, own: AssessmentId) -> list[Row]:
    return [
        {
            "assessment_id": own,
            "question": one.key.question,
            "programme_id": one.key.programme,
            "points": one.score.points,
            "reason": one.score.reason,
            "note": one.note,
            "is_marked": one.is_marked,
        }
        for one in drawn.answers
    ]


def _programme_notes(drawn: DrawnAssessment, own: AssessmentId) -> list[Row]:
    return [
        {"assessment_id": own, "programme_id": programme, "note": note}
        for programme, note in drawn.programme_notes.items()
    ]


def _narrative(drawn: DrawnAssessment, own: AssessmentId) -> list[Row]:
    return [
        {"assessment_id": own, "section": section, "content": content}
        for section, content in drawn.narrative.items()
    ]


def _evidence(drawn: DrawnAssessment, own: AssessmentId) -> list[Row]:
    return [
        {
            "id": id_from_name(own, "evidence", index),
            "assessment_id": own,
            "question": question,
            "programme_id": None,
            "title": title,
            "link": link,
            "sha256": "",
            "size": 0,
            "is_removed": False,
        }
        for index, (question, title, link) in enumerate(drawn.links)
    ]
