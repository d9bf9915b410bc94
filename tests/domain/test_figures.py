"""Figures and dates as people of the programme write them."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from assessor.domain.figures import (
    show,
    show_change,
    show_count,
    show_date,
    show_exact,
    show_fraction,
    show_signed,
)
from assessor.domain.improvement import Improvement


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
    assert show_exact(None) == "–"
    assert show_fraction(None) == "–"
    assert show_change(None) == "–"


def test_thousands_stand_apart() -> None:
    assert show_count(10_000) == "10.000"
    assert show_count(1_234_567, "id") == "1.234.567"
    assert show_count(10_000, "en") == "10,000"
    assert show_count(514) == "514"


def test_dates_name_the_month() -> None:
    assert show_date(dt.date(2022, 12, 6)) == "6 Desember 2022"
    assert show_date(dt.date(2022, 5, 6), "id") == "6 Mei 2022"
    assert show_date(dt.date(2022, 5, 6), "en") == "6 May 2022"


@pytest.mark.parametrize(
    ("value", "shown"), [("0.9315", "0,9315"), ("0.6200", "0,62"), ("3", "3,00"), ("0.5", "0,50")]
)
def test_an_exact_figure_keeps_its_decimals_and_two_at_least(value: str, shown: str) -> None:
    assert show_exact(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(13, 2), "6,50"),
        (Fraction(1, 8), "0,125"),
        (Fraction(5, 3), "≈ 1,6667"),
        (Fraction(1, 32), "≈ 0,0313"),
    ],
)
def test_a_figure_without_an_end_is_marked_as_nearly(value: Fraction, shown: str) -> None:
    assert show_fraction(value) == shown


@pytest.mark.parametrize(
    ("recomputed", "of_finals", "shown"),
    [("0.49", "0.49", "+0,49"), ("0.49", "0.48", "+0,49 (+0,48)"), (None, "-0.52", "(-0,52)")],
)
def test_the_difference_of_printed_indices_stands_in_brackets_where_it_is_another(
    recomputed: str | None, of_finals: str, shown: str
) -> None:
    change = Improvement(None if recomputed is None else Decimal(recomputed), Decimal(of_finals))

    assert show_change(change) == shown
