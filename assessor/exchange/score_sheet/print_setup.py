"""How a page goes to paper: A4 upright, one page wide, named and numbered in the footer."""

from textwrap import shorten
from typing import Final

from openpyxl.worksheet.header_footer import HeaderFooterItem

from assessor.domain.paper_words import DEMONSTRATION_MARK, PROVISIONAL
from assessor.domain.sheet import Sheet
from assessor.exchange.print_setup import plain, set_up_paper
from assessor.exchange.score_sheet.heading import state_text
from assessor.exchange.score_sheet.page import FIRST_COLUMN, KEY_ROW, Page

SIDE_MARGIN: Final = 0.55
"""Inches, as the file format has them."""
LONGEST_NAME: Final = 36
"""Characters of an assessor's name in the footer, where three texts share a line."""


def set_up_print(page: Page, sheet: Sheet, header_row: int | None) -> None:
    """Set paper, margins, footer and, where there is a table, the row that repeats."""
    worksheet = page.worksheet
    set_up_paper(worksheet, SIDE_MARGIN, is_landscape=False)
    last = page.address(page.row, page.last_column)
    worksheet.print_area = f"{page.address(KEY_ROW + 1, FIRST_COLUMN)}:{last}"
    if header_row is not None:
        worksheet.print_title_rows = f"{header_row}:{header_row}"
    _write_margins(page, sheet)


def _write_margins(page: Page, sheet: Sheet) -> None:
    """Name region and assessor at the foot of every page, and the state at its head."""
    assessment = sheet.assessment
    region = assessment.participant.region
    marks = [state_text(sheet)]
    if sheet.result.is_provisional and not sheet.is_blank:
        marks.append(PROVISIONAL)
    if sheet.round.is_demonstration:
        marks.append(DEMONSTRATION_MARK)
    footer = HeaderFooterItem()
    name = shorten(assessment.assessor.name, LONGEST_NAME, placeholder=" …")
    footer.left.text = plain(f"{region.name} ({region.code}) – {sheet.round.year}")
    footer.center.text = "Halaman &P dari &N"
    footer.right.text = plain(f"{name}, revisi {assessment.revision}")
    header = HeaderFooterItem()
    header.right.text = " – ".join(marks)
    for part in (footer.left, footer.center, footer.right, header.right):
        part.size = 8
    page.worksheet.HeaderFooter.oddHeader = header
    page.worksheet.HeaderFooter.oddFooter = footer
    page.worksheet.HeaderFooter.scaleWithDoc = False
