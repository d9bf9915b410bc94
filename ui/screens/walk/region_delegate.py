"""Paints a region: kind, name and progress, below them the state with its sign."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assessor.domain.records import RegionKind
from assessor.services.overview import RegionProgress
from resources.i18n import gettext as _
from ui.screens.walk.region_model import (
    PROGRESS_ROLE,
    Index,
    RegionState,
    state_name,
    state_of,
)
from ui.theme import Status, status_colour
from ui.widgets.state_mark import Shape, paint_mark

MARGIN: Final = 8
SMALL: Final = 0.88
SHAPES: Final = {
    RegionState.ABSENT: (Shape.BAR, Status.OPEN),
    RegionState.NOT_STARTED: (Shape.EMPTY, Status.OPEN),
    RegionState.DRAFT: (Shape.HALF, Status.NOTICE),
    RegionState.FINAL: (Shape.TICK, Status.DONE),
}
VCENTRE: Final = Qt.AlignmentFlag.AlignVCenter
KIND_NAMES: Final = {RegionKind.KABUPATEN: "KAB.", RegionKind.KOTA: "KOTA"}


class RegionDelegate(QStyledItemDelegate):
    """Two lines for each region, all of one height."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint in the palette's colours."""
        region = index.data(PROGRESS_ROLE)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        role = QPalette.ColorRole.HighlightedText if is_current else QPalette.ColorRole.Text
        if is_current:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        inner = option.rect.adjusted(MARGIN, 4, -MARGIN, -4)
        half = inner.height() // 2
        colour = option.palette.color(role)
        painter.setPen(colour)
        _paint_name(painter, QRect(inner.left(), inner.top(), inner.width(), half), option, region)
        below = QRect(inner.left(), inner.top() + half, inner.width(), half)
        _paint_state(painter, below, option, region)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.WindowText), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every region the same height."""
        del index
        below = QFontMetrics(_small(option.font)).height()
        return QSize(0, 2 * max(option.fontMetrics.height(), below) + 12)


def _paint_name(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, region: RegionProgress
) -> None:
    """Paint a framed KAB. or KOTA, the name, and the progress at the right end."""
    progress = f"{region.answered}/{region.total}"
    painter.setFont(option.font)
    painter.drawText(rect, VCENTRE | Qt.AlignmentFlag.AlignRight, progress)
    right = painter.fontMetrics().horizontalAdvance(progress) + MARGIN
    tag = _paint_kind(painter, rect, region.participant.region.kind)
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    room = rect.adjusted(tag + 6, 0, -right, 0)
    name = region.participant.region.bare_name
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, VCENTRE | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_kind(painter: QPainter, rect: QRect, kind: RegionKind) -> int:
    """Paint the kind; a city's is filled, so that the two differ in shape. Returns the width."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * 0.75)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance("KOTA") + 8
    height = metrics.height() + 2
    frame = QRect(rect.left(), rect.center().y() - height // 2, width, height)
    pen = painter.pen()
    if kind is RegionKind.KOTA:
        tint = QColor(pen.color())
        tint.setAlphaF(0.14)
        painter.fillRect(frame, tint)
    painter.drawRect(frame)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, KIND_NAMES[kind])
    return width


def _paint_state(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, region: RegionProgress
) -> None:
    state = state_of(region)
    shape, status = SHAPES[state]
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    text = option.palette.color(QPalette.ColorRole.HighlightedText)
    ground = QPalette.ColorRole.Highlight if is_current else QPalette.ColorRole.Base
    painter.setBackground(option.palette.color(ground))
    colour = text if is_current else status_colour(status)
    side = min(rect.height(), option.fontMetrics.height())
    square = QRectF(rect.left(), rect.center().y() - side / 2 + 1, side, side)
    paint_mark(painter, square, shape, colour)
    painter.setFont(_small(option.font))
    painter.setPen(colour)
    words = state_name(state)
    if region.changed_since_export:
        words = " · ".join((words, _("changed since export")))
    room = rect.adjusted(side + 6, 0, 0, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, VCENTRE | Qt.AlignmentFlag.AlignLeft, shown)


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * SMALL)
    return smaller
