"""How wide the columns of the questions are, and which there is room for."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.screens.walk.line_heights import MARGIN
from ui.screens.walk.question_model import Column
from ui.widgets.score_cells import size_of_all

CHARACTERS: Final = {
    Column.NUMBER: 5,
    Column.NOTE: 22,
    Column.EVIDENCE: 6,
    Column.MARK: 4,
    Column.PREVIOUS: 8,
}
"""Widths in characters of the table's font; the score has its own, the question gets the rest."""
ROOM_FOR_NOTE: Final = 110
ROOM_FOR_PREVIOUS: Final = 70
"""Characters the whole table must be wide; below, the column goes so that the question stays."""


class QuestionColumns:
    """Fits the columns of one table; never wider than its viewport."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._left_out: frozenset[Column] = frozenset()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.QUESTION, QHeaderView.ResizeMode.Stretch)

    def leave_out(self, columns: frozenset[Column]) -> None:
        """Hide columns that say nothing here, however much room there is."""
        if columns != self._left_out:
            self._left_out = columns
            self.fit()

    def fit(self) -> None:
        """Set the widths for the font, the language and the room of now."""
        table = self._table
        hidden = self._left_out | self._too_wide()
        for column in Column:
            if table.isColumnHidden(column) != (column in hidden):
                table.setColumnHidden(column, column in hidden)
        unit = table.fontMetrics().averageCharWidth()
        for column, characters in CHARACTERS.items():
            self._set_width(column, max(unit * characters, self._title_width(column)))
        self._set_width(Column.SCORE, size_of_all(table.fontMetrics()).width() + 2 * MARGIN)

    def _set_width(self, column: Column, width: int) -> None:
        if not self._table.isColumnHidden(column) and self._table.columnWidth(column) != width:
            self._table.setColumnWidth(column, width)

    def _too_wide(self) -> frozenset[Column]:
        room = self._table.viewport().width() // self._table.fontMetrics().averageCharWidth()
        needs = {Column.NOTE: ROOM_FOR_NOTE, Column.PREVIOUS: ROOM_FOR_PREVIOUS}
        return frozenset(column for column, least in needs.items() if room < least)

    def _title_width(self, column: Column) -> int:
        title = self._table.model().headerData(column, Qt.Orientation.Horizontal)
        header = self._table.horizontalHeader()
        return header.fontMetrics().horizontalAdvance(str(title)) + 3 * MARGIN
