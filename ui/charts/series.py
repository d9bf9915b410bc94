"""Series of figures, and the dashes and markers that tell them apart without colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from assessor.domain.figures import show
from ui.charts.colours import ChartColours

LINE_WIDTH: Final = 2.0
MARKER: Final = 4.0
"""Half the width of a marker."""
SAMPLE: Final = 28.0
"""How long the piece of line in a legend is."""
GAP: Final = 6.0
_BESIDE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Marker(Enum):
    """The shapes at the figures of a series."""

    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    CROSS = auto()
    STAR = auto()
    STROKE = auto()


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


def series_text(axes: Sequence[str], shown: Sequence[Series]) -> str:
    """Return series as text: a line for each axis."""
    return "\n".join(
        f"{axis}: " + "; ".join(f"{one.name} {show(one.values[place])}" for one in shown)
        for place, axis in enumerate(axes)
    )


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
        case Marker.STROKE:
            painter.setPen(QPen(colour, 2.5))
            painter.drawLine(at - QPointF(0, 1.5 * MARKER), at + QPointF(0, 1.5 * MARKER))
    painter.restore()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a legend says of one series: a piece of its line, its marker, its name."""

    name: str
    colour: QColor
    dash: Qt.PenStyle
    marker: Marker


def entries(names: Sequence[str], colours: ChartColours) -> tuple[Entry, ...]:
    """Return the entries of series in their order."""
    return tuple(
        Entry(name, series_pen(colours, place).color(), *STYLES[place % len(STYLES)])
        for place, name in enumerate(names)
    )


class Legend:
    """Entries beside each other, in as many lines as a width asks for."""

    def __init__(self, painter: QPainter, width: float, shown: Sequence[Entry]) -> None:
        self._painter, self._width = painter, width
        self._line = painter.fontMetrics().height() * 1.25
        self._lines: list[list[tuple[Entry, float]]] = [[]]
        room = width
        for entry in shown:
            needed = SAMPLE + 4 * GAP + painter.fontMetrics().horizontalAdvance(entry.name)
            if needed > room and self._lines[-1]:
                self._lines.append([])
                room = width
            self._lines[-1].append((entry, needed))
            room -= needed

    @property
    def height(self) -> float:
        """What it needs."""
        return self._line * len(self._lines)

    def paint(self, left: float, top: float, colours: ChartColours) -> None:
        """Paint it with its upper left corner there, each line in the middle of the width."""
        for place, line in enumerate(self._lines):
            at = left + (self._width - sum(needed for _entry, needed in line)) / 2 + 1.5 * GAP
            for entry, needed in line:
                self._paint_entry(entry, QRectF(at, top + place * self._line, needed, self._line))
                self._painter.setPen(colours.text)
                words = QRectF(at + SAMPLE + GAP, top + place * self._line, needed, self._line)
                self._painter.drawText(words, _BESIDE, entry.name)
                at += needed

    def _paint_entry(self, entry: Entry, area: QRectF) -> None:
        middle = area.center().y()
        if entry.dash is not Qt.PenStyle.NoPen:
            self._painter.setPen(QPen(entry.colour, LINE_WIDTH, entry.dash))
            self._painter.drawLine(
                QPointF(area.left(), middle), QPointF(area.left() + SAMPLE, middle)
            )
        at = QPointF(area.left() + SAMPLE / 2, middle)
        paint_marker(self._painter, at, entry.marker, entry.colour)


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
