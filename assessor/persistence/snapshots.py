"""The rows of one assessment as they stand, to be put back exactly; and a content into rows."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from assessor.domain.content import Content, evidence_fact
from assessor.domain.ids import AssessmentId, AssessorId, EvidenceId, ParticipantId, id_from_name
from assessor.domain.records import Answer, Evidence, NarrativeSection
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    EvidenceRow,
    NarrativeRow,
    ProgrammeNoteRow,
    table_of,
)

Snapshot = Mapping[str, Any]
"""JSON: the columns of the assessment, and the rows of each table below it."""

_ASSESSMENT: Final = table_of(AssessmentRow)
_BELOW: Final = tuple(
    table_of(row) for row in (AnswerRow, ProgrammeNoteRow, NarrativeRow, EvidenceRow)
)


_ORDER: Final = frozenset({"id", "question", "programme_id", "section"})


def _rows_of(table: Table) -> tuple[Table, tuple[str, ...], Select[Any]]:
    """Return a table below the assessment, its columns, and what reads them in a fixed order."""
    columns = [column for column in table.c if column.name != "pk"]
    keys = [column for column in columns if column.name in _ORDER]
    wanted = table.c.assessment_id == bindparam("assessment")
    names = tuple(column.name for column in columns)
    return table, names, select(*columns).where(wanted).order_by(*keys)


_HEAD: Final = select(_ASSESSMENT).where(_ASSESSMENT.c.id == bindparam("assessment"))
_BELOW_ROWS: Final = tuple(map(_rows_of, _BELOW))
"""Made once: a season asks for them two thousand times."""


@dataclass(frozen=True, slots=True)
class WrittenAssessment:
    """Whose assessment a content is written into, and what the content does not say."""

    id: AssessmentId
    participant: ParticipantId
    assessor: AssessorId
    exported_revision: int
    changed_at: dt.datetime


def read_snapshot(session: Session, assessment: AssessmentId) -> Snapshot | None:
    """Return all rows of an assessment; None where there is none."""
    connection = session.connection()
    head = connection.execute(_HEAD, {"assessment": assessment}).mappings().first()
    if head is None:
        return None
    moment = head["changed_at"]
    below = {
        table.name: [
            dict(zip(names, row, strict=True))
            for row in connection.execute(statement, {"assessment": assessment})
        ]
        for table, names, statement in _BELOW_ROWS
    }
    return {
        "assessment": {**head, "changed_at": None if moment is None else moment.isoformat()},
        **below,
    }


def snapshot_mark(snapshot: Snapshot | None) -> dict[str, str]:
    """Return a fingerprint of the rows, to see later whether they were touched."""
    text = json.dumps(snapshot, sort_keys=True)
    return {"sha256": hashlib.sha256(text.encode("ascii")).hexdigest()}


def restore_snapshot(session: Session, assessment: AssessmentId, snapshot: Snapshot | None) -> None:
    """Put the rows back as they stood; remove the assessment where there was none."""
    connection = session.connection()
    for table in _BELOW:
        connection.execute(delete(table).where(table.c.assessment_id == assessment))
    if snapshot is None:
        connection.execute(delete(_ASSESSMENT).where(_ASSESSMENT.c.id == assessment))
        return
    head = dict(snapshot["assessment"])
    if head["changed_at"] is not None:
        head["changed_at"] = dt.datetime.fromisoformat(head["changed_at"])
    connection.execute(update(_ASSESSMENT).where(_ASSESSMENT.c.id == assessment).values(head))
    for table in _BELOW:
        if snapshot[table.name]:
            connection.execute(insert(table), snapshot[table.name])


def write_content(session: Session, where: WrittenAssessment, content: Content) -> None:
    """Write `content` into the rows of an assessment in place of what stands there.

    The assessment is begun where there is none. Marks stay: they are private and in no content.
    """
    values = {
        "state": content.state.value,
        "revision": content.revision,
        "base_revision": content.base_revision,
        "exported_revision": where.exported_revision,
        "changed_at": where.changed_at,
    }
    connection = session.connection()
    changed = connection.execute(
        update(_ASSESSMENT).where(_ASSESSMENT.c.id == where.id).values(values)
    )
    marked, known = set[tuple[str, str | None]](), dict[object, str]()
    if changed.rowcount:
        marked, known = _marked(session, where.id), _known_evidence(session, where.id)
        for table in _BELOW:
            connection.execute(delete(table).where(table.c.assessment_id == where.id))
    else:
        owner = {"participant_id": where.participant, "assessor_id": where.assessor}
        connection.execute(insert(_ASSESSMENT), {"id": where.id, **owner, **values})
    _insert(session, AnswerRow, _answer_rows(content, where.id, marked))
    _insert(session, ProgrammeNoteRow, _note_rows(content, where.id))
    _insert(session, NarrativeRow, _narrative_rows(content, where.id))
    _insert(session, EvidenceRow, _evidence_rows(session, content, where.id, known))


def _insert(session: Session, row: type[Any], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.connection().execute(insert(table_of(row)), rows)


def _marked(session: Session, assessment: AssessmentId) -> set[tuple[str, str | None]]:
    statement = select(AnswerRow.question, AnswerRow.programme_id).where(
        AnswerRow.assessment_id == assessment, AnswerRow.is_marked.is_(True)
    )
    return {(row[0], row[1]) for row in session.connection().execute(statement)}


def _known_evidence(session: Session, assessment: AssessmentId) -> dict[object, str]:
    statement = select(table_of(EvidenceRow)).where(EvidenceRow.assessment_id == assessment)
    return {
        (row.question, row.programme_id, row.title, row.link, row.sha256): row.id
        for row in session.connection().execute(statement)
    }


def _answer_rows(
    content: Content, assessment: AssessmentId, marked: set[tuple[str, str | None]]
) -> list[dict[str, Any]]:
    said: dict[tuple[str, str | None], Answer] = {
        (key.question, key.programme): answer for key, answer in content.answers.items()
    }
    return [
        {
            "assessment_id": assessment,
            "question": question,
            "programme_id": programme,
            "points": answer.score.points,
            "reason": answer.score.reason,
            "note": answer.note,
            "is_marked": (question, programme) in marked,
        }
        for (question, programme), answer in {**dict.fromkeys(marked, Answer()), **said}.items()
    ]


def _note_rows(content: Content, assessment: AssessmentId) -> list[dict[str, Any]]:
    return [
        {"assessment_id": assessment, "programme_id": programme, "note": note}
        for programme, note in content.programme_notes.items()
    ]


def _narrative_rows(content: Content, assessment: AssessmentId) -> list[dict[str, Any]]:
    return [
        {"assessment_id": assessment, "section": section.value, "content": "\n".join(items)}
        for section in NarrativeSection
        if (items := content.items(section))
    ]


def _evidence_rows(
    session: Session, content: Content, assessment: AssessmentId, known: Mapping[object, str]
) -> list[dict[str, Any]]:
    """Return the pieces under the ids they have here; a foreign id may be taken already."""
    wanted = {one.id for one in content.evidence}
    taken = set(session.scalars(select(EvidenceRow.id).where(EvidenceRow.id.in_(wanted))))
    once = {evidence_fact(one): one for one in content.evidence}
    return [
        _evidence_row(one, known.get(fact) or _free_id(assessment, one, taken), assessment)
        for fact, one in once.items()
    ]


def _free_id(assessment: AssessmentId, one: Evidence, taken: set[str]) -> str:
    if one.id not in taken:
        return one.id
    return EvidenceId(id_from_name(assessment, "evidence", *map(str, evidence_fact(one))))


def _evidence_row(one: Evidence, own: str, assessment: AssessmentId) -> dict[str, Any]:
    return {
        "id": own,
        "assessment_id": assessment,
        "question": one.question,
        "programme_id": one.programme,
        "title": one.title,
        "link": one.link,
        "sha256": one.sha256,
        "size": one.size,
        "is_removed": False,
    }
