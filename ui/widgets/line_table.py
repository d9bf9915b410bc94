"""A table of lines in which the keys move among questions and pass headings over."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from assessor.domain.instrument import SCALE

POINT_KEYS: Final = {Qt.Key(Qt.Key.Key_0.value + points): points for points in SCALE}
PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

_Action = QAbstractItemView.CursorAction


class LineTable(QTableView):
    """Selects whole rows, and moves only among those that are no headings."""

    current_column: int = 0
    """Whose cell is the current one of its row, as screen readers say it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def stops(self) -> Sequence[int]:
        """Return the rows that are no headings, in their order."""
        raise NotImplementedError

    def place_of(self, row: int | None) -> QModelIndex:
        """Return the cell that is current where `row` is, an invalid index for None."""
        return QModelIndex() if row is None else self.model().index(row, self.current_column)

    def neighbour(self, step: int) -> int | None:
        """Return the question `step` questions away, the last one in that direction if beyond."""
        rows = self.stops()
        if not rows:
            return None
        current = self.currentIndex().row()
        place = rows.index(current) if current in rows else 0
        return rows[min(max(place + step, 0), len(rows) - 1)]

    def _page(self) -> int:
        """Return how many questions fit even if all were as high as the highest."""
        highest = max(map(self.rowHeight, range(self.model().rowCount())), default=1)
        return max(self.viewport().height() // max(highest, 1) - 1, 1)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: they are no search here."""

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move among questions; headings are passed over."""
        del modifiers
        far = self.model().rowCount()
        steps = {
            _Action.MoveUp: -1,
            _Action.MoveDown: 1,
            _Action.MovePageUp: -self._page(),
            _Action.MovePageDown: self._page(),
            _Action.MoveHome: -far,
            _Action.MoveEnd: far,
        }
        return self.place_of(self.neighbour(steps.get(action, 0)))
