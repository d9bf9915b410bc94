"""How firmly ranks stand: under other weights, and without any one assessor.

Advice for the team. Official ranks rest on the official two-decimal index alone, and nothing of
this goes into a letter. Nothing of it is stored.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessor.domain.ids import AssessorId, ParticipantId, RoundId
from assessor.domain.instrument import Instrument
from assessor.domain.leaving_out import finals_without_each
from assessor.domain.ranking import competition_ranks
from assessor.domain.records import Participant
from assessor.domain.result import Result
from assessor.persistence.database import Database
from assessor.services.panel_reading import NOBODY, Panel
from assessor.services.people import who_am_i
from assessor.services.results import Results

DRAWS: Final = 10_000
SEED: Final = 1


class Stage(StrEnum):
    """What is being done."""

    ASSESSORS = "assessors"
    """Leaving out one after the other; counted in regions."""
    WEIGHTS = "weights"
    """Drawing weights; counted in draws."""


@dataclass(frozen=True, slots=True)
class DrawOrder:
    """Which draws; the same order gives the same outcome on every machine."""

    seed: int = SEED
    """0 or more."""
    draws: int = DRAWS


@dataclass(frozen=True, slots=True)
class Span:
    """From one rank to another, both included; `best` is the smaller number."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class RankRobustness:
    """How firmly one region's rank stands."""

    participant: Participant
    final: Decimal
    is_provisional: bool
    rank: int
    """The official one."""
    drawn: Span
    """The ranks in the middle of the draws: at most 2.5 % of them are better, 2.5 % worse."""
    kept: int
    """In how many draws the rank was the official one."""
    left_out: Span | None
    """The ranks when any one assessor is left out; None where one alone carries the index."""


@dataclass(frozen=True, slots=True)
class RoundRobustness:
    """How firmly the ranks of a round stand."""

    order: DrawOrder
    regions: tuple[RankRobustness, ...]
    """By rank, then in official order."""
    instruments: tuple[Instrument, ...]
    """What the ranked regions were scored with, each once."""
    hidden: int
    """How many regions are kept from me while I score them; no rank counts them."""

    @property
    def is_provisional(self) -> bool:
        """Whether any of the ranks rests on a provisional index."""
        return any(one.is_provisional for one in self.regions)

    def of_region(self, participant: ParticipantId) -> RankRobustness | None:
        """Return one region's; None for one without a rank, or kept from me."""
        return next((one for one in self.regions if one.participant.id == participant), None)


@dataclass(frozen=True, slots=True)
class Watch:
    """How the work is followed and stopped."""

    progress: Callable[[Stage, int, int], None] = lambda _stage, _done, _total: None
    """Hears how many are done of how many."""
    is_cancelled: Callable[[], bool] = lambda: False


UNWATCHED: Final = Watch()


@dataclass(frozen=True, slots=True)
class Standing:
    """A ranked region, and what its rank rests on."""

    participant: Participant
    instrument: Instrument
    panel: Panel
    result: Result
    final: Decimal
    rank: int

    @property
    def means(self) -> tuple[int, ...]:
        """The rounded dimensions in hundredths."""
        return tuple(
            int(part.mean.scaleb(2)) for part in self.result.dimensions if part.mean is not None
        )


