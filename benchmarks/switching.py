"""Go from dimension to dimension and from region to region in the real window, key to paint.

    python -m benchmarks.switching WORKSPACE ROWS.json

Prints {"dimension": [seconds ...], "region": [seconds ...]}. ROWS.json is written for the floor:
the rows of the dimension with most questions as the table shows them, and the table's size.
"""

import json
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.window import Bench, Paints, press, until_painted
from ui.screens.walk.question_table import QuestionTable

TIMES: Final = 25
WARM_UP: Final = 4
Key = Qt.Key
NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def shown_rows(table: QuestionTable) -> list[list[str]]:
    """Return what stands in the table, its headings included."""
    model = table.model()
    return [
        [
            str(model.index(row, column).data() or "")
            for column in range(model.columnCount())
            if not table.isColumnHidden(column)
        ]
        for row in range(model.rowCount())
    ]


def switch_dimension(bench: Bench, table: QuestionTable, paints: Paints) -> list[float]:
    """Leave the dimension with most questions and come back; return what coming back takes."""
    found = []
    for _time in range(TIMES + WARM_UP):
        until_painted(press(table, Key.Key_Left, CONTROL), paints)
        bench.settle()
        found.append(until_painted(press(table, Key.Key_Right, CONTROL), paints))
        bench.settle()
    return found[WARM_UP:]


def switch_region(bench: Bench, paints: Paints) -> list[float]:
    """Open one region after the other from the list; return what each takes."""
    regions = bench.part(QListView, "regions")
    found = []
    for row in range(1, TIMES + WARM_UP + 1):
        regions.setCurrentIndex(regions.model().index(row, 0))
        bench.settle()
        found.append(until_painted(press(regions, Key.Key_Return, NO_MODIFIER), paints))
        bench.settle()
    return found[WARM_UP:]


def main(workspace: Path, rows: Path) -> None:
    """Measure in the dimension that the workspace remembers."""
    bench = Bench(QApplication(sys.argv[:1]), workspace)
    table = bench.part(QuestionTable, "questions")
    table.setFocus()
    paints = Paints(table.viewport())
    dimensions = switch_dimension(bench, table, paints)
    shown = {"rows": shown_rows(table), "size": [table.width(), table.height()]}
    rows.write_text(json.dumps(shown), "utf-8")
    print(json.dumps({"dimension": dimensions, "region": switch_region(bench, paints)}))
    # The same place every time, however often this runs on one workspace.
    until_painted(press(table, Key.Key_Left, CONTROL), paints)
    until_painted(press(table, Key.Key_Right, CONTROL), paints)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
