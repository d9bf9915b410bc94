"""A published table that is to be taken in: each row recomputed, and its region found or asked."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from assessor.domain.audit import PublishedRow, PublishedTable, cohort_key
from assessor.domain.ids import InstrumentId, RegionId
from assessor.domain.improvement import index_of_means, recomputed_final
from assessor.domain.records import PublishedResult, Region
from assessor.domain.region_names import RegionMatch

Answers: TypeAlias = Mapping[int, Region | None]
"""What a person said of a row, by its place from 0: the region meant, or None to leave it out."""


class RowState(StrEnum):
    """What happens with a row."""

    TAKEN = "taken"
    DOUBTFUL = "doubtful"
    """Its name fits no region exactly; a person has to say which is meant."""
    TWICE = "twice"
    """Another row means the same region; one of them has to be left out."""
    LEFT_OUT = "left_out"
    OTHER_COHORT = "other_cohort"
    ABSENT = "absent"
    """Did not take part."""
    NO_INDEX = "no_index"


OPEN = frozenset({RowState.DOUBTFUL, RowState.TWICE})
SKIPPED = frozenset(RowState) - OPEN - {RowState.TAKEN}


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One row of the table, what it means and whether its figures follow."""

    place: int
    """In the table, from 0."""
    row: PublishedRow
    match: RegionMatch
    state: RowState
    region: Region | None = None
    """The one that was meant, by its exact name or as a person said."""
    recomputed: Decimal | None = None
    """The index from the dimensions; None where one of them has no figure."""
    improvement: Decimal | None = None
    """Recomputed; None where nothing of the year before is known."""
    is_improvement_checked: bool = False

    @property
    def follows(self) -> bool:
        """Whether the printed figures are those recomputed."""
        return self.follows_in_index and self.follows_in_improvement

    @property
    def follows_in_index(self) -> bool:
        """Whether the printed index follows from the dimensions."""
        return self.recomputed is not None and self.recomputed == self.row.final

    @property
    def follows_in_improvement(self) -> bool:
        """Whether the printed improvement follows, or cannot be checked."""
        return not self.is_improvement_checked or self.improvement == self.row.improvement


@dataclass(frozen=True, slots=True)
class TakenTable:
    """A table as it was taken in."""

    id: str
    year: int
    source: str
    """The letter's number, or the name of the file."""
    instrument: InstrumentId
    checksum: str
    sha256: str
    """Of the file."""
    at: dt.datetime
    who: str
    """The name of whoever took it in, "" where nobody had said their name."""
    audit: Mapping[str, Any]
    """What did not match, as it was shown before."""
    regions: int


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What rows are checked against."""

    match: Callable[[str], RegionMatch]
    cohorts: Iterable[str]
    """Of the year's instruments; rows of another one's are skipped."""
    before: Mapping[RegionId, PublishedResult]
    """What the year before the table's gave, as far as it is known."""


def check_rows(table: PublishedTable, known: Knowledge, answers: Answers) -> tuple[CheckedRow, ...]:
    """Return every row with what happens to it; nothing about a region is guessed."""
    others = {cohort_key(one) for one in known.cohorts} - {cohort_key(table.instrument.cohort)}
    checked = [
        _checked(CheckedRow(place, row, known.match(row.name), RowState.TAKEN), others, answers)
        for place, row in enumerate(table.rows)
    ]
    meant = Counter(one.region for one in checked if one.state is RowState.TAKEN)
    return tuple(_recomputed(_once(one, meant), table, known) for one in checked)


def _checked(one: CheckedRow, others: set[str], answers: Answers) -> CheckedRow:
    row = one.row
    if not row.took_part:
        return replace(one, state=RowState.ABSENT)
    if cohort_key(row.cohort) in others:
        return replace(one, state=RowState.OTHER_COHORT)
    if row.final is None:
        return replace(one, state=RowState.NO_INDEX)
    region = answers.get(one.place, one.match.region)
    if region is not None:
        return replace(one, region=region)
    left_out = one.place in answers
    return replace(one, state=RowState.LEFT_OUT if left_out else RowState.DOUBTFUL)


def _once(one: CheckedRow, meant: Counter[Region | None]) -> CheckedRow:
    if one.state is RowState.TAKEN and meant[one.region] > 1:
        return replace(one, state=RowState.TWICE)
    return one


def _recomputed(one: CheckedRow, table: PublishedTable, known: Knowledge) -> CheckedRow:
    if one.state in SKIPPED:
        return one
    rule = table.instrument.rounding
    index = index_of_means(one.row.dimensions, table.instrument, rule)
    before = None if one.region is None else known.before.get(one.region.id)
    last = None if before is None else recomputed_final(before, rule)
    is_checked = table.has_improvements and last is not None and index is not None
    return replace(
        one,
        recomputed=index,
        improvement=index - last if is_checked and index is not None and last is not None else None,
        is_improvement_checked=is_checked,
    )
