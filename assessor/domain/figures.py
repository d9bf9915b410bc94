"""Figures and dates as people of the programme write them."""

import datetime as dt
from decimal import Decimal
from typing import Final

MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NOTHING: Final = "–"
"""An en dash stands where a figure does not apply or is not there yet."""


def show(value: Decimal | None) -> str:
    """Return `value` with a decimal comma and two decimals ("3,10", "-0,29"), or an en dash."""
    return NOTHING if value is None else f"{value:.2f}".replace(".", ",")


def show_signed(value: Decimal | None) -> str:
    """Return a difference like `show`, with a plus before what rose."""
    return NOTHING if value is None else f"{value:+.2f}".replace(".", ",")


def show_count(count: int, language: str = "id") -> str:
    """Return a whole number with its thousands apart, "10.000"; with commas for "en"."""
    grouped = f"{count:,}"
    return grouped if language == "en" else grouped.replace(",", ".")


def show_date(day: dt.date, language: str = "id") -> str:
    """Return "6 Desember 2022", with English months for "en"."""
    months = ENGLISH_MONTHS if language == "en" else MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"
