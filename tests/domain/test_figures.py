"""Figures and dates as people of the programme write them."""

import datetime as dt
from decimal import Decimal

import pytest

from assessor.domain.figures import show, show_count, show_date, show_signed


@pytest.mark.parametrize(
    ("value", "shown"), [("3.1", "3,10"), ("4", "4,00"), ("-0.29", "-0,29"), ("0", "0,00")]
)
def test_a_figure_has_a_comma_and_two_decimals(value: str, shown: str) -> None:
    assert show(Decimal(value)) == shown


def test_a_rise_has_a_plus() -> None:
    assert show_signed(Decimal("0.38")) == "+0,38"
    assert show_signed(Decimal("-0.29")) == "-0,29"


def test_an_en_dash_stands_for_no_figure() -> None:
    assert show(None) == "–"
    assert show_signed(None) == "–"


def test_thousands_stand_apart() -> None:
    assert show_count(10_000) == "10.000"
    assert show_count(1_234_567, "id") == "1.234.567"
    assert show_count(10_000, "en") == "10,000"
    assert show_count(514) == "514"


def test_dates_name_the_month() -> None:
    assert show_date(dt.date(2022, 12, 6)) == "6 Desember 2022"
    assert show_date(dt.date(2022, 5, 6), "id") == "6 Mei 2022"
    assert show_date(dt.date(2022, 5, 6), "en") == "6 May 2022"
