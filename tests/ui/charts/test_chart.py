"""Charts as files."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.ui.charts.painting import points_of
from ui.charts.chart import PICTURE, SCALE, Chart, png_of, svg_of
from ui.charts.colours import paper_colours
from ui.charts.trend import TrendData, TrendPoint, paint_trend, trend_text

pytestmark = pytest.mark.usefixtures("qapp")

YEARS = TrendData((TrendPoint(2022, Decimal("3.10"), ""), TrendPoint(2023, Decimal("2.90"), "")))
CHART = Chart(
    title="Nilai final – KOTA DENPASAR – Evaluasi 2023",
    notice="SEMENTARA",
    text=trend_text(YEARS),
    paint=lambda painter, area, colours: paint_trend(painter, area, YEARS, colours),
)


def rendered(svg: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(PICTURE, QImage.Format.Format_RGB32)
    image.fill("black")
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_a_drawing_shows_the_chart_on_white() -> None:
    image = rendered(svg_of(CHART))

    assert image.pixelColor(2, 2) == paper_colours().ground
    assert points_of(image, paper_colours().series[0]) > 0


def test_a_drawing_carries_title_notice_and_figures_as_text() -> None:
    svg = svg_of(CHART).decode("utf-8")

    assert f"<title>{CHART.title}</title>" in svg
    assert "SEMENTARA\n2022: 3,10\n2023: 2,90</desc>" in svg
    assert svg.count("SEMENTARA") == 2


def test_a_picture_is_sharp_enough_for_paper() -> None:
    image = QImage.fromData(QByteArray(png_of(CHART)))

    assert image.size() == PICTURE * SCALE
    assert points_of(image, paper_colours().series[0]) > 0


def test_files_say_nothing_about_who_made_them() -> None:
    image = QImage.fromData(QByteArray(png_of(CHART)))

    assert image.textKeys() == []
    assert b"author" not in svg_of(CHART).lower()
