"""Contribution bars: what each dimension adds to the index, within what it could add."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui.charts.colours import ChartColours
from ui.charts.series import GAP

PATTERNS: Final = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern)
"""How the first and the second bar of a row are filled."""
THICK: Final = 0.7
"""How much of its line's height a bar takes."""
_BEFORE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_AFTER: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Bar:
    """How long a bar is, in which frame, and what is written beside it."""

    value: Decimal | None
    """What the dimension adds; None leaves the frame empty."""
    most: Decimal
    """What it could add."""
    text: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One dimension: this year's bar, and last year's below it where one is known."""

    label: str
    bars: tuple[Bar | None, ...]


@dataclass(frozen=True, slots=True)
class BarData:
    """All dimensions; `names` say what the first and the second bar of each row are."""

    names: tuple[str, ...]
    rows: tuple[BarRow, ...]


def paint_bars(painter: QPainter, area: QRectF, data: BarData, colours: ChartColours) -> None:
    """Paint the rows and what their bars mean into `area`, with the painter's font.

    All bars have one scale; the second of a row is hatched, so that none needs its colour.
    """
    painter.save()
    field = _Field(painter, area, data, colours)
    field.paint()
    painter.restore()


def bars_text(data: BarData) -> str:
    """Return the same figures as text: a line for each dimension."""
    return "\n".join(f"{row.label}: {_row_text(data.names, row)}" for row in data.rows)


def _row_text(names: tuple[str, ...], row: BarRow) -> str:
    bars = zip(names, row.bars, strict=True)
    return "; ".join(f"{name} {bar.text}" for name, bar in bars if bar is not None)


class _Field:
    """Where rows lie, and what they are painted with."""

    def __init__(
        self, painter: QPainter, area: QRectF, data: BarData, colours: ChartColours
    ) -> None:
        self._painter, self._area, self._data, self._colours = painter, area, data, colours
        metrics = painter.fontMetrics()
        texts = [bar.text for row in data.rows for bar in row.bars if bar is not None]
        before = max(metrics.horizontalAdvance(row.label) for row in data.rows) + GAP
        after = max(metrics.horizontalAdvance(text) for text in texts) + GAP
        lines = sum(len(row.bars) + 0.5 for row in data.rows) + 1.2
        self._line = min(area.height() / lines, metrics.height() * 2.0)
        self._left = area.left() + before
        self._room = max(area.width() - before - after, 0.0)
        self._most = max(bar.most for row in data.rows for bar in row.bars if bar is not None)
        self._top = area.top() + max(area.height() - lines * self._line, 0.0) / 2

    def paint(self) -> None:
        """Paint all rows and, below, what the bars are."""
        top = self._top
        for row in self._data.rows:
            self._painter.setPen(self._colours.text)
            whole = QRectF(self._area.left(), top, self._left - GAP - self._area.left(), self._line)
            self._painter.drawText(whole, _BEFORE, row.label)
            for place, bar in enumerate(row.bars):
                if bar is not None:
                    self._paint_bar(bar, place, top + place * self._line)
            top += (len(row.bars) + 0.5) * self._line
        self._paint_names(top)

    def _paint_bar(self, bar: Bar, place: int, top: float) -> None:
        painter, thick = self._painter, self._line * THICK
        frame = QRectF(self._left, top + (self._line - thick) / 2, self._long(bar.most), thick)
        painter.setPen(QPen(self._colours.grid, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        if bar.value is not None:
            self._fill(QRectF(frame.topLeft(), frame.bottomLeft()), place, self._long(bar.value))
        painter.setPen(self._colours.text)
        beside = QRectF(frame.right() + GAP, top, self._area.right() - frame.right(), self._line)
        painter.drawText(beside, _AFTER, bar.text)

    def _paint_names(self, top: float) -> None:
        left, side = self._left, self._line * THICK
        for place, name in enumerate(self._data.names):
            self._fill(QRectF(left, top + (self._line - side) / 2, 0, side), place, side)
            self._painter.setPen(self._colours.text)
            width = self._painter.fontMetrics().horizontalAdvance(name) + GAP
            words = QRectF(left + side + GAP, top, width, self._line)
            self._painter.drawText(words, _AFTER, name)
            left += side + width + 3 * GAP

    def _fill(self, start: QRectF, place: int, width: float) -> None:
        colour = self._colours.series[place]
        self._painter.setPen(QPen(colour, 1.0))
        self._painter.setBrush(QBrush(colour, PATTERNS[place]))
        self._painter.drawRect(start.adjusted(0, 0, width, 0))

    def _long(self, value: Decimal) -> float:
        return self._room * float(value / self._most)
