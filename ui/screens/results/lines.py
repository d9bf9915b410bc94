"""The lines of the table of results: what is shown, what is sorted by, what is searched in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessor.domain.figures import NOTHING, show, show_change
from assessor.domain.scoring import WEIGHT_SUM
from assessor.services.region_report import RegionStanding, RoundStandings
from assessor.services.results import RegionResult
from resources.i18n import gettext as _
from ui.screens.results.columns import Column, Fixed, columns_of
from ui.theme import Status

SortKey = int | str
Cell = tuple[str, SortKey | None]
"""What is shown, and what it is sorted by; None where there is nothing."""
LAST: Final = 10**9
"""Beyond every figure: what has none comes last, whichever way is sorted."""


class State(StrEnum):
    """How far a region's figures can be relied on."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    EMPTY = "empty"
    """No index yet."""
    HIDDEN = "hidden"
    """Kept from who reads until they lock their own assessment."""


STATUSES: Final = {
    State.FINAL: Status.DONE,
    State.PROVISIONAL: Status.NOTICE,
    State.EMPTY: Status.OPEN,
    State.HIDDEN: Status.LOCKED,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One region, worked out once so that sorting and searching only compare."""

    standing: RegionStanding
    state: State
    texts: tuple[str, ...]
    ascending: tuple[SortKey, ...]
    """By column, for sorting upwards: hundredths of a figure, never a rounded one."""
    descending: tuple[SortKey, ...]
    haystack: str
    """What is searched in, without capitals."""


@dataclass(frozen=True, slots=True)
class ResultsTable:
    """All lines of a round under their columns, in the language in use."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


NOTHING_YET: Final = ResultsTable((), ())


def table_of(standings: RoundStandings) -> ResultsTable:
    """Return the table of a round, in the order of official tables."""
    instruments = {one.instrument.checksum: one.instrument for one in standings.regions}
    columns = columns_of(tuple(instruments.values()))
    shared = Counter(line.rank for line in standings.lines)
    return ResultsTable(columns, tuple(_line(one, columns, shared) for one in standings.regions))


def state_of(standing: RegionStanding) -> State:
    """Return how far a region's figures can be relied on."""
    if standing.line is None:
        return State.HIDDEN
    if standing.line.result.final is None:
        return State.EMPTY
    return State.PROVISIONAL if standing.line.result.is_provisional else State.FINAL


def state_text(state: State) -> str:
    """Return it in a word or two."""
    return {
        State.FINAL: _("final"),
        State.PROVISIONAL: _("PROVISIONAL"),
        State.EMPTY: _("no index yet"),
        State.HIDDEN: _("hidden"),
    }[state]


def rank_text(rank: int | None, *, is_shared: bool) -> str:
    """Return a rank, with = where regions share it."""
    return NOTHING if rank is None else f"{rank} =" if is_shared else str(rank)


def _line(
    standing: RegionStanding, columns: Sequence[Column], shared: Mapping[int | None, int]
) -> Line:
    fixed, means = _fixed(standing, shared), _means(standing.line)
    cells = [fixed.get(column.kind) or _figure(means.get(column.kind)) for column in columns]
    region = standing.participant.region
    return Line(
        standing=standing,
        state=state_of(standing),
        texts=tuple(text for text, _key in cells),
        ascending=tuple(LAST if key is None else key for _text, key in cells),
        descending=tuple(-LAST if key is None else key for _text, key in cells),
        haystack=f"{region.name} {region.code} {region.province}".casefold(),
    )


def _fixed(standing: RegionStanding, shared: Mapping[int | None, int]) -> Mapping[str, Cell]:
    line, participant, state = standing.line, standing.participant, state_of(standing)
    rank = None if line is None else line.rank
    panel = _("{present} of {expected}").format(
        present=standing.present, expected=standing.expected
    )
    return {
        Fixed.RANK: (rank_text(rank, is_shared=shared[rank] > 1), rank),
        Fixed.REGION: (participant.region.name, participant.region.name),
        Fixed.COHORT: (participant.cohort.name, participant.cohort.name),
        Fixed.FINAL: _figure(None if line is None else line.result.final),
        Fixed.IMPROVEMENT: _improvement(line),
        Fixed.PANEL: (panel, standing.present * WEIGHT_SUM - standing.expected),
        Fixed.STATE: (state_text(state), list(State).index(state)),
    }


def _means(line: RegionResult | None) -> Mapping[str, Decimal | None]:
    if line is None:
        return {}
    return {one.dimension.key: one.mean for one in line.result.dimensions}


def _improvement(line: RegionResult | None) -> Cell:
    change = None if line is None else line.improvement
    if change is None:
        return show_change(change), None
    counted = change.of_finals if change.recomputed is None else change.recomputed
    return show_change(change), _figure(counted)[1]


def _figure(value: Decimal | None) -> Cell:
    return show(value), None if value is None else int(value.scaleb(2))
