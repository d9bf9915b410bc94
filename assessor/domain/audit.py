"""Recomputing a published table: do its finals and improvements follow from its dimensions?

Rules read from the annexes of letters B-1004/DJAI/AI.01.04/12/2022 and
B-1384/DJAI/AI.01.04/12/2023 and checked on every row published there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from assessor.domain.ids import DimensionKey
from assessor.domain.improvement import index_of_means
from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.region_names import NameKey, name_key

COHORT_END: Final = ";"
"""In the column KET what follows it is a remark on the row."""


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One region's line of a published table; None is a cell that holds no figure."""

    name: str
    dimensions: Mapping[DimensionKey, Decimal | None]
    """Rounded, as printed."""
    final: Decimal | None
    improvement: Decimal | None = None
    cohort: str = ""
    """What the column KET says, as printed."""

    @property
    def took_part(self) -> bool:
        """Whether there is a figure other than 0: who did not take part is printed with zeros."""
        return bool(self.final) or any(self.dimensions.values())


@dataclass(frozen=True)
class PublishedTable:
    """The rows of a table, the instrument they follow, and whether improvements are printed."""

    instrument: Instrument
    rows: tuple[PublishedRow, ...]
    has_improvements: bool

    def row_of(self, name: str) -> PublishedRow | None:
        """Return the line of a region, however its name is spelled."""
        return self._by_name.get(name_key(name))

    @cached_property
    def _by_name(self) -> dict[NameKey, PublishedRow]:
        return {name_key(row.name): row for row in self.rows}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A row whose printed figures do not follow from its dimensions."""

    name: str
    published: Decimal | None
    recomputed: Decimal | None
    """None where a dimension has no figure."""
    improvement_published: Decimal | None
    improvement_recomputed: Decimal | None
    """None where it cannot be checked: nothing of last year is at hand."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found; `rows` counts what was recomputed, `skipped` what was left out."""

    rows: int
    skipped: int
    mismatches: tuple[Mismatch, ...]

    @property
    def matched(self) -> int:
        """How many rows follow from their dimensions."""
        return self.rows - len(self.mismatches)


def cohort_key(name: str) -> str:
    """Return what the spellings of a cohort share: "KPPN&IKN", "KPPN IKN" and "KPPN & IKN; …"."""
    cohort = name.partition(COHORT_END)[0]
    return "".join(letter for letter in cohort.casefold() if letter.isalnum())


def audit(
    table: PublishedTable, known_cohorts: Iterable[str], previous: PublishedTable | None = None
) -> Audit:
    """Return which rows of `table` do not follow from their dimensions.

    Rows of another one of the `known_cohorts` and of regions that did not take part are skipped.
    Improvements are checked for the regions that stand in `previous`, whatever their cohort there.
    """
    own = cohort_key(table.instrument.cohort)
    others = {cohort_key(cohort) for cohort in known_cohorts} - {own}
    checked = [row for row in table.rows if row.took_part and cohort_key(row.cohort) not in others]
    mismatches = [found for row in checked if (found := _mismatch(row, table, previous))]
    return Audit(len(checked), len(table.rows) - len(checked), tuple(mismatches))


def _mismatch(
    row: PublishedRow, table: PublishedTable, previous: PublishedTable | None
) -> Mismatch | None:
    final = _final(row, table.instrument, table.instrument.rounding)
    last = None if previous is None else previous.row_of(row.name)
    improvement = None
    improvement_holds = True
    if previous is not None and last is not None and table.has_improvements:
        before = _final(last, previous.instrument, table.instrument.rounding)
        improvement = None if final is None or before is None else final - before
        improvement_holds = improvement == row.improvement
    if final is not None and final == row.final and improvement_holds:
        return None
    return Mismatch(row.name, row.final, final, row.improvement, improvement)


def _final(row: PublishedRow, instrument: Instrument, rule: RoundingRule) -> Decimal | None:
    return index_of_means(row.dimensions, instrument, rule) if row.took_part else None
