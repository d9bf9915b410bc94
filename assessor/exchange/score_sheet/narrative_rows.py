"""The assessor's words on the summary: numbered lists, and notes too long for a table's row."""

from collections.abc import Sequence
from typing import Final

from assessor.domain.figures import NOTHING
from assessor.domain.records import NarrativeSection
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.layout import NARRATIVE_ROWS, ColumnKey, row_key
from assessor.exchange.score_sheet.page import FIRST_COLUMN, Page
from assessor.exchange.score_sheet.row_height import TALLEST
from assessor.exchange.score_sheet.styles import Style
from assessor.exchange.score_sheet.wording import NARRATIVE

SPARE_ITEMS: Final = 3
GAP: Final = 5.0
SPARE_HEIGHT: Final = 23.0
PIECE: Final = 2_500
"""Characters of a long note that surely fit the tallest row across the page."""


def write_narrative(page: Page, sheet: Sheet) -> None:
    """Write the three lists under the assessor's name; a blank sheet leaves rows for them."""
    name = sheet.assessment.assessor.name
    for section in NarrativeSection:
        if section is not NarrativeSection.STRENGTHS:
            page.next_row(height=8)
            page.next_row(height=20)
            is_first = section is NarrativeSection.WEAKNESSES
            title = "Kelemahan dan Kekuatan" if is_first else NARRATIVE[section]
            page.band(f"{title} – Asesor: {name}", Style.CHAPTER)
        if section is not NarrativeSection.RECOMMENDATIONS:
            page.next_row(height=GAP)
            page.next_row(height=17)
            page.band(NARRATIVE[section], Style.LABEL)
        _write_items(page, sheet, section)


def _write_items(page: Page, sheet: Sheet, section: NarrativeSection) -> None:
    items: Sequence[str] = sheet.assessment.items(section)
    look = Style.PLAIN
    if sheet.is_blank:
        items, look = (*items, *[""] * SPARE_ITEMS), Style.PLAIN_INPUT
    elif not items:
        page.next_row()
        page.text(FIRST_COLUMN, NOTHING, Style.PLAIN)
    text = page.place(ColumnKey.TEXT)
    for number, item in enumerate(items, 1):
        height = page.fit_across(item, text, page.last_column) if item else SPARE_HEIGHT
        page.next_row(row_key(NARRATIVE_ROWS[section], str(number)), height=height)
        page.text(FIRST_COLUMN, f"{number}.", Style.PLAIN)
        page.band(item, look, text, page.last_column)


def write_long_notes(page: Page, notes: Sequence[tuple[str, str]]) -> None:
    """Print whole what the tables cut: no spreadsheet shows a row taller than 409 points."""
    if not notes:
        return
    page.next_row(height=8)
    page.next_row(height=20)
    page.band("Catatan panjang selengkapnya", Style.CHAPTER)
    for title, note in notes:
        page.next_row(height=page.fit_across(title, FIRST_COLUMN, page.last_column))
        page.band(title, Style.LABEL)
        for piece in _pieces(page, note):
            page.next_row(height=page.fit_across(piece, FIRST_COLUMN, page.last_column))
            page.band(piece, Style.PLAIN)


def _pieces(page: Page, note: str) -> list[str]:
    """Cut a note into pieces that fit a row each, between words where there are any."""
    pieces = [""]
    for line in note.split("\n"):
        for start in range(0, len(line) or 1, PIECE):
            part = line[start : start + PIECE]
            joined = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if page.fit_across(joined, FIRST_COLUMN, page.last_column) > TALLEST:
                pieces.append(part)
            else:
                pieces[-1] = joined
    return pieces
