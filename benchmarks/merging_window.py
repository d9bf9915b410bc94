"""Drop a folder of sheets on the real window and merge it; how long the window does not answer.

    python -m benchmarks.merging_window FOLDER

FOLDER is what `benchmarks.season` made. Prints {"gap": seconds}: the longest time from one look at
the keyboard to the next, from the drop to the end of the merge.
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

LONGEST: Final = 300.0
"""Seconds to wait for the end."""
PIECE: Final = 1
"""Milliseconds after which events that still wait are left to the next turn."""


class Watch:
    """Lets the window work until something has happened, and looks at every turn."""

    def __init__(self, turn: Callable[[], None]) -> None:
        """Take what handles the events that wait."""
        self.gap = 0.0
        self._turn = turn

    def until(self, has_happened: Callable[[], bool]) -> None:
        """Take turn after turn; raises TimeoutError where it never happens."""
        begun = last = time.perf_counter()
        while not has_happened():
            self._turn()
            now = time.perf_counter()
            self.gap, last = max(self.gap, now - last), now
            if now - begun > LONGEST:
                raise TimeoutError
            time.sleep(0.001)


def main(folder: Path) -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "lead.sqlite")
        shutil.copy(folder / "lead.sqlite", path)
        print(json.dumps({"gap": _longest_gap(path, folder / "sheets")}))


def _longest_gap(path: Path, sheets: Path) -> float:
    # Processes that read import this module anew, and must not get a window with it.
    from PySide6.QtCore import QCoreApplication, QEventLoop
    from PySide6.QtWidgets import QApplication, QLabel, QPushButton

    from benchmarks.window import Bench
    from main import collect_garbage
    from resources.i18n import use_language

    def turn() -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, PIECE)

    use_language("id")
    bench = Bench(QApplication(sys.argv[:1]), path)
    collect_garbage()
    session = bench.application.session
    if session is None:
        raise SystemExit("no workspace is open")
    watch = Watch(turn)
    tasks = bench.application.tasks
    session.merge_sheets()
    bench.settle()
    button, summary = bench.part(QPushButton, "merge_now"), bench.part(QLabel, "summary_counts")
    session.merge_sheets([sheets])
    watch.until(lambda: button.isEnabled() and not tasks.are_running)
    button.click()
    watch.until(lambda: summary.isVisible() and not tasks.are_running)
    return watch.gap


if __name__ == "__main__":
    main(Path(sys.argv[1]))
