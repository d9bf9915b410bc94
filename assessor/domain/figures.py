"""Figures and dates as people of the programme write them."""

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction
from typing import Final

from assessor.domain.improvement import Improvement

MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SOME_DECIMALS: Final = 4
"""Of a figure that has no end, as of thirds."""
NOTHING: Final = "–"
"""An en dash stands where a figure does not apply or is not there yet."""


def show(value: Decimal | None) -> str:
    """Return `value` with a decimal comma and two decimals ("3,10", "-0,29"), or an en dash."""
    return NOTHING if value is None else f"{value:.2f}".replace(".", ",")


def show_signed(value: Decimal | None) -> str:
    """Return a difference like `show`, with a plus before what rose."""
    return NOTHING if value is None else f"{value:+.2f}".replace(".", ",")


def show_exact(value: Decimal | None) -> str:
    """Return all decimals of a figure, two at least, with a comma ("0,9315"), or an en dash."""
    if value is None:
        return NOTHING
    whole, _point, decimals = f"{value:f}".partition(".")
    return f"{whole},{decimals.rstrip('0').ljust(2, '0')}"


def show_fraction(value: Fraction | None) -> str:
    """Return an exact figure like `show_exact`; "≈ 3,4902" where four decimals do not hold it."""
    if value is None:
        return NOTHING
    scaled = value * 10**SOME_DECIMALS
    shown = show_exact(Decimal(math.floor(scaled + Fraction(1, 2))).scaleb(-SOME_DECIMALS))
    return shown if scaled.denominator == 1 else f"≈ {shown}"


def show_change(change: Improvement | None) -> str:
    """Return an improvement with its sign.

    In brackets follows the difference of the two printed indices where it is another one; it
    stands alone where last year's index cannot be recomputed.
    """
    if change is None:
        return NOTHING
    printed = f"({show_signed(change.of_finals)})"
    if change.recomputed is None:
        return printed
    return f"{show_signed(change.recomputed)} {printed if change.differs else ''}".rstrip()


def show_count(count: int, language: str = "id") -> str:
    """Return a whole number with its thousands apart, "10.000"; with commas for "en"."""
    grouped = f"{count:,}"
    return grouped if language == "en" else grouped.replace(",", ".")


def show_date(day: dt.date, language: str = "id") -> str:
    """Return "6 Desember 2022", with English months for "en"."""
    months = ENGLISH_MONTHS if language == "en" else MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"
