"""Series of figures, and the dashes and markers that tell them apart without colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.charts.colours import ChartColours

LINE_WIDTH: Final = 2.0
MARKER: Final = 4.0
"""Half the width of a marker."""
SAMPLE: Final = 28.0
"""How long the piece of line in a legend is."""
GAP: Final = 6.0


class Marker(Enum):
    """The shapes at the figures of a series."""

    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    CROSS = auto()
    STAR = auto()


@dataclass(frozen=True, slots=True)
class Series:
    """A name and its figures, 0 to 4, one for each axis; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


STYLES: Final = (
    (Qt.PenStyle.SolidLine, Marker.CIRCLE),
    (Qt.PenStyle.DashLine, Marker.SQUARE),
    (Qt.PenStyle.DotLine, Marker.TRIANGLE),
    (Qt.PenStyle.DashDotLine, Marker.DIAMOND),
)
"""Dash and marker of the first, second, third and fourth series."""


def series_pen(colours: ChartColours, place: int) -> QPen:
    """Return the line of the series at `place`."""
    dash, _marker = STYLES[place % len(STYLES)]
    return QPen(colours.series[place % len(colours.series)], LINE_WIDTH, dash)


def paint_marker(painter: QPainter, at: QPointF, marker: Marker, colour: QColor) -> None:
    """Paint a marker with its middle at `at`."""
    painter.save()
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour)
    match marker:
        case Marker.CIRCLE:
            painter.drawEllipse(at, MARKER, MARKER)
        case Marker.SQUARE:
            painter.drawRect(QRectF(at.x() - MARKER, at.y() - MARKER, 2 * MARKER, 2 * MARKER))
        case Marker.TRIANGLE:
            painter.drawPolygon(_polygon(at, MARKER * 1.3, 3))
        case Marker.DIAMOND:
            painter.drawPolygon(_polygon(at, MARKER * 1.3, 4))
        case Marker.CROSS:
            _paint_strokes(painter, at, 4, math.pi / 4)
        case Marker.STAR:
            _paint_strokes(painter, at, 6, 0.0)
    painter.restore()


def paint_legend(
    painter: QPainter, area: QRectF, names: Sequence[str], colours: ChartColours
) -> None:
    """Paint a sample of each series with its name, in one line in the middle of `area`."""
    metrics = painter.fontMetrics()
    widths = [SAMPLE + GAP + metrics.horizontalAdvance(name) for name in names]
    left = area.center().x() - (sum(widths) + 3 * GAP * (len(names) - 1)) / 2
    middle = area.center().y()
    for place, (name, width) in enumerate(zip(names, widths, strict=True)):
        painter.setPen(series_pen(colours, place))
        painter.drawLine(QPointF(left, middle), QPointF(left + SAMPLE, middle))
        _dash, marker = STYLES[place % len(STYLES)]
        colour = colours.series[place % len(colours.series)]
        paint_marker(painter, QPointF(left + SAMPLE / 2, middle), marker, colour)
        painter.setPen(colours.text)
        text = QRectF(left + SAMPLE + GAP, area.top(), width, area.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        left += width + 3 * GAP


def _polygon(middle: QPointF, radius: float, corners: int) -> QPolygonF:
    turns = (2 * math.pi * corner / corners for corner in range(corners))
    return QPolygonF(
        [
            QPointF(middle.x() + radius * math.sin(turn), middle.y() - radius * math.cos(turn))
            for turn in turns
        ]
    )


def _paint_strokes(painter: QPainter, middle: QPointF, ends: int, turned: float) -> None:
    for end in range(ends):
        turn = turned + 2 * math.pi * end / ends
        tip = QPointF(math.sin(turn), -math.cos(turn)) * (MARKER * 1.2)
        painter.drawLine(middle, middle + tip)
