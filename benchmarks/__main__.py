"""Measure every claim about speed and print one line for each; exit status 1 where one is broken.

    python -m benchmarks [start | key | commit | switch | sheets | scaling | draws | results |
    summaries | merging ...]

A line says what was measured, the ratio, its limit, and `ok` or `OVER`. Ratios are medians of pairs
that were measured in turn in this run, so that a slow or busy machine is slow for both of a pair.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from assessor.domain.ids import QuestionKey
from benchmarks.measuring import Claim, Run, Script, alternating, median_ratio, middle
from benchmarks.merging_claims import merging
from benchmarks.staff import draws, results, summaries
from benchmarks.workspaces import build

MEBIBYTE: Final = 2**20
FRAME: Final = 1 / 60
"""Seconds between two pictures of a usual screen."""
REGIONS: Final = 191
FEW: Final = 75
ALL: Final = 514
START_LIMIT: Final = 1.5
COMMIT_LIMIT: Final = 5.0
SWITCH_LIMIT: Final = 3.0
SHEETS_LIMIT: Final = 1.5
SHEETS_MEMORY: Final = 300 * MEBIBYTE
FLAT: Final = 1.2
"""A region may cost this much more among 514 than among 75; more is no noise."""
FIRST_OF_IMPACT: Final = QuestionKey("impact.governance.service.1")
MOST_IN_PAIRS: Final = 7


def start(folder: Path) -> Iterator[Claim]:
    """Start to the first painted window, against a bare table on the same file."""
    path = folder / "start.sqlite"
    build(path, REGIONS)
    runs = alternating(
        Script("benchmarks.start", (str(path),), folder),
        Script("benchmarks.floors.start", (str(path),), folder),
        MOST_IN_PAIRS,
    )
    took, least = (middle(some, _seconds) or 0.0 for some in zip(*runs, strict=True))
    yield Claim(
        f"start to the first painted window, {REGIONS} regions",
        median_ratio(runs, _seconds),
        START_LIMIT,
        f"{took:.2f} s of {least:.2f} s",
    )
    most, little = (middle(some, _peak) or 0.0 for some in zip(*runs, strict=True))
    yield Claim(
        "peak memory until then",
        median_ratio(runs, _peak),
        START_LIMIT,
        f"{most / MEBIBYTE:.0f} MB of {little / MEBIBYTE:.0f} MB",
    )


def key(folder: Path) -> Iterator[Claim]:
    """One score from the key to the paint, against the time between two pictures."""
    path = folder / "key.sqlite"
    build(path, REGIONS)
    said = Script("benchmarks.score_key", (str(path),), folder).run().said
    for name, figures in (
        ("a score, key to commit to repaint, 95th percentile", said["keys"]),
        ("the longest wait of the next key, 95th percentile", said["pauses"]),
    ):
        slow, usual = statistics.quantiles(figures, n=20)[-1], statistics.median(figures)
        detail = f"{slow * 1000:.1f} ms of {FRAME * 1000:.1f} ms, median {usual * 1000:.1f} ms"
        yield Claim(name, slow / FRAME, 1.0, detail)


def commit(folder: Path) -> Iterator[Claim]:
    """One score committed, against two raw inserts."""
    path = folder / "commit.sqlite"
    build(path, FEW)
    said = Script("benchmarks.commit", (str(path),), folder).run().said
    yield Claim(
        "a score committed with its line in the log",
        said["ours"] / said["floor"],
        COMMIT_LIMIT,
        f"{said['ours'] * 1000:.2f} ms of {said['floor'] * 1000:.2f} ms",
    )


def switch(folder: Path) -> Iterator[Claim]:
    """Another dimension, another region, against a bare table that shows the same rows."""
    path, rows = folder / "switch.sqlite", folder / "rows.json"
    build(path, FEW, FIRST_OF_IMPACT)
    ours = Script("benchmarks.switching", (str(path), str(rows)), folder)
    ours.run()
    runs = alternating(ours, Script("benchmarks.floors.table", (str(rows),), folder), 3)
    for name in ("dimension", "region"):
        ratios, mine, bare = [], [], []
        for first, second in runs:
            mine.append(statistics.median(first.said[name]))
            bare.append(statistics.median(second.said))
            ratios.append(mine[-1] / bare[-1])
        yield Claim(
            f"another {name} (54 questions) shown",
            statistics.median(ratios),
            SWITCH_LIMIT,
            f"{statistics.median(mine) * 1000:.1f} ms of {statistics.median(bare) * 1000:.1f} ms",
        )


def sheets(folder: Path) -> Iterator[Claim]:
    """75 score sheets, against a bare loop that writes the same cells."""
    runs = alternating(
        Script("benchmarks.score_sheets", (), folder),
        Script("benchmarks.floors.score_sheets", (), folder),
        3,
    )
    took, least = (middle(some, _said_seconds) or 0.0 for some in zip(*runs, strict=True))
    yield Claim(
        "75 score sheets written and verified",
        median_ratio(runs, _said_seconds),
        SHEETS_LIMIT,
        f"{took:.2f} s of {least:.2f} s",
    )
    peak = max((ours.peak or 0 for ours, _floor in runs), default=0)
    yield Claim(
        "peak memory of that",
        peak / SHEETS_MEMORY if peak else None,
        1.0,
        f"{peak / MEBIBYTE:.0f} MB of {SHEETS_MEMORY // MEBIBYTE} MB",
    )


def scaling(folder: Path) -> Iterator[Claim]:
    """What a region costs among 514, against what it costs among 75."""
    scripts = []
    for regions in (ALL, FEW):
        path = folder / f"scaling-{regions}.sqlite"
        build(path, regions)
        scripts.append(Script("benchmarks.scaling", (str(path),), folder))
    many, few = scripts
    runs = tuple((many.run(), few.run()) for _pair in range(3))
    for name, words in (
        ("open", "opening"),
        ("overview", "the list of regions"),
        ("results", "the results"),
        ("sheet", "a score sheet"),
    ):
        ratio = statistics.median(ours.said[name] / floor.said[name] for ours, floor in runs)
        cost = statistics.median(ours.said[name] for ours, _floor in runs)
        yield Claim(
            f"{words}: one of {ALL} regions to one of {FEW}",
            ratio,
            FLAT,
            f"{cost * 1000:.2f} ms a region",
        )


def main(names: Sequence[str]) -> int:
    """Measure the groups named, or all; return the exit status."""
    groups: dict[str, Callable[[Path], Iterator[Claim]]] = {
        one.__name__: one
        for one in (start, key, commit, switch, sheets, scaling, draws, results, summaries, merging)
    }
    if strange := [name for name in names if name not in groups]:
        print(f"There is no {strange[0]}; there are: {', '.join(groups)}", file=sys.stderr)
        return 2
    broken = 0
    for name in names or groups:
        with tempfile.TemporaryDirectory(prefix="assessor-bench-") as folder:
            for claim in groups[name](Path(folder)):
                print(claim, flush=True)
                broken += not claim.holds
    return 1 if broken else 0


def _seconds(run: Run) -> float:
    return run.seconds


def _peak(run: Run) -> float | None:
    return None if run.peak is None else float(run.peak)


def _said_seconds(run: Run) -> float:
    return float(run.said["seconds"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
