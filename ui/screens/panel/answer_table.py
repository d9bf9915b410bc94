"""The table of a panel's answers: keys move among questions, Enter leads to settling."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from assessor.domain.panel import Standpoint
from assessor.domain.score import AnswerKey
from assessor.services.panels import RegionPanel
from resources.i18n import gettext as _
from ui.screens.panel.answer_lines import Heading, Show
from ui.screens.panel.answer_model import LAST, AnswerModel, Fixed, Index
from ui.screens.panel.words import standpoint_text
from ui.widgets.line_table import PLAIN, POINT_KEYS, LineTable

PADDING: Final = 18
WIDEST: Final = 104
NARROWEST: Final = 34
PART_FOR_ASSESSORS: Final = 0.42
"""How much of the table's width the assessors' columns may take together."""
LEAST_QUESTION: Final = 200
ROOM_FOR_SPREAD: Final = 800
"""Pixels of the table."""


def two_lines(name: str, metrics: QFontMetrics, width: int) -> str:
    """Return a name in at most two lines of `width` pixels, each cut in its middle if it must be.

    What tells two names apart stands as often at the end as at the beginning.
    """
    words = name.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    lines: tuple[str, ...] = (name,)
    if metrics.horizontalAdvance(name) > width and breaks:
        lines = min(breaks, key=lambda pair: max(map(metrics.horizontalAdvance, pair)))
    middle = Qt.TextElideMode.ElideMiddle
    return "\n".join(metrics.elidedText(line, middle, width) for line in lines)


class AnswerTable(LineTable):
    """Shows a panel; every intent goes out as a signal."""

    moved = Signal(object)
    """The key of the question that is current now."""
    settling_wanted = Signal(str)
    """Enter, or a digit that begins the value to settle at."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel_answers")
        self.answers = AnswerModel(self)
        self.setModel(self.answers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_panel(self, region: RegionPanel | None, show: Show) -> None:
        """Show a panel, at the question that was current or else at the first."""
        before, key = self.currentIndex().row(), self.current_key()
        self.clearSpans()
        self.answers.show_panel(region, show)
        for row, line in enumerate(self.answers.lines):
            if isinstance(line, Heading):
                self.setSpan(row, 0, 1, self.answers.columnCount())
        self._fit()
        kept = self.answers.row_of(key)
        self._go_to_row(self._answer_near(before) if kept is None else kept)

    def stops(self) -> Sequence[int]:
        """Return the rows that are no headings."""
        return self.answers.answer_rows()

    def current_key(self) -> AnswerKey | None:
        """Return the key of the current question."""
        return self.answers.key_at(self.currentIndex().row())

    def go_to_open(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) question to settle; returns whether there is one."""
        here = self.currentIndex().row()
        rows = [row for row in self.answers.answer_rows() if self._is_open(row)]
        later = [row for row in rows if (row - here) * step > 0]
        if later:
            self._go_to_row(min(later) if step > 0 else max(later))
        return bool(later)

    def retranslate(self) -> None:
        """Show the texts in the language in use; the lines come with the next panel."""
        self.setAccessibleName(_("What the panel says, question by question"))

    def _answer_near(self, row: int) -> int | None:
        """Return where to go when the current question left the table: about where it stood."""
        rows = self.answers.answer_rows()
        return next((one for one in rows if one >= row), rows[-1] if rows else None)

    def _is_open(self, row: int) -> bool:
        line = self.answers.answer(row)
        return line is not None and line.answer.is_to_settle

    def _go_to_row(self, row: int | None) -> None:
        index = self.place_of(row)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, select | rows)
        if row is not None:
            self.scrollTo(index)
        self.moved.emit(self.current_key())

    def _fit(self) -> None:
        """Give every column its width: the question has what the figures leave."""
        header, metrics = self.horizontalHeader(), self.horizontalHeader().fontMetrics()
        count = len(self.answers.assessors)
        if not count:
            return
        room = self.viewport().width()
        # What the line below says as well gives way first.
        self.setColumnHidden(self.answers.column(Fixed.SPREAD), room < ROOM_FOR_SPREAD)
        used = sum(self._fit_figure(fixed, metrics) for fixed in LAST)
        share = min(int(room * PART_FOR_ASSESSORS), room - used - LEAST_QUESTION)
        each = min(max(share // count, NARROWEST), WIDEST)
        for place in range(count):
            self.setColumnWidth(1 + place, each)
        self.setColumnWidth(Fixed.QUESTION, max(room - used - each * count, LEAST_QUESTION // 2))
        names = (who.name for who in self.answers.assessors)
        self.answers.shorten_names([two_lines(name, metrics, each - 8) for name in names])
        line = self.fontMetrics().height()
        header.setFixedHeight(2 * metrics.height() + 10)
        for row, one in enumerate(self.answers.lines):
            lines = 1 if isinstance(one, Heading) else 2
            self.setRowHeight(row, lines * line + 8)

    def _fit_figure(self, fixed: Fixed, metrics: QFontMetrics) -> int:
        """Give a column of figures the width of its widest text; returns it, 0 if hidden."""
        column = self.answers.column(fixed)
        if self.isColumnHidden(column):
            return 0
        title = str(self.answers.headerData(column, Qt.Orientation.Horizontal))
        widest = [title, "0,00"]
        if fixed is Fixed.STANDPOINT:
            widest = [title, *map(standpoint_text, Standpoint)]
        width = max(map(metrics.horizontalAdvance, widest)) + PADDING
        self.setColumnWidth(column, width)
        return width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to settle the current question on Enter or with the value's first digit."""
        pressed = Qt.Key(event.key())
        is_plain = event.modifiers() in PLAIN and self.current_key() is not None
        if is_plain and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter, *POINT_KEYS):
            self.settling_wanted.emit(str(POINT_KEYS.get(pressed, "")))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which question is current now."""
        super().currentChanged(current, previous)
        key = self.answers.key_at(current.row())
        if key is not None and current.row() != previous.row():
            self.moved.emit(key)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the question what the figures leave."""
        super().resizeEvent(event)
        self._fit()
