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

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from benchmarks.window import Bench
from main import collect_garbage
from resources.i18n import use_language

LONGEST: Final = 300.0
"""Seconds to wait for the end."""
PIECE: Final = 1
"""Milliseconds after which events that still wait are left to the next turn."""


class Watch:
    """Lets the window work until something has happened, and looks at every turn."""

    def __init__(self) -> None:
        self.gap = 0.0

    def until(self, has_happened: Callable[[], bool]) -> None:
        """Take turn after turn; raises TimeoutError where it never happens."""
        begun = last = time.perf_counter()
        while not has_happened():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, PIECE)
            now = time.perf_counter()
            self.gap, last = max(self.gap, now - last), now
            if now - begun > LONGEST:
                raise TimeoutError
            time.sleep(0.001)


def main(folder: Path) -> None:
    """Measure."""
    use_language("id")
    qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "lead.sqlite")
        shutil.copy(folder / "lead.sqlite", path)
        bench = Bench(qt, path)
        collect_garbage()
        session = bench.application.session
        if session is None:
            raise SystemExit("no workspace is open")
        watch = Watch()
        tasks = bench.application.tasks
        session.merge_sheets()
        bench.settle()
        button, summary = bench.part(QPushButton, "merge_now"), bench.part(QLabel, "summary_counts")
        session.merge_sheets([folder / "sheets"])
        watch.until(lambda: button.isEnabled() and not tasks.are_running)
        button.click()
        watch.until(lambda: summary.isVisible() and not tasks.are_running)
    print(json.dumps({"gap": watch.gap}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
