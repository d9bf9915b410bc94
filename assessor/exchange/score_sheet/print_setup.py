"""How a page goes to paper: A4 upright, one page wide, named and numbered in the footer."""

from textwrap import shorten
from typing import Final

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from assessor.domain.paper_words import DEMONSTRATION, PROVISIONAL
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.heading import state_text
from assessor.exchange.score_sheet.page import FIRST_COLUMN, KEY_ROW, Page

SIDE_MARGIN: Final = 0.55
TOP_MARGIN: Final = 0.6
BOTTOM_MARGIN: Final = 0.75
FOOTER_MARGIN: Final = 0.35
"""Inches, as the file format has them."""
LONGEST_NAME: Final = 36
"""Characters of an assessor's name in the footer, where three texts share a line."""


def set_up_print(page: Page, sheet: Sheet, header_row: int | None) -> None:
    """Set paper, margins, footer and, where there is a table, the row that repeats."""
    worksheet = page.worksheet
    worksheet.page_setup.orientation = "portrait"
    worksheet.page_setup.paperSize = int(worksheet.PAPERSIZE_A4)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_margins = PageMargins(
        left=SIDE_MARGIN,
        right=SIDE_MARGIN,
        top=TOP_MARGIN,
        bottom=BOTTOM_MARGIN,
        header=FOOTER_MARGIN,
        footer=FOOTER_MARGIN,
    )
    worksheet.print_options.horizontalCentered = True
    worksheet.sheet_view.showGridLines = False
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
        marks.append(DEMONSTRATION.partition(" ")[0])
    footer = HeaderFooterItem()
    name = shorten(assessment.assessor.name, LONGEST_NAME, placeholder=" …")
    footer.left.text = _plain(f"{region.name} ({region.code}) – {sheet.round.year}")
    footer.center.text = "Halaman &P dari &N"
    footer.right.text = _plain(f"{name}, revisi {assessment.revision}")
    header = HeaderFooterItem()
    header.right.text = " – ".join(marks)
    for part in (footer.left, footer.center, footer.right, header.right):
        part.size = 8
    page.worksheet.HeaderFooter.oddHeader = header
    page.worksheet.HeaderFooter.oddFooter = footer
    page.worksheet.HeaderFooter.scaleWithDoc = False


def _plain(text: str) -> str:
    """Return `text` for a footer, where an ampersand begins a code."""
    return " ".join(text.split()).replace("&", "&&")
