"""The cells of a table file, whatever program wrote it: .csv in any dialect, or a workbook."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from assessor.domain.errors import TableUnreadable
from assessor.domain.file_problems import file_problem

Cell: TypeAlias = object
"""Text, or what a workbook holds: a number, a truth value, a date."""

WORKBOOK_STARTS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
UTF_16_STARTS: Final = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS: Final = (";", ",", "\t")


class TableProblem(StrEnum):
    """Why a published table cannot be read."""

    NOT_A_WORKBOOK = "not_a_workbook"
    """Looks like a workbook, but is broken or protected by a password."""
    NO_TABLE = "no_table"
    """No line with the ministry's headings."""
    COLUMN_MISSING = "column_missing"
    NAME_MISSING = "name_missing"
    NOT_A_NUMBER = "not_a_number"
    TOO_MANY_DECIMALS = "too_many_decimals"
    OUT_OF_SCALE = "out_of_scale"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; `number` counts from 1 as the file's own program shows it."""

    number: int
    cells: tuple[Cell, ...]


def grids(path: Path) -> Iterator[tuple[Line, ...]]:
    """Yield the ways to see a file as a grid: its sheets, or its text with each delimiter.

    Raises NotFound, NotReadable, or TableUnreadable for a workbook that cannot be opened. The
    kind of the file is told by its content, since people rename files.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise file_problem(error, path, writing=False) from error
    if content.startswith(WORKBOOK_STARTS):
        yield from _sheets(path, content)
    else:
        text = _decoded(content)
        for delimiter in DELIMITERS:
            yield _lines(path, text, delimiter)


def _sheets(path: Path, content: bytes) -> Iterator[tuple[Line, ...]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        ]
    except CalamineError as error:
        raise TableUnreadable(path, TableProblem.NOT_A_WORKBOOK) from error
    for rows in sheets:
        yield tuple(Line(number, tuple(row)) for number, row in enumerate(rows, start=1))


def _decoded(content: bytes) -> str:
    """Return the text of a .csv as spreadsheets save it: UTF-8, UTF-16, or Windows' own."""
    if content.startswith(UTF_16_STARTS):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _lines(path: Path, text: str, delimiter: str) -> tuple[Line, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return tuple(Line(reader.line_num, tuple(row)) for row in reader)
    except csv.Error as error:
        raise TableUnreadable(path, TableProblem.NO_TABLE, reader.line_num) from error
