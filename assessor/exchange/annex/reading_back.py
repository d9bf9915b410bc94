"""A written workbook against what was to stand on it, row by row, read by another library."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from assessor.domain.annex.records import AnnexPage, AnnexTable, Cell
from assessor.domain.annex.wording import ABSENT

Row: TypeAlias = tuple[object, ...]
Rows: TypeAlias = Sequence[Row]


def rows_of_pages(pages: Iterable[AnnexPage]) -> dict[str, Rows]:
    """Return what each page says, row by row; empty cells are left out."""
    return {page.name: tuple(_rows_of_page(page)) for page in pages}


def first_difference(path: Path, expected: dict[str, Rows]) -> str:
    """Return page and row where the file at `path` says something else, "" where it says the same.

    Rows without a word do not count. Raises CalamineError for a file that is no workbook.
    """
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(path) as workbook:
        if workbook.sheet_names != list(expected):
            return ", ".join(workbook.sheet_names)
        for name, rows in expected.items():
            found = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if place := _first_difference(rows, found):
                return f"{name}, {place}"
    return ""


def _first_difference(expected: Rows, found: Iterable[Sequence[object]]) -> int:
    """Return the row, from 1, of the file's first difference; 0 where there is none."""
    said = [(place, _plain(row)) for place, row in enumerate(found, 1) if any(map(_says, row))]
    for (place, row), wanted in zip(said, expected, strict=False):
        if row != _plain(wanted):
            return place
    if len(said) == len(expected):
        return 0
    return 1 + (said[-1][0] if said else 0)


def _says(value: object) -> bool:
    return value not in ("", None)


def _plain(row: Iterable[object]) -> Row:
    """Return what a row says; a workbook's numbers are those of their shortest text."""
    return tuple(Decimal(repr(one)) if isinstance(one, float) else one for one in row if _says(one))


def _rows_of_page(page: AnnexPage) -> Iterator[Row]:
    yield from ((text,) for text in (*page.head, *page.title, *page.warnings))
    yield from _rows_of_table(page.table)
    yield from ((text,) for text in page.remarks)
    if page.absent.rows:
        yield (ABSENT,)
        yield from _rows_of_table(page.absent)


def _rows_of_table(table: AnnexTable) -> Iterator[tuple[Cell, ...]]:
    yield table.headings
    if table.weights:
        yield table.weights
    yield from table.rows
