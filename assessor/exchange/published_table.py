"""Published tables as the ministry lays them out, read for recomputing.

Real ones come with a letterhead above, headings in any case, weights or column numbers under the
headings, the headings again on every page, a leftover "Column1", and decimals with comma or dot.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final, NoReturn

from assessor.domain.audit import PublishedRow, PublishedTable, cohort_key
from assessor.domain.errors import TableUnreadable
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import SCALE, Instrument
from assessor.domain.scoring import HUNDREDTH
from assessor.exchange.table_cells import Cell, Line, TableProblem, grids

NAME: Final = "KAB/KOTA"
FINAL: Final = "NILAI FINAL"
IMPROVEMENT: Final = "TINGKAT IMPROVEMENT"
COHORT: Final = "KET"
HEADINGS: Final = {
    NAME: ("NAMA", "KAB/KOTA", "KABUPATEN/KOTA", "NAMA KAB/KOTA"),
    FINAL: ("NILAI FINAL",),
    IMPROVEMENT: ("TINGKAT IMPROVEMENT",),
    COHORT: ("KET", "KETERANGAN"),
}
DIMENSION_HEADINGS: Final = {
    "quick_win": ("QUICK WINS", "QUICK WIN"),
    "collaboration": ("PROGRAM KOLABORASI", "KOLABORASI"),
}
NO_FIGURE: Final = frozenset({"", "-", "\u2013", "\u2014"})
MINUS: Final = "\u2212"
WEIGHT: Final = re.compile(r"\([^)]*\)")
NOT_A_NAME: Final = re.compile(r"column\d*|\(?\d+\)?", re.IGNORECASE)
"""A heading that Excel left over, or the number of the column."""
NUMBER: Final = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
LONGEST_NUMBER: Final = 24
"""A workbook's binary number has at most 17 digits."""
BINARY_NOISE: Final = Decimal("1e-9")
"""How far a workbook's binary number may lie beside the two decimals it was typed with."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a table stand; `heading` is the line they are named in."""

    path: Path
    heading: Line
    columns: Mapping[str, int]
    """By heading of ours: NAME, FINAL, IMPROVEMENT, COHORT, or a dimension's key."""

    def cell(self, line: Line, column: str) -> Cell:
        """Return what stands in a column, "" beyond the line's end or without such a column."""
        place = self.columns.get(column, len(line.cells))
        return line.cells[place] if place < len(line.cells) else ""

    def refuse(self, problem: TableProblem, line: Line, column: str) -> NoReturn:
        """Raise TableUnreadable at a cell."""
        place = self.columns.get(column)
        heading = column if place is None else str(self.heading.cells[place]).strip()
        found = _text(self.cell(line, column))
        raise TableUnreadable(self.path, problem, line.number, heading, found)


def read_published_table(path: Path, instrument: Instrument) -> PublishedTable:
    """Return the table in `path` (.csv or workbook), to be checked by `instrument`.

    Of several tables in a workbook the first that has rows of the instrument's cohort, or names
    none. Raises NotFound, NotReadable, and TableUnreadable with a TableProblem, row and column: no
    table, a column of the instrument missing, a figure that is no number of two decimals.
    """
    incomplete, of_others = None, None
    for lines in grids(path):
        for index, line in enumerate(lines):
            columns = _columns(line, instrument)
            if NAME not in columns or len(columns) == 1:
                continue
            layout = Layout(path, line, columns)
            if missing := _missing_columns(layout, instrument):
                incomplete = incomplete or missing
                continue
            rows = _rows(layout, lines[index + 1 :], instrument)
            table = PublishedTable(instrument, rows, IMPROVEMENT in columns)
            if _is_of_others(table):
                of_others = of_others or table
                break
            return table
    if of_others is None:
        raise incomplete or TableUnreadable(path, TableProblem.NO_TABLE)
    return of_others


def _is_of_others(table: PublishedTable) -> bool:
    """Return whether every row says that it is of another cohort."""
    named = {cohort_key(row.cohort) for row in table.rows}
    return bool(named) and not named & {"", cohort_key(table.instrument.cohort)}


