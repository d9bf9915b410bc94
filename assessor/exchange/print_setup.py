"""How our workbooks go to paper: A4, one page wide, as many high as are needed."""

from typing import Final

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

TOP_MARGIN: Final = 0.6
BOTTOM_MARGIN: Final = 0.75
FOOTER_MARGIN: Final = 0.35
"""Inches, as the file format has them."""


def set_up_paper(worksheet: Worksheet, side_margin: float, *, is_landscape: bool) -> None:
    """Set paper and margins; `side_margin` in inches."""
    worksheet.page_setup.orientation = "landscape" if is_landscape else "portrait"
    worksheet.page_setup.paperSize = int(worksheet.PAPERSIZE_A4)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_margins = PageMargins(
        left=side_margin,
        right=side_margin,
        top=TOP_MARGIN,
        bottom=BOTTOM_MARGIN,
        header=FOOTER_MARGIN,
        footer=FOOTER_MARGIN,
    )
    worksheet.print_options.horizontalCentered = True
    worksheet.sheet_view.showGridLines = False


def plain(text: str) -> str:
    """Return `text` for a footer, where an ampersand begins a code."""
    return " ".join(text.split()).replace("&", "&&")
