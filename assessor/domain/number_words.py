"""Whole numbers in Indonesian words, as official letters write them beside the figures."""

from typing import Final

from assessor.domain.figures import show_count

UNITS: Final = (
    *("nol", "satu", "dua", "tiga", "empat"),
    *("lima", "enam", "tujuh", "delapan", "sembilan"),
)
SMALL: Final = (
    *("", *UNITS[1:], "sepuluh", "sebelas"),
    *(f"{unit} belas" for unit in UNITS[2:]),
)
"""Below twenty, where every number has a word of its own."""
SIZES: Final = ((1_000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "sepuluh", "puluh"))
"""The larger ones first: what one of it is called, and several."""
LIMIT: Final = 1_000_000
"""No letter counts regions, dimensions or annexes up to here."""


def in_words(number: int) -> str:
    """Return "tiga puluh tujuh" for 37. Raises ValueError below 0 and from a million on."""
    if not 0 <= number < LIMIT:
        raise ValueError(number)
    return _words(number) or UNITS[0]


def words_and_figures(number: int) -> str:
    """Return "tiga puluh tujuh (37)", with a dot between thousands. Raises as `in_words`."""
    return f"{in_words(number)} ({show_count(number)})"


def _words(number: int) -> str:
    """Return the words of `number`, none for 0, which is silent inside a larger number."""
    if number < len(SMALL):
        return SMALL[number]
    size, once, many = next(one for one in SIZES if number >= one[0])
    times, rest = divmod(number, size)
    head = once if times == 1 else f"{_words(times)} {many}"
    return f"{head} {_words(rest)}".rstrip()
