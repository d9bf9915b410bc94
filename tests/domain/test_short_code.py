"""Short codes on paper: typed back as people type, and no slip goes unnoticed."""

import hashlib
from itertools import combinations
from typing import Final

import pytest

from assessor.domain.short_code import ALPHABET, read_code, short_code

FINGERPRINT: Final = hashlib.sha256(b"a page").hexdigest()
CODE: Final = short_code(FINGERPRINT)
LETTERS: Final = CODE.replace("-", "")


def test_a_code_is_eight_characters_and_a_check_in_groups_that_are_easy_to_read() -> None:
    assert [len(group) for group in CODE.split("-")] == [4, 4, 1]
    assert set(LETTERS) <= set(ALPHABET)


def test_the_same_fingerprint_always_gives_the_same_code() -> None:
    assert short_code(f"{0:064x}") == "0000-0000-0"
    assert short_code(FINGERPRINT) == CODE


def test_other_fingerprints_give_other_codes() -> None:
    codes = {short_code(hashlib.sha256(bytes([one])).hexdigest()) for one in range(200)}

    assert len(codes) == 200


@pytest.mark.parametrize(
    "typed", [CODE.lower(), LETTERS, f"  {CODE} ", " ".join(LETTERS), CODE.replace("-", " ")]
)
def test_case_spaces_and_hyphens_do_not_matter(typed: str) -> None:
    assert read_code(typed) == CODE


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    assert read_code("oOoO-0000-o") == "0000-0000-0"
    ones = next(
        code
        for code in (short_code(hashlib.sha256(bytes([one])).hexdigest()) for one in range(256))
        if "1" in code
    )
    assert read_code(ones.replace("1", "I")) == read_code(ones.replace("1", "l")) == ones


def test_every_wrong_character_is_noticed() -> None:
    wrong = [
        LETTERS[:place] + letter + LETTERS[place + 1 :]
        for place in range(len(LETTERS))
        for letter in ALPHABET
        if letter != LETTERS[place]
    ]

    assert not [typed for typed in wrong if read_code(typed)]


def test_any_two_characters_that_changed_places_are_noticed() -> None:
    for first, second in combinations(range(len(LETTERS)), 2):
        swapped = list(LETTERS)
        swapped[first], swapped[second] = swapped[second], swapped[first]

        assert swapped == list(LETTERS) or read_code("".join(swapped)) is None


@pytest.mark.parametrize("typed", ["", "-", LETTERS[:-1], LETTERS + "0", "U" + LETTERS[1:], "é"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None
