"""From the facts of a round to the pages of its annex."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from assessor.domain.annex import wording
from assessor.domain.annex.records import (
    Annex,
    AnnexFacts,
    AnnexLayout,
    AnnexPage,
    AnnexRegion,
    AnnexTable,
    Cell,
    LetterGap,
)
from assessor.domain.annex.remarks import mark_of, remarks_of
from assessor.domain.audit import COHORT_END
from assessor.domain.figures import NOTHING, show_date
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Dimension, Instrument
from assessor.domain.paper_words import DEMONSTRATION
from assessor.domain.records import Round

DECIMALS: Final = ",00"
"""Of a weight, which is a whole percentage."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns a table has; numbers and names are in every one."""

    layout: AnnexLayout
    dimensions: tuple[Dimension, ...]
    has_remarks: bool

    @property
    def has_improvement(self) -> bool:
        return self.layout is AnnexLayout.IMPROVEMENT


def letter_gap(round_: Round) -> LetterGap | None:
    """Return what a letter needs of the round and is not set, None where nothing is missing."""
    if round_.letter_number:
        return None if round_.letter_date else LetterGap.DATE
    return LetterGap.NUMBER if round_.letter_date else LetterGap.BOTH


def compose_annex(facts: AnnexFacts, layout: AnnexLayout) -> Annex:
    """Return the annex of a round, `layout` being the ministry's of 2022 or of 2023.

    Regions keep their order. A region without an index has no figure at all: what is half scored
    is no result. Where a cell does not apply stands an en dash.
    """
    if layout is AnnexLayout.IMPROVEMENT:
        pages: tuple[AnnexPage, ...] = (_page(facts, layout, has_remarks=True),)
    else:
        pages = tuple(_pages_of_instruments(facts))
    return Annex(facts.round.year, layout, pages)


def title_of(round_: Round) -> tuple[str, ...]:
    """Return the three lines above the table."""
    year = ("TAHUN", str(round_.year), round_.stage.upper())
    return (*wording.TITLE, " ".join(part for part in year if part))


def warnings_of(facts: AnnexFacts) -> Iterator[str]:
    """Yield what nobody may overlook about the figures."""
    if facts.round.is_demonstration:
        yield DEMONSTRATION
    if any(one.is_provisional for one in facts.regions if one.takes_part):
        yield wording.PROVISIONAL
    if hidden := sum(one.is_hidden for one in facts.regions):
        yield wording.HIDDEN.format(number=hidden)


def _pages_of_instruments(facts: AnnexFacts) -> Iterator[AnnexPage]:
    """Yield a page for each instrument: the weights in the head are its own."""
    instruments = _instruments(facts.regions)
    has_cohorts = len({one.cohort for one in facts.regions}) > 1
    for number, instrument in enumerate(instruments, start=1):
        own = tuple(one for one in facts.regions if one.instrument.checksum == instrument.checksum)
        has_marks = any(mark_of(one, AnnexLayout.WEIGHTS) for one in own)
        of_own = replace(facts, regions=own)
        page = _page(of_own, AnnexLayout.WEIGHTS, has_remarks=has_cohorts or has_marks)
        if len(instruments) == 1:
            yield page
        else:
            *first, year = page.title
            title = (*first, f"{_cohorts(own)}, {year}")
            yield replace(page, name=f"{page.name} ({number})", title=title)


def _page(facts: AnnexFacts, layout: AnnexLayout, *, has_remarks: bool) -> AnnexPage:
    present = [one for one in facts.regions if one.takes_part]
    absent = [one for one in facts.regions if not one.takes_part]
    columns = _Columns(layout, _dimensions(_instruments(facts.regions)), has_remarks)
    return AnnexPage(
        name=wording.ANNEX,
        head=_head(facts.round),
        title=title_of(facts.round),
        warnings=tuple(_warnings_of_letter(facts)),
        table=_table(present, columns),
        remarks=tuple(remarks_of(facts, layout)),
        absent=_table(absent, columns),
    )


def _warnings_of_letter(facts: AnnexFacts) -> Iterator[str]:
    yield from warnings_of(facts)
    if letter_gap(facts.round) is not None:
        yield wording.DRAFT


def _instruments(regions: Sequence[AnnexRegion]) -> tuple[Instrument, ...]:
    return tuple({one.instrument.checksum: one.instrument for one in regions}.values())


def _dimensions(instruments: Sequence[Instrument]) -> tuple[Dimension, ...]:
    """Return the columns of all instruments, those that several share once."""
    found: dict[DimensionKey, Dimension] = {}
    for instrument in sorted(instruments, key=lambda one: len(one.dimensions)):
        for dimension in instrument.dimensions:
            found.setdefault(dimension.key, dimension)
    return tuple(found.values())


def _cohorts(regions: Sequence[AnnexRegion]) -> str:
    return ", ".join(dict.fromkeys(one.cohort.upper() for one in regions))


def _head(round_: Round) -> tuple[str, ...]:
    day = round_.letter_date
    return (
        wording.ANNEX,
        f"{wording.NUMBER}: {round_.letter_number or wording.NOT_SET}",
        f"{wording.DATE}: {wording.NOT_SET if day is None else show_date(day)}",
    )


def _table(regions: Sequence[AnnexRegion], columns: _Columns) -> AnnexTable:
    dimensions = columns.dimensions
    names = [wording.DIMENSIONS.get(one.key, one.name.indonesian.upper()) for one in dimensions]
    last = [wording.FINAL]
    last += [wording.IMPROVEMENT] if columns.has_improvement else []
    last += [wording.REMARK] if columns.has_remarks else []
    weights: tuple[str, ...] = ()
    if not columns.has_improvement:
        under = [f"({one.weight}{DECIMALS})" for one in dimensions]
        weights = ("", "", *under, *("" for _name in last))
    return AnnexTable(
        headings=(wording.ORDINAL, wording.REGION, *names, *last),
        weights=weights,
        rows=tuple(_row(number, one, columns) for number, one in enumerate(regions, start=1)),
    )


def _row(number: int, region: AnnexRegion, columns: _Columns) -> tuple[Cell, ...]:
    has_index = region.takes_part and region.final is not None
    figures: list[Decimal | None] = [region.means.get(one.key) for one in columns.dimensions]
    figures.append(region.final)
    if columns.has_improvement:
        figures.append(None if region.improvement is None else region.improvement.recomputed)
    cells: list[Cell] = [number, region.name]
    cells += [NOTHING if one is None or not has_index else one for one in figures]
    if columns.has_remarks:
        mark = mark_of(region, columns.layout)
        cells.append(
            f"{region.cohort.upper()}{COHORT_END} {mark}" if mark else region.cohort.upper()
        )
    return tuple(cells)
