"""How far the assessors of a round agree, from the assessments that are locked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from assessor.domain.agreement import Agreement, Unit, agreement
from assessor.domain.ids import AssessorId, DimensionKey, ParticipantId, QuestionKey, RoundId
from assessor.domain.instrument import Instrument, Wording
from assessor.domain.records import AssessmentState, Assessor, Participant
from assessor.persistence.database import Database
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    ParticipantRow,
    ProgrammeRow,
    table_of,
)
from assessor.persistence.reading import read_assessors, read_participants
from assessor.services.instruments import Instruments

Scores: TypeAlias = Mapping[tuple[ParticipantId, QuestionKey], tuple[Unit, ...]]
"""The units of each region's questions: one, or one for every programme."""


@dataclass(frozen=True, slots=True)
class DimensionAgreement:
    """How far the assessors agree in one dimension, over all cohorts that have it."""

    key: DimensionKey
    name: Wording
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class RoundAgreement:
    """How far the assessors of a round agree.

    A unit is a question of a region; of a region's programme where the question is about those.
    """

    overall: Agreement
    dimensions: tuple[DimensionAgreement, ...]
    """In the order of the paper; one that only some cohorts have follows where it first appears."""
    assessors: tuple[Assessor, ...]
    """Who locked an assessment, by name; all leanings stand in this order."""
    assessments: int
    """Locked assessments that it rests on."""
    panels: int
    """Regions with at least two of them."""


class Agreements:
    """Compares what assessors gave; moderated values play no part, nothing of it is stored."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._database = database
        self._instruments = instruments

    def of_round(
        self, round_id: RoundId, left_out: Collection[ParticipantId] = ()
    ) -> RoundAgreement:
        """Return how far the assessors agree over the regions that take part.

        It tells what others gave: regions in which the one who asks may not see it yet are to be
        `left_out`.
        """
        locked = and_(_locked(round_id), ParticipantRow.id.not_in(left_out))
        with self._database.reading() as session:
            participants = [one for one in read_participants(session, round_id) if one.takes_part]
            panels = _panels(session, locked)
            scores = _scores(session, locked)
            everybody = read_assessors(session)
        present = {assessor for panel in panels.values() for assessor in panel}
        assessors = tuple(one for one in everybody if one.id in present)
        names, units = _by_dimension(self._with_instruments(participants), scores)
        ids = [one.id for one in assessors]
        return RoundAgreement(
            overall=agreement([unit for found in units.values() for unit in found], ids),
            dimensions=tuple(
                DimensionAgreement(key, name, agreement(units[key], ids))
                for key, name in names.items()
            ),
            assessors=assessors,
            assessments=sum(len(panel) for panel in panels.values()),
            panels=sum(len(panel) > 1 for panel in panels.values()),
        )

    def _with_instruments(
        self, participants: Iterable[Participant]
    ) -> list[tuple[Participant, Instrument]]:
        return [
            (one, self._instruments.get(one.cohort.instrument, one.cohort.checksum))
            for one in participants
        ]


def _locked(round_id: RoundId) -> ColumnElement[bool]:
    """Select what is compared: locked assessments of the regions that take part."""
    return and_(
        ParticipantRow.round_id == round_id,
        ParticipantRow.takes_part.is_(True),
        AssessmentRow.state == AssessmentState.FINAL,
    )


def _panels(session: Session, locked: ColumnElement[bool]) -> dict[ParticipantId, list[AssessorId]]:
    assessments = table_of(AssessmentRow).c
    statement = (
        select(assessments.participant_id, assessments.assessor_id)
        .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
        .where(locked)
    )
    panels: defaultdict[ParticipantId, list[AssessorId]] = defaultdict(list)
    for participant, assessor in session.connection().execute(statement):
        panels[participant].append(assessor)
    return panels


def _scores(session: Session, locked: ColumnElement[bool]) -> Scores:
    """Return all points given, those about removed programmes left out."""
    assessments, answers = table_of(AssessmentRow).c, table_of(AnswerRow).c
    statement = (
        select(
            assessments.participant_id,
            answers.question,
            answers.programme_id,
            assessments.assessor_id,
            answers.points,
        )
        .join(AssessmentRow, AssessmentRow.id == AnswerRow.assessment_id)
        .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
        .outerjoin(ProgrammeRow, ProgrammeRow.id == AnswerRow.programme_id)
        .where(locked, AnswerRow.points.is_not(None), ProgrammeRow.is_removed.is_not(True))
    )
    units: defaultdict[tuple[ParticipantId, QuestionKey, str | None], dict[AssessorId, int]]
    units = defaultdict(dict)
    for participant, question, programme, assessor, points in session.connection().execute(
        statement
    ):
        units[participant, question, programme][assessor] = points
    scores: defaultdict[tuple[ParticipantId, QuestionKey], tuple[Unit, ...]] = defaultdict(tuple)
    for (participant, question, _), unit in units.items():
        scores[participant, question] += (unit,)
    return scores


def _by_dimension(
    participants: Iterable[tuple[Participant, Instrument]], scores: Scores
) -> tuple[dict[DimensionKey, Wording], dict[DimensionKey, list[Unit]]]:
    """Return each dimension's name and units; cohorts meet where a dimension's key is the same."""
    names: dict[DimensionKey, Wording] = {}
    units: defaultdict[DimensionKey, list[Unit]] = defaultdict(list)
    for participant, instrument in participants:
        for dimension in instrument.dimensions:
            names.setdefault(dimension.key, dimension.name)
            for question in dimension.questions:
                units[dimension.key].extend(scores.get((participant.id, question.key), ()))
    return names, units
