"""What the whole round costs in one workspace, in seconds for each region.

    python -m benchmarks.scaling WORKSPACE

Prints {"open": ..., "overview": ..., "results": ..., "sheet": ...}; sheets are written for a part
of the regions, all else is about all of them.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace

TIMES: Final = 5
SHEETS: Final = 12


def seconds_of(act: Callable[[], object], times: int = TIMES) -> float:
    """Return the median time of `act`, which runs once more to warm up."""
    found = []
    for _time in range(times + 1):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return statistics.median(found[1:])


def main(path: Path) -> None:
    """Measure."""
    surroundings = Surroundings.real()
    opening = seconds_of(lambda: open_workspace(path, surroundings).close())
    with open_workspace(path, surroundings) as workspace, tempfile.TemporaryDirectory() as folder:
        (round_,) = workspace.rounds.all()
        (me,) = workspace.people.assessors()
        orders = workspace.sheets.plan(round_.id, assessors=[me.id])
        # Spread over the round, the last ones included.
        some = orders[:: max(len(orders) // SHEETS, 1)][-SHEETS:]
        regions = len(orders)
        writing = seconds_of(lambda: workspace.sheets.export(some, Path(folder)), times=1)
        print(
            json.dumps(
                {
                    "open": opening / regions,
                    "overview": seconds_of(lambda: workspace.overview.of_round(round_.id))
                    / regions,
                    "results": seconds_of(lambda: workspace.results.of_round(round_.id), times=2)
                    / regions,
                    "sheet": writing / len(some),
                }
            )
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
