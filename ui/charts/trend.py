"""The index of a region over the years."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from assessor.domain.figures import show
from assessor.domain.instrument import SCALE
from ui.charts.colours import ChartColours
from ui.charts.series import GAP, LINE_WIDTH, Marker, paint_marker

TOP: Final = SCALE[-1]
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_ABOVE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
_BEFORE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A year's index."""

    year: int
    value: Decimal
    note: str
    """What has to be said of it, "provisional" for one; "" for nothing."""


@dataclass(frozen=True, slots=True)
class TrendData:
    """At least one year, in their order."""

    points: tuple[TrendPoint, ...]


def paint_trend(painter: QPainter, area: QRectF, data: TrendData, colours: ChartColours) -> None:
    """Paint the years into `area`, with the painter's font.

    Between neighbouring years the line is whole; where years are missing, it is dotted.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot = _Plot(painter, area, data, colours)
    plot.paint_scale()
    plot.paint_line()
    plot.paint_points()
    painter.restore()


def trend_text(data: TrendData) -> str:
    """Return the same figures as text: a line for each year."""
    return "\n".join(
        f"{one.year}: {show(one.value)}" + (f" ({one.note})" if one.note else "")
        for one in data.points
    )


class _Plot:
    def __init__(
        self, painter: QPainter, area: QRectF, data: TrendData, colours: ChartColours
    ) -> None:
        self._painter, self._points, self._colours = painter, data.points, colours
        self._line = painter.fontMetrics().height()
        self._area = area.adjusted(2 * self._line, 2.2 * self._line, -GAP, -2.6 * self._line)
        years = [one.year for one in data.points]
        self._first, self._count = min(years), max(years) - min(years) + 1

    def paint_scale(self) -> None:
        """Paint a level line at each point of the scale."""
        painter, area = self._painter, self._area
        for points in SCALE:
            at = self._height_of(Decimal(points))
            painter.setPen(QPen(self._colours.grid, 1.0))
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(self._colours.muted)
            box = QRectF(
                area.left() - 3 * self._line, at - self._line / 2, 3 * self._line - GAP, self._line
            )
            painter.drawText(box, _BEFORE, str(points))

    def paint_line(self) -> None:
        """Join the years."""
        for one, following in zip(self._points, self._points[1:], strict=False):
            is_next = following.year == one.year + 1
            dash = Qt.PenStyle.SolidLine if is_next else Qt.PenStyle.DotLine
            self._painter.setPen(QPen(self._colours.series[0], LINE_WIDTH, dash))
            self._painter.drawLine(self._at(one), self._at(following))

    def paint_points(self) -> None:
        """Write each year with its figure, and what has to be said of it."""
        painter, width = self._painter, self._area.width() / self._count
        for one in self._points:
            at = self._at(one)
            paint_marker(painter, at, Marker.CIRCLE, self._colours.series[0])
            painter.setPen(self._colours.text)
            above = QRectF(at.x() - width / 2, at.y() - 2 * self._line, width, 1.6 * self._line)
            painter.drawText(above, _ABOVE, show(one.value))
            below = QRectF(at.x() - width / 2, self._area.bottom() + GAP, width, 2.4 * self._line)
            painter.drawText(below, _CENTRE, f"{one.year}\n{one.note}".strip())

    def _at(self, point: TrendPoint) -> QPointF:
        step = self._area.width() / self._count
        left = self._area.left() + (point.year - self._first + 0.5) * step
        return QPointF(left, self._height_of(point.value))

    def _height_of(self, value: Decimal) -> float:
        return self._area.bottom() - self._area.height() * float(value) / TOP
