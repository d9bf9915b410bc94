"""The spread of a panel."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.charts.painting import painted, points_of, touches_the_edge
from ui.charts.colours import ChartColours, paper_colours
from ui.charts.series import Series
from ui.charts.spread import SpreadData, paint_spread, spread_text

pytestmark = pytest.mark.usefixtures("qapp")


def series(name: str, *values: str | None) -> Series:
    return Series(name, tuple(None if one is None else Decimal(one) for one in values))


PANEL = series("Panel", "2.50", "3.00")


def picture(*assessors: Series, colours: ChartColours | None = None) -> QImage:
    data = SpreadData(("Baseline", "Output"), assessors, PANEL)
    return painted(lambda painter, area, used: paint_spread(painter, area, data, used), colours)


def ink(image: QImage, place: int = 0) -> int:
    return points_of(image, paper_colours().series[place])


def test_equal_figures_of_two_assessors_are_both_seen() -> None:
    alone = picture(series("Ayu", "2.00", "3.00"), series("Budi", None, None))
    both = picture(series("Ayu", "2.00", "3.00"), series("Budi", "2.00", "3.00"))

    assert ink(both) == pytest.approx(ink(alone), rel=0.1)
    assert ink(both, 1) > ink(alone, 1)


def test_assessors_have_markers_of_their_own_even_in_one_colour() -> None:
    one_colour = replace(paper_colours(), series=(QColor("black"),) * 4)
    blank = series("X", None, None)
    pictures = {
        bytes(
            picture(
                *[blank] * place,
                series("X", "2.00", "3.00"),
                *[blank] * (5 - place),
                colours=one_colour,
            ).constBits()
        )
        for place in range(6)
    }

    assert len(pictures) == 6


def test_a_missing_figure_has_no_marker() -> None:
    assert ink(picture(series("Ayu", "2.00", None))) < ink(picture(series("Ayu", "2.00", "3.00")))


def test_many_assessors_are_not_cut_off() -> None:
    image = picture(*(series(f"Asesor Contoh {n}", "0.00", "4.00") for n in range(9)))

    assert not touches_the_edge(image, paper_colours().ground)


def test_the_same_figures_stand_in_its_text() -> None:
    data = SpreadData(("Baseline", "Output"), (series("Ayu", "2.00", None),), PANEL)

    assert spread_text(data).splitlines() == [
        "Baseline: Panel 2,50; Ayu 2,00",
        "Output: Panel 3,00; Ayu –",
    ]
