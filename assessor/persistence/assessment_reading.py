"""Rows into records: whole assessments."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import ColumnElement, and_, bindparam, select
from sqlalchemy.orm import Session

from assessor.domain.edits import Subjects
from assessor.domain.ids import AssessmentId, EvidenceId, ParticipantId, ProgrammeId
from assessor.domain.instrument import SCALE
from assessor.domain.records import (
    NO_ANSWER,
    Answer,
    Assessment,
    AssessmentState,
    Evidence,
    NarrativeSection,
)
from assessor.domain.score import AnswerKey, Score
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    EvidenceRow,
    NarrativeRow,
    ParticipantRow,
    ProgrammeNoteRow,
    ProgrammeRow,
    table_of,
)
from assessor.persistence.reading import (
    AnyRow,
    Statement,
    participant_of,
    programmes_of,
    read_assessors,
    select_participants,
    select_programmes,
)

_PLAIN_ANSWERS: Final = {points: Answer(Score(points)) for points in (None, *SCALE)}
"""The answers that are points, or nothing, without a word."""
_BATCH: Final = 400
"""How many ids go into one IN list; SQLite allows at least 999."""


def read_assessment(session: Session, assessment: AssessmentId) -> Assessment:
    """Return one assessment whole; LookupError where it does not exist."""
    found = find_assessment(session, assessment)
    if found is None:
        raise LookupError(assessment)
    return found


def find_assessment(session: Session, assessment: AssessmentId) -> Assessment | None:
    """Return one assessment whole, None where it does not exist."""
    return next(iter(_assessments(session, _ONE, {"assessment": assessment})), None)


def read_answer_again(session: Session, assessment: Assessment, key: AnswerKey) -> Assessment:
    """Return `assessment` with the answer at `key`, its state and revision read again.

    That is all that scoring, noting or marking a question changes. LookupError where the
    assessment does not exist.
    """
    connection = session.connection()
    head = connection.execute(_ONE.assessments, {"assessment": assessment.id}).first()
    if head is None:
        raise LookupError(assessment.id)
    at = {"assessment": assessment.id, "question": key.question}
    said = _answers(connection.execute(_ANSWERS_TO_ONE, at).all())[assessment.id]
    return replace(
        assessment,
        state=AssessmentState(head.state),
        revision=head.revision,
        base_revision=head.base_revision,
        exported_revision=head.exported_revision,
        changed_at=head.changed_at,
        answers={**assessment.answers, key: said.get(key, NO_ANSWER)},
    )


def read_subjects(session: Session, assessment: AssessmentId) -> Subjects:
    """Return all programmes and evidence that the log of an assessment may name."""
    connection = session.connection()
    region = select(AssessmentRow.participant_id).where(AssessmentRow.id == assessment)
    programmes = select(ProgrammeRow.id, ProgrammeRow.name).where(
        ProgrammeRow.participant_id == region.scalar_subquery()
    )
    evidence = select(table_of(EvidenceRow)).where(EvidenceRow.assessment_id == assessment)
    pieces = (_piece(row) for row in connection.execute(evidence))
    return Subjects(
        programmes={ProgrammeId(row.id): row.name for row in connection.execute(programmes)},
        evidence={piece.id: piece for piece in pieces},
    )


def read_assessments(
    session: Session, participants: Iterable[ParticipantId]
) -> dict[ParticipantId, tuple[Assessment, ...]]:
    """Return the assessments that were begun, each panel in the order of the assessors' names.

    Looking at a region begins nothing, so one that was only opened is not among them.
    """
    ids = list(participants)
    panels: defaultdict[ParticipantId, list[Assessment]] = defaultdict(list)
    for start in range(0, len(ids), _BATCH):
        batch = _Statements(
            and_(
                AssessmentRow.participant_id.in_(ids[start : start + _BATCH]),
                AssessmentRow.changed_at.is_not(None),
            )
        )
        for assessment in _assessments(session, batch, {}):
            panels[assessment.participant.id].append(assessment)
    return {
        participant: tuple(sorted(panel, key=lambda one: (one.assessor.name, one.assessor.id)))
        for participant, panel in panels.items()
    }


class _Statements:
    """What reads whole assessments, by one criterion on their rows.

    Built once where the criterion is fixed: building them takes longer than running them.
    """

    def __init__(self, criterion: ColumnElement[bool]) -> None:
        ids = select(AssessmentRow.id).where(criterion)
        panels = select(AssessmentRow.participant_id).where(criterion)
        self.assessments = select(*table_of(AssessmentRow).c).where(criterion)
        self.participants = select_participants(ParticipantRow.id.in_(panels))
        self.programmes = select_programmes(ProgrammeRow.participant_id.in_(panels))
        is_there = ProgrammeRow.is_removed.isnot(True)
        self.answers = (
            select(
                AnswerRow.assessment_id,
                AnswerRow.question,
                AnswerRow.programme_id,
                AnswerRow.points,
                AnswerRow.reason,
                AnswerRow.note,
                AnswerRow.is_marked,
            )
            .outerjoin(ProgrammeRow, ProgrammeRow.id == AnswerRow.programme_id)
            .where(AnswerRow.assessment_id.in_(ids), is_there)
        )
        self.notes = (
            select(table_of(ProgrammeNoteRow))
            .join(ProgrammeRow, ProgrammeRow.id == ProgrammeNoteRow.programme_id)
            .where(ProgrammeNoteRow.assessment_id.in_(ids), ProgrammeRow.is_removed.is_(False))
        )
        self.narratives = select(table_of(NarrativeRow)).where(NarrativeRow.assessment_id.in_(ids))
        self.evidence = (
            select(table_of(EvidenceRow))
            .outerjoin(ProgrammeRow, ProgrammeRow.id == EvidenceRow.programme_id)
            .where(EvidenceRow.assessment_id.in_(ids), EvidenceRow.is_removed.is_(False), is_there)
            .order_by(EvidenceRow.title, EvidenceRow.id)
        )


def _assessments(
    session: Session, statements: _Statements, values: Mapping[str, object]
) -> tuple[Assessment, ...]:
    connection = session.connection()

    def rows_of(statement: Statement) -> Sequence[AnyRow]:
        return connection.execute(statement, values).all()

    participants = {row.id: participant_of(row) for row in rows_of(statements.participants)}
    assessors = {one.id: one for one in read_assessors(session)}
    programmes = programmes_of(rows_of(statements.programmes))
    answers = _answers(rows_of(statements.answers))
    notes = _programme_notes(rows_of(statements.notes))
    narratives = _narratives(rows_of(statements.narratives))
    evidence = _evidence(rows_of(statements.evidence))
    return tuple(
        Assessment(
            id=row.id,
            participant=participants[row.participant_id],
            assessor=assessors[row.assessor_id],
            state=AssessmentState(row.state),
            revision=row.revision,
            base_revision=row.base_revision,
            exported_revision=row.exported_revision,
            changed_at=row.changed_at,
            programmes=programmes[row.participant_id],
            answers=answers[row.id],
            programme_notes=notes[row.id],
            narrative=narratives[row.id],
            evidence=tuple(evidence[row.id]),
        )
        for row in rows_of(statements.assessments)
    )


def _answers(rows: Iterable[AnyRow]) -> defaultdict[str, dict[AnswerKey, Answer]]:
    found: defaultdict[str, dict[AnswerKey, Answer]] = defaultdict(dict)
    for assessment, question, programme, points, reason, note, marked in rows:
        answer = _answer(points, reason, note, marked)
        found[assessment][AnswerKey(question, programme)] = answer
    return found


def _answer(points: int | None, reason: str | None, note: str, is_marked: bool) -> Answer:
    """Most answers are points and nothing else, and those are few different ones."""
    if reason is None and not note and not is_marked:
        return _PLAIN_ANSWERS[points]
    return Answer(Score(points, reason), note, is_marked)


def _programme_notes(rows: Iterable[AnyRow]) -> defaultdict[str, dict[ProgrammeId, str]]:
    found: defaultdict[str, dict[ProgrammeId, str]] = defaultdict(dict)
    for row in rows:
        found[row.assessment_id][ProgrammeId(row.programme_id)] = row.note
    return found


def _narratives(rows: Iterable[AnyRow]) -> defaultdict[str, dict[NarrativeSection, str]]:
    found: defaultdict[str, dict[NarrativeSection, str]] = defaultdict(dict)
    for row in rows:
        found[row.assessment_id][NarrativeSection(row.section)] = row.content
    return found


def _evidence(rows: Iterable[AnyRow]) -> defaultdict[str, list[Evidence]]:
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        found[row.assessment_id].append(_piece(row))
    return found


def _piece(row: AnyRow) -> Evidence:
    return Evidence(
        id=EvidenceId(row.id),
        question=row.question,
        programme=row.programme_id,
        title=row.title,
        link=row.link,
        sha256=row.sha256,
        size=row.size,
    )


_ONE: Final = _Statements(AssessmentRow.id == bindparam("assessment"))
_ANSWERS_TO_ONE: Final = _ONE.answers.where(AnswerRow.question == bindparam("question"))
