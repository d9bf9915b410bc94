"""One worksheet that is filled from top to bottom: lines across all columns, and tables."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from openpyxl.cell.cell import Cell as WorkbookCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.annex.records import Cell
from assessor.domain.figures import show
from assessor.exchange.annex import looks
from assessor.exchange.score_sheet.row_height import TALLEST, text_height

ROW_HEIGHT: Final = 15.0
"""Points of a row with one line."""
ROOM: Final = 3.5
"""Characters beside the longest text of a column."""


class Page:
    """Writes downwards; `row` is the last row written, from 1."""

    def __init__(self, worksheet: Worksheet, widths: Sequence[float]) -> None:
        self.worksheet = worksheet
        self.row = 0
        self._widths = tuple(widths)
        for column, width in enumerate(widths, start=1):
            worksheet.column_dimensions[get_column_letter(column)].width = width

    @property
    def columns(self) -> int:
        """How many columns the page has."""
        return len(self._widths)

    def skip(self) -> None:
        """Leave a row empty."""
        self.row += 1

    def line(self, text: str, font: Font, alignment: Alignment, first: int = 1) -> None:
        """Write one text over the columns from `first` to the last, as tall as it needs."""
        self.row += 1
        cell = self._put(first, text)
        cell.font, cell.alignment = font, alignment
        last = self.columns
        if first < last:
            self.worksheet.merge_cells(None, self.row, first, self.row, last)
        room = sum(self._widths[first - 1 :])
        self._set_height(text_height(text, room, float(font.size)))

    def headings(self, texts: Sequence[str]) -> None:
        """Write a row of the table's head."""
        self.row += 1
        for column, text in enumerate(texts, start=1):
            cell = self._put(column, text)
            cell.font, cell.alignment = looks.ON_BLUE, looks.CENTRE
            cell.fill, cell.border = looks.HEADING, looks.RULES
        tallest = max(
            text_height(text, width, looks.POINTS)
            for text, width in zip(texts, self._widths, strict=True)
        )
        self._set_height(tallest)

    def join_upwards(self, columns: Sequence[int]) -> None:
        """Join the cells of the last two rows in these columns, counted from 1."""
        for column in columns:
            self.worksheet.merge_cells(None, self.row - 1, column, self.row, column)

    def cells(self, row: Sequence[Cell], *, is_banded: bool) -> None:
        """Write a row of the table: names at the left, figures under each other in the middle."""
        self.row += 1
        for column, value in enumerate(row, start=1):
            cell = self._put(column, value)
            cell.font, cell.border = looks.PLAIN, looks.RULES
            cell.fill = looks.BAND if is_banded else looks.NO_BAND
            cell.alignment = looks.NAME if _is_name(value) else looks.CENTRE
        self._set_height(ROW_HEIGHT)

    def _put(self, column: int, value: Cell) -> WorkbookCell | MergedCell:
        cell = self.worksheet.cell(self.row, column)
        cell.value = value
        if isinstance(value, str):
            # A name or cohort that begins with "=" is a text like any other.
            cell.data_type, cell.number_format = "s", looks.TEXT_FORMAT
        else:
            is_figure = isinstance(value, Decimal)
            cell.number_format = looks.FIGURE_FORMAT if is_figure else looks.NUMBER_FORMAT
        return cell

    def _set_height(self, points: float) -> None:
        height = min(max(points, ROW_HEIGHT), TALLEST)
        self.worksheet.row_dimensions[self.row].height = height


def column_widths(rows: Sequence[Sequence[Cell]], least: Sequence[float]) -> tuple[float, ...]:
    """Return the width of each column, in characters, that holds the longest text on one line."""
    return tuple(
        max(narrowest, max((len(shown(row[place])) for row in rows), default=0) + ROOM)
        for place, narrowest in enumerate(least)
    )


def shown(cell: Cell) -> str:
    """Return a cell as people read it."""
    return show(cell) if isinstance(cell, Decimal) else str(cell)


def _is_name(value: Cell) -> bool:
    return isinstance(value, str) and len(value) > 1
