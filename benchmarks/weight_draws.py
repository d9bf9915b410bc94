"""Try how firmly the ranks of a round stand; print what each part takes, in seconds.

    python -m benchmarks.weight_draws WORKSPACE

Prints {"regions": ..., "draws": ..., "assessors": ...}: 10,000 draws from the records of the
regions to the records of their ranks, and leaving out one assessor after the other.
"""

import json
import sys
import time
from pathlib import Path
from typing import Final

from assessor.services.robustness import DrawOrder, ranks_left_out, weigh
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace

TIMES: Final = 5


def main(path: Path) -> None:
    """Measure; the first time is to warm up."""
    with open_workspace(path, Surroundings.real()) as workspace:
        (round_,) = workspace.rounds.all()
        standings, _hidden = workspace.robustness.standings(round_.id)
    start = time.perf_counter()
    left_out = ranks_left_out(standings) or {}
    assessors = time.perf_counter() - start
    draws = []
    for _time in range(TIMES + 1):
        start = time.perf_counter()
        weigh(standings, left_out, DrawOrder())
        draws.append(time.perf_counter() - start)
    found = {"regions": len(standings), "draws": draws[1:], "assessors": assessors}
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
