"""What is wrong with the pages of a returned sheet as such, and what on them is not read."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from assessor.domain.errors import SheetRefused
from assessor.exchange.score_sheet.grid import Grid, address_of, text_of
from assessor.exchange.score_sheet.layout import ColumnKey, PageKey, column_of_question
from assessor.exchange.score_sheet.page_xml import PageXml
from assessor.exchange.score_sheet.reading import Problem, ProblemCode, Severity, SheetRefusal
from assessor.exchange.score_sheet.wording import PAGES, heading_of

NEEDED_COLUMNS: Final[Mapping[PageKey, tuple[ColumnKey, ...]]] = {
    PageKey.SCORES: (ColumnKey.SCORE, ColumnKey.NOTE),
    PageKey.PROGRAMMES: (ColumnKey.PILLAR, ColumnKey.PROGRAMME, ColumnKey.NOTE),
    PageKey.SUMMARY: (ColumnKey.TEXT,),
    PageKey.EVIDENCE: (ColumnKey.TITLE, ColumnKey.LINK, ColumnKey.SHA256),
}
FILLED_COLUMNS: Final[Mapping[PageKey, frozenset[str]]] = {
    PageKey.SCORES: frozenset({ColumnKey.SCORE, ColumnKey.NOTE}),
    PageKey.PROGRAMMES: frozenset({ColumnKey.PROGRAMME, ColumnKey.NOTE}),
    PageKey.SUMMARY: frozenset({ColumnKey.TEXT}),
}
"""Where people write; what stands there in a row without a key is theirs and must not vanish."""
COLUMN_KEYS: Final = frozenset(ColumnKey)
SCORE_COLUMN: Final = column_of_question("")
VALUE_MARK: Final = (b"<v>", b"<is>")
LONGEST_SHOWN: Final = 60


def page_twice(path: Path, key: PageKey, name: str) -> Problem:
    """Return the problem of a copied tab: nobody can tell which of the two was filled in.

    Raises SheetRefused where it is the identity that stands twice.
    """
    if key is PageKey.IDENTITY:
        raise SheetRefused(path, SheetRefusal.IDENTITY_BROKEN, name)
    return Problem(name, "", ProblemCode.PAGE_TWICE, Severity.REFUSED, name, PAGES[key])


def unknown_page(name: str, page: PageXml) -> Iterator[Problem]:
    """Say that a tab that is none of ours is not read, unless it is empty."""
    if any(mark in page.xml for mark in VALUE_MARK):
        yield Problem(name, "", ProblemCode.PAGE_UNKNOWN, Severity.LEFT_OUT, name)


def broken_pages(grids: Mapping[PageKey, Grid]) -> Iterator[Problem]:
    """Say which pages and columns are missing or stand twice, and which keys are computed."""
    refused = Severity.REFUSED
    for key, columns in NEEDED_COLUMNS.items():
        grid = grids.get(key)
        if grid is None:
            yield Problem("", "", ProblemCode.PAGE_MISSING, refused, expected=PAGES[key])
            continue
        for column in columns:
            if column not in grid.columns:
                heading = heading_of(column)
                yield Problem(grid.name, "", ProblemCode.COLUMN_MISSING, refused, expected=heading)
        for name in grid.twice:
            address = grid.address(grid.key_row, name)
            yield Problem(grid.name, address, ProblemCode.COLUMN_TWICE, refused, heading_of(name))
        for row in range(len(grid.rows)) if grid.odd else ():
            oddity = grid.key_oddity(row)
            if oddity is not None:
                address = address_of(row, grid.key_column)
                yield Problem(grid.name, address, ProblemCode.KEY_CHANGED, refused, oddity[1])


def left_out(grids: Mapping[PageKey, Grid], programme_rows: frozenset[int]) -> Iterator[Problem]:
    """Say what people wrote where nothing is read; `programme_rows` were, without a key too."""
    for key, grid in grids.items():
        for address in grid.left_out:
            yield Problem(grid.name, address, ProblemCode.FAR_AWAY, Severity.LEFT_OUT)
        yield from _unknown_columns(grid)
        if key in FILLED_COLUMNS:
            read = programme_rows if key is PageKey.PROGRAMMES else frozenset()
            yield from _rows_without_key(grid, FILLED_COLUMNS[key], read)


def _unknown_columns(grid: Grid) -> Iterator[Problem]:
    names = [text_of(value).strip() for value in grid.rows[grid.key_row]]
    for place, name in enumerate(names):
        is_known = name in COLUMN_KEYS or name.startswith(SCORE_COLUMN)
        if is_known or place == grid.key_column:
            continue
        rows = [row for row, values in enumerate(grid.rows) if values[place] != ""]
        if rows:
            yield _left_out(grid, ProblemCode.COLUMN_UNKNOWN, rows[0], place)


def _rows_without_key(grid: Grid, names: frozenset[str], read: frozenset[int]) -> Iterator[Problem]:
    """Look below the first row that has a key: what stands above it is heading."""
    places = [
        place
        for name, place in grid.columns.items()
        if name in names or name.startswith(SCORE_COLUMN)
    ]
    has_begun = False
    for key, row in grid.keyed_rows():
        has_begun = has_begun or bool(key)
        if key or not has_begun or row < grid.key_row or row in read:
            continue
        for place in places:
            if grid.rows[row][place] != "":
                yield _left_out(grid, ProblemCode.ROW_WITHOUT_KEY, row, place)
                break


def _left_out(grid: Grid, code: ProblemCode, row: int, place: int) -> Problem:
    found = text_of(grid.rows[row][place])[:LONGEST_SHOWN]
    return Problem(grid.name, address_of(row, place), code, Severity.LEFT_OUT, found)
