"""A region's printed score summary: all that stands on its pages, and the code that names it."""

import dataclasses
import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessor.domain.instrument import Confidence, Pillar, RoundingRule


@dataclass(frozen=True, slots=True)
class SummaryRound:
    """The evaluation that the region took part in."""

    name: str
    year: int
    stage: str
    is_demonstration: bool


@dataclass(frozen=True, slots=True)
class SummaryRegion:
    """The region, by its official name."""

    name: str
    code: str
    province: str
    cohort: str


@dataclass(frozen=True, slots=True)
class SummaryInstrument:
    """What the region was scored with, and how sure that is; names and source in Indonesian."""

    id: str
    name: str
    confidence: Confidence
    source: str
    rounding: RoundingRule
    panel_size: int


@dataclass(frozen=True, slots=True)
class SummaryAssessor:
    """Who assessed the region, and on which state of that the summary rests."""

    name: str
    institution: str
    revision: int
    is_locked: bool
    changed_at: dt.datetime | None
    weaknesses: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryDimension:
    """One dimension's line, with the figures it follows from."""

    name: str
    weight: int
    counted: int
    """How many of its questions have a value."""
    questions: int
    sum: Fraction
    """Of the values that count, exact."""
    mean: Decimal | None
    product: Decimal | None
    """The mean times the weight, exact."""
    contribution: Decimal | None
    """What is added up: the product, rounded under COMPONENTS."""
    previous: Decimal | None
    """Last year's mean."""


@dataclass(frozen=True, slots=True)
class SummaryChange:
    """Last year's index, and how far this year's lies from it."""

    year: int
    source: str
    """The letter or round; "" where it is not known."""
    is_provisional: bool
    published: Decimal
    recomputed: Decimal | None
    """Last year's index from its dimensions under this year's rule; None where only it is known."""
    of_published: Decimal
    of_recomputed: Decimal | None


@dataclass(frozen=True, slots=True)
class SummaryProgramme:
    """A quick-win programme's line; `values` stand in the order of the questions about them."""

    pillar: Pillar
    name: str
    values: tuple[Decimal | None, ...]
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """Everything that stands on the pages of one region's summary, and nothing else."""

    round: SummaryRound
    region: SummaryRegion
    instrument: SummaryInstrument
    assessors: tuple[SummaryAssessor, ...]
    """By name."""
    dimensions: tuple[SummaryDimension, ...]
    sum: Decimal
    """Of the contributions, before the last rounding."""
    final: Decimal | None
    rank: int | None
    ranked: int
    """Among how many regions the rank counts."""
    is_rank_final: bool
    """Whether no region of the round can move it any more."""
    change: SummaryChange | None
    programme_questions: tuple[str, ...]
    """What is asked about each programme, in Indonesian."""
    programmes: tuple[SummaryProgramme, ...]
    answered: int
    questions: int
    settled: int
    """How many values the panel agreed on where its scores lay apart."""
    is_provisional: bool

    @property
    def fingerprint(self) -> str:
        """SHA-256, hexadecimal, of all of it: the same page has the same one everywhere."""
        text = json.dumps(
            dataclasses.asdict(self), ensure_ascii=True, sort_keys=True, default=_plain
        )
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: dt.datetime | Decimal | Fraction) -> str:
    """Return what JSON has no word for as text."""
    return value.isoformat() if isinstance(value, dt.datetime) else str(value)
