"""A page of a returned sheet: rows by key, columns by name, wherever they stand now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from assessor.exchange.score_sheet.layout import PageKey

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = object
"""What a cell gives: "", text, a number, a truth value, a date or a time."""

PAGE_KEYS: Final = frozenset(PageKey)
SEARCHED_ROWS: Final = 60
"""How far down the key row may have moved."""
ODD_CELLS: Final = re.compile(
    rb'<(?:\w+:)?c(?=[^>]*\sr="([A-Z]+\d+)")([^>]*[^/])>(.*?)</(?:\w+:)?c>', re.DOTALL
)
ERROR_TYPE: Final = re.compile(rb'\st="e"')
FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
CACHED: Final = re.compile(rb"<(?:\w+:)?v>([^<]*)<")


class Oddity(Enum):
    """What the value of a cell alone does not tell."""

    ERROR = "error"
    FORMULA = "formula"
    FORMULA_WITHOUT_VALUE = "formula without value"


@dataclass(frozen=True, slots=True)
class Grid:
    """One page, found by its key."""

    name: str
    rows: list[list[Value]]
    key_row: int
    key_column: int
    columns: Mapping[str, int]
    odd: Mapping[str, tuple[Oddity, str]]
    merged: frozenset[tuple[int, int]]
    """Cells that are part of a merged range, from 0."""

    def keyed_rows(self) -> Iterator[tuple[str, int]]:
        """Give the key ("" where there is none) and the number, from 0, of every row."""
        for number in range(len(self.rows)):
            if number != self.key_row:
                yield self.key(number), number

    def key(self, row: int) -> str:
        """Return the key of a row, "" where there is none."""
        return text_of(self.rows[row][self.key_column]).strip()

    def value(self, row: int, column: str) -> Value:
        """Return what stands in a cell; "" where the column is gone."""
        place = self.columns.get(column)
        return "" if place is None else self.rows[row][place]

    def text(self, row: int, column: str) -> str:
        """Return a cell as text."""
        return text_of(self.value(row, column))

    def address(self, row: int, column: str) -> str:
        """Return a cell's address as spreadsheets show it, "F12"."""
        place = self.columns.get(column)
        return "" if place is None else f"{_letters(place)}{row + 1}"

    def oddity(self, row: int, column: str) -> tuple[Oddity, str] | None:
        """Return what is odd about a cell: an error value or a formula, with its text."""
        return self.odd.get(self.address(row, column))

    def is_merged(self, row: int, column: str) -> bool:
        """Return whether a cell is part of a merged range."""
        return (row, self.columns.get(column, -1)) in self.merged


def find_grid(sheet: "CalamineSheet", xml: bytes) -> tuple[PageKey, Grid] | None:
    """Return which page `sheet` is, and the page; None where it is none of ours."""
    rows: list[list[Value]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        for place, cell in enumerate(row):
            if isinstance(cell, str) and cell in PAGE_KEYS:
                return PageKey(cell), Grid(
                    name=sheet.name,
                    rows=rows,
                    key_row=number,
                    key_column=place,
                    columns=_columns(row),
                    odd=_odd_cells(xml),
                    merged=_merged_cells(sheet, len(rows)),
                )
    return None


def _columns(row: list[Value]) -> dict[str, int]:
    return {text_of(cell): place for place, cell in enumerate(row) if cell != ""}


def text_of(value: Value) -> str:
    """Return a cell's value as text; whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else str(value)


def _odd_cells(xml: bytes) -> dict[str, tuple[Oddity, str]]:
    if not (ERROR_TYPE.search(xml) or FORMULA.search(xml)):
        return {}
    odd = {}
    for match in ODD_CELLS.finditer(xml):
        address, attributes, content = match.groups()
        cached = CACHED.search(content)
        shown = cached[1].decode("utf-8", "replace") if cached else ""
        if ERROR_TYPE.search(attributes):
            odd[address.decode()] = (Oddity.ERROR, shown)
        elif FORMULA.search(content):
            kind = Oddity.FORMULA if shown else Oddity.FORMULA_WITHOUT_VALUE
            odd[address.decode()] = (kind, shown)
    return odd


def _merged_cells(sheet: "CalamineSheet", rows: int) -> frozenset[tuple[int, int]]:
    return frozenset(
        (row, column)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        for row in range(top, min(bottom + 1, rows))
        for column in range(left, right + 1)
    )


def _letters(place: int) -> str:
    letters = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        letters = chr(ord("A") + rest) + letters
        place -= 1
    return letters
