"""Pages of tables as a workbook: one worksheet for each."""

from collections.abc import Iterable
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.annex.records import AnnexPage, AnnexTable
from assessor.domain.annex.wording import ABSENT, PROVISIONAL, REMARK
from assessor.exchange.annex import looks
from assessor.exchange.annex.page import ROOM, Page, column_widths
from assessor.exchange.annex.print_setup import set_up_print

NUMBER_WIDTH: Final = 5.0
NAME_WIDTH: Final = 30.0
FIGURE_WIDTH: Final = 12.5
REMARK_WIDTH: Final = 14.0
LONGEST_HEADING: Final = 11
"""Letters of a heading's word that fit into the width of a figure."""
WIDE_FIGURE: Final = 15.5
HEAD_COLUMNS: Final = 3
"""Columns at the right over which the letter's number and date stand."""
HEAD_WIDTH: Final = 44.0
"""Characters that the longest number of a letter takes."""


def build_workbook(pages: Iterable[AnnexPage]) -> Workbook:
    """Return the workbook, not yet saved."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for page in pages:
        _fill(workbook.create_sheet(page.name), page)
    return workbook


def _fill(worksheet: Worksheet, content: AnnexPage) -> None:
    page = Page(worksheet, _widths(content))
    first = _head_column(content)
    for text in content.head:
        page.line(text, looks.PLAIN, looks.LEFT, first)
    page.skip()
    for text in content.title:
        page.line(text, looks.TITLE, looks.CENTRE)
    for text in content.warnings:
        page.line(text, looks.ALERT, looks.CENTRE)
    page.skip()
    heading = page.row + 1
    _write_table(page, content.table)
    last_heading = heading + (1 if content.table.weights else 0)
    if content.remarks:
        page.skip()
    for text in content.remarks:
        page.line(text, looks.PLAIN, looks.PARAGRAPH)
    if content.absent.rows:
        page.skip()
        page.line(ABSENT, looks.BOLD, looks.LEFT)
        _write_table(page, content.absent)
    worksheet.freeze_panes = f"C{last_heading + 1}"
    is_provisional = PROVISIONAL in content.warnings
    set_up_print(page, (heading, last_heading), content.head, is_provisional=is_provisional)


def _write_table(page: Page, table: AnnexTable) -> None:
    page.headings(table.headings)
    if table.weights:
        page.headings(table.weights)
        page.join_upwards([place for place, text in enumerate(table.weights, 1) if not text])
    for number, row in enumerate(table.rows):
        page.cells(row, is_banded=number % 2 == 1)


def _widths(content: AnnexPage) -> tuple[float, ...]:
    rows = (*content.table.rows, *content.absent.rows)
    number, _name, *others = content.table.headings
    first = max(NUMBER_WIDTH, len(number) + ROOM)
    least = [first, NAME_WIDTH, *(_least(heading) for heading in others)]
    return column_widths(rows, least)


def _least(heading: str) -> float:
    if heading == REMARK:
        return REMARK_WIDTH
    longest = max(len(word) for word in heading.split())
    return WIDE_FIGURE if longest >= LONGEST_HEADING else FIGURE_WIDTH


def _head_column(content: AnnexPage) -> int:
    """Return the column, from 1, at which the head at the right begins."""
    widths = _widths(content)
    first = len(widths) - HEAD_COLUMNS
    while first > 0 and sum(widths[first:]) < HEAD_WIDTH:
        first -= 1
    return first + 1
