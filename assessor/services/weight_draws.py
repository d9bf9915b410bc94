"""Ranks under weights drawn at random: whole numbers only, so that no rounding decides a tie.

The one module that needs NumPy; it is imported when somebody asks for the draws.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assessor.domain.instrument import SCALE, Instrument, RoundingRule

Whole: TypeAlias = NDArray[np.int64]
Small: TypeAlias = NDArray[np.int32]
"""Wide enough for a sum before it is rounded: 400 hundredths times all the weight there is."""

WHOLE_WEIGHT: Final = 1_000_000
"""Weights are drawn in millionths of their sum: 30 % is 300,000. They sum to this, exactly."""
SWING: Final = 250_000
"""A weight moves by up to a quarter, in millionths of itself."""
HUNDREDTHS: Final = 100
LEVELS: Final = SCALE[-1] * HUNDREDTHS + 1
"""How many different indices there are: 0,00 to 4,00."""
OUTSIDE: Final = 40
"""One draw in so many may lie outside on either side of the middle."""
CELLS: Final = 2**16
"""Figures worked on at once; they stay in the processor's own memory, however many draws."""


@dataclass(frozen=True, slots=True)
class ScoredAlike:
    """Regions scored with one instrument."""

    instrument: Instrument
    means: tuple[tuple[int, ...], ...]
    """Region by region the rounded dimensions in hundredths, in the order of the paper."""


def draw_factors(kinds: int, draws: int, seed: int) -> Whole:
    """Return draws × kinds factors in millionths, each alike likely from 0.75 to 1.25.

    Made from the raw stream of PCG64, which NumPy promises to keep: a seed gives the same draws
    with every release of it. That some of the 500,001 factors are likelier by one in 8,000 is
    less than a draw more or less among ten thousand.
    """
    raw = np.random.PCG64(seed).random_raw(draws * kinds).reshape(draws, kinds)
    half = np.uint64(32)
    steps = (raw >> half) * np.uint64(2 * SWING + 1) >> half
    return steps.astype(np.int64) + (WHOLE_WEIGHT - SWING)


def scale_back(weights: Sequence[int], factors: Whole) -> Small:
    """Return draws × weights, each weight times its factor, all scaled to sum to the whole.

    What is rounded is where one weight ends and the next begins: no weight is off by more than
    a millionth, and nothing is left over.
    """
    ends = np.cumsum(factors * np.array(weights, np.int64), axis=1)
    sums = ends[:, -1:]
    rounded = (2 * ends * WHOLE_WEIGHT + sums) // (2 * sums)
    return np.diff(rounded, axis=1, prepend=0).astype(np.int32)


def indices(weights: Small, means: Small, rule: RoundingRule) -> Small:
    """Return draws × regions indices in hundredths, half-up by the instrument's rule.

    `weights` are draws × dimensions in millionths, `means` dimensions × regions in hundredths.
    """
    total = np.zeros((len(weights), means.shape[1]), np.int32)
    for place, mean in enumerate(means):
        share = weights[:, place, None] * mean
        if rule is RoundingRule.COMPONENTS:
            _round(share)
        total += share
    if rule is RoundingRule.TOTAL:
        _round(total)
    return total


def competition_ranks(finals: Small) -> Whole:
    """Return draws × regions ranks, the highest index first; equal indices share one (1, 1, 3)."""
    draws, regions = finals.shape
    # An index of each draw is a place of its own in one long row of counters.
    places = (finals + np.arange(0, draws * LEVELS, LEVELS)[:, None]).ravel()
    counts = np.bincount(places, minlength=draws * LEVELS).reshape(draws, LEVELS)
    at_or_below = np.cumsum(counts, axis=1).ravel()
    ranks: Whole = regions + 1 - at_or_below.take(places)
    return ranks.reshape(draws, regions)


def count_ranks(
    groups: Sequence[ScoredAlike],
    draws: int,
    seed: int,
    progress: Callable[[int], None] = lambda _done: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Whole | None:
    """Return how often each region had each rank, regions in the order of the groups.

    Regions × ranks; the column r is how often it was rank r, nobody is rank 0. All groups are
    ranked together; a dimension that several instruments have gets the same factor in all of them.
    `progress` hears how many draws are done. None where it was cancelled.
    """
    regions = sum(len(group.means) for group in groups)
    weights = _drawn_weights(groups, draws, seed)
    means = [np.array(group.means, np.int32).T.copy() for group in groups]
    counted = np.zeros(regions * (regions + 1), np.int64)
    rows = np.arange(0, counted.size, regions + 1)
    for block in _blocks(draws, regions):
        if is_cancelled():
            return None
        finals = [
            indices(weight[block], mean, group.instrument.rounding)
            for group, weight, mean in zip(groups, weights, means, strict=True)
        ]
        ranks = competition_ranks(np.concatenate(finals, axis=1))
        counted += np.bincount((ranks + rows).ravel(), minlength=counted.size)
        progress(block.stop)
    return counted.reshape(regions, regions + 1)


def middle_ranks(counted: Whole) -> list[tuple[int, int]]:
    """Return each region's best and worst rank in the middle 95 % of its draws.

    At most 2.5 % of them are better, at most 2.5 % worse. `counted` is what `count_ranks` gives.
    """
    until = np.cumsum(counted, axis=1)
    draws = until[:, -1:]
    best = np.argmax(until * OUTSIDE > draws, axis=1)
    worst = np.argmax((draws - until) * OUTSIDE <= draws, axis=1)
    return list(zip(best.tolist(), worst.tolist(), strict=True))


def _drawn_weights(groups: Sequence[ScoredAlike], draws: int, seed: int) -> list[Small]:
    kinds = sorted({one.key for group in groups for one in group.instrument.dimensions})
    factors = draw_factors(len(kinds), draws, seed)
    return [
        scale_back(
            [one.weight for one in group.instrument.dimensions],
            factors[:, [kinds.index(one.key) for one in group.instrument.dimensions]],
        )
        for group in groups
    ]


def _blocks(draws: int, regions: int) -> Iterator[slice]:
    size = max(CELLS // regions, 1)
    for start in range(0, draws, size):
        yield slice(start, min(start + size, draws))


def _round(products: Small) -> None:
    """Make hundredths of hundredths times millionths, half-up; nothing here is below 0."""
    products += WHOLE_WEIGHT // 2
    products //= WHOLE_WEIGHT
