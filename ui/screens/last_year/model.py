"""The rows of a published table as a table of the screen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assessor.domain.taking_in import OPEN, CheckedRow
from ui.screens.last_year.words import cells, headings

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
ROLE = Qt.ItemDataRole
FIGURES: Final = range(3, 7)
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """What waits for a person stands first, then what does not follow, then all else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CheckedRow, ...] = ()

    def show_rows(self, rows: Sequence[CheckedRow], order: Sequence[int]) -> None:
        """Show `rows`, each a row of the table, in the `order` of their places."""
        by_place = {one.place: one for one in rows}
        shown = tuple(by_place[place] for place in order)
        if shown and [one.place for one in shown] == [one.place for one in self._rows]:
            self._rows = shown
            last = self.index(len(shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def row_at(self, number: int) -> CheckedRow | None:
        """Return the row at a line of the screen."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def retranslate(self) -> None:
        """Show words and headings in the language in use."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(headings())

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return a text, as tooltip too: it may be cut off."""
        if not index.isValid():
            return None
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return cells(self._rows[index.row()])[index.column()]
        if role == ROLE.TextAlignmentRole and index.column() in FIGURES:
            return RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ROLE.TextAlignmentRole and section in FIGURES:
            return RIGHT
        return headings()[section] if role == ROLE.DisplayRole else None


def order_of(rows: Sequence[CheckedRow]) -> tuple[int, ...]:
    """Return the places of the rows: to decide first, then not following, then all else."""

    def turn(one: CheckedRow) -> int:
        if one.state in OPEN:
            return 0
        return 1 if one.recomputed is not None and not one.follows else 2

    return tuple(one.place for one in sorted(rows, key=turn))
