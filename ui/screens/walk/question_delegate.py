"""Paints the lines of questions: one pass per cell, no widgets, no styles asked."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from assessor.domain.figures import NOTHING
from ui.screens.walk.lines import GroupLine, Line, QuestionLine
from ui.screens.walk.question_model import Column, Index, QuestionModel
from ui.theme import Status, status_colour
from ui.widgets.score_cells import ScoreCells, look_of

MARGIN: Final = 6
SMALL: Final = 0.86
"""Size of what stands above a question, in sizes of the question."""
CURRENT_TINT: Final = 0.14
"""How much of the highlight colour lies over the current line."""
WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
MOST_LINES: Final = 3
"""Of a question's text in the table; the panel below shows it whole."""


class QuestionDelegate(QStyledItemDelegate):
    """Knows the button under the mouse and whether scores may be given."""

    def __init__(self, model: QuestionModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._cells = ScoreCells()
        self.hot: tuple[int, int] | None = None
        """Row and button under the mouse."""
        self.is_read_only = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell in the palette's colours."""
        row, column = index.row(), index.column()
        line = self._model.line(row)
        painter.setFont(option.font)
        if isinstance(line, GroupLine):
            _paint_heading(painter, option, line)
        elif line is not None:
            _paint_ground(painter, option)
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            if column == Column.SCORE:
                self._paint_score(painter, option, line, row)
            else:
                _paint_text(painter, option, line, column)
            _paint_frame(painter, option, column)

    def _paint_score(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QuestionLine, row: int
    ) -> None:
        hot = self.hot[1] if self.hot is not None and self.hot[0] == row else None
        look = look_of(
            painter, option.palette, line.answer.score, hot, is_read_only=self.is_read_only
        )
        self._cells.paint(painter, option.rect, look, option.palette)


def _paint_text(
    painter: QPainter, option: QStyleOptionViewItem, line: QuestionLine, column: int
) -> None:
    rect = option.rect
    if column == Column.QUESTION:
        _paint_question(painter, option, line)
    elif column == Column.NUMBER:
        painter.drawText(rect, CENTRE, str(line.number))
    elif column == Column.NOTE:
        _paint_note(painter, rect, line)
    elif column == Column.PREVIOUS:
        painter.drawText(rect, CENTRE, line.previous or NOTHING)
    elif column == Column.EVIDENCE and line.evidence:
        painter.drawText(rect, CENTRE, str(line.evidence))
    elif column == Column.MARK and line.answer.is_marked:
        _paint_flag(painter, rect, status_colour(Status.MARKED))


class LineHeights:
    """How high lines are in one font; texts that were measured once are not measured again."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._above = QFontMetrics(_small(font)).height()
        self._known: dict[tuple[str, int], int] = {}

    def of(self, line: Line, width: int) -> int:
        """Return the pixels that `line` needs when its question gets `width` of them."""
        if isinstance(line, GroupLine):
            return self._metrics.height() + MARGIN
        place = (line.text, width)
        if place not in self._known:
            self._known[place] = self._measure(line.text, width)
        return self._known[place] + (self._above if line.context else 0)

    def _measure(self, text: str, width: int) -> int:
        most = self._metrics.lineSpacing() * MOST_LINES
        room = QRect(0, 0, max(width - 2 * MARGIN, 1), most)
        needed = min(self._metrics.boundingRect(room, WRAP, text).height(), most)
        return needed + 2 * MARGIN


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * SMALL)
    return smaller


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, line: GroupLine) -> None:
    painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    # A heading cannot be chosen, but it is no weaker for that.
    active = QPalette.ColorGroup.Active
    painter.setPen(option.palette.color(active, QPalette.ColorRole.Text))
    inner = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line.text)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Cover what the style paints below a selected line: text stays on a light ground."""
    painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
    if option.state & QStyle.StateFlag.State_Selected:
        tint = QColor(option.palette.color(QPalette.ColorRole.Highlight))
        tint.setAlphaF(CURRENT_TINT)
        painter.fillRect(option.rect, tint)


def _paint_frame(painter: QPainter, option: QStyleOptionViewItem, column: int) -> None:
    """Draw the line below; around the current line a frame, which is strong with the focus."""
    rect = option.rect
    if not option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(option.palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        return
    width = 2 if option.widget.hasFocus() else 1
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), width))
    top, bottom = rect.top() + width // 2, rect.bottom()
    painter.drawLine(rect.left(), top, rect.right(), top)
    painter.drawLine(rect.left(), bottom, rect.right(), bottom)
    if column == Column.NUMBER:
        painter.drawLine(rect.left() + 1, top, rect.left() + 1, bottom)
    if column == Column.PREVIOUS:
        painter.drawLine(rect.right(), top, rect.right(), bottom)


def _paint_question(painter: QPainter, option: QStyleOptionViewItem, line: QuestionLine) -> None:
    inner = option.rect.adjusted(MARGIN, MARGIN - 1, -MARGIN, 1 - MARGIN)
    if line.context:
        painter.setFont(_small(option.font))
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        metrics = painter.fontMetrics()
        context = metrics.elidedText(line.context, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, context)
        inner.setTop(inner.top() + metrics.height())
    painter.setFont(option.font)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    painter.drawText(inner, WRAP, line.text)


def _paint_note(painter: QPainter, rect: QRect, line: QuestionLine) -> None:
    """Show the reason of a score that does not apply before the note."""
    if not line.answer.note and not line.answer.score.reason:
        return
    metrics = painter.fontMetrics()
    inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    text = " ".join(f"{line.answer.score.reason or ''} {line.answer.note}".split())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_flag(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Paint a pennant on its pole."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QRectF(rect).center()
    pole, top = middle.x() - 5, middle.y() - 8
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QPointF(pole, top), QPointF(pole, top + 16))
    painter.setBrush(colour)
    cloth = [QPointF(pole, top), QPointF(pole + 11, top + 4.5), QPointF(pole, top + 9)]
    painter.drawPolygon(QPolygonF(cloth))
    painter.restore()
