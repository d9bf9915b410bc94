"""One page being written: values by row and column, each with a look and the type it must keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessor.exchange.score_sheet.cell_text import escaped
from assessor.exchange.score_sheet.layout import PageKey
from assessor.exchange.score_sheet.row_height import TALLEST, text_height
from assessor.exchange.score_sheet.styles import BODY_POINTS, Style

KEY_COLUMN: Final = 1
FIRST_COLUMN: Final = 2
"""The first column that people see."""
KEY_ROW: Final = 1
SMALLEST_ROW: Final = 15.0

Figure = float | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its hidden name, what people read above it, and its width in characters."""

    key: str
    header: str
    width: float


class Page:
    """A worksheet with a hidden key row and key column, filled from the top down."""

    def __init__(self, worksheet: Worksheet, key: PageKey, columns: Sequence[Column]) -> None:
        self.worksheet = worksheet
        self.columns = tuple(columns)
        self.row = KEY_ROW
        self._places = {
            column.key: place for place, column in enumerate(self.columns, FIRST_COLUMN)
        }
        self._write_key_row(key)

    @property
    def last_column(self) -> int:
        """The last column on the page."""
        return KEY_COLUMN + len(self.columns)

    def place(self, column: str) -> int:
        """Return the column number of a column's name."""
        return self._places[column]

    def letter(self, column: str) -> str:
        """Return the letter of a column's name."""
        return get_column_letter(self.place(column))

    def address(self, row: int, column: int) -> str:
        """Return a cell's address, "F12"."""
        return f"{get_column_letter(column)}{row}"

    def width(self, first: int, last: int) -> float:
        """Return the characters that fit across some columns."""
        return sum(one.width for one in self.columns[first - FIRST_COLUMN : last - KEY_COLUMN])

    def feed(self, columns: Sequence[Column]) -> tuple[int, ...]:
        """Add hidden columns right of the page for a chart to draw from; return their numbers."""
        places = tuple(range(self.last_column + 1, self.last_column + 1 + len(columns)))
        for place, column in zip(places, columns, strict=True):
            cell = self.worksheet.cell(KEY_ROW, place, column.key)
            cell.style = Style.MACHINE
            self.worksheet.column_dimensions[cell.column_letter].hidden = True
        return places

    def next_row(self, key: str = "", height: float = SMALLEST_ROW) -> int:
        """Go one row down, name it and set its height in points; return its number."""
        self.row += 1
        if key:
            self.text(KEY_COLUMN, key, Style.MACHINE)
        self.set_height(height)
        return self.row

    def set_height(self, height: float) -> None:
        """Set the present row's height in points, within what spreadsheets can show."""
        dimension = self.worksheet.row_dimensions[self.row]
        dimension.height = min(height, TALLEST)

    def text(self, column: int, text: str, style: Style) -> None:
        """Write `text` as text, whatever it looks like; "" leaves an empty cell with the look."""
        cell = self.worksheet.cell(self.row, column)
        cell.style = style
        if text:
            cell.value = escaped(text)
            cell.data_type = "s"

    def figure(self, column: int, figure: Figure, style: Style) -> None:
        """Write a number as a number; None leaves an empty cell with the look."""
        cell = self.worksheet.cell(self.row, column)
        cell.style = style
        if figure is not None:
            cell.value = figure

    def formula(self, column: int, formula: str, style: Style) -> None:
        """Write a live formula of our own making, never anything a person typed."""
        cell = self.worksheet.cell(self.row, column)
        cell.style = style
        cell.value = formula

    def band(self, text: str, style: Style, first: int = FIRST_COLUMN, last: int = 0) -> None:
        """Write `text` across columns of the present row, by default across the page."""
        last = last or self.last_column
        for column in range(first + 1, last + 1):
            self.text(column, "", style)
        self.text(first, text, style)
        # `merge_cells` would restyle every covered cell, at half the cost of the whole sheet.
        self.worksheet.merged_cells.add(
            f"{self.address(self.row, first)}:{self.address(self.row, last)}"
        )

    def fit(self, texts: Mapping[int, str], at_least: float = SMALLEST_ROW) -> None:
        """Make the present row as tall as the tallest of some cells' wrapped texts."""
        self.set_height(
            max(
                at_least,
                *(
                    text_height(text, self.width(column, column), BODY_POINTS)
                    for column, text in texts.items()
                ),
            )
        )

    def fit_across(self, text: str, first: int, last: int, points: float = BODY_POINTS) -> float:
        """Return the points that `text` needs across some columns."""
        return max(SMALLEST_ROW, text_height(text, self.width(first, last), points))

    def _write_key_row(self, key: PageKey) -> None:
        self.text(KEY_COLUMN, key, Style.MACHINE)
        for place, column in enumerate(self.columns, FIRST_COLUMN):
            self.text(place, column.key, Style.MACHINE)
            self.worksheet.column_dimensions[get_column_letter(place)].width = column.width
        self.worksheet.row_dimensions[KEY_ROW].hidden = True
        self.worksheet.column_dimensions["A"].hidden = True
