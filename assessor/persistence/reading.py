"""Rows into records: rounds, participants and whole assessments."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, select
from sqlalchemy.orm import Session

from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    EvidenceId,
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    QuestionKey,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import Pillar
from assessor.domain.records import (
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

Ids: TypeAlias = Select[str]
"""A query for the assessments to read."""

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
_BATCH: Final = 400
"""How many ids go into one IN list; SQLite allows at least 999."""


def read_regions(session: Session) -> tuple[Region, ...]:
    """Return all regions in the order of official tables."""
    statement = select(*_REGION_COLUMNS).join(RegionCodeRow, _IS_CODE_OF_REGION)
    found = (_region(row) for row in session.connection().execute(statement))
    return tuple(sorted(found, key=lambda region: region.table_order))


def read_rounds(session: Session) -> tuple[Round, ...]:
    """Return all rounds, the newest first."""
    statement = select(RoundRow).order_by(RoundRow.year.desc(), RoundRow.created_at.desc())
    return tuple(_round(row) for row in session.scalars(statement))


def read_round(session: Session, round_id: RoundId) -> Round | None:
    """Return one round, None where there is no such round."""
    row = session.get(RoundRow, round_id)
    return None if row is None else _round(row)


def read_assessors(session: Session) -> tuple[Assessor, ...]:
    """Return everybody who scores in this workspace, by name."""
    rows = session.scalars(select(AssessorRow).order_by(AssessorRow.name, AssessorRow.id))
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
    return _programmes(session, ProgrammeRow.participant_id == participant)[participant]


def read_assessment(session: Session, assessment: AssessmentId) -> Assessment:
    """Return one assessment whole; LookupError where it does not exist."""
    found = _assessments(session, AssessmentRow.id == assessment)
    if not found:
        raise LookupError(assessment)
    return found[0]


def read_assessments(
    session: Session, participants: Iterable[ParticipantId]
) -> dict[ParticipantId, tuple[Assessment, ...]]:
    """Return the participants' assessments, each panel in the order of the assessors' names."""
    ids = list(participants)
    panels: defaultdict[ParticipantId, list[Assessment]] = defaultdict(list)
    for start in range(0, len(ids), _BATCH):
        batch = AssessmentRow.participant_id.in_(ids[start : start + _BATCH])
        for assessment in _assessments(session, batch):
            panels[assessment.participant.id].append(assessment)
    return {
        participant: tuple(sorted(panel, key=lambda one: (one.assessor.name, one.assessor.id)))
        for participant, panel in panels.items()
    }


def _participants(session: Session, *criteria: ColumnElement[bool]) -> tuple[Participant, ...]:
    statement = (
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
        .where(*criteria)
    )
    return tuple(
        Participant(
            id=ParticipantId(row.id),
            round=RoundId(row.round_id),
            region=_region(row),
            cohort=Cohort(row.cohort, InstrumentId(row.instrument_id), row.checksum),
            takes_part=row.takes_part,
        )
        for row in session.connection().execute(statement)
    )


def _assessments(session: Session, criterion: ColumnElement[bool]) -> tuple[Assessment, ...]:
    columns = table_of(AssessmentRow).c
    rows = session.connection().execute(select(*columns).where(criterion)).all()
    ids = select(AssessmentRow.id).where(criterion)
    of_panels = select(AssessmentRow.participant_id).where(criterion)
    participants = {one.id: one for one in _participants(session, ParticipantRow.id.in_(of_panels))}
    assessors = {one.id: one for one in read_assessors(session)}
    programmes = _programmes(session, ProgrammeRow.participant_id.in_(of_panels))
    answers = _answers(session, ids)
    notes = _programme_notes(session, ids)
    narratives = _narratives(session, ids)
    evidence = _evidence(session, ids)
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
        for row in rows
    )


def _programmes(
    session: Session, criterion: ColumnElement[bool]
) -> defaultdict[str, tuple[Programme, ...]]:
    statement = (
        select(ProgrammeRow.participant_id, ProgrammeRow.id, ProgrammeRow.pillar, ProgrammeRow.name)
        .where(ProgrammeRow.is_removed.is_(False), criterion)
        .order_by(ProgrammeRow.position, ProgrammeRow.id)
    )
    found: defaultdict[str, tuple[Programme, ...]] = defaultdict(tuple)
    for row in session.connection().execute(statement):
        found[row.participant_id] += (Programme(ProgrammeId(row.id), Pillar(row.pillar), row.name),)
    return found


def _answers(session: Session, ids: Ids) -> defaultdict[str, dict[AnswerKey, Answer]]:
    statement = (
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
        .where(AnswerRow.assessment_id.in_(ids), ProgrammeRow.is_removed.isnot(True))
    )
    found: defaultdict[str, dict[AnswerKey, Answer]] = defaultdict(dict)
    for (
        assessment,
        question,
        programme,
        points,
        reason,
        note,
        marked,
    ) in session.connection().execute(statement):
        key = AnswerKey(
            QuestionKey(question), None if programme is None else ProgrammeId(programme)
        )
        found[assessment][key] = Answer(Score(points, reason), note, marked)
    return found


def _programme_notes(session: Session, ids: Ids) -> defaultdict[str, dict[ProgrammeId, str]]:
    statement = (
        select(table_of(ProgrammeNoteRow))
        .join(ProgrammeRow, ProgrammeRow.id == ProgrammeNoteRow.programme_id)
        .where(ProgrammeNoteRow.assessment_id.in_(ids), ProgrammeRow.is_removed.is_(False))
    )
    found: defaultdict[str, dict[ProgrammeId, str]] = defaultdict(dict)
    for row in session.connection().execute(statement):
        found[row.assessment_id][ProgrammeId(row.programme_id)] = row.note
    return found


def _narratives(session: Session, ids: Ids) -> defaultdict[str, dict[NarrativeSection, str]]:
    statement = select(table_of(NarrativeRow)).where(NarrativeRow.assessment_id.in_(ids))
    found: defaultdict[str, dict[NarrativeSection, str]] = defaultdict(dict)
    for row in session.connection().execute(statement):
        found[row.assessment_id][NarrativeSection(row.section)] = row.content
    return found


def _evidence(session: Session, ids: Ids) -> defaultdict[str, list[Evidence]]:
    statement = (
        select(table_of(EvidenceRow))
        .outerjoin(ProgrammeRow, ProgrammeRow.id == EvidenceRow.programme_id)
        .where(
            EvidenceRow.assessment_id.in_(ids),
            EvidenceRow.is_removed.is_(False),
            ProgrammeRow.is_removed.isnot(True),
        )
        .order_by(EvidenceRow.title, EvidenceRow.id)
    )
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in session.connection().execute(statement):
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


def _region(row: Row[*tuple[Any, ...]]) -> Region:
    return Region(
        id=RegionId(row.region_id),
        code=row.code,
        name=row.region_name,
        kind=RegionKind(row.kind),
        province=row.province,
    )


def _round(row: RoundRow) -> Round:
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
