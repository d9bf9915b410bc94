"""The charts of the screen on paper."""

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from ui.charts.colours import ChartColours, paper_colours
from ui.charts.radar import RadarData, paint_radar
from ui.printing.page import UNITS_PER_INCH, mm
from ui.printing.piece import Drawing
from ui.printing.style import FAMILIES

UNITS_PER_PIXEL: Final = UNITS_PER_INCH / 96
"""Charts are drawn in pixels of a screen; on paper there are 96 of them to an inch."""
LABEL_PIXELS: Final = 9
HEIGHT: Final = mm(50)


def chart_drawing(data: RadarData) -> Drawing:
    """Return the radar chart as it stands on paper."""

    def draw(painter: QPainter, room: QRectF) -> None:
        painter.translate(room.topLeft())
        painter.scale(UNITS_PER_PIXEL, UNITS_PER_PIXEL)
        font = QFont(list(FAMILIES))
        font.setPixelSize(LABEL_PIXELS)
        painter.setFont(font)
        size = room.size() / UNITS_PER_PIXEL
        paint_radar(painter, QRectF(0, 0, size.width(), size.height()), data, _colours())

    return Drawing(HEIGHT, draw)


@cache
def _colours() -> ChartColours:
    return paper_colours()
