"""A table of words, as high as its lines, for pages that scroll as a whole."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.building import set_up_rows

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
NAME_WIDTH: Final = 170
FIGURE_WIDTH: Final = 150
NARROW_NAME: Final = 6
NARROW_FIGURE: Final = 10
"""Which part of a narrow table a column has."""
PADDING: Final = 8
TALLEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words, its first column naming the rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: frozenset[int] = frozenset({0})
    """Columns of sentences, which stand at the left."""


NOTHING_YET: Final = Table((), ())


class WordsModel(QAbstractTableModel):
    """Shows a `Table`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = NOTHING_YET

    def show_table(self, table: Table) -> None:
        """Show `table` in place of the one before."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, tooltip, accessible text and alignment."""
        if not index.isValid():
            return None
        row, column = self._table.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[0]}, {self._table.headings[column]}: {row[column]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column in self._table.left)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section in self._table.left)
        return None


def _side(is_left: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignHCenter
    return side | Qt.AlignmentFlag.AlignVCenter


class WordsTable(QTableView):
    """A table of words, as high as its lines: the page scrolls, not the table."""

    def __init__(self, name: str, sentences: int | None) -> None:
        """Make it; the column `sentences`, if any, has what the others leave."""
        super().__init__()
        self.setObjectName(name)
        self._sentences = sentences
        self._words = WordsModel(self)
        self.setModel(self._words)
        set_up_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_table(self, table: Table) -> None:
        """Show `table`."""
        self._words.show_table(table)
        self._fit()

    def _fit(self) -> None:
        columns, room = self._words.columnCount(), self.viewport().width()
        if not columns:
            return
        for column, width in enumerate(self._widths(columns, room)):
            self.setColumnWidth(column, width)
        heights = [self._height_of(row) for row in range(self._words.rowCount())]
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        frame = 2 * self.frameWidth() + 4
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + sum(heights) + frame)

    def _widths(self, columns: int, room: int) -> list[int]:
        name = min(NAME_WIDTH, room // NARROW_NAME)
        if self._sentences is None:
            return [name, *[(room - name) // max(columns - 1, 1)] * (columns - 1)]
        widths = [name, *[min(FIGURE_WIDTH, room // NARROW_FIGURE)] * (columns - 1)]
        widths[self._sentences] += room - sum(widths)
        return widths

    def _height_of(self, row: int) -> int:
        """Return the height that the longest text of a row needs in its column."""
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        heights = [
            metrics.boundingRect(
                QRect(0, 0, self.columnWidth(column) - PADDING, TALLEST),
                wrap,
                str(self._words.index(row, column).data()),
            ).height()
            for column in range(self._words.columnCount())
        ]
        return max(heights) + PADDING

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
