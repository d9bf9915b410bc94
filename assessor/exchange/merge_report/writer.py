"""The report of a merge as a text file and as a workbook, each whole or not at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessor.domain.merging.report import MergeReport
from assessor.domain.paper_words import PRODUCT
from assessor.domain.texts import clean_text
from assessor.exchange.merge_report import wording
from assessor.exchange.merge_report.rows import (
    FILE_HEADINGS,
    PROBLEM_HEADINGS,
    REGION_HEADINGS,
    Cell,
    Row,
    because,
    file_row,
    not_taken,
    problem_rows,
    region_row,
    shown,
    summary_rows,
)
from assessor.exchange.whole_file import whole_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDEST: Final = 60
TEXT: Final = "@"
FIGURE: Final = "[$-421]0.00"


def write_text(report: MergeReport, path: Path) -> None:
    """Write the report as UTF-8 text. Raises NotWritable or DiskFull."""
    with whole_file(path) as part:
        part.write_text("\n".join(_lines(report)) + "\n", encoding="utf-8", newline="\n")


def write_workbook(report: MergeReport, path: Path) -> None:
    """Write the report as a workbook: summary, files, problems, regions.

    Raises NotWritable or DiskFull.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.properties.creator = workbook.properties.lastModifiedBy = PRODUCT
    workbook.remove(workbook.worksheets[0])
    left = [(one.path, wording.CLASSES[one.kind], because(one)) for one in not_taken(report)]
    summary = (*summary_rows(report), ("", ""), (wording.NOT_TAKEN, ""), *left)
    _fill(workbook.create_sheet(wording.SUMMARY), (wording.TITLE,), summary)
    _fill(workbook.create_sheet(wording.FILES), FILE_HEADINGS, map(file_row, report.files))
    _fill(workbook.create_sheet(wording.PROBLEMS), PROBLEM_HEADINGS, problem_rows(report))
    _fill(workbook.create_sheet(wording.REGIONS), REGION_HEADINGS, map(region_row, report.regions))
    with whole_file(path) as part:
        workbook.save(part)


def _lines(report: MergeReport) -> Iterator[str]:
    yield wording.TITLE
    for name, value in summary_rows(report):
        yield f"{name}: {value}"
    left = not_taken(report)
    if left:
        yield from ("", wording.NOT_TAKEN)
        for one in left:
            yield _line((one.path, wording.CLASSES[one.kind], because(one)))
    tables: tuple[tuple[str, tuple[str, ...], Iterable[Row]], ...] = (
        (wording.FILES, FILE_HEADINGS, map(file_row, report.files)),
        (wording.PROBLEMS, PROBLEM_HEADINGS, problem_rows(report)),
        (wording.REGIONS, REGION_HEADINGS, map(region_row, report.regions)),
    )
    for title, headings, rows in tables:
        yield from ("", title, _line(headings))
        yield from map(_line, rows)


def _line(cells: Iterable[Cell]) -> str:
    """Return a row as one line of text; breaks inside a cell become spaces."""
    return "\t".join(" ".join(shown(cell).split()) for cell in cells)


def _fill(sheet: "Worksheet", headings: tuple[str, ...], rows: Iterable[Row]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.append(headings)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    widths = {column: len(heading) for column, heading in enumerate(headings, start=1)}
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _write(sheet, number, column, value)
            widths[column] = min(WIDEST, max(widths.get(column, 0), len(shown(value))))
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    sheet.freeze_panes = "A2"


def _write(sheet: "Worksheet", row: int, column: int, value: Cell) -> None:
    cell = sheet.cell(row, column, clean_text(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        # A path or a text found that begins with "=" is a text like any other.
        cell.data_type, cell.number_format = "s", TEXT
    else:
        cell.number_format = "0" if isinstance(value, int) else FIGURE
