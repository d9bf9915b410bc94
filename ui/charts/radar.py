"""The radar chart of the dimensions: this year against last, or regions side by side."""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from assessor.domain.instrument import SCALE
from ui.charts.colours import ChartColours
from ui.charts.series import (
    LINE_WIDTH,
    STYLES,
    Legend,
    Series,
    entries,
    paint_marker,
    series_pen,
    series_text,
)

TOP: Final = SCALE[-1]
"""The end of every axis."""
_LABEL_GAP: Final = 6.0
_BESIDE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_HARDLY: Final = 0.01
"""A sine below this is a direction straight up or down."""


@dataclass(frozen=True, slots=True)
class RadarData:
    """At least three axes from 0 to 4, and one to four series over them."""

    axes: tuple[str, ...]
    series: tuple[Series, ...]


def paint_radar(painter: QPainter, area: QRectF, data: RadarData, colours: ChartColours) -> None:
    """Paint the chart with its legend into `area`, with the painter's font.

    Series are told apart by dash and marker; where a figure is missing the line is open.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    legend = Legend(painter, area.width(), entries([one.name for one in data.series], colours))
    web = _Web(painter, area.adjusted(0, 0, 0, -legend.height), data.axes)
    web.paint(colours)
    for place in reversed(range(len(data.series))):
        web.paint_series(data.series[place], place, colours)
    legend.paint(area.left(), area.bottom() - legend.height, colours)
    painter.restore()


def radar_text(data: RadarData) -> str:
    """Return the same figures as text: a line for each axis."""
    return series_text(data.axes, data.series)


class _Web:
    """The rings, axes and labels, and where a figure lies on them."""

    def __init__(self, painter: QPainter, area: QRectF, axes: tuple[str, ...]) -> None:
        self._painter, self._axes, self._area = painter, axes, area
        self._line = painter.fontMetrics().height()
        above = area.height() / 2 - self._line - _LABEL_GAP
        beside = (self._room_beside(place) for place in range(len(axes)))
        self._radius = max(min(above, *beside), 2 * self._line)
        self._middle = area.center()

    def paint(self, colours: ChartColours) -> None:
        """Paint what is the same for every series."""
        painter = self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for points in SCALE[1:]:
            painter.setPen(QPen(colours.grid, 1.0))
            corners = [self._at(place, Decimal(points)) for place in range(len(self._axes))]
            painter.drawPolygon(QPolygonF(corners))
        for place in range(len(self._axes)):
            painter.drawLine(self._middle, self._at(place, Decimal(TOP)))
        self._paint_scale(colours)
        painter.setPen(colours.text)
        for place, axis in enumerate(self._axes):
            self._paint_label(place, axis)

    def paint_series(self, series: Series, place: int, colours: ChartColours) -> None:
        """Paint the line between neighbours that both have a figure, and a marker at each."""
        painter = self._painter
        points = [
            None if value is None else self._at(axis, value)
            for axis, value in enumerate(series.values)
        ]
        painter.setPen(series_pen(colours, place))
        for start, end in zip(points, points[1:] + points[:1], strict=True):
            if start is not None and end is not None:
                painter.drawLine(start, end)
        _dash, marker = STYLES[place % len(STYLES)]
        for point in points:
            if point is not None:
                paint_marker(painter, point, marker, colours.series[place % len(colours.series)])

    def _room_beside(self, axis: int) -> float:
        """Return how long the axis may be so that its name still fits beside it."""
        width = self._painter.fontMetrics().horizontalAdvance(self._axes[axis]) + 2
        sideways = abs(math.sin(self._turn(axis)))
        room = self._area.width() / 2 - width / 2 * (1 + sideways)
        return room / sideways - _LABEL_GAP if sideways > _HARDLY else math.inf

    def _turn(self, axis: int) -> float:
        """Return the direction of an axis: clockwise from straight up, in radians."""
        return 2 * math.pi * axis / len(self._axes)

    def _at(self, axis: int, value: Decimal) -> QPointF:
        turn = self._turn(axis)
        reach = self._radius * float(value) / TOP
        return self._middle + QPointF(math.sin(turn), -math.cos(turn)) * reach

    def _paint_scale(self, colours: ChartColours) -> None:
        painter = self._painter
        painter.setPen(colours.muted)
        for points in SCALE[1:]:
            at = self._at(0, Decimal(points))
            box = QRectF(at.x() + LINE_WIDTH + 2, at.y(), self._line * 2, self._line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(points)
            )

    def _paint_label(self, place: int, text: str) -> None:
        """Write the axis' name beyond its end, away from the web."""
        turn = self._turn(place)
        end = self._at(place, Decimal(TOP)) + QPointF(math.sin(turn), -math.cos(turn)) * _LABEL_GAP
        width = self._painter.fontMetrics().horizontalAdvance(text) + 2
        left = end.x() - width / 2 + math.sin(turn) * width / 2
        top = end.y() - self._line / 2 - math.cos(turn) * self._line / 2
        box = QRectF(left, top, width, self._line)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
