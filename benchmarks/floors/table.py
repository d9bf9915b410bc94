"""Show other rows in a bare QTableView of one size, again and again; print what each took.

    python -m benchmarks.floors.table ROWS.json     [seconds ...]

ROWS.json is {"rows": [[text ...] ...], "size": [width, height]}. The model holds plain lists.
"""

import json
import sys
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QApplication, QTableView

TIMES: Final = 25
WARM_UP: Final = 4
SETTLED: Final = 0.045
"""Seconds to let everything happen that still waits."""
NO_PARENT: Final = QModelIndex()
Rows = list[list[str]]
Index = QModelIndex | QPersistentModelIndex


class Model(QAbstractTableModel):
    """Text in rows and columns."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Rows = []

    def show(self, rows: Rows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Answer for the text."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


class Paints(QObject):
    """Notes that its widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count, and let everything pass."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def settle() -> None:
    """Let everything happen that still waits."""
    end = time.perf_counter() + SETTLED
    while time.perf_counter() < end:
        QApplication.processEvents()


def main(path: Path) -> None:
    """Switch between the rows and the same rows backwards."""
    content = json.loads(path.read_text("utf-8"))
    application = QApplication(sys.argv[:1])
    model, table, paints = Model(), QTableView(), Paints()
    table.setModel(model)
    table.viewport().installEventFilter(paints)
    table.resize(*content["size"])
    table.show()
    found = []
    for number in range(TIMES + WARM_UP):
        settle()
        rows = content["rows"] if number % 2 else content["rows"][::-1]
        before, start = paints.count, time.perf_counter()
        model.show(rows)
        while paints.count == before:
            application.processEvents()
        found.append(time.perf_counter() - start)
    print(json.dumps(found[WARM_UP:]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
