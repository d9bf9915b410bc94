"""Numbers are written out as an Indonesian letter writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.number_words import LIMIT, in_words, words_and_figures

SMALL = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
numbers = st.integers(min_value=0, max_value=LIMIT - 1)


def read(words: str) -> int:
    """Read a number back, word by word, the way a person does."""
    thousands, below, last = 0, 0, 0
    for word in words.split():
        if word in SMALL:
            last = SMALL.index(word)
        elif word == "belas":
            below, last = below + 10 + last, 0
        elif word == "puluh":
            below, last = below + 10 * last, 0
        elif word == "ratus":
            below, last = below + 100 * last, 0
        elif word == "ribu":
            thousands, below, last = below + last, 0, 0
        elif word == "seribu":
            thousands = 1
        else:
            below += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word]
    return thousands * 1000 + below + last


@given(numbers)
def test_what_is_written_reads_back_as_the_number(number: int) -> None:
    assert read(in_words(number)) == number


@given(numbers)
def test_the_words_stand_one_space_apart_and_one_is_never_said_of_a_hundred(number: int) -> None:
    words = in_words(number)

    assert words == " ".join(words.split())
    assert not {"satu ratus", "satu puluh", "satu belas"} & {
        " ".join(pair) for pair in zip(words.split(), words.split()[1:], strict=False)
    }


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (37, "tiga puluh tujuh"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (141, "seratus empat puluh satu"),
        (514, "lima ratus empat belas"),
        (1_000, "seribu"),
        (1_384, "seribu tiga ratus delapan puluh empat"),
        (11_000, "sebelas ribu"),
        (21_001, "dua puluh satu ribu satu"),
        (100_100, "seratus ribu seratus"),
        (900_090, "sembilan ratus ribu sembilan puluh"),
    ],
)
def test_numbers_that_letters_have(number: int, words: str) -> None:
    assert in_words(number) == words


def test_words_and_figures_stand_beside_each_other() -> None:
    assert words_and_figures(37) == "tiga puluh tujuh (37)"


def test_thousands_are_parted_by_a_dot() -> None:
    assert words_and_figures(1_384) == "seribu tiga ratus delapan puluh empat (1.384)"


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_what_no_letter_counts_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)
