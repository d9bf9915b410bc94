"""The spread of a panel: what each assessor gives a dimension, and what counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from assessor.domain.instrument import SCALE
from ui.charts.colours import ChartColours
from ui.charts.series import GAP, MARKER, Entry, Legend, Marker, Series, paint_marker, series_text

TOP: Final = SCALE[-1]
_BEFORE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_BELOW: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_SHAPES: Final = tuple(shape for shape in Marker if shape is not Marker.STROKE)
_MANY: Final = len(_SHAPES)
_TALL: Final = 0.8
"""How much of its row the mark of what counts takes."""


@dataclass(frozen=True, slots=True)
class SpreadData:
    """Rows from 0 to 4: a marker for each assessor, a stroke for what counts."""

    rows: tuple[str, ...]
    assessors: tuple[Series, ...]
    counted: Series


def paint_spread(painter: QPainter, area: QRectF, data: SpreadData, colours: ChartColours) -> None:
    """Paint the rows with their legend into `area`, with the painter's font.

    Assessors are told apart by markers; from the seventh on, shapes come again in other colours.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    legend = Legend(painter, area.width(), tuple(_legend(data, colours)))
    field = _Field(painter, area.adjusted(0, 0, 0, -legend.height), data, colours)
    field.paint_scale()
    for row in range(len(data.rows)):
        field.paint_row(row)
    legend.paint(area.left(), area.bottom() - legend.height, colours)
    painter.restore()


def spread_text(data: SpreadData) -> str:
    """Return the same figures as text: a line for each row."""
    return series_text(data.rows, (data.counted, *data.assessors))


def _legend(data: SpreadData, colours: ChartColours) -> Iterator[Entry]:
    yield Entry(data.counted.name, colours.text, Qt.PenStyle.NoPen, Marker.STROKE)
    for place, one in enumerate(data.assessors):
        yield Entry(one.name, _colour(colours, place), Qt.PenStyle.NoPen, _SHAPES[place % _MANY])


class _Field:
    def __init__(
        self, painter: QPainter, area: QRectF, data: SpreadData, colours: ChartColours
    ) -> None:
        self._painter, self._data, self._colours = painter, data, colours
        metrics = painter.fontMetrics()
        self._axis = metrics.height() * 1.4
        before = max(metrics.horizontalAdvance(row) for row in data.rows) + 2 * GAP
        self._names = QRectF(area.left(), area.top(), before - 2 * GAP, area.height())
        self._plot = area.adjusted(before, GAP, -2 * MARKER, -self._axis)
        self._step = self._plot.height() / len(data.rows)

    def paint_scale(self) -> None:
        """Paint an upright line at each point of the scale."""
        painter, plot = self._painter, self._plot
        for points in SCALE:
            at = self._at(Decimal(points))
            painter.setPen(QPen(self._colours.grid, 1.0))
            painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()))
            painter.setPen(self._colours.muted)
            box = QRectF(at - self._axis, plot.bottom() + 2, 2 * self._axis, self._axis)
            painter.drawText(box, _BELOW, str(points))

    def paint_row(self, row: int) -> None:
        """Paint a row: from the lowest to the highest, everybody's marker, what counts."""
        painter, middle = self._painter, self._plot.top() + (row + 0.5) * self._step
        painter.setPen(self._colours.text)
        name = QRectF(self._names.left(), middle - self._axis / 2, self._names.width(), self._axis)
        painter.drawText(name, _BEFORE, self._data.rows[row])
        given = [(place, one.values[row]) for place, one in enumerate(self._data.assessors)]
        known = [(place, value) for place, value in given if value is not None]
        if known:
            ends = [self._at(value) for _place, value in known]
            painter.setPen(QPen(self._colours.muted, 1.0))
            painter.drawLine(QPointF(min(ends), middle), QPointF(max(ends), middle))
        counted = self._data.counted.values[row]
        if counted is not None:
            half = self._step * _TALL / 2
            across = self._at(counted)
            painter.setPen(QPen(self._colours.text, 2.5))
            painter.drawLine(QPointF(across, middle - half), QPointF(across, middle + half))
        for place, value in known:
            at = QPointF(self._at(value), middle + self._lane(place))
            paint_marker(painter, at, _SHAPES[place % _MANY], _colour(self._colours, place))

    def _lane(self, place: int) -> float:
        """Return how far from the middle an assessor's markers lie: like figures stay apart."""
        everybody = len(self._data.assessors)
        apart = min(2 * MARKER, self._step * _TALL / everybody)
        return (place - (everybody - 1) / 2) * apart

    def _at(self, value: Decimal) -> float:
        return self._plot.left() + self._plot.width() * float(value) / TOP


def _colour(colours: ChartColours, place: int) -> QColor:
    return colours.series[place % len(colours.series)]
