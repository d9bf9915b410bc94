"""The radar chart."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.charts.painting import painted, points_of, touches_the_edge
from ui.charts.colours import ChartColours, chart_colours, paper_colours
from ui.charts.radar import RadarData, paint_radar, radar_text
from ui.charts.series import STYLES, Series

pytestmark = pytest.mark.usefixtures("qapp")

AXES = ("Baseline", "Output", "Outcome", "Impact", "Quick Win", "Program Kolaborasi")


def series(name: str, *values: str | None) -> Series:
    return Series(name, tuple(None if one is None else Decimal(one) for one in values))


THIS_YEAR = series("2023", "3.10", "2.20", "3.90", "1.50", "2.77", "3.00")
LAST_YEAR = series("2022", "2.80", "2.50", "3.40", "1.90", "2.00", None)
EMPTY = series("2023", *[None] * 6)


def picture(*shown: Series, colours: ChartColours | None = None) -> QImage:
    data = RadarData(AXES, shown)
    return painted(lambda painter, area, used: paint_radar(painter, area, data, used), colours)


def ink(image: QImage, place: int) -> int:
    return points_of(image, paper_colours().series[place])


def test_a_missing_figure_leaves_the_line_open() -> None:
    whole = picture(replace(THIS_YEAR, values=(Decimal(3),) * 6))
    open_line = picture(replace(THIS_YEAR, values=(*(Decimal(3),) * 5, None)))

    assert 0 < ink(open_line, 0) < ink(whole, 0)


def test_without_any_figure_only_the_web_and_the_legend_are_there() -> None:
    assert ink(picture(EMPTY), 0) < ink(picture(THIS_YEAR), 0) / 4


def test_every_series_is_painted_in_its_own_way_even_in_one_colour() -> None:
    one_colour = replace(paper_colours(), series=(QColor("black"),) * 4)
    alone = [
        picture(*[EMPTY] * place, THIS_YEAR, *[EMPTY] * (3 - place), colours=one_colour)
        for place in range(4)
    ]

    assert len({bytes(image.constBits()) for image in alone}) == 4
    assert len({dash for dash, _marker in STYLES}) == len({mark for _dash, mark in STYLES}) == 4


def test_the_colours_follow_the_theme() -> None:
    dark = chart_colours(dark=True)

    image = picture(THIS_YEAR, colours=dark)

    assert points_of(image, dark.series[0]) > 0
    assert ink(image, 0) == 0
    assert image.pixelColor(0, 0) == dark.ground


@pytest.mark.parametrize("axes", [3, 5, 6])
def test_nothing_is_cut_off(axes: int) -> None:
    shown = Series("2023", THIS_YEAR.values[:axes])
    data = RadarData(AXES[:axes], (shown,))

    image = painted(lambda painter, area, used: paint_radar(painter, area, data, used))

    assert not touches_the_edge(image, paper_colours().ground)


def test_the_painter_is_handed_back_as_it_was() -> None:
    image = QImage(300, 300, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = painter.pen()
    paint_radar(painter, QRectF(0, 0, 300, 300), RadarData(AXES, (THIS_YEAR,)), paper_colours())

    assert painter.pen() == before
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()


def test_the_same_figures_stand_in_its_text() -> None:
    text = radar_text(RadarData(AXES, (THIS_YEAR, LAST_YEAR)))

    assert text.splitlines()[0] == "Baseline: 2023 3,10; 2022 2,80"
    assert text.splitlines()[-1] == "Program Kolaborasi: 2023 3,00; 2022 –"
