"""How the annex goes to paper: A4 across, one page wide, headings and number on every page."""

from typing import Final

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from assessor.domain.paper_words import PROVISIONAL
from assessor.exchange.annex.page import Page

SIDE_MARGIN: Final = 0.6
TOP_MARGIN: Final = 0.6
BOTTOM_MARGIN: Final = 0.75
FOOTER_MARGIN: Final = 0.35
"""Inches, as the file format has them."""
POINTS: Final = 8


def set_up_print(
    page: Page, headings: tuple[int, int], head: tuple[str, ...], *, is_provisional: bool
) -> None:
    """Set paper, margins and footer; the rows `headings`, first and last, stand on every page."""
    worksheet = page.worksheet
    worksheet.page_setup.orientation = "landscape"
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
    worksheet.print_title_rows = f"{headings[0]}:{headings[1]}"
    footer = HeaderFooterItem()
    footer.left.text = " – ".join(" ".join(text.split()).replace("&", "&&") for text in head[:2])
    footer.right.text = "Halaman &P dari &N"
    header = HeaderFooterItem()
    header.right.text = PROVISIONAL if is_provisional else None
    for part in (footer.left, footer.right, header.right):
        part.size = POINTS
    worksheet.HeaderFooter.oddFooter = footer
    worksheet.HeaderFooter.oddHeader = header
    worksheet.HeaderFooter.scaleWithDoc = False
