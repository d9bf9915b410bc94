"""What is promised about merging a season's sheets."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.measuring import Claim, Run, Script, alternating, median_ratio, middle

MEBIBYTE: Final = 2**20
REGIONS: Final = 191
SEASON: Final = 955
"""Sheets: five assessors in each region."""
PAIRS: Final = 3
SOME: Final = 24
"""Sheets that openpyxl reads; all would take minutes."""
READING_LIMIT: Final = 3.0
OPENPYXL_LIMIT: Final = 0.2
GROWTH_LIMIT: Final = 5.5
PREVIEW_LIMIT: Final = 0.25
MERGING_MEMORY: Final = 350 * MEBIBYTE
ANSWER: Final = 0.1
"""Seconds after which a person notices that a window waits."""


def merging(folder: Path) -> Iterator[Claim]:
    """A season's sheets merged, against bare loops that only read their cells."""
    Script("benchmarks.season", (str(folder), str(REGIONS)), folder).run()
    place = str(folder)

    def ours(sheets: int, *words: str) -> Script:
        return Script("benchmarks.merging", (place, str(sheets), *words), folder)

    def floor(reader: str, sheets: int) -> Script:
        return Script("benchmarks.floors.reading", (reader, place, str(sheets)), folder)

    pairs = alternating(ours(SEASON), floor("calamine", SEASON), PAIRS)
    merged, bare = (middle(some, _whole) or 0.0 for some in zip(*pairs, strict=True))
    read = middle([one for one, _floor in pairs], _reading) or 0.0
    yield Claim(
        f"{SEASON} sheets read, to python-calamine reading them",
        statistics.median(_reading(one) / _whole(other) for one, other in pairs),
        READING_LIMIT,
        f"{read:.2f} s of {bare:.2f} s",
    )
    # The floor only reads. What a merge adds to that has no floor, so it is told without a limit.
    yield Claim(
        f"{SEASON} sheets read and merged, to the same",
        median_ratio(pairs, _whole),
        None,
        f"{merged:.2f} s of {bare:.2f} s",
    )
    slow = floor("openpyxl", SOME).run()
    scaled = _whole(slow) / SOME * SEASON
    yield Claim(
        "the same, to openpyxl only reading them",
        merged / scaled,
        OPENPYXL_LIMIT,
        f"{merged:.2f} s of {scaled:.0f} s, scaled from {SOME} sheets",
    )
    sizes = alternating(ours(SEASON), ours(REGIONS), PAIRS)
    many, few = (middle(some, _whole) or 0.0 for some in zip(*sizes, strict=True))
    yield Claim(
        f"{SEASON} sheets to {REGIONS} sheets",
        median_ratio(sizes, _whole),
        GROWTH_LIMIT,
        f"{many:.2f} s of {few:.2f} s",
    )
    yield Claim(
        f"a preview with ranks over {REGIONS} regions, to its merge",
        statistics.median(one.said["preview"] / one.said["merge"] for one, _floor in pairs),
        PREVIEW_LIMIT,
    )
    peak = ours(SEASON, "peak").run().said["peak"]
    yield Claim(
        "peak memory of that, all processes together",
        peak and peak / MERGING_MEMORY,
        1.0,
        f"{(peak or 0) / MEBIBYTE:.0f} MB of {MERGING_MEMORY // MEBIBYTE} MB",
    )
    gap = Script("benchmarks.merging_window", (place,), folder).run().said["gap"]
    yield Claim(
        "the longest that the window does not answer",
        gap / ANSWER,
        1.0,
        f"{gap * 1000:.0f} ms of {ANSWER * 1000:.0f} ms",
    )


def _reading(run: Run) -> float:
    return float(run.said["read"])


def _whole(run: Run) -> float:
    """Return the seconds of a merge with its reading, or of a floor."""
    said = run.said
    return float(said["read"] + said["merge"] if "read" in said else said["seconds"])
