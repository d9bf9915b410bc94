"""Sort and filter a bare QSortFilterProxyModel over the same rows, in a bare QTableView.

    python -m benchmarks.floors.results_table ROWS.json     {"sort": [...], "filter": [...]}

ROWS.json is {"rows": [[text ...] ...], "size": [width, height], "typed": text}. The model holds
plain lists; they are sorted as texts, and searched in the column of names.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.floors.table import Model, Paints, settle

TIMES: Final = 24
WARM_UP: Final = 4
NAMES: Final = 1
"""The column in which is searched."""
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def repeat(paints: Paints, act: Callable[[int], object]) -> list[float]:
    """Return what each of many turns takes, to the end of the paint."""
    found = []
    for number in range(TIMES + WARM_UP):
        before, start = paints.count, time.perf_counter()
        act(number)
        while paints.count == before:
            QApplication.processEvents()
        found.append(time.perf_counter() - start)
        settle()
    return found[WARM_UP:]


def main(path: Path) -> None:
    """Sort each column up and down, then filter and show all again."""
    content = json.loads(path.read_text("utf-8"))
    _application = QApplication(sys.argv[:1])
    model, proxy, table = Model(), QSortFilterProxyModel(), QTableView()
    model.show(content["rows"])
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(NAMES)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    table.setModel(proxy)
    table.setSortingEnabled(True)
    paints = Paints()
    table.viewport().installEventFilter(paints)
    table.resize(*content["size"])
    table.show()
    table.sortByColumn(0, ASCENDING)
    settle()
    columns = model.columnCount()
    sorting = repeat(
        paints,
        lambda turn: table.sortByColumn(turn // 2 % columns, ASCENDING if turn % 2 else DESCENDING),
    )
    table.sortByColumn(0, ASCENDING)
    settle()
    filtering = repeat(
        paints, lambda turn: proxy.setFilterFixedString("" if turn % 2 else content["typed"])
    )
    print(json.dumps({"sort": sorting, "filter": filtering}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
