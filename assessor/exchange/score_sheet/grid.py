"""A page of a returned sheet: rows by key, columns by name, wherever they stand now."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from html import unescape
from itertools import repeat
from typing import TYPE_CHECKING, Final

from assessor.exchange.score_sheet.layout import PageKey
from assessor.exchange.score_sheet.page_xml import PageXml
from assessor.exchange.score_sheet.plain_page import Range, column_letters

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = object
"""What a cell gives: "", text, a number, a truth value, a date or a time."""

PAGE_KEYS: Final = frozenset(PageKey)
SEARCHED_ROWS: Final = 60
"""How far down the key row may have moved."""
ERROR_MARK: Final = b't="e"'
CELLS: Final = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"([^<>]*)>(<f(?:[^<>]*/>|[^<>]*>[^<]*</f>))?(?:<v>([^<]*)</v>)?'
)


class Oddity(Enum):
    """What the value of a cell alone does not tell."""

    ERROR = "error"
    FORMULA = "formula"
    FORMULA_WITHOUT_VALUE = "formula without value"


@dataclass(frozen=True, slots=True)
class Grid:
    """One page, found by its key."""

    name: str
    rows: Sequence[Sequence[Value]]
    key_row: int
    key_column: int
    columns: Mapping[str, int]
    twice: tuple[str, ...]
    """Names of columns that stand in the key row more than once."""
    odd: Mapping[str, tuple[Oddity, str]]
    merged: frozenset[tuple[int, int]]
    """Cells that are part of a merged range, from 0."""
    left_out: tuple[str, ...]
    """Addresses of cells too far away to be read."""
    _keys: Sequence[tuple[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        place, keys = self.key_column, []
        for number, row in enumerate(self.rows):
            if number != self.key_row:
                key = row[place]
                text = key if key.__class__ is str else text_of(key)
                keys.append((text.strip() if text else "", number))
        object.__setattr__(self, "_keys", keys)

    def keyed_rows(self) -> Iterator[tuple[str, int]]:
        """Give the key ("" where there is none) and the number, from 0, of every row."""
        return iter(self._keys)

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
        return "" if place is None else address_of(row, place)

    def oddity(self, row: int, column: str) -> tuple[Oddity, str] | None:
        """Return what is odd about a cell: an error value or a formula, with its text."""
        return self.odd.get(self.address(row, column)) if self.odd else None

    def key_oddity(self, row: int) -> tuple[Oddity, str] | None:
        """Return what is odd about the key of a row; a key that is computed is none of ours."""
        return self.odd.get(address_of(row, self.key_column)) if self.odd else None

    def is_merged(self, row: int, column: str) -> bool:
        """Return whether a cell is part of a merged range."""
        return bool(self.merged) and (row, self.columns.get(column, -1)) in self.merged


def find_grid(sheet: "CalamineSheet", name: str, page: PageXml) -> tuple[PageKey, Grid] | None:
    """Return which page `sheet` is, and the page; None where it is none of ours."""
    rows = sheet.to_python(skip_empty_area=False)
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        for place, cell in enumerate(row):
            if isinstance(cell, str) and cell in PAGE_KEYS:
                names = [text_of(one).strip() for one in row]
                return PageKey(cell), Grid(
                    name=name,
                    rows=rows,
                    key_row=number,
                    key_column=place,
                    columns={one: column for column, one in enumerate(names) if one},
                    twice=tuple(sorted({one for one in names if one and names.count(one) > 1})),
                    odd=_odd_cells(page.xml) if page.is_computed else {},
                    merged=_merged_cells(page.merged, len(rows), len(row)),
                    left_out=page.left_out,
                )
    return None


def address_of(row: int, column: int) -> str:
    """Return the address of a cell whose row and column count from 0."""
    return f"{column_letters(column + 1)}{row + 1}"


def text_of(value: Value) -> str:
    """Return a cell's value as text; whole numbers without a decimal point."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _merged_cells(ranges: Sequence[Range], rows: int, columns: int) -> frozenset[tuple[int, int]]:
    cells: set[tuple[int, int]] = set()
    for one in ranges:
        across = range(one.left, min(one.right + 1, columns))
        for row in range(one.top, min(one.bottom + 1, rows)):
            cells.update(zip(repeat(row), across, strict=False))
    return frozenset(cells)


def _odd_cells(xml: bytes) -> dict[str, tuple[Oddity, str]]:
    odd = {}
    for address, attributes, formula, cached in CELLS.findall(xml):
        if formula or ERROR_MARK in attributes:
            kind = Oddity.FORMULA if cached else Oddity.FORMULA_WITHOUT_VALUE
            kind = Oddity.ERROR if ERROR_MARK in attributes else kind
            odd[address.decode()] = (kind, unescape(cached.decode("utf-8", "replace")))
    return odd