class Robustness:
    """Tries how ranks would stand otherwise; reads in one transaction, stores nothing."""

    def __init__(self, database: Database, results: Results) -> None:
        self._database = database
        self._results = results

    def of_round(
        self, round_id: RoundId, order: DrawOrder | None = None, watch: Watch = UNWATCHED
    ) -> RoundRobustness | None:
        """Return how firmly the ranks stand; None where it was cancelled.

        Regions that I have begun and not locked are no part of it, as in the results.
        """
        order = order or DrawOrder()
        standings, hidden = self.standings(round_id)
        left_out = ranks_left_out(standings, watch)
        regions = None if left_out is None else weigh(standings, left_out, order, watch)
        if regions is None:
            return None
        instruments = {one.instrument.checksum: one.instrument for one in standings}
        return RoundRobustness(order, regions, tuple(instruments.values()), hidden)

    def standings(self, round_id: RoundId) -> tuple[tuple[Standing, ...], int]:
        """Return the ranked regions in their official order, and how many are kept from me."""
        with self._database.reading() as session:
            figures = self._results.read(session, round_id, who_am_i(session))
        found = [
            Standing(
                participant=line.participant,
                instrument=line.instrument,
                panel=figures.panels.get(region, NOBODY),
                result=line.result,
                final=line.result.final,
                rank=line.rank,
            )
            for region, line in figures.lines.items()
            if line.result.final is not None and line.rank is not None
        ]
        return tuple(found), len(figures.participants) - len(figures.lines)


def ranks_left_out(
    standings: Sequence[Standing], watch: Watch = UNWATCHED
) -> dict[ParticipantId, Span] | None:
    """Return the ranks of each region when any one assessor of the round is left out everywhere.

    The index is computed anew from the scores of the others. A region that one assessor carries
    alone keeps its index in the comparison, so that nobody rises only because it is gone; it has
    no range of its own. None where it was cancelled.
    """
    changed: dict[AssessorId, dict[ParticipantId, Decimal]] = {}
    alone = set()
    for done, one in enumerate(standings, start=1):
        if watch.is_cancelled():
            return None
        panel = one.panel
        finals = finals_without_each(one.instrument, panel.assessments, panel.settled)
        for assessment, final in zip(panel.assessments, finals, strict=True):
            without = changed.setdefault(assessment.assessor.id, {})
            if final is None:
                alone.add(one.participant.id)
            else:
                without[one.participant.id] = final
        watch.progress(Stage.ASSESSORS, done, len(standings))
    official = {one.participant.id: one.final for one in standings}
    ranks = [competition_ranks({**official, **without}) for without in changed.values()]
    return {
        region: Span(min(found), max(found))
        for region in official
        if region not in alone and (found := [one[region] for one in ranks])
    }


def weigh(
    standings: Sequence[Standing],
    left_out: Mapping[ParticipantId, Span],
    order: DrawOrder,
    watch: Watch = UNWATCHED,
) -> tuple[RankRobustness, ...] | None:
    """Return how firmly each rank stands under drawn weights; None where it was cancelled."""
    drawn = _drawn(standings, order, watch)
    if drawn is None:
        return None
    found = (
        RankRobustness(
            participant=one.participant,
            final=one.final,
            is_provisional=one.result.is_provisional,
            rank=one.rank,
            drawn=drawn[one.participant.id].middle,
            kept=drawn[one.participant.id].kept,
            left_out=left_out.get(one.participant.id),
        )
        for one in standings
    )
    return tuple(sorted(found, key=lambda one: one.rank))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the draws made of one region's rank."""

    middle: Span
    kept: int


def _drawn(
    standings: Sequence[Standing], order: DrawOrder, watch: Watch
) -> dict[ParticipantId, _Drawn] | None:
    if not standings:
        return {}
    from assessor.services.weight_draws import ScoredAlike, count_ranks, middle_ranks

    alike: dict[tuple[str, str], list[Standing]] = {}
    for one in standings:
        alike.setdefault((one.instrument.id, one.instrument.checksum), []).append(one)
    groups = [
        ScoredAlike(some[0].instrument, tuple(one.means for one in some)) for some in alike.values()
    ]
    counted = count_ranks(
        groups,
        order.draws,
        order.seed,
        lambda done: watch.progress(Stage.WEIGHTS, done, order.draws),
        watch.is_cancelled,
    )
    if counted is None:
        return None
    in_turn = (one for some in alike.values() for one in some)
    return {
        one.participant.id: _Drawn(Span(*middle), int(counts[one.rank]))
        for one, middle, counts in zip(in_turn, middle_ranks(counted), counted, strict=True)
    }
