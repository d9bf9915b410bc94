"""A region in a list: kind, name and a figure, below them its state with a sign."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assessor.domain.records import Region, RegionKind
from ui.theme import Status, status_colour
from ui.widgets.state_mark import Shape, paint_mark

MARGIN: Final = 8
SMALL: Final = 0.88
VCENTRE: Final = Qt.AlignmentFlag.AlignVCenter
KIND_NAMES: Final = {RegionKind.KABUPATEN: "KAB.", RegionKind.KOTA: "KOTA"}


@dataclass(frozen=True, slots=True)
class RegionLine:
    """What a list shows of a region, in the language in use."""

    region: Region
    figure: str
    """How far it is, at the right end."""
    shape: Shape
    status: Status
    state: str


def region_line_size(option: QStyleOptionViewItem) -> QSize:
    """Give every region the same height: two lines."""
    below = QFontMetrics(_small(option.font)).height()
    return QSize(0, 2 * max(option.fontMetrics.height(), below) + 12)


def paint_region_line(painter: QPainter, option: QStyleOptionViewItem, line: RegionLine) -> None:
    """Paint in the palette's colours."""
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.save()
    role = QPalette.ColorRole.HighlightedText if is_current else QPalette.ColorRole.Text
    if is_current:
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
    inner = option.rect.adjusted(MARGIN, 4, -MARGIN, -4)
    half = inner.height() // 2
    painter.setPen(option.palette.color(role))
    _paint_name(painter, QRect(inner.left(), inner.top(), inner.width(), half), option, line)
    below = QRect(inner.left(), inner.top() + half, inner.width(), half)
    _paint_state(painter, below, option, line)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.WindowText), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
    painter.restore()


def _paint_name(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, line: RegionLine
) -> None:
    """Paint a framed KAB. or KOTA, the name, and the figure at the right end."""
    painter.setFont(option.font)
    painter.drawText(rect, VCENTRE | Qt.AlignmentFlag.AlignRight, line.figure)
    right = painter.fontMetrics().horizontalAdvance(line.figure) + MARGIN
    tag = _paint_kind(painter, rect, line.region.kind)
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    room = rect.adjusted(tag + 6, 0, -right, 0)
    name = line.region.bare_name
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
    if kind is RegionKind.KOTA:
        tint = QColor(painter.pen().color())
        tint.setAlphaF(0.14)
        painter.fillRect(frame, tint)
    painter.drawRect(frame)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, KIND_NAMES[kind])
    return width


def _paint_state(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, line: RegionLine
) -> None:
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    text = option.palette.color(QPalette.ColorRole.HighlightedText)
    ground = QPalette.ColorRole.Highlight if is_current else QPalette.ColorRole.Base
    painter.setBackground(option.palette.color(ground))
    colour = text if is_current else status_colour(line.status)
    side = min(rect.height(), option.fontMetrics.height())
    square = QRectF(rect.left(), rect.center().y() - side / 2 + 1, side, side)
    paint_mark(painter, square, line.shape, colour)
    painter.setFont(_small(option.font))
    painter.setPen(colour)
    room = rect.adjusted(side + 6, 0, 0, 0)
    shown = painter.fontMetrics().elidedText(line.state, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, VCENTRE | Qt.AlignmentFlag.AlignLeft, shown)


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * SMALL)
    return smaller
