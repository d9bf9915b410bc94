"""How firmly ranks stand: under other weights, and without any one assessor.

Advice for the team. Official ranks rest on the official two-decimal index alone, and nothing of
this goes into a letter. Nothing of it is stored.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate
from typing import Final

from assessor.domain.ids import AssessorId, ParticipantId, RoundId
from assessor.domain.instrument import Instrument
from assessor.domain.leaving_out import finals_without_each
from assessor.domain.panel import is_blind
from assessor.domain.ranking import competition_ranks
from assessor.domain.records import Participant
from assessor.domain.result import Result, panel_result
from assessor.persistence.database import Database
from assessor.persistence.reading import read_participants
from assessor.services.instruments import Instruments
from assessor.services.panel_reading import NOBODY, Panel, read_panels
from assessor.services.people import who_am_i

DRAWS: Final = 10_000
SEED: Final = 1
OUTSIDE: Final = 40
"""One draw in this many may lie on either side of a central range: 2.5 %, so 95 % lie inside."""


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
    """By rank, then in official order; without those kept from me."""
    ranked: int
    """Among how many regions the ranks are."""
    hidden: int
    """Ranked regions that I am still scoring: nothing of them is shown."""
    is_provisional: bool
    """Whether any of the ranks rests on a provisional index."""

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
    is_hidden: bool
    """Whether I still score it, and must see nothing of the others."""

    @property
    def means(self) -> tuple[int, ...]:
        """The rounded dimensions in hundredths."""
        return tuple(
            int(part.mean.scaleb(2)) for part in self.result.dimensions if part.mean is not None
        )


class Robustness:
    """Tries how ranks would stand otherwise; reads in one transaction, stores nothing."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._database = database
        self._instruments = instruments

    def of_round(
        self, round_id: RoundId, order: DrawOrder | None = None, watch: Watch = UNWATCHED
    ) -> RoundRobustness | None:
        """Return how firmly the ranks stand; None where it was cancelled.

        Regions that I have begun and not locked count in everybody's ranks, but are not shown.
        """
        order = order or DrawOrder()
        standings = self._standings(round_id)
        left_out = ranks_left_out(standings, watch)
        if left_out is None:
            return None
        return weigh(standings, left_out, order, watch)

    def _standings(self, round_id: RoundId) -> tuple[Standing, ...]:
        with self._database.reading() as session:
            me = who_am_i(session)
            participants = [one for one in read_participants(session, round_id) if one.takes_part]
            panels = read_panels(session, [one.id for one in participants])
        found = []
        for one in participants:
            panel, cohort = panels.get(one.id, NOBODY), one.cohort
            instrument = self._instruments.get(cohort.instrument, cohort.checksum)
            result = panel_result(instrument, panel.assessments, panel.settled)
            if result.final is not None:
                hidden = is_blind(me, panel.assessments)
                found.append(Standing(one, instrument, panel, result, result.final, hidden))
        return tuple(found)


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
) -> RoundRobustness | None:
    """Return how firmly the ranks stand under drawn weights; None where it was cancelled."""
    drawn = _drawn_ranks(standings, order, watch)
    if drawn is None:
        return None
    ranks = competition_ranks({one.participant.id: one.final for one in standings})
    shown = [one for one in standings if not one.is_hidden]
    regions = (
        RankRobustness(
            participant=one.participant,
            final=one.final,
            rank=ranks[one.participant.id],
            drawn=central_span(drawn[one.participant.id]),
            kept=drawn[one.participant.id][ranks[one.participant.id]],
            left_out=left_out.get(one.participant.id),
        )
        for one in shown
    )
    return RoundRobustness(
        order=order,
        regions=tuple(sorted(regions, key=lambda one: one.rank)),
        ranked=len(standings),
        hidden=len(standings) - len(shown),
        is_provisional=any(one.result.is_provisional for one in standings),
    )


def _drawn_ranks(
    standings: Sequence[Standing], order: DrawOrder, watch: Watch
) -> dict[ParticipantId, Sequence[int]] | None:
    """Return how often each region had each rank; None where it was cancelled."""
    if not standings:
        return {}
    from assessor.services.weight_draws import ScoredAlike, count_ranks

    alike: dict[tuple[str, str], list[Standing]] = {}
    for one in standings:
        alike.setdefault((one.instrument.id, one.instrument.checksum), []).append(one)
    counted = count_ranks(
        [
            ScoredAlike(some[0].instrument, tuple(one.means for one in some))
            for some in alike.values()
        ],
        order.draws,
        order.seed,
        lambda done: watch.progress(Stage.WEIGHTS, done, order.draws),
        watch.is_cancelled,
    )
    if counted is None:
        return None
    in_turn = (one.participant.id for some in alike.values() for one in some)
    return dict(zip(in_turn, counted, strict=True))


def central_span(counts: Sequence[int]) -> Span:
    """Return the ranks left when at most 2.5 % of the draws are set aside on either side.

    `counts` says how often each rank was drawn, from rank 0 on.
    """
    draws = sum(counts)
    until = list(accumulate(counts))
    best = next(rank for rank, found in enumerate(until) if found * OUTSIDE > draws)
    worst = next(rank for rank, found in enumerate(until) if (draws - found) * OUTSIDE <= draws)
    return Span(best, worst)
