"""A page in any spelling of XML, parsed cell by cell and written anew in one spelling."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Final, Self
from xml.parsers import expat

LAST_ROW: Final = 1999
LAST_COLUMN: Final = 52
DEEPEST: Final = 32
MOST_TOLD: Final = 20
ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
INDEX: Final = re.compile("[0-9]{1,9}")
CELL_PATH: Final = ["worksheet", "sheetData", "row", "c"]
MERGED_PATH: Final = ["worksheet", "mergeCells", "mergeCell"]
MAIN: Final = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)
"""The two names of the spreadsheet vocabulary, transitional and strict."""


class PageRefused(Exception):
    """A page that no score sheet has; the text says what it has too much of, or twice."""


@dataclass(frozen=True, slots=True)
class Range:
    """A merged range, rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, left: str, top: str, right: str, bottom: str) -> Self:
        """Return the range between two addresses in pieces, "A", "1", "B", "2"."""
        return cls(int(top) - 1, column_number(left) - 1, int(bottom) - 1, column_number(right) - 1)

    @property
    def cells(self) -> int:
        """How many of the cells that are read are part of it."""
        rows = min(self.bottom + 1, LAST_ROW) - self.top
        columns = min(self.right + 1, LAST_COLUMN) - self.left
        return max(rows, 0) * max(columns, 0)


@lru_cache(maxsize=1000)
def column_number(letters: str) -> int:
    """Return the number, from 1, of a column's letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@lru_cache(maxsize=1000)
def column_letters(number: int) -> str:
    """Return the letters of a column's number, from 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The rows of a page in plain XML."""

    rows: bytes
    merged: tuple[Range, ...]
    left_out: tuple[str, ...]


def rewritten(content: bytes) -> Rewritten:
    """Return the page; raises PageRefused, or ExpatError where it is no XML."""
    page = _Page()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = page.start
    parser.EndElementHandler = page.end
    parser.CharacterDataHandler = page.characters
    parser.Parse(content, True)
    return page.finished()


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    kind: str
    style: str
    value: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    has_value: bool = False
    has_formula: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.has_value or self.has_formula or self.text)

    @property
    def address(self) -> str:
        return f"{column_letters(self.column)}{self.row}"

    def xml(self) -> str:
        style = f' s="{escape(self.style)}"' if self.style else ""
        kind = f' t="{escape(self.kind)}"' if self.kind else ""
        parts = "<f></f>" if self.has_formula else ""
        if self.has_value:
            parts += f"<v>{escape(''.join(self.value), quote=False)}</v>"
        if self.text:
            parts += (
                f'<is><t xml:space="preserve">{escape("".join(self.text), quote=False)}</t></is>'
            )
        return f'<c r="{self.address}"{style}{kind}>{parts}</c>'


class _Page:
    """Collects cells while the parser goes through the page."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._cell: _Cell | None = None
        self._row = 0
        self._column = 0
        self._rows: dict[int, dict[int, str]] = {}
        self._merged: list[Range] = []
        self._left_out: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._path.append(local if space in MAIN else "")
        if len(self._path) > DEEPEST:
            raise PageRefused("depth")
        if self._path == CELL_PATH:
            self._start_cell(attributes)
        elif self._cell is not None:
            self._start_inside(self._cell)
        elif self._path == CELL_PATH[:-1]:
            self._start_row(attributes)
        elif self._path == MERGED_PATH:
            self._merge(attributes.get("ref", ""))

    def end(self, _name: str) -> None:
        if self._path == CELL_PATH and self._cell is not None:
            self._keep(self._cell)
            self._cell = None
        self._path.pop()

    def characters(self, text: str) -> None:
        inside = self._path[4:]
        if self._cell is None or not inside:
            return
        if inside == ["v"]:
            self._cell.value.append(text)
        elif inside in (["is", "t"], ["is", "r", "t"]):
            self._cell.text.append(text)

    def finished(self) -> Rewritten:
        rows = (
            f'<row r="{number}">{"".join(cells[column] for column in sorted(cells))}</row>'
            for number, cells in sorted(self._rows.items())
        )
        return Rewritten(
            "".join(rows).encode(), tuple(self._merged), tuple(self._left_out[:MOST_TOLD])
        )

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isascii() and number.isdigit() else self._row + 1
        self._column = 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        row, column = self._row, self._column + 1
        address = attributes.get("r")
        if address is not None:
            match = ADDRESS.fullmatch(address)
            if match is None:
                raise PageRefused(address)
            row, column = int(match[2]), column_number(match[1])
        self._column = column
        self._cell = _Cell(row, column, attributes.get("t", ""), attributes.get("s", ""))

    def _start_inside(self, cell: _Cell) -> None:
        inside = self._path[4:]
        if inside == ["v"]:
            if cell.has_value:
                raise PageRefused(cell.address)
            cell.has_value = True
        elif inside == ["f"]:
            cell.has_formula = True

    def _keep(self, cell: _Cell) -> None:
        if cell.is_empty:
            return
        if cell.kind == "s" and not INDEX.fullmatch("".join(cell.value)):
            raise PageRefused(cell.address)
        if cell.row > LAST_ROW or cell.column > LAST_COLUMN:
            self._left_out.append(cell.address)
        elif cell.column in self._rows.setdefault(cell.row, {}):
            raise PageRefused(cell.address)
        else:
            self._rows[cell.row][cell.column] = cell.xml()

    def _merge(self, reference: str) -> None:
        ends = [ADDRESS.fullmatch(one) for one in reference.split(":")]
        first, last = ends[0], ends[-1]
        if first is not None and last is not None:
            self._merged.append(Range.of(first[1], first[2], last[1], last[2]))
