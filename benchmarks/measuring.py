"""Running a script as a process of its own: its wall time, its peak memory, what it printed."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
KILOBYTE: Final = 1024 if sys.platform != "darwin" else 1
"""Linux counts peak memory in kilobytes, macOS in bytes."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a script."""

    seconds: float
    peak: int | None
    """Bytes; None where the system does not tell (Windows)."""
    said: Any
    """What it printed, read as JSON; None for nothing."""


@dataclass(frozen=True, slots=True)
class Script:
    """A module of this package with its arguments and its surroundings."""

    module: str
    arguments: tuple[str, ...] = ()
    home: Path | None = None
    """Where the program finds its settings and keeps its logs."""

    def run(self) -> Run:
        """Run it once; raises CalledProcessError where it fails."""
        command = [sys.executable, "-m", self.module, *self.arguments]
        # Files, not pipes: nothing has to be read while it runs.
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as complaints:
            start = time.perf_counter()
            process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdout=out, stderr=complaints
            )
            peak = _wait(process)
            seconds = time.perf_counter() - start
            if process.returncode != 0:
                complaints.seek(0)
                sys.stderr.write(complaints.read())
                raise subprocess.CalledProcessError(process.returncode, command)
            out.seek(0)
            said = out.read()
        return Run(seconds, peak, json.loads(said) if said.strip() else None)

    def _environment(self) -> dict[str, str]:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        # An installed program is compiled once, not at every start.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if self.home is not None:
            for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
                environment[name] = str(self.home)
        return environment


@dataclass(frozen=True, slots=True)
class Claim:
    """What was measured, and the most that was promised."""

    name: str
    ratio: float | None
    """None where it cannot be measured here."""
    limit: float | None
    """None where nothing was promised; the line is for information."""
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.ratio is None or self.limit is None or self.ratio <= self.limit

    def __str__(self) -> str:
        """Return the line that is printed."""
        ratio = "   –" if self.ratio is None else f"{self.ratio:4.2f}"
        limit = "no limit  " if self.limit is None else f"limit {self.limit:4.2f}"
        is_open = self.ratio is None or self.limit is None
        verdict = "–" if is_open else "ok" if self.holds else "OVER"
        return f"{self.name:<52} {ratio}  {limit}  {verdict:<4}  {self.detail}"


def alternating(ours: Script, floor: Script, pairs: int) -> tuple[tuple[Run, Run], ...]:
    """Run both in turn, so that whatever else the machine does falls on both; once to warm up."""
    for script in (ours, floor):
        script.run()
    return tuple((ours.run(), floor.run()) for _pair in range(pairs))


def median_ratio(
    runs: Iterable[tuple[Run, Run]], figure: Callable[[Run], float | None]
) -> float | None:
    """Return the median of the ratios pair by pair; None where a figure is not known."""
    ratios = []
    for ours, floor in runs:
        above, below = figure(ours), figure(floor)
        if above is None or below is None:
            return None
        ratios.append(above / below)
    return statistics.median(ratios)


def middle(runs: Iterable[Run], figure: Callable[[Run], float | None]) -> float | None:
    """Return the median of a figure; None where it is not known."""
    figures = [value for run in runs if (value := figure(run)) is not None]
    return statistics.median(figures) if figures else None


def _wait(process: subprocess.Popen[bytes]) -> int | None:
    """Wait for the end; return the peak memory in bytes where the system tells it."""
    if sys.platform == "win32":
        process.wait()
        return None
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * KILOBYTE
