"""Everything that screens and papers say about a region's figures, from one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessor.domain.derivation import Derivation, ImprovementDerivation
from assessor.domain.ids import AssessmentId, QuestionKey
from assessor.domain.improvement import Improvement
from assessor.domain.instrument import Instrument
from assessor.domain.panel import PanelAnswer
from assessor.domain.records import (
    Assessment,
    Assessor,
    Participant,
    Programme,
    PublishedResult,
    Round,
)
from assessor.domain.result import Result
from assessor.services.results import RegionResult


@dataclass(frozen=True, slots=True)
class ProgrammeReport:
    """A quick-win programme of the region and what the panel gave it."""

    programme: Programme
    values: Mapping[QuestionKey, Fraction | None]
    """What counts for each question about programmes: the panel's mean, or what was settled."""
    mean: Decimal | None
    """The simple mean of the values, half-up to two decimals; it enters no index by itself."""
    notes: tuple[tuple[Assessor, str], ...]
    """What assessors wrote about it; those who wrote nothing are missing."""


@dataclass(frozen=True, slots=True)
class RegionReport:
    """One region in one round."""

    round: Round
    line: RegionResult
    """Participant, instrument, result, rank, last year's result and the change since."""
    ranked: int
    """Among how many regions the rank counts."""
    is_rank_final: bool
    """Whether no region of the round can move it any more."""
    values: Mapping[QuestionKey, Fraction | None]
    """What counts for each question: the panel's mean, or what was settled."""
    derivation: Derivation
    improvement_derivation: ImprovementDerivation | None
    answers: tuple[PanelAnswer, ...]
    """What each assessor said and how far they lie apart, in the order of the paper."""
    programmes: tuple[ProgrammeReport, ...]
    """By pillar, then in their order."""
    assessments: tuple[Assessment, ...]
    """By the assessors' names: institution, state, revision, and the narrative of each."""
    individual: Mapping[AssessmentId, Result]
    """What each assessment gives by itself."""

    @property
    def participant(self) -> Participant:
        """The region in the round."""
        return self.line.participant

    @property
    def instrument(self) -> Instrument:
        """What it was scored with."""
        return self.line.instrument

    @property
    def result(self) -> Result:
        """The panel's figures."""
        return self.line.result

    @property
    def rank(self) -> int | None:
        """By the index of two decimals, ties alike; None without an index."""
        return self.line.rank

    @property
    def previous(self) -> PublishedResult | None:
        """Last year's result."""
        return self.line.previous

    @property
    def improvement(self) -> Improvement | None:
        """The change since last year."""
        return self.line.improvement

    @property
    def expected(self) -> int:
        """How many assessors the instrument expects."""
        return self.instrument.panel_size

    @property
    def missing(self) -> int:
        """How many of the expected assessors have not come in."""
        return max(self.expected - len(self.assessments), 0)

    @property
    def is_provisional(self) -> bool:
        """Whether the figures rest on blanks or on assessments that are not locked."""
        return self.result.is_provisional

    @property
    def is_demonstration(self) -> bool:
        """Whether the scores are invented."""
        return self.round.is_demonstration


@dataclass(frozen=True, slots=True)
class RoundReports:
    """The reports of several regions of a round, read in one transaction."""

    reports: tuple[RegionReport, ...]
    """In the order of official tables."""
    hidden: tuple[Participant, ...]
    """Those asked for whose panels are kept from who asks until they lock their own scores."""


@dataclass(frozen=True, slots=True)
class RegionStanding:
    """One region's line among those of its round."""

    participant: Participant
    instrument: Instrument
    present: int
    """How many assessors have begun it."""
    locked: int
    """How many of them declared theirs final."""
    line: RegionResult | None
    """Its figures; None while they are kept from who reads, who still scores it."""

    @property
    def expected(self) -> int:
        """How many assessors the instrument expects."""
        return self.instrument.panel_size

    @property
    def is_hidden(self) -> bool:
        """Whether the figures are kept from who reads."""
        return self.line is None


@dataclass(frozen=True, slots=True)
class RoundStandings:
    """All lines of a round."""

    round: Round
    regions: tuple[RegionStanding, ...]
    """Those taking part, in the order of official tables."""
    absent: tuple[Participant, ...]
    """Those not taking part: no scores and no rank."""

    @property
    def lines(self) -> tuple[RegionResult, ...]:
        """The figures that may be seen."""
        return tuple(one.line for one in self.regions if one.line is not None)

    @property
    def ranked(self) -> int:
        """How many regions have a rank."""
        return sum(line.rank is not None for line in self.lines)

    @property
    def hidden(self) -> tuple[Participant, ...]:
        """Those whose figures are kept from who reads; no rank counts them."""
        return tuple(one.participant for one in self.regions if one.is_hidden)
