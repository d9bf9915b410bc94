"""How far a round has come, region by region."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from assessor.domain.ids import AssessmentId, AssessorId, ParticipantId, RoundId
from assessor.domain.records import Assessment, AssessmentState, Participant
from assessor.domain.result import Result
from assessor.persistence.database import Database
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    ParticipantRow,
    ProgrammeRow,
    table_of,
)
from assessor.persistence.reading import read_participant, read_participants
from assessor.services.instruments import Instruments
from assessor.services.people import require_me

_IS_SAID: Final = or_(AnswerRow.points.is_not(None), AnswerRow.reason.is_not(None))
"""Whether an answer says something: points, or why there are none."""


@dataclass(frozen=True, slots=True)
class RegionProgress:
    """One region of a round, and how far my assessment of it has come."""

    participant: Participant
    total: int
    """Questions of its instrument."""
    assessment: AssessmentId | None = None
    """None until I open it."""
    state: AssessmentState = AssessmentState.DRAFT
    is_begun: bool = False
    """Whether anything was said yet: a region that was only looked at is not begun."""
    revision: int = 0
    answered: int = 0
    """Questions done: scored or not applicable, for every programme where they are about those."""
    marked: int = 0
    """Places to come back to."""
    changed_since_export: bool = False


def progress_of(assessment: Assessment, result: Result) -> RegionProgress:
    """Return how far `assessment` has come, from what was read of it and its figures."""
    return RegionProgress(
        participant=assessment.participant,
        total=result.total,
        assessment=assessment.id,
        state=assessment.state,
        is_begun=assessment.changed_at is not None,
        revision=assessment.revision,
        answered=result.answered,
        marked=sum(answer.is_marked for answer in assessment.answers.values()),
        changed_since_export=assessment.changed_since_export,
    )


class Overview:
    """Reads progress without reading the assessments themselves."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._database = database
        self._instruments = instruments

    def of_round(self, round_id: RoundId) -> tuple[RegionProgress, ...]:
        """Return all regions of a round in the order of official tables. Raises WhoIsMissing."""
        with self._database.reading() as session:
            participants = read_participants(session, round_id)
            in_round = ParticipantRow.round_id == round_id
            return self._progress(session, participants, in_round)

    def of_participant(self, participant: ParticipantId) -> RegionProgress:
        """Return one region. Raises WhoIsMissing."""
        with self._database.reading() as session:
            found = read_participant(session, participant)
            if found is None:
                raise LookupError(participant)
            (progress,) = self._progress(session, (found,), ParticipantRow.id == participant)
            return progress

    def _progress(
        self,
        session: Session,
        participants: tuple[Participant, ...],
        scope: ColumnElement[bool],
    ) -> tuple[RegionProgress, ...]:
        me = require_me(session)
        mine = _mine(session, me, scope)
        about_programmes = _about_programmes(session, me, scope)
        marked = _marked(session, me, scope)
        found = []
        for participant in participants:
            total = self._total(participant)
            row = mine.get(participant.id)
            if row is None:
                found.append(RegionProgress(participant, total))
                continue
            found.append(
                RegionProgress(
                    participant=participant,
                    total=total,
                    assessment=AssessmentId(row.id),
                    state=AssessmentState(row.state),
                    is_begun=row.changed_at is not None,
                    revision=row.revision,
                    answered=row.about_region + about_programmes.get(row.id, 0),
                    marked=marked.get(row.id, 0),
                    changed_since_export=0 < row.exported_revision < row.revision,
                )
            )
        return tuple(found)

    def _total(self, participant: Participant) -> int:
        cohort = participant.cohort
        return len(self._instruments.get(cohort.instrument, cohort.checksum).questions)


def _mine(
    session: Session, me: AssessorId, scope: ColumnElement[bool]
) -> dict[str, Row[*tuple[Any, ...]]]:
    """Read my assessments by participant, each with its questions about the region that are done.

    Counted one assessment after the other, which the index of those answers answers at once.
    """
    about_region = (
        select(func.count())
        .where(
            AnswerRow.assessment_id == AssessmentRow.id, AnswerRow.programme_id.is_(None), _IS_SAID
        )
        .scalar_subquery()
    )
    statement = (
        select(*table_of(AssessmentRow).c, about_region.label("about_region"))
        .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
        .where(AssessmentRow.assessor_id == me, scope)
    )
    return {row.participant_id: row for row in session.connection().execute(statement)}


def _about_programmes(
    session: Session, me: AssessorId, scope: ColumnElement[bool]
) -> dict[str, int]:
    """Count each assessment's questions about programmes that are done: answered for each one."""
    programmes = (
        select(ProgrammeRow.participant_id, func.count().label("programmes"))
        .join(ParticipantRow, ParticipantRow.id == ProgrammeRow.participant_id)
        .where(scope, ProgrammeRow.is_removed.is_(False))
        .group_by(ProgrammeRow.participant_id)
        .subquery()
    )
    my_assessments = (
        select(AssessmentRow.id)
        .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
        .where(AssessmentRow.assessor_id == me, scope)
    )
    questions = (
        select(AnswerRow.assessment_id, func.count().label("answers"))
        .join(ProgrammeRow, ProgrammeRow.id == AnswerRow.programme_id)
        .where(AnswerRow.assessment_id.in_(my_assessments), AnswerRow.programme_id.is_not(None))
        .where(_IS_SAID, ProgrammeRow.is_removed.is_(False))
        .group_by(AnswerRow.assessment_id, AnswerRow.question)
        .subquery()
    )
    statement = (
        select(questions.c.assessment_id, func.count())
        .join(AssessmentRow, AssessmentRow.id == questions.c.assessment_id)
        .join(programmes, programmes.c.participant_id == AssessmentRow.participant_id)
        .where(questions.c.answers == programmes.c.programmes)
        .group_by(questions.c.assessment_id)
    )
    return {row[0]: row[1] for row in session.connection().execute(statement)}


def _marked(session: Session, me: AssessorId, scope: ColumnElement[bool]) -> dict[str, int]:
    statement = (
        _my_answers(me, scope)
        .with_only_columns(AnswerRow.assessment_id, func.count())
        .where(AnswerRow.is_marked.is_(True))
        .group_by(AnswerRow.assessment_id)
    )
    return {row[0]: row[1] for row in session.connection().execute(statement)}


def _my_answers(me: AssessorId, scope: ColumnElement[bool]) -> Select[str]:
    """Select my answers in `scope`, those about removed programmes left out."""
    return (
        select(AnswerRow.assessment_id)
        .join(AssessmentRow, AssessmentRow.id == AnswerRow.assessment_id)
        .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
        .outerjoin(ProgrammeRow, ProgrammeRow.id == AnswerRow.programme_id)
        .where(AssessmentRow.assessor_id == me, scope, ProgrammeRow.is_removed.is_not(True))
    )
