"""Parts of file names that every system takes."""

import pytest

from assessor.exchange.file_names import LONGEST_PART, plain_part, year_part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("KOTA DENPASAR", "KOTA-DENPASAR"),
        ("Bérau / Jaya: *?", "Berau-Jaya"),
        ("..", ""),
        ("  ", ""),
        ("x" * 99, "x" * LONGEST_PART),
    ],
)
def test_only_plain_letters_digits_and_hyphens_are_left(text: str, part: str) -> None:
    assert plain_part(text) == part


def test_a_year_has_its_stage_where_there_is_one() -> None:
    assert year_part(2022, "Tahap I") == "2022-Tahap-I"
    assert year_part(2022, "") == "2022"
