"""The ranking of a round: for the team alone, never a part of the letter."""

from collections import Counter
from decimal import Decimal
from typing import Final

from assessor.domain.annex import wording
from assessor.domain.annex.composing import title_of, warnings_of
from assessor.domain.annex.records import (
    AnnexFacts,
    AnnexLayout,
    AnnexPage,
    AnnexRegion,
    AnnexTable,
    Cell,
)
from assessor.domain.annex.remarks import mark_of, remarks_of
from assessor.domain.figures import NOTHING
from assessor.domain.ranking import competition_ranks

LAYOUT: Final = AnnexLayout.IMPROVEMENT
"""Improvements are shown, so what is to be said of them is said here too."""


def compose_ranking(facts: AnnexFacts) -> AnnexPage:
    """Return the regions by rank, equal indices sharing one and saying so; then those without."""
    present = [one for one in facts.regions if one.takes_part]
    ranks = competition_ranks({one.name: one.final for one in present if one.final is not None})
    bearers = Counter(ranks.values())
    last = len(present) + 1
    rows = tuple(
        _row(region, ranks.get(region.name), bearers)
        for region in sorted(present, key=lambda one: ranks.get(one.name, last))
    )
    return AnnexPage(
        name=wording.RANKING,
        head=(wording.FOR_THE_TEAM,),
        title=(wording.RANKING_TITLE, *title_of(facts.round)[1:]),
        warnings=tuple(warnings_of(facts)),
        table=AnnexTable(wording.RANKING_HEADINGS, (), rows),
        remarks=tuple(remarks_of(facts, LAYOUT)),
        absent=AnnexTable(wording.RANKING_HEADINGS, (), ()),
    )


def _row(region: AnnexRegion, rank: int | None, bearers: Counter[int]) -> tuple[Cell, ...]:
    change = region.improvement
    recomputed = None if change is None else change.recomputed
    said = [mark_of(region, LAYOUT)]
    if rank is not None and bearers[rank] > 1:
        said.insert(0, wording.TIED.format(number=bearers[rank]))
    return (
        NOTHING if rank is None else rank,
        region.name,
        region.cohort.upper(),
        _cell(region.final),
        _cell(recomputed),
        _cell(None if change is None else change.of_finals),
        ", ".join(filter(None, said)) or NOTHING,
    )


def _cell(figure: Decimal | None) -> Cell:
    return NOTHING if figure is None else figure
