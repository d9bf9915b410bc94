"""Sort and filter the results of a round in the real window, from the key to the paint.

    python -m benchmarks.results_table WORKSPACE ROWS.json

Prints {"sort": [seconds ...], "filter": [seconds ...]}. ROWS.json is written for the floor: the
rows as the table shows them, the table's size, what is sorted and what is typed.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from benchmarks.window import PATIENCE, Bench, Paints, until_painted

TIMES: Final = 24
WARM_UP: Final = 4
TYPED: Final = "kota"
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def show_results(bench: Bench) -> QTableView:
    """Show the results and return their table once it has rows."""
    bench.part(QAction, "results").trigger()
    table, start = bench.part(QTableView, "results_table"), time.perf_counter()
    # A half-filled table would be measured as a fast one.
    while not table.model().rowCount() or bench.application.tasks.are_running:
        QApplication.processEvents()
        if time.perf_counter() - start > 10 * PATIENCE:
            raise TimeoutError
    bench.settle()
    return table


def repeat(bench: Bench, paints: Paints, act: Callable[[int], object]) -> list[float]:
    """Return what each of many turns takes; `act` is told which one it is."""
    found = []
    for number in range(TIMES + WARM_UP):
        found.append(until_painted(partial(act, number), paints))
        bench.settle()
    return found[WARM_UP:]


def main(workspace: Path, rows: Path) -> None:
    """Measure."""
    bench = Bench(QApplication(sys.argv[:1]), workspace)
    table = show_results(bench)
    model, search = table.model(), bench.part(QLineEdit, "results_search")
    shown = [place for place in range(model.columnCount()) if not table.isColumnHidden(place)]
    texts = [
        [str(model.index(row, place).data() or "") for place in shown]
        for row in range(model.rowCount())
    ]
    size = [table.width(), table.height()]
    rows.write_text(json.dumps({"rows": texts, "size": size, "typed": TYPED}), "utf-8")
    paints = Paints(table.viewport())
    sorting = repeat(
        bench,
        paints,
        lambda turn: table.sortByColumn(
            shown[turn // 2 % len(shown)], ASCENDING if turn % 2 else DESCENDING
        ),
    )
    table.sortByColumn(shown[0], ASCENDING)
    bench.settle()
    filtering = repeat(bench, paints, lambda turn: search.setText("" if turn % 2 else TYPED))
    print(json.dumps({"sort": sorting, "filter": filtering}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
