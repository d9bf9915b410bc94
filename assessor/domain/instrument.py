"""The instrument: what is asked, with which weights, on which scale, rounded by which rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from assessor.domain.ids import DimensionKey, InstrumentId, QuestionKey

SCALE: Final = range(5)
"""The points of a question, 0 to 4; the same in every published instrument."""


class RoundingRule(StrEnum):
    """How the final index is rounded; see `assessor.domain.scoring.final_index`."""

    TOTAL = "total"
    COMPONENTS = "components"


class Scope(StrEnum):
    """What a question is about: the region, or each of its quick-win programmes."""

    CITY = "city"
    PROGRAMME = "program"


class Pillar(StrEnum):
    """The six fields of a smart city, in the order of the ministry's tables."""

    GOVERNANCE = "governance"
    BRANDING = "branding"
    ECONOMY = "economy"
    LIVING = "living"
    SOCIETY = "society"
    ENVIRONMENT = "environment"


PILLAR_NAMES: Final[Mapping[Pillar, str]] = {
    Pillar.GOVERNANCE: "Smart Governance",
    Pillar.BRANDING: "Smart Branding",
    Pillar.ECONOMY: "Smart Economy",
    Pillar.LIVING: "Smart Living",
    Pillar.SOCIETY: "Smart Society",
    Pillar.ENVIRONMENT: "Smart Environment",
}
"""The programme's own names, the same in both languages and on paper."""


class Confidence(StrEnum):
    """How sure a part of an instrument is; anything but PRINTED is said wherever it is shown."""

    PRINTED = "printed"
    """Stands in a published letter and reproduces its figures."""
    INFERRED = "inferred"
    """Stands nowhere, but reproduces a published case."""
    UNCONFIRMED = "unconfirmed"
    """Neither printed for this year nor tested against a published figure."""
    OWN = "own"
    """Added by the user from a file."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in both languages of the product."""

    indonesian: str
    english: str

    def in_language(self, language: str) -> str:
        """Return the English text for "en", the Indonesian one for anything else."""
        return self.english if language == "en" else self.indonesian


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `key` is stable, printed numbers repeat and are no keys."""

    key: QuestionKey
    dimension: DimensionKey
    pillar: Pillar | None
    indicator: Wording
    subindicator: Wording
    text: Wording
    scope: Scope


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension with its weight in percent and its questions in the order of the paper."""

    key: DimensionKey
    name: Wording
    weight: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One point of the scale with a neutral description, an example and nothing official."""

    points: int
    description: Wording


@dataclass(frozen=True)
class Instrument:
    """A whole instrument as read from its file."""

    id: InstrumentId
    year: int
    cohort: str
    name: Wording
    rounding: RoundingRule
    panel_size: int
    """How many assessors are expected for one region."""
    confidence: Confidence
    source: Wording
    """Where weights and rule come from, and what is not known, for people to read."""
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    checksum: str
    """SHA-256 of what is scored (see `instrument_file`), hexadecimal."""

    @cached_property
    def questions(self) -> Mapping[QuestionKey, Question]:
        """All questions by key, in the order of the paper."""
        return {
            question.key: question
            for dimension in self.dimensions
            for question in dimension.questions
        }

    @property
    def is_official(self) -> bool:
        """Whether weights and rule were printed by the ministry; otherwise say so when shown."""
        return self.confidence is Confidence.PRINTED
