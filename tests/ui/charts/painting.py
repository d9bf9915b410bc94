"""Charts painted onto pictures, and what can be seen of them."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.charts.colours import ChartColours, paper_colours

SIZE = (460, 340)


def painted(
    paint: Callable[[QPainter, QRectF, ChartColours], None], colours: ChartColours | None = None
) -> QImage:
    """Return a picture with a chart on it."""
    used = colours or paper_colours()
    image = QImage(*SIZE, QImage.Format.Format_ARGB32)
    image.fill(used.ground)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, *SIZE), used)
    painter.end()
    return image


def points_of(image: QImage, colour: QColor) -> int:
    """Return how many points of the picture have a colour, paler edges left out."""
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(image.height())
    )


def touches_the_edge(image: QImage, ground: QColor) -> bool:
    """Return whether anything but the ground reaches the border of the picture."""
    right, bottom = image.width() - 1, image.height() - 1
    border = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    border += [(x, y) for y in range(bottom + 1) for x in (0, right)]
    return any(image.pixelColor(x, y) != ground for x, y in border)
