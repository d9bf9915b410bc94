"""The table of questions: scores by key and click, moves among questions only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)

from assessor.domain.score import AnswerKey
from ui.screens.walk.line_heights import LineHeights
from ui.screens.walk.line_painter import LinePainter
from ui.screens.walk.lines import Line, QuestionLine
from ui.screens.walk.question_columns import QuestionColumns
from ui.screens.walk.question_model import Column, Index, QuestionModel
from ui.widgets.line_table import PLAIN, POINT_KEYS, LineTable
from ui.widgets.score_cells import NOT_APPLICABLE, button_at


class QuestionTable(LineTable):
    """Shows lines; every intent goes out as a signal with the question's key."""

    point_given = Signal(object, int)
    """By the mouse: the question stays current."""
    point_typed = Signal(object, int)
    """By a key: the next question is to follow."""
    not_applicable_wanted = Signal(object)
    cleared = Signal(object)
    mark_toggled = Signal(object)
    note_wanted = Signal()
    evidence_wanted = Signal()
    end_reached = Signal()
    """The last question was answered: there is no next one to go to."""
    moved = Signal(object)
    """The key of the question that is current now."""
    current_column = Column.SCORE

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.questions = QuestionModel(self)
        self.setModel(self.questions)
        self._painter = LinePainter(self.questions, self)
        self.columns = QuestionColumns(self)
        self._is_at_end = False
        """The last question was just answered: a digit typed too many must not change it."""
        self._heights = LineHeights(self.font())
        self._fit = QTimer(self, interval=0, singleShot=True)
        self._fit.timeout.connect(self.fit_heights)
        self._set_behaviour()
        self.columns.fit()

    def _set_behaviour(self) -> None:
        # Always there: the columns keep their places from step to step.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().sectionResized.connect(self._fit_soon)

    def show_lines(self, lines: Sequence[Line], left_out: frozenset[Column] = frozenset()) -> None:
        """Show `lines`; where they are others than before, `go_to` must say which is current."""
        self.columns.leave_out(left_out)
        if self.questions.show_lines(lines):
            self.scrollToTop()
            self.fit_heights()

    def stops(self) -> Sequence[int]:
        """Return the rows that are no headings."""
        return self.questions.question_rows()

    def current_line(self) -> QuestionLine | None:
        """Return the current question."""
        return self.questions.question(self.currentIndex().row())

    def current_key(self) -> AnswerKey | None:
        """Return the key of the current question."""
        line = self.current_line()
        return None if line is None else line.key

    def go_to(self, key: AnswerKey) -> bool:
        """Make a question current; returns whether it is shown here."""
        row = self.questions.row_of(key)
        self._is_at_end = False
        self._go_to_row(row)
        return row is not None

    def move_on(self) -> None:
        """Go to the next question; at the last one stay, and take no digit until a move."""
        row = self.neighbour(1)
        if row == self.currentIndex().row():
            self._is_at_end = True
            self.end_reached.emit()
        self._go_to_row(row)

    def set_read_only(self, is_read_only: bool) -> None:
        """Paint scores without their buttons."""
        if is_read_only != self._painter.is_read_only:
            self._painter.is_read_only = is_read_only
            self.viewport().update()

    def retranslate(self) -> None:
        """Show the headers in the language in use."""
        self.questions.retranslate()
        self.columns.fit()

    def fit_heights(self) -> None:
        """Give every line the height its text needs."""
        self._fit.stop()
        width = self.columnWidth(Column.QUESTION)
        header = self.verticalHeader()
        before = header.blockSignals(True)
        for row, line in enumerate(self.questions.lines):
            height = self._heights.of(line, width)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
        header.blockSignals(before)
        self.updateGeometries()
        self.viewport().update()

    def _fit_soon(self, section: int) -> None:
        if section == Column.QUESTION:
            self._fit.start()

    def _go_to_row(self, row: int | None) -> None:
        index = self.place_of(row)
        if index == self.currentIndex():
            self.scrollTo(index)
        else:
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            rows = QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, select | rows)

    def _button_at(self, point: QPoint) -> tuple[int, int] | None:
        index = self.indexAt(point)
        if index.column() != Column.SCORE or self.questions.question(index.row()) is None:
            return None
        place = button_at(self.visualRect(index), point, self.fontMetrics())
        return None if place is None else (index.row(), place)

    def _set_hot(self, hot: tuple[int, int] | None) -> None:
        if hot == self._painter.hot:
            return
        for row in {one[0] for one in (hot, self._painter.hot) if one is not None}:
            self.update(self.questions.index(row, Column.SCORE))
        self._painter.hot = hot

    def _press(self, key: AnswerKey, event: QKeyEvent) -> bool:
        """Send out what a key asks for; returns whether it asks for anything."""
        pressed = Qt.Key(event.key())
        if pressed in POINT_KEYS:
            if not self._is_at_end:
                self.point_typed.emit(key, POINT_KEYS[pressed])
            return True
        self._is_at_end = False
        intents = {
            Qt.Key.Key_N: self.not_applicable_wanted,
            Qt.Key.Key_Delete: self.cleared,
            Qt.Key.Key_Backspace: self.cleared,
            Qt.Key.Key_M: self.mark_toggled,
        }
        asks = {
            Qt.Key.Key_Return: self.note_wanted,
            Qt.Key.Key_Enter: self.note_wanted,
            Qt.Key.Key_E: self.evidence_wanted,
        }
        if pressed in intents:
            intents[pressed].emit(key)
        elif pressed in asks:
            asks[pressed].emit()
        return pressed in intents or pressed in asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Score, clear, mark, or open note and evidence of the current question."""
        key = self.current_key()
        if key is None or event.modifiers() not in PLAIN or not self._press(key, event):
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which question is current now."""
        super().currentChanged(current, previous)
        self._is_at_end = False
        line = self.questions.question(current.row())
        if line is not None and current.row() != previous.row():
            self.moved.emit(line.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Score with a painted button; anywhere else only make the question current."""
        super().mousePressEvent(event)
        self._is_at_end = False
        pressed = self._button_at(event.position().toPoint())
        line = None if pressed is None else self.questions.question(pressed[0])
        if line is None or pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if pressed[1] == NOT_APPLICABLE:
            self.not_applicable_wanted.emit(line.key)
        else:
            self.point_given.emit(line.key, pressed[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which button a click would press."""
        self._set_hot(self._button_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no button as reached."""
        super().leaveEvent(event)
        self._set_hot(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the current line strongly."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Frame the current line weakly."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._heights = LineHeights(self.font())
            self.columns.fit()
            self._fit.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only what scrolled into view: the style sheet would have every line painted."""
        self.viewport().setAutoFillBackground(True)
        painter = QPainter(self.viewport())
        self._painter.paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew which columns there is room for."""
        self.columns.fit()
        super().resizeEvent(event)
