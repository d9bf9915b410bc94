"""How tall a row must be: spreadsheets do not fit rows they did not write, or merged cells."""

from functools import lru_cache
from typing import Final

TALLEST: Final = 409.0
"""Points; no spreadsheet shows a taller row."""
LINE: Final = 1.22
"""Line pitch of Arial as a multiple of its size, rounded up."""
PADDING: Final = 4.0
"""Points above and below the text of a cell, together."""
PIXELS_PER_CHARACTER: Final = 7
POINTS_PER_PIXEL: Final = 0.75
CELL_MARGIN: Final = 11.0
"""Points left and right of the text, together, its indent included."""

WIDTHS: Final = {
    character: thousandths / 1000
    for thousandths, characters in (
        (191, "'"),
        (222, "ijl"),
        (278, " !,./:;If[]\\t"),
        (333, "()-`r"),
        (355, '"'),
        (389, "*"),
        (500, "Jcksvxyz"),
        (556, "#$?0123456789L_abdeghnopqu–"),
        (584, "+<=>~"),
        (611, "FTZ"),
        (667, "&ABEKPSVXY"),
        (722, "CDHNRUw"),
        (778, "GOQ"),
        (833, "Mm"),
        (889, "%"),
        (944, "W"),
        (1015, "@"),
    )
    for character in characters
}
"""Advance widths of Arial in ems."""
SPACE: Final = WIDTHS[" "]
COMMON: Final = 0.7
"""Ems for letters that are not listed, on the wide side."""
WIDEST: Final = 1.2
"""Ems for ideographs and emoji."""
FIRST_WIDE: Final = "\u2e7f"
SLACK: Final = 1.04
"""Programs break lines a little earlier or later than the figures say."""


@lru_cache(maxsize=16384)
def _word_width(word: str) -> float:
    return SLACK * sum(
        WIDTHS.get(character, WIDEST if character > FIRST_WIDE else COMMON) for character in word
    )


def lines_of(text: str, columns: float, points: float) -> int:
    """Return how many lines `text` takes in cells of `columns` characters, set in `points`."""
    room = (columns * PIXELS_PER_CHARACTER * POINTS_PER_PIXEL - CELL_MARGIN) / points
    return sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))


def _lines_of_paragraph(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        width = _word_width(word)
        if used and used + SPACE + width > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += SPACE
        overflow = int(width / room)
        lines += overflow
        used += width - overflow * room
    return lines


@lru_cache(maxsize=4096)
def text_height(text: str, columns: float, points: float) -> float:
    """Return the points that `text` needs, wrapped; may be more than `TALLEST`."""
    return lines_of(text, columns, points) * points * LINE + PADDING
