"""What a text must be like so that a spreadsheet can carry it to the letter."""

import re
from typing import Final

from assessor.domain.errors import TextTooLong

CELL_LIMIT: Final = 32_767
"""UTF-16 code units in one cell of an XLSX file (ECMA-376 in Excel's limits)."""

LINE_BREAKS: Final = re.compile("\r\n|\r|\x0b|\x0c")
FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
LONE_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def length_in_cell(text: str) -> int:
    """Return how much of a cell `text` takes, in UTF-16 code units: most emoji take two."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean_text(text: str) -> str:
    """Return `text` as XML can hold it.

    Every kind of line break becomes a line feed (pasted vertical tabs and form feeds are breaks
    too), invisible control characters go, and halves of a pair become the replacement mark.
    Everything else stays to the letter, spaces at the ends included.
    """
    return LONE_SURROGATES.sub("\ufffd", FORBIDDEN.sub("", LINE_BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """Return `clean_text(text)` as one line with single spaces, as names are kept."""
    return " ".join(clean_text(text).split())


def checked_text(text: str, reserved: int = 0) -> str:
    """Return `clean_text(text)`, so that what is stored can always be exported.

    `reserved` is room in code units that something else in the same cell needs (the reason of a
    score that is not applicable stands above its note). Raises TextTooLong.
    """
    clean = clean_text(text)
    length = length_in_cell(clean) + reserved
    if length > CELL_LIMIT:
        raise TextTooLong(length=length, limit=CELL_LIMIT)
    return clean