def _columns(line: Line, instrument: Instrument) -> dict[str, int]:
    """Return the columns that a line names, the first of each; empty when it is no heading."""
    wanted = {_squeezed(name): key for key, names in HEADINGS.items() for name in names}
    for dimension in instrument.dimensions:
        own = (dimension.key, dimension.name.indonesian, dimension.name.english)
        for name in (*own, *DIMENSION_HEADINGS.get(dimension.key, ())):
            wanted[_squeezed(name)] = dimension.key
    columns: dict[str, int] = {}
    for place, cell in enumerate(line.cells):
        if key := wanted.get(_squeezed(_text(cell))):
            columns.setdefault(key, place)
    return columns


def _missing_columns(layout: Layout, instrument: Instrument) -> TableUnreadable | None:
    """Return what to raise when no other line of the file names all columns, or None."""
    for column in _figure_columns(instrument):
        if column not in layout.columns:
            heading = column.replace("_", " ").upper()
            number = layout.heading.number
            return TableUnreadable(layout.path, TableProblem.COLUMN_MISSING, number, heading)
    return None


def _figure_columns(instrument: Instrument) -> tuple[str, ...]:
    return (*(dimension.key for dimension in instrument.dimensions), FINAL)


def _rows(
    layout: Layout, lines: tuple[Line, ...], instrument: Instrument
) -> tuple[PublishedRow, ...]:
    return tuple(
        _row(layout, line, instrument) for line in lines if _is_region(layout, line, instrument)
    )


def _is_region(layout: Layout, line: Line, instrument: Instrument) -> bool:
    """Return whether the line is a region's, and no heading, weight, numbering or footer."""
    if NOT_A_NAME.fullmatch(_text(layout.cell(line, NAME))):
        return False
    if len(_columns(line, instrument)) > 1:
        return False
    figures = [_text(layout.cell(line, column)) for column in _figure_columns(instrument)]
    return any(text and not WEIGHT.fullmatch(text) for text in figures)


def _row(layout: Layout, line: Line, instrument: Instrument) -> PublishedRow:
    name = _text(layout.cell(line, NAME))
    if not name:
        layout.refuse(TableProblem.NAME_MISSING, line, NAME)
    row = PublishedRow(
        name=name,
        dimensions={
            dimension.key: _score(layout, line, dimension.key)
            for dimension in instrument.dimensions
        },
        final=_figure(layout, line, FINAL),
        cohort=_text(layout.cell(line, COHORT)),
    )
    if not row.took_part:
        # Its improvement is a remark, such as "tidak mengikuti".
        return row
    return replace(row, improvement=_figure(layout, line, IMPROVEMENT))


def _score(layout: Layout, line: Line, key: DimensionKey) -> Decimal | None:
    value = _figure(layout, line, key)
    if value is not None and not SCALE[0] <= value <= SCALE[-1]:
        layout.refuse(TableProblem.OUT_OF_SCALE, line, key)
    return value


def _figure(layout: Layout, line: Line, column: str) -> Decimal | None:
    """Return the figure with two decimals; None for a dash or an empty cell."""
    text = _text(layout.cell(line, column)).replace(MINUS, "-")
    if text in NO_FIGURE:
        return None
    if not NUMBER.fullmatch(text) or len(text) > LONGEST_NUMBER:
        layout.refuse(TableProblem.NOT_A_NUMBER, line, column)
    exact = Decimal(text.replace(",", "."))
    value = exact.quantize(HUNDREDTH)
    if abs(exact - value) > BINARY_NOISE:
        layout.refuse(TableProblem.TOO_MANY_DECIMALS, line, column)
    return value


def _text(cell: Cell) -> str:
    """Return a cell's text on one line; a workbook's number as it was typed."""
    return " ".join(str(cell).split())


def _squeezed(heading: str) -> str:
    """Return a heading's letters alone, without a weight in brackets after it."""
    return "".join(letter for letter in WEIGHT.sub("", heading).casefold() if letter.isalnum())
