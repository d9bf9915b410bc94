"""Days as people type them."""

import datetime as dt

import pytest

from ui.days import read_day, write_day


@pytest.mark.parametrize(
    "typed", ["23/11/2020", "23-11-2020", "23.11.2020", " 2020-11-23 ", "23/11/2020 "]
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_day(typed) == dt.date(2020, 11, 23)


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_field_is_no_day(typed: str) -> None:
    assert read_day(typed) is None


@pytest.mark.parametrize("typed", ["soon", "31/02/2020", "23/11/20", "11/23/2020", "2020"])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(typed)


def test_what_is_shown_can_be_read_again() -> None:
    day = dt.date(2020, 3, 9)

    assert read_day(write_day(day)) == day
    assert read_day(write_day(None)) is None
