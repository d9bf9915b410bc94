"""The index over the years."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QImage

from tests.ui.charts.painting import painted, points_of, touches_the_edge
from ui.charts.colours import paper_colours
from ui.charts.trend import TrendData, TrendPoint, paint_trend, trend_text

pytestmark = pytest.mark.usefixtures("qapp")


def points(*years: int, note: str = "") -> TrendData:
    return TrendData(tuple(TrendPoint(year, Decimal("3.00"), note) for year in years))


def picture(data: TrendData) -> QImage:
    return painted(lambda painter, area, used: paint_trend(painter, area, data, used))


def ink(data: TrendData) -> int:
    return points_of(picture(data), paper_colours().series[0])


def test_the_line_over_missing_years_is_dotted() -> None:
    whole, dotted = ink(points(2020, 2021, 2022)), ink(points(2020, 2022))

    assert dotted < whole * 0.8


def test_one_year_alone_is_a_point() -> None:
    assert 0 < ink(points(2023)) < ink(points(2022, 2023))


def test_what_has_to_be_said_of_a_year_is_painted() -> None:
    text = paper_colours().text

    said = points_of(picture(points(2022, 2023, note="sementara")), text)

    assert said > points_of(picture(points(2022, 2023)), text)


def test_nothing_is_cut_off() -> None:
    high = TrendData((TrendPoint(2022, Decimal(4), "sementara"), TrendPoint(2023, Decimal(0), "")))

    assert not touches_the_edge(picture(high), paper_colours().ground)


def test_the_same_figures_stand_in_its_text() -> None:
    data = TrendData(
        (TrendPoint(2022, Decimal("3.1"), ""), TrendPoint(2023, Decimal("2.9"), "sementara"))
    )

    assert trend_text(data).splitlines() == ["2022: 3,10", "2023: 2,90 (sementara)"]
