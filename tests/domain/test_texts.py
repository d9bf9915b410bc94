"""Texts that a spreadsheet can carry to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.errors import TextTooLong
from assessor.domain.texts import CELL_LIMIT, checked_text, clean_text, length_in_cell, one_line


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x0b", "\x0c"])
def test_every_line_break_becomes_a_line_feed(line_break: str) -> None:
    assert clean_text(f"satu{line_break}dua") == "satu\ndua"


def test_what_xml_cannot_hold_goes() -> None:
    assert clean_text("sa\x00tu\x1f\ufffe") == "satu"
    assert clean_text("\ud83dsatu") == "\ufffdsatu"


@pytest.mark.parametrize("text", ["  satu\t\n ", "=1+1", "é😀", ""])
def test_everything_else_stays_to_the_letter(text: str) -> None:
    assert clean_text(text) == text


def test_an_emoji_takes_two_code_units() -> None:
    assert length_in_cell("a😀") == 3


def test_a_text_may_fill_a_cell_and_no_more() -> None:
    assert checked_text("a" * CELL_LIMIT) == "a" * CELL_LIMIT

    with pytest.raises(TextTooLong) as refused:
        checked_text("a" * (CELL_LIMIT + 1))

    assert (refused.value.length, refused.value.limit) == (CELL_LIMIT + 1, CELL_LIMIT)


def test_room_can_be_kept_for_something_else() -> None:
    assert checked_text("a" * (CELL_LIMIT - 5), reserved=5)

    with pytest.raises(TextTooLong):
        checked_text("a" * (CELL_LIMIT - 5), reserved=6)


def test_what_goes_does_not_count() -> None:
    assert checked_text("a" * CELL_LIMIT + "\x00") == "a" * CELL_LIMIT


@given(st.text(st.characters()))
def test_a_clean_text_is_clean(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    clean_text(text).encode("utf-8")


def test_a_name_is_one_line_of_what_a_cell_can_hold() -> None:
    assert one_line(" Sri \n\tLestari\x01 ") == "Sri Lestari"
