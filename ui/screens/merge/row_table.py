"""Tables of short texts, and how every table of this screen looks."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.building import named, set_up_rows

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
ROLE = Qt.ItemDataRole
MOST_WRAPPED: Final = 150
"""Rows whose heights are worked out from their texts; more would keep the window waiting."""
COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
CONFIRMING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowModel(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show `rows`, each as long as `headings`."""
        self.beginResetModel()
        self._headings = tuple(headings)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return a text, as tooltip too: it may be cut off."""
        if index.isValid() and role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role != ROLE.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headings[section]


class KeyTable(QTableView):
    """A table in which some keys do something of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._uses: dict[int, Callable[[], None]] = {}

    def on_keys(self, keys: Iterable[Qt.Key], act: Callable[[], None]) -> None:
        """Let each of `keys`, without Ctrl and Alt, do `act`."""
        self._uses.update(dict.fromkeys((key.value for key in keys), act))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key is for, or what tables do."""
        act = self._uses.get(event.key())
        if act is None or event.modifiers() & COMMANDS:
            super().keyPressEvent(event)
        else:
            act()


def plain_table(name: str, model: QAbstractItemModel) -> KeyTable:
    """Return a table of whole rows that Tab leaves, without grid and row numbers."""
    table = named(KeyTable(), name)
    table.setModel(model)
    set_up_rows(table)
    table.setWordWrap(False)
    table.setProperty("role", "rows")
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def wrap_rows(table: QTableView, rows: int = 0) -> None:
    """Let long texts take several lines; not among many rows, whose tooltips have them whole."""
    modes = QHeaderView.ResizeMode
    table.setWordWrap(rows <= MOST_WRAPPED)
    # The style sheet gives these cells no room at the sides: Qt forgets it when it counts lines.
    table.setProperty("role", "wrapped")
    wanted = modes.ResizeToContents if rows <= MOST_WRAPPED else modes.Fixed
    table.verticalHeader().setSectionResizeMode(wanted)


def give_widths(table: QTableView, widths: Sequence[int | None]) -> None:
    """Give the columns their first widths in pixels; those without share the rest."""
    header = table.horizontalHeader()
    for column, width in enumerate(widths):
        if width is None:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, width)
