"""A chart with its words: shown in the window, saved as a picture file, both from one painting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.charts.colours import ChartColours, paper_colours

PICTURE: Final = QSize(900, 600)
"""Pixels of a picture file."""
SCALE: Final = 2
"""How many points a PNG has for each of them, so that it is sharp on paper as well."""
MARGIN: Final = 24
TEXT: Final = 16
"""Pixels; in points, each kind of file would take it for another size."""
_TITLE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows, in the language in use."""

    title: str
    """What it is and of which region and round, since a file stands alone."""
    notice: str
    """What its figures lack, "provisional" for one; "" where nothing."""
    text: str
    """The same figures as text."""
    paint: Callable[[QPainter, QRectF, ChartColours], None]


def svg_of(chart: Chart) -> bytes:
    """Return the chart as an SVG file on a white ground, its text alternative inside."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(PICTURE)
    generator.setResolution(96)
    generator.setViewBox(QRectF(0, 0, PICTURE.width(), PICTURE.height()))
    generator.setTitle(chart.title)
    generator.setDescription("\n".join(part for part in (chart.notice, chart.text) if part))
    painter = QPainter(generator)
    _paint_picture(painter, chart)
    painter.end()
    return bytes(content.data())


def png_of(chart: Chart) -> bytes:
    """Return the chart as a PNG file on a white ground."""
    image = QImage(PICTURE * SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    _paint_picture(painter, chart)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


def _paint_picture(painter: QPainter, chart: Chart) -> None:
    """Paint title, notice and chart."""
    colours = paper_colours()
    whole = QRectF(0, 0, PICTURE.width(), PICTURE.height())
    painter.fillRect(whole, colours.ground)
    inside = whole.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    font = QGuiApplication.font()
    font.setPixelSize(TEXT)
    for text, is_bold in ((chart.title, True), (chart.notice, False)):
        shown = QFont(font)
        shown.setBold(is_bold)
        painter.setFont(shown)
        painter.setPen(colours.text)
        taken = painter.boundingRect(inside, _TITLE, text)
        painter.drawText(inside, _TITLE, text)
        inside.setTop(taken.bottom() + (MARGIN / 4 if text else 0))
    painter.setFont(font)
    chart.paint(painter, inside.adjusted(0, MARGIN / 2, 0, 0), colours)
