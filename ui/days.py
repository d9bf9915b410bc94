"""Days as people type them."""

import datetime as dt
import re
from typing import Final

DAY_FIRST: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_day(typed: str) -> dt.date | None:
    """Return the day in "23/11/2020", "23-11-2020" or "2020-11-23"; None for an empty field.

    Raises ValueError for anything else, and for a day that no calendar has.
    """
    text = typed.strip()
    if not text:
        return None
    if found := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        raise ValueError(typed)
    return dt.date(year, month, day)


def write_day(day: dt.date | None) -> str:
    """Return the day as the field shows it: "23/11/2020"."""
    return "" if day is None else f"{day:%d/%m/%Y}"
