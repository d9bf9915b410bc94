"""The pages people do not see: who the sheet is, and the evidence in full."""

from collections.abc import Mapping
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.layout import ColumnKey, IdentityKey, PageKey
from assessor.exchange.score_sheet.page import FIRST_COLUMN, Column, Page
from assessor.exchange.score_sheet.rules import protect
from assessor.exchange.score_sheet.styles import Style

VERY_HIDDEN: Final = "veryHidden"
IDENTITY_COLUMNS: Final = (Column(ColumnKey.VALUE, "", 60),)
EVIDENCE_COLUMNS: Final = tuple(
    Column(key, "", 20)
    for key in (
        ColumnKey.OF_QUESTION,
        ColumnKey.OF_PROGRAMME,
        ColumnKey.TITLE,
        ColumnKey.LINK,
        ColumnKey.SHA256,
        ColumnKey.SIZE,
    )
)


def write_identity_page(worksheet: Worksheet, facts: Mapping[IdentityKey, str]) -> None:
    """Write the identity, one fact a row, and hide the page deeply."""
    page = Page(worksheet, PageKey.IDENTITY, IDENTITY_COLUMNS)
    for key, fact in facts.items():
        page.next_row(key)
        page.text(FIRST_COLUMN, fact, Style.FACT)
    worksheet.sheet_state = VERY_HIDDEN
    protect(worksheet)


def write_evidence_page(worksheet: Worksheet, sheet: Sheet) -> None:
    """Write all that is known of each piece of evidence, and hide the page deeply."""
    page = Page(worksheet, PageKey.EVIDENCE, EVIDENCE_COLUMNS)
    for one in sheet.assessment.evidence:
        page.next_row(one.id)
        texts = (one.question or "", one.programme or "", one.title, one.link, one.sha256)
        for column, text in enumerate(texts, FIRST_COLUMN):
            page.text(column, text, Style.FACT)
        page.figure(page.last_column, one.size, Style.NUMBER)
    worksheet.sheet_state = VERY_HIDDEN
    protect(worksheet)
