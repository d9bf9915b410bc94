"""Bare NumPy: 10,000 draws of five weights, the ranks of 514 regions in each, and their ranges.

    python -m benchmarks.floors.weight_draws REGIONS     [seconds ...]

It knows nothing of the product: made-up figures, one instrument, no records, no checks, no
progress. The same draws, index, rounding to two decimals and ranks, the fastest way known here.
"""

import json
import sys
import time
from typing import Final

import numpy as np

TIMES: Final = 5
DRAWS: Final = 10_000
BLOCK: Final = 128
WHOLE: Final = 1_000_000
LEVELS: Final = 401
WEIGHTS: Final = np.array([10, 20, 30, 20, 20])


def ranges(means: np.ndarray, official: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each region's best and worst rank in the middle 95 %, and how often it kept its own.

    `means` are dimensions × regions in hundredths.
    """
    regions = means.shape[1]
    raw = np.random.PCG64(1).random_raw(DRAWS * len(WEIGHTS)).reshape(DRAWS, len(WEIGHTS))
    factors = (raw >> np.uint64(32)) * np.uint64(500_001) >> np.uint64(32)
    ends = np.cumsum((factors.astype(np.int64) + 750_000) * WEIGHTS, axis=1)
    sums = ends[:, -1:]
    weights = np.diff((2 * ends * WHOLE + sums) // (2 * sums), axis=1, prepend=0).astype(np.int32)
    counted = np.zeros(regions * (regions + 1), np.int64)
    rows = np.arange(0, counted.size, regions + 1)
    for start in range(0, DRAWS, BLOCK):
        block = weights[start : start + BLOCK]
        finals = block[:, :1] * means[0]
        for place in range(1, len(means)):
            finals += block[:, place, None] * means[place]
        finals += WHOLE // 2
        finals //= WHOLE
        places = (finals + np.arange(0, len(block) * LEVELS, LEVELS)[:, None]).ravel()
        levels = np.bincount(places, minlength=len(block) * LEVELS).reshape(-1, LEVELS)
        ranks = (regions + 1 - np.cumsum(levels, axis=1)).ravel().take(places)
        counted += np.bincount((ranks.reshape(-1, regions) + rows).ravel(), minlength=counted.size)
    counts = counted.reshape(regions, regions + 1)
    until = np.cumsum(counts, axis=1)
    best = np.argmax(until * 40 > DRAWS, axis=1)
    worst = np.argmax((DRAWS - until) * 40 <= DRAWS, axis=1)
    return best, worst, counts[np.arange(regions), official]


def main(regions: int) -> None:
    """Measure; the first time is to warm up."""
    chance = np.random.default_rng(1)
    means = chance.integers(0, LEVELS, (len(WEIGHTS), regions)).astype(np.int32)
    official = np.arange(1, regions + 1)
    found = []
    for _time in range(TIMES + 1):
        start = time.perf_counter()
        ranges(means, official)
        found.append(time.perf_counter() - start)
    print(json.dumps(found[1:]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
