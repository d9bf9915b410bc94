"""How the annex goes to paper: A4 across, one page wide, headings and number on every page."""

from typing import Final

from openpyxl.worksheet.header_footer import HeaderFooterItem

from assessor.domain.paper_words import PROVISIONAL
from assessor.exchange.annex.page import Page
from assessor.exchange.print_setup import plain, set_up_paper

SIDE_MARGIN: Final = 0.6
"""Inches, as the file format has them."""
POINTS: Final = 8


def set_up_print(
    page: Page, headings: tuple[int, int], head: tuple[str, ...], *, is_provisional: bool
) -> None:
    """Set paper, margins and footer; the rows `headings`, first and last, stand on every page."""
    worksheet = page.worksheet
    set_up_paper(worksheet, SIDE_MARGIN, is_landscape=True)
    worksheet.print_title_rows = f"{headings[0]}:{headings[1]}"
    footer = HeaderFooterItem()
    footer.left.text = " – ".join(plain(text) for text in head[:2])
    footer.right.text = "Halaman &P dari &N"
    header = HeaderFooterItem()
    header.right.text = PROVISIONAL if is_provisional else None
    for part in (footer.left, footer.right, header.right):
        part.size = POINTS
    worksheet.HeaderFooter.oddFooter = footer
    worksheet.HeaderFooter.oddHeader = header
    worksheet.HeaderFooter.scaleWithDoc = False
