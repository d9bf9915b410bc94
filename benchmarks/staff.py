"""The claims about the staff's job: ranks tried, results sorted and filtered, summaries printed."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.measuring import Claim, Script, alternating
from benchmarks.workspaces import build_panels

MEBIBYTE: Final = 2**20
ALL: Final = 514
SEASON: Final = 141
"""Regions of the round of 2023."""
FEW: Final = 35
DRAWS_LIMIT: Final = 2.0
RESULTS_LIMIT: Final = 2.0
SUMMARIES_LIMIT: Final = 1 / 5
SUMMARIES_MEMORY: Final = 400 * MEBIBYTE
FLAT: Final = 1.2
"""A region may cost this much more among 141 than among 35; more is no noise."""


def draws(folder: Path) -> Iterator[Claim]:
    """10,000 draws of the weights over all regions, against the bare arithmetic."""
    path = folder / "draws.sqlite"
    build_panels(path, ALL, assessors=1)
    runs = alternating(
        Script("benchmarks.weight_draws", (str(path),), folder),
        Script("benchmarks.floors.weight_draws", (str(ALL),), folder),
        3,
    )
    ours = [statistics.median(mine.said["draws"]) for mine, _bare in runs]
    bare = [statistics.median(floor.said) for _mine, floor in runs]
    yield Claim(
        f"10,000 draws of the weights over {ALL} regions",
        statistics.median(one / least for one, least in zip(ours, bare, strict=True)),
        DRAWS_LIMIT,
        f"{statistics.median(ours) * 1000:.0f} ms of {statistics.median(bare) * 1000:.0f} ms",
    )


def results(folder: Path) -> Iterator[Claim]:
    """The table of results sorted and filtered, against a bare proxy over the same rows."""
    path, rows = folder / "results.sqlite", folder / "rows.json"
    build_panels(path, ALL, assessors=1)
    ours = Script("benchmarks.results_table", (str(path), str(rows)), folder)
    ours.run()
    runs = alternating(ours, Script("benchmarks.floors.results_table", (str(rows),), folder), 3)
    for name, words in (("sort", "sorted"), ("filter", "filtered")):
        mine = [statistics.median(one.said[name]) for one, _floor in runs]
        bare = [statistics.median(floor.said[name]) for _one, floor in runs]
        yield Claim(
            f"the results of {ALL} regions {words}",
            statistics.median(one / least for one, least in zip(mine, bare, strict=True)),
            RESULTS_LIMIT,
            f"{statistics.median(mine) * 1000:.1f} ms of {statistics.median(bare) * 1000:.1f} ms",
        )


def summaries(folder: Path) -> Iterator[Claim]:
    """Summaries of a season as one PDF, against LibreOffice and as many score sheets."""
    season, few = folder / "season.sqlite", folder / "few.sqlite"
    build_panels(season, SEASON)
    build_panels(few, FEW)
    runs = alternating(_printing(season, folder), _printing(few, folder), 3)
    took = statistics.median(many.seconds for many, _few in runs)
    office = Script("benchmarks.floors.summaries", (str(season),), folder).run().said
    yield Claim(
        f"summaries of {SEASON} regions as one PDF",
        None if office is None else took / office["seconds"],
        SUMMARIES_LIMIT,
        "LibreOffice is not installed, so this was not measured"
        if office is None
        else f"{took:.1f} s of {office['seconds']:.1f} s",
    )
    peak = max((many.peak or 0 for many, _few in runs), default=0)
    yield Claim(
        "peak memory of that",
        peak / SUMMARIES_MEMORY if peak else None,
        1.0,
        f"{peak / MEBIBYTE:.0f} MB of {SUMMARIES_MEMORY // MEBIBYTE} MB",
    )
    each = [(many.said["seconds"] / SEASON, one.said["seconds"] / FEW) for many, one in runs]
    yield Claim(
        f"a summary: one of {SEASON} to one of {FEW}",
        statistics.median(many / one for many, one in each),
        FLAT,
        f"{statistics.median(many for many, _one in each) * 1000:.0f} ms a region",
    )


def _printing(workspace: Path, folder: Path) -> Script:
    target = workspace.with_suffix(".pdf")
    return Script("benchmarks.summaries", (str(workspace), str(target)), folder)
