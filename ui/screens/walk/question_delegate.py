"""Paints the lines of questions: one pass per cell, no widgets, no styles asked."""

from dataclasses import dataclass
from typing import Final, Self

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
ABOVE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
SELECTED: Final = QStyle.StateFlag.State_Selected
SCORE: Final = int(Column.SCORE)
MOST_INKS: Final = 16
"""Palettes and fonts kept; one theme needs about four."""
MOST_LINES: Final = 3
"""Of a question's text in the table; the panel below shows it whole."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours and fonts of cells in one palette, asked for once and not for each cell."""

    ground: QColor
    tint: QColor
    text: QColor
    quiet: QColor
    rule: QColor
    accent: QColor
    heading: QColor
    heading_ground: QColor
    font: QFont
    small: QFont
    bold: QFont
    small_metrics: QFontMetrics

    @classmethod
    def of(cls, palette: QPalette, font: QFont) -> Self:
        """Take them from the palette and the font of a cell."""
        role, small, bold = QPalette.ColorRole, _small(font), QFont(font)
        bold.setBold(True)
        tint = QColor(palette.color(role.Highlight))
        tint.setAlphaF(CURRENT_TINT)
        return cls(
            ground=palette.color(role.Base),
            tint=tint,
            text=palette.color(role.Text),
            quiet=palette.color(role.PlaceholderText),
            rule=palette.color(role.Midlight),
            accent=palette.color(role.Accent),
            # A heading cannot be chosen, but it is no weaker for that.
            heading=palette.color(QPalette.ColorGroup.Active, role.Text),
            heading_ground=palette.color(role.AlternateBase),
            font=font,
            small=small,
            bold=bold,
            small_metrics=QFontMetrics(small),
        )


class QuestionDelegate(QStyledItemDelegate):
    """Knows the button under the mouse and whether scores may be given."""

    def __init__(self, model: QuestionModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._cells = ScoreCells()
        self.hot: tuple[int, int] | None = None
        """Row and button under the mouse."""
        self.is_read_only = False
        self._inks: dict[tuple[int, QPalette.ColorGroup, str], Inks] = {}
        self._last: tuple[tuple[int, QPalette.ColorGroup], QFont, Inks] | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell in the palette's colours."""
        row, column = index.row(), index.column()
        line = self._model.line(row)
        rect, inks = option.rect, self._inks_of(option)
        painter.setFont(inks.font)
        if isinstance(line, GroupLine):
            _paint_heading(painter, rect, inks, line)
        elif line is not None:
            is_current = bool(option.state & SELECTED)
            # Cover what the style paints below a selected line: text stays on a light ground.
            painter.fillRect(rect, inks.ground)
            if is_current:
                painter.fillRect(rect, inks.tint)
            painter.setPen(inks.text)
            if column == SCORE:
                self._paint_score(painter, option, line, row)
            else:
                _paint_text(painter, rect, inks, line, column)
            if is_current:
                _paint_frame(painter, option, inks.accent, column)
            else:
                bottom = rect.bottom()
                painter.setPen(inks.rule)
                painter.drawLine(rect.left(), bottom, rect.right(), bottom)

    def _inks_of(self, option: QStyleOptionViewItem) -> Inks:
        """Return the colours and fonts of a cell; neighbours nearly always share them."""
        # The option's own font goes away with the option.
        palette, font = option.palette, QFont(option.font)
        colours = (palette.cacheKey(), palette.currentColorGroup())
        if self._last is not None and self._last[0] == colours and self._last[1] == font:
            return self._last[2]
        key = (*colours, font.key())
        if key not in self._inks:
            if len(self._inks) >= MOST_INKS:
                self._inks.clear()
            self._inks[key] = Inks.of(palette, font)
        self._last = (colours, font, self._inks[key])
        return self._inks[key]

    def _paint_score(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QuestionLine, row: int
    ) -> None:
        hot = self.hot[1] if self.hot is not None and self.hot[0] == row else None
        look = look_of(
            painter, option.palette, line.answer.score, hot, is_read_only=self.is_read_only
        )
        self._cells.paint(painter, option.rect, look, option.palette)


def _paint_text(
    painter: QPainter, rect: QRect, inks: Inks, line: QuestionLine, column: int
) -> None:
    if column == Column.QUESTION:
        _paint_question(painter, rect, inks, line)
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


def _paint_heading(painter: QPainter, rect: QRect, inks: Inks, line: GroupLine) -> None:
    painter.fillRect(rect, inks.heading_ground)
    painter.setFont(inks.bold)
    painter.setPen(inks.heading)
    inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line.text)


def _paint_frame(
    painter: QPainter, option: QStyleOptionViewItem, accent: QColor, column: int
) -> None:
    """Draw a frame around the current line, which is strong with the focus."""
    rect = option.rect
    width = 2 if option.widget.hasFocus() else 1
    painter.setPen(QPen(accent, width))
    top, bottom = rect.top() + width // 2, rect.bottom()
    painter.drawLine(rect.left(), top, rect.right(), top)
    painter.drawLine(rect.left(), bottom, rect.right(), bottom)
    if column == Column.NUMBER:
        painter.drawLine(rect.left() + 1, top, rect.left() + 1, bottom)
    if column == Column.PREVIOUS:
        painter.drawLine(rect.right(), top, rect.right(), bottom)


def _paint_question(painter: QPainter, rect: QRect, inks: Inks, line: QuestionLine) -> None:
    inner = rect.adjusted(MARGIN, MARGIN - 1, -MARGIN, 1 - MARGIN)
    if line.context:
        painter.setFont(inks.small)
        painter.setPen(inks.quiet)
        metrics = inks.small_metrics
        context = metrics.elidedText(line.context, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, ABOVE, context)
        inner.setTop(inner.top() + metrics.height())
    painter.setFont(inks.font)
    painter.setPen(inks.text)
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
