"""The sign before a region's state: its shape says what its colour says."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Shape(StrEnum):
    """An empty ring, a half-filled one, a full one with a tick, one with a bar across."""

    EMPTY = "empty"
    HALF = "half"
    TICK = "tick"
    BAR = "bar"


def paint_mark(painter: QPainter, square: QRectF, shape: Shape, colour: QColor) -> None:
    """Paint `shape` into `square`, in `colour` over whatever lies below."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if shape is Shape.TICK else Qt.BrushStyle.NoBrush)
    ring = square.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.drawEllipse(ring)
    if shape is Shape.HALF:
        painter.setBrush(colour)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif shape is Shape.TICK:
        _paint_tick(painter, ring)
    elif shape is Shape.BAR:
        middle, inset = ring.center().y(), ring.width() / 4
        painter.drawLine(
            QPointF(ring.left() + inset, middle), QPointF(ring.right() - inset, middle)
        )
    painter.restore()


def _paint_tick(painter: QPainter, ring: QRectF) -> None:
    light = painter.background().color()
    painter.setPen(QPen(light, 1.8))
    unit = ring.width() / 10
    corner = ring.topLeft()
    points = [
        QPointF(corner.x() + x * unit, corner.y() + y * unit)
        for x, y in ((2.5, 5), (4.3, 7), (7.5, 3))
    ]
    painter.drawPolyline(QPolygonF(points))
