"""What the annex is made of: facts of the round on one side, pages of cells on the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from assessor.domain.ids import DimensionKey
from assessor.domain.improvement import Improvement
from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.records import Round

Cell: TypeAlias = str | int | Decimal
"""A figure stays one to the end; text is what has none to show."""


class AnnexLayout(StrEnum):
    """The two tables that the ministry has printed."""

    WEIGHTS = "weights"
    """2022: the weight under each dimension, so one table for each instrument."""
    IMPROVEMENT = "improvement"
    """2023: with improvement and cohort, all instruments in one table."""


class LetterGap(StrEnum):
    """What the head of an annex lacks: fields of `Round`."""

    NUMBER = "letter_number"
    DATE = "letter_date"
    BOTH = "letter_number letter_date"


@dataclass(frozen=True, slots=True)
class AnnexRegion:
    """One region of the round as the annex needs it."""

    name: str
    """The official one, whole."""
    cohort: str
    instrument: Instrument
    takes_part: bool
    means: Mapping[DimensionKey, Decimal]
    """Rounded; those without a score are missing."""
    final: Decimal | None
    improvement: Improvement | None = None
    is_provisional: bool = False
    rests_on_provisional: bool = False
    """Whether last year's figure, and the improvement with it, is not final."""
    is_hidden: bool = False
    """Whether the figures are kept from who asks, who still scores the region."""


@dataclass(frozen=True, slots=True)
class AnnexFacts:
    """A round and its regions in the order of official tables, those not taking part too."""

    round: Round
    regions: tuple[AnnexRegion, ...]


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """Headings and rows of equal length; `weights` stand under the headings, or are none."""

    headings: tuple[str, ...]
    weights: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class AnnexPage:
    """One table with what stands above and below it; it may take several sheets of paper."""

    name: str
    head: tuple[str, ...]
    """Top right: which annex, number and date of the letter."""
    title: tuple[str, ...]
    """Three lines."""
    warnings: tuple[str, ...]
    """What nobody may overlook: a draft, invented or provisional figures."""
    table: AnnexTable
    remarks: tuple[str, ...]
    """Below the table, a paragraph each."""
    absent: AnnexTable
    """Regions that did not take part; without rows where there are none."""


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole annex."""

    year: int
    layout: AnnexLayout
    pages: tuple[AnnexPage, ...]

    @property
    def title(self) -> str:
        """What the file is called in its own properties."""
        return f"Lampiran II, evaluasi {self.year}"


def usual_layout(instruments: Iterable[Instrument]) -> AnnexLayout:
    """Return the layout that the ministry used with these instruments' rounding."""
    rules = {one.rounding for one in instruments}
    if rules == {RoundingRule.COMPONENTS}:
        return AnnexLayout.WEIGHTS
    return AnnexLayout.IMPROVEMENT
