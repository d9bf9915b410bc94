"""Read and merge the sheets of a season into a fresh copy of the lead's workspace.

    python -m benchmarks.merging FOLDER SHEETS [peak]

FOLDER is what `benchmarks.season` made; SHEETS says how many of its sheets. Prints {"read":
seconds, "preview": seconds, "merge": seconds, "peak": bytes or null}. The peak is looked for only
where it is asked for: of this process and its children together, pages that they share once.
"""

import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

Answer = TypeVar("Answer")
KILOBYTE: Final = 1024
PAUSE: Final = 0.02
"""Seconds between two looks at the memory."""


class Memory:
    """Looks at the memory of this process and its children from a thread of its own."""

    def __init__(self) -> None:
        self._most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def peak(self) -> int | None:
        """Stop looking; return the most that was seen, None where the system does not tell."""
        self._ended.set()
        self._thread.join()
        return self._most or None

    def _look(self) -> None:
        while not self._ended.wait(PAUSE):
            self._most = max(self._most, sum(map(_share, (os.getpid(), *_children(os.getpid())))))


def main(folder: Path, sheets: int, *, wants_peak: bool) -> None:
    """Measure."""
    # Processes that read import this module anew. As in the product, where they import `main`, it
    # must not bring them what only the first one needs.
    from assessor.services.surroundings import Surroundings
    from assessor.services.workspace import open_workspace

    memory = Memory() if wants_peak else None
    files = sorted((folder / "sheets").iterdir())[:: _step(folder, sheets)][:sheets]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "lead.sqlite")
        shutil.copy(folder / "lead.sqlite", path)
        with open_workspace(path, Surroundings.real()) as lead:
            merging = lead.merging
            found, readings = _timed(lambda: merging.read(merging.find(files)))
            looking, _preview = _timed(lambda: merging.preview(readings.files))
            writing, done = _timed(lambda: merging.merge(readings.files))
    if done is None or done.report.taken != sheets:
        raise SystemExit("not all sheets were taken")
    peak = None if memory is None else memory.peak()
    print(json.dumps({"read": found, "preview": looking, "merge": writing, "peak": peak}))


def _step(folder: Path, sheets: int) -> int:
    """Return the distance at which to take sheets, so that few are spread over all regions."""
    return sum(1 for _file in (folder / "sheets").iterdir()) // sheets


def _timed(act: Callable[[], Answer]) -> tuple[float, Answer]:
    start = time.perf_counter()
    answer = act()
    return time.perf_counter() - start, answer


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        said = " ".join((task / "children").read_text("ascii") for task in tasks)
    except OSError:
        return []
    return [one for child in map(int, said.split()) for one in (child, *_children(child))]


def _share(process: int) -> int:
    """Return the bytes a process takes, its part of those it shares; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * KILOBYTE for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), wants_peak="peak" in sys.argv[3:])
