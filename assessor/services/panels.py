"""The panel of a region: what its assessors say, where they lie apart, and what they settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlalchemy.orm import Session

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import RegionHidden
from assessor.domain.ids import AssessmentId, ParticipantId, QuestionKey, RoundId
from assessor.domain.instrument import Instrument
from assessor.domain.panel import (
    Moderation,
    PanelAnswer,
    checked_moderation,
    is_blind,
    latest,
    panel_answers,
)
from assessor.domain.records import Assessment, Assessor, Participant
from assessor.domain.result import Result, assessment_result, panel_result, panel_values
from assessor.domain.score import AnswerKey
from assessor.persistence.database import Database
from assessor.persistence.moderations import add_moderation
from assessor.persistence.reading import read_participant, read_participants
from assessor.services.instruments import Instruments
from assessor.services.panel_reading import NOBODY, Panel, read_panels
from assessor.services.people import who_am_i
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class RegionPanel:
    """Everything the panel of one region says."""

    participant: Participant
    instrument: Instrument
    assessments: tuple[Assessment, ...]
    """In the order of the assessors' names."""
    answers: tuple[PanelAnswer, ...]
    """In the order of the paper, programme by programme where the question is about those."""
    values: Mapping[QuestionKey, Fraction | None]
    """What counts for each question: the panel's mean, or what was settled."""
    result: Result
    individual: Mapping[AssessmentId, Result]
    """What each assessment gives by itself."""
    moderations: tuple[Moderation, ...]
    """All of them, in the order of their making."""

    @property
    def to_settle(self) -> tuple[PanelAnswer, ...]:
        """Where the assessors lie apart and have not settled it, or scores changed since."""
        return tuple(one for one in self.answers if one.is_to_settle)


@dataclass(frozen=True, slots=True)
class PanelCoverage:
    """How much of a panel has come in: "3 of 5"."""

    participant: Participant
    expected: int
    """As the instrument says."""
    present: tuple[Assessor, ...]
    locked: int
    """How many of them declared theirs final."""
    to_settle: int | None
    """Answers on which they lie apart; None while that is kept from whoever still scores."""

    @property
    def missing(self) -> int:
        """How many sheets are still expected."""
        return max(self.expected - len(self.present), 0)

    @property
    def is_provisional(self) -> bool:
        """Whether the panel's figures rest on assessments that are not all locked."""
        return self.locked < len(self.present)

    @property
    def is_hidden(self) -> bool:
        """Whether the others' scores are kept from me until I lock my own."""
        return self.to_settle is None


class Panels:
    """Reads panels and notes what they settle; every call is one transaction.

    The scores of others are kept back from an assessor who has begun a region and not locked it.
    """

    def __init__(
        self, database: Database, surroundings: Surroundings, instruments: Instruments
    ) -> None:
        self._database = database
        self._clock = surroundings.clock
        self._instruments = instruments

    def of_region(self, participant: ParticipantId) -> RegionPanel:
        """Return the panel of one region. Raises RegionHidden while I score it myself."""
        with self._database.reading() as session:
            return self._seen(session, participant)

    def of_round(self, round_id: RoundId) -> tuple[PanelCoverage, ...]:
        """Return how much has come in, for the regions taking part, in their official order."""
        with self._database.reading() as session:
            me = who_am_i(session)
            participants = [one for one in read_participants(session, round_id) if one.takes_part]
            panels = read_panels(session, [one.id for one in participants])
        return tuple(self._coverage(one, panels.get(one.id, NOBODY), me) for one in participants)

    def settle(
        self, participant: ParticipantId, key: AnswerKey, value: Decimal, reason: str
    ) -> Changes:
        """Let `value`, 0 to 4 with at most two decimals, count instead of the panel's mean.

        The assessors' scores stay as they are. Raises ReasonMissing, ScoreOutOfScale,
        RegionHidden, and LookupError for a place that the panel does not answer.
        """
        return self._note(participant, key, value, reason)

    def leave_mean(self, participant: ParticipantId, key: AnswerKey, reason: str) -> Changes:
        """Note that the panel talked and the mean counts; takes back what was settled before.

        Raises as `settle`.
        """
        return self._note(participant, key, None, reason)

    def _note(
        self, participant: ParticipantId, key: AnswerKey, settled: Decimal | None, reason: str
    ) -> Changes:
        reason = checked_moderation(settled, reason)
        with self._database.transaction() as session:
            panel = self._seen(session, participant)
            means = {one.key: one.mean for one in panel.answers}
            if key not in means:
                raise LookupError(key)
            who, now = who_am_i(session), self._clock()
            moderation = Moderation(participant, key, settled, means[key], reason, who, now)
            add_moderation(session, moderation)
        return Changes.of(Topic.MODERATION, Topic.SCORES)

    def _seen(self, session: Session, participant: ParticipantId) -> RegionPanel:
        found = read_participant(session, participant)
        if found is None:
            raise LookupError(participant)
        panel = read_panels(session, [participant]).get(participant, NOBODY)
        if is_blind(who_am_i(session), panel.assessments):
            raise RegionHidden(region=found.region.name)
        instrument = self._instrument(found)
        settled = panel.settled
        return RegionPanel(
            participant=found,
            instrument=instrument,
            assessments=panel.assessments,
            answers=panel_answers(instrument, panel.assessments, latest(panel.moderations)),
            values=panel_values(instrument, panel.assessments, settled),
            result=panel_result(instrument, panel.assessments, settled),
            individual={one.id: assessment_result(instrument, one) for one in panel.assessments},
            moderations=panel.moderations,
        )

    def _coverage(
        self, participant: Participant, panel: Panel, me: Assessor | None
    ) -> PanelCoverage:
        instrument = self._instrument(participant)
        begun = panel.assessments
        answers = panel_answers(instrument, begun, latest(panel.moderations))
        return PanelCoverage(
            participant=participant,
            expected=instrument.panel_size,
            present=tuple(one.assessor for one in begun),
            locked=sum(one.is_locked for one in begun),
            to_settle=None if is_blind(me, begun) else sum(one.is_to_settle for one in answers),
        )

    def _instrument(self, participant: Participant) -> Instrument:
        cohort = participant.cohort
        return self._instruments.get(cohort.instrument, cohort.checksum)
