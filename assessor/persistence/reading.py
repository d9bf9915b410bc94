"""Rows into records: rounds, participants and whole assessments."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, select
from sqlalchemy.orm import Session

from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    EvidenceId,
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import SCALE, Pillar
from assessor.domain.records import (
    NO_ANSWER,
    Answer,
    Assessment,
    AssessmentState,
    Assessor,
    Cohort,
    Evidence,
    NarrativeSection,
    Participant,
    Programme,
    Region,
    RegionKind,
    Round,
)
from assessor.domain.score import AnswerKey, Score
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    AssessorRow,
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
    table_of,
)

REGULATION: Final = "Permendagri 72/2019"
"""The regulation whose codes are shown."""

Statement: TypeAlias = Select[*tuple[Any, ...]]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
_PLAIN_ANSWERS: Final = {points: Answer(Score(points)) for points in (None, *SCALE)}
"""The answers that are points, or nothing, without a word."""

_REGION_COLUMNS: Final = (
    RegionRow.id.label("region_id"),
    RegionRow.name.label("region_name"),
    RegionRow.kind,
    RegionRow.province,
    RegionCodeRow.code,
)
_IS_CODE_OF_REGION: Final = and_(
    RegionCodeRow.region_id == RegionRow.id, RegionCodeRow.regulation == REGULATION
)
_PILLARS: Final = {pillar.value: place for place, pillar in enumerate(Pillar)}
_BATCH: Final = 400
"""How many ids go into one IN list; SQLite allows at least 999."""


def read_regions(session: Session) -> tuple[Region, ...]:
    """Return all regions in the order of official tables."""
    statement = select(*_REGION_COLUMNS).join(RegionCodeRow, _IS_CODE_OF_REGION)
    found = (_region(row) for row in session.connection().execute(statement))
    return tuple(sorted(found, key=lambda region: region.table_order))


def read_rounds(session: Session) -> tuple[Round, ...]:
    """Return all rounds, the newest first."""
    return tuple(_round(row) for row in session.connection().execute(_ROUNDS))


def read_round(session: Session, round_id: RoundId) -> Round | None:
    """Return one round, None where there is no such round."""
    return next((one for one in read_rounds(session) if one.id == round_id), None)


def read_assessors(session: Session) -> tuple[Assessor, ...]:
    """Return everybody who scores in this workspace, by name."""
    rows = session.connection().execute(_ASSESSORS)
    return tuple(Assessor(AssessorId(row.id), row.name, row.institution) for row in rows)


def read_participants(session: Session, round_id: RoundId) -> tuple[Participant, ...]:
    """Return a round's regions in the order of official tables."""
    found = _participants(session, ParticipantRow.round_id == round_id)
    return tuple(sorted(found, key=lambda one: one.region.table_order))


def read_participant(session: Session, participant: ParticipantId) -> Participant | None:
    """Return one participant, None where there is no such one."""
    found = _participants(session, ParticipantRow.id == participant)
    return next(iter(found), None)


def read_programmes(session: Session, participant: ParticipantId) -> tuple[Programme, ...]:
    """Return a region's programmes in their order, removed ones left out."""
    statement = _select_programmes(ProgrammeRow.participant_id == participant)
    return _programmes(session.connection().execute(statement).all())[participant]


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


def _participants(session: Session, criterion: ColumnElement[bool]) -> tuple[Participant, ...]:
    rows = session.connection().execute(_select_participants(criterion)).all()
    return tuple(_participant(row) for row in rows)


class _Statements:
    """What reads whole assessments, by one criterion on their rows.

    Built once where the criterion is fixed: building them takes longer than running them.
    """

    def __init__(self, criterion: ColumnElement[bool]) -> None:
        ids = select(AssessmentRow.id).where(criterion)
        panels = select(AssessmentRow.participant_id).where(criterion)
        self.assessments = select(*table_of(AssessmentRow).c).where(criterion)
        self.participants = _select_participants(ParticipantRow.id.in_(panels))
        self.programmes = _select_programmes(ProgrammeRow.participant_id.in_(panels))
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

    participants = {row.id: _participant(row) for row in rows_of(statements.participants)}
    assessors = {one.id: one for one in read_assessors(session)}
    programmes = _programmes(rows_of(statements.programmes))
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


def _programmes(rows: Iterable[AnyRow]) -> defaultdict[str, tuple[Programme, ...]]:
    """Return each region's programmes as the paper lists them: by pillar, then as ordered."""
    found: defaultdict[str, tuple[Programme, ...]] = defaultdict(tuple)
    for row in sorted(rows, key=lambda row: _PILLARS[row.pillar]):
        found[row.participant_id] += (Programme(ProgrammeId(row.id), Pillar(row.pillar), row.name),)
    return found


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
        found[row.assessment_id].append(
            Evidence(
                id=EvidenceId(row.id),
                question=row.question,
                programme=row.programme_id,
                title=row.title,
                link=row.link,
                sha256=row.sha256,
                size=row.size,
            )
        )
    return found


def _select_participants(criterion: ColumnElement[bool]) -> Statement:
    return (
        select(
            ParticipantRow.id,
            ParticipantRow.round_id,
            ParticipantRow.takes_part,
            CohortRow.name.label("cohort"),
            InstrumentRow.instrument_id,
            InstrumentRow.checksum,
            *_REGION_COLUMNS,
        )
        .join(CohortRow, CohortRow.pk == ParticipantRow.cohort_pk)
        .join(InstrumentRow, InstrumentRow.pk == CohortRow.instrument_pk)
        .join(RegionRow, RegionRow.id == ParticipantRow.region_id)
        .join(RegionCodeRow, _IS_CODE_OF_REGION)
        .where(criterion)
    )


def _select_programmes(criterion: ColumnElement[bool]) -> Statement:
    return (
        select(ProgrammeRow.participant_id, ProgrammeRow.id, ProgrammeRow.pillar, ProgrammeRow.name)
        .where(ProgrammeRow.is_removed.is_(False), criterion)
        .order_by(ProgrammeRow.position, ProgrammeRow.id)
    )


def _participant(row: AnyRow) -> Participant:
    return Participant(
        id=ParticipantId(row.id),
        round=RoundId(row.round_id),
        region=_region(row),
        cohort=Cohort(row.cohort, InstrumentId(row.instrument_id), row.checksum),
        takes_part=row.takes_part,
    )


_ONE: Final = _Statements(AssessmentRow.id == bindparam("assessment"))
_ANSWERS_TO_ONE: Final = _ONE.answers.where(AnswerRow.question == bindparam("question"))
_ROUNDS: Final = select(table_of(RoundRow)).order_by(
    RoundRow.year.desc(), RoundRow.created_at.desc()
)
_ASSESSORS: Final = select(table_of(AssessorRow)).order_by(AssessorRow.name, AssessorRow.id)


def _region(row: AnyRow) -> Region:
    return Region(
        id=RegionId(row.region_id),
        code=row.code,
        name=row.region_name,
        kind=RegionKind(row.kind),
        province=row.province,
    )


def _round(row: AnyRow) -> Round:
    return Round(
        id=RoundId(row.id),
        year=row.year,
        stage=row.stage,
        name=row.name,
        letter_number=row.letter_number,
        letter_date=row.letter_date,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_demonstration=row.is_demonstration,
    )
