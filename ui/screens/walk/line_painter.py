"""Paints the lines of questions: one pass per line, no widgets, no styles asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

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
from PySide6.QtWidgets import QTableView

from assessor.domain.figures import NOTHING
from ui.screens.walk.line_heights import MARGIN, WRAP, small_font
from ui.screens.walk.lines import GroupLine, QuestionLine
from ui.screens.walk.question_model import Column, QuestionModel
from ui.theme import Status, status_colour
from ui.widgets.score_cells import Ground, Look, ScoreCells, ground_of, place_of

CURRENT_TINT: Final = 0.14
"""How much of the highlight colour lies over the current line."""
ABOVE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
BESIDE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours and fonts of all lines, taken from the palette once for each paint."""

    palette: QPalette
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
    metrics: QFontMetrics

    @classmethod
    def of(cls, palette: QPalette, font: QFont) -> Self:
        """Take them from the palette and the font of the table."""
        role, small, bold = QPalette.ColorRole, small_font(font), QFont(font)
        bold.setBold(True)
        tint = QColor(palette.color(role.Highlight))
        tint.setAlphaF(CURRENT_TINT)
        return cls(
            palette=palette,
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
            metrics=QFontMetrics(font),
        )


class Place(NamedTuple):
    """Where a column stands, in pixels of the viewport."""

    column: Column
    left: int
    width: int


class LinePainter:
    """Knows the button under the mouse and whether scores may be given.

    It paints a line at a time: Qt would have each cell painted by itself, which takes much longer.
    """

    def __init__(self, model: QuestionModel, view: QTableView) -> None:
        self._model = model
        self._view = view
        self._scores = ScoreCells()
        self._inks: tuple[tuple[int, QPalette.ColorGroup, str], Inks] | None = None
        self.hot: tuple[int, int] | None = None
        """Row and button under the mouse."""
        self.is_read_only = False

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the lines of which a part lies in `dirty`, a part of the viewport."""
        inks, places = self._inks_of_now(), tuple(self._places(dirty))
        current = self._view.currentIndex().row()
        painter.setFont(inks.font)
        ground = ground_of(painter, inks.palette, is_read_only=self.is_read_only)
        frame = QPen(inks.accent, 2 if self._view.hasFocus() else 1)
        for row, rect in self._rows(dirty):
            line = self._model.line(row)
            if isinstance(line, GroupLine):
                _paint_heading(painter, rect, inks, line)
            elif line is not None:
                is_current = row == current
                _paint_ground(painter, rect, inks, is_current=is_current)
                for column, left, width in places:
                    cell = QRect(left, rect.top(), width, rect.height())
                    if column is Column.SCORE:
                        look = self._look_of(line, row, ground)
                        self._scores.paint(painter, cell, look, inks.palette)
                    else:
                        _paint_text(painter, cell, inks, line, column)
                if is_current:
                    _paint_frame(painter, rect, frame)

    def _rows(self, dirty: QRect) -> Iterator[tuple[int, QRect]]:
        view, width = self._view, self._view.viewport().width()
        row, rows = view.rowAt(dirty.top()), self._model.rowCount()
        while 0 <= row < rows:
            rect = QRect(0, view.rowViewportPosition(row), width, view.rowHeight(row))
            if rect.top() > dirty.bottom():
                return
            yield row, rect
            row += 1

    def _places(self, dirty: QRect) -> Iterator[Place]:
        for column in Column:
            left = self._view.columnViewportPosition(column)
            # A hidden column has no width.
            width = self._view.columnWidth(column)
            if width and left <= dirty.right() and left + width > dirty.left():
                yield Place(column, left, width)

    def _inks_of_now(self) -> Inks:
        palette, font = self._view.palette(), self._view.font()
        is_active = self._view.isActiveWindow()
        group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
        palette.setCurrentColorGroup(group)
        key = (palette.cacheKey(), group, font.key())
        if self._inks is None or self._inks[0] != key:
            self._inks = (key, Inks.of(palette, font))
        return self._inks[1]

    def _look_of(self, line: QuestionLine, row: int, ground: Ground) -> Look:
        hot = self.hot[1] if self.hot is not None and self.hot[0] == row else None
        return Look(ground, place_of(line.answer.score), hot)


def _paint_ground(painter: QPainter, rect: QRect, inks: Inks, *, is_current: bool) -> None:
    if is_current:
        painter.fillRect(rect, inks.tint)
    else:
        painter.setPen(inks.rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.setFont(inks.font)
    painter.setPen(inks.text)


def _paint_text(
    painter: QPainter, cell: QRect, inks: Inks, line: QuestionLine, column: Column
) -> None:
    if column is Column.QUESTION:
        _paint_question(painter, cell, inks, line)
    elif column is Column.NUMBER:
        painter.drawText(cell, CENTRE, str(line.number))
    elif column is Column.NOTE:
        _paint_note(painter, cell, inks, line)
    elif column is Column.PREVIOUS:
        painter.drawText(cell, CENTRE, line.previous or NOTHING)
    elif column is Column.EVIDENCE and line.evidence:
        painter.drawText(cell, CENTRE, str(line.evidence))
    elif column is Column.MARK and line.answer.is_marked:
        _paint_flag(painter, cell, status_colour(Status.MARKED))


def _paint_heading(painter: QPainter, rect: QRect, inks: Inks, line: GroupLine) -> None:
    painter.fillRect(rect, inks.heading_ground)
    painter.setFont(inks.bold)
    painter.setPen(inks.heading)
    painter.drawText(rect.adjusted(MARGIN, 0, -MARGIN, 0), BESIDE, line.text)


def _paint_frame(painter: QPainter, rect: QRect, pen: QPen) -> None:
    """Draw a frame around the current line, which is strong with the focus."""
    painter.setPen(pen)
    inset = pen.width() // 2
    painter.drawRect(rect.adjusted(inset, inset, -1, -1))


def _paint_question(painter: QPainter, cell: QRect, inks: Inks, line: QuestionLine) -> None:
    inner = cell.adjusted(MARGIN, MARGIN - 1, -MARGIN, 1 - MARGIN)
    if line.context:
        metrics = inks.small_metrics
        context = metrics.elidedText(line.context, Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(inks.small)
        painter.setPen(inks.quiet)
        painter.drawText(inner, ABOVE, context)
        painter.setFont(inks.font)
        painter.setPen(inks.text)
        inner.setTop(inner.top() + metrics.height())
    painter.drawText(inner, WRAP, line.text)


def _paint_note(painter: QPainter, cell: QRect, inks: Inks, line: QuestionLine) -> None:
    """Show the reason of a score that does not apply before the note."""
    if not line.answer.note and not line.answer.score.reason:
        return
    inner = cell.adjusted(MARGIN, 0, -MARGIN, 0)
    text = " ".join(f"{line.answer.score.reason or ''} {line.answer.note}".split())
    shown = inks.metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, BESIDE, shown)


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
