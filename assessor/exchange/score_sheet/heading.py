"""The top of every page: title band, warnings, and who, where and when."""

from typing import Final

from assessor.domain import paper_words
from assessor.domain.figures import NOTHING, show_date
from assessor.domain.instrument import Confidence
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet import wording
from assessor.exchange.score_sheet.page import FIRST_COLUMN, Page
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.styles import Style

QUIET_POINTS: Final = 8.5
SPACE: Final = 8.0
"""Points between the parts of a page."""


def write_title(page: Page, sheet: Sheet) -> None:
    """Write the three lines of the title band, and what must never be overlooked."""
    evaluation = sheet.round
    page.next_row(height=24)
    page.band(wording.BLANK_TITLE if sheet.is_blank else wording.TITLE, Style.TITLE)
    page.next_row(height=20)
    page.band(sheet.assessment.participant.region.name, Style.TITLE)
    page.next_row(height=22)
    page.band(" ".join(f"Tahun {evaluation.year} {evaluation.stage}".split()), Style.TITLE)
    if evaluation.is_demonstration:
        page.next_row(height=18)
        page.band(paper_words.DEMONSTRATION, Style.ALERT)
    page.next_row(height=SPACE)


def write_identity(page: Page, sheet: Sheet, provenance: Provenance, split: int) -> None:
    """Write the identity block: facts in two columns, the right one's labels at `split`."""
    assessment = sheet.assessment
    region = assessment.participant.region
    left = (
        ("Putaran", sheet.round.name),
        ("Daerah", f"{region.name} ({region.code}), Provinsi {region.province}"),
        ("Instrumen", f"{sheet.instrument.name.indonesian} ({sheet.instrument.id})"),
    )
    right = (
        ("Asesor", assessment.assessor.name),
        ("Instansi", assessment.assessor.institution or NOTHING),
        ("Status", f"{state_text(sheet)}, revisi {assessment.revision}"),
    )
    for (left_label, left_fact), (right_label, right_fact) in zip(left, right, strict=True):
        page.next_row()
        page.band(left_label, Style.LABEL, FIRST_COLUMN, FIRST_COLUMN + 1)
        page.band(left_fact, Style.FACT, FIRST_COLUMN + 2, split - 1)
        page.text(split, right_label, Style.LABEL)
        page.band(right_fact, Style.FACT, split + 1, page.last_column)
        page.set_height(
            max(
                page.fit_across(left_fact, FIRST_COLUMN + 2, split - 1),
                page.fit_across(right_fact, split + 1, page.last_column),
            )
        )
    _write_wide_fact(page, "Tanggal", show_date(provenance.day))
    _write_wide_fact(page, "Keyakinan", confidence_text(sheet))
    page.next_row(height=SPACE)


def write_summary_line(page: Page, sheet: Sheet, provenance: Provenance) -> None:
    """Write who, which revision and when on one line, for the pages after the first."""
    assessor = sheet.assessment.assessor
    who = f"{assessor.name} ({assessor.institution})" if assessor.institution else assessor.name
    status = f"{state_text(sheet)}, revisi {sheet.assessment.revision}"
    text = f"Asesor: {who}   |   {status}   |   {show_date(provenance.day)}"
    page.next_row(height=page.fit_across(text, FIRST_COLUMN, page.last_column))
    page.band(text, Style.FACT)
    page.next_row(height=SPACE)


def state_text(sheet: Sheet) -> str:
    """Return the assessment's state in words."""
    return "Kosong" if sheet.is_blank else wording.STATES[sheet.assessment.state]


def confidence_text(sheet: Sheet) -> str:
    """Return how sure the instrument is, with what its source says where it is not printed."""
    instrument = sheet.instrument
    sentence = paper_words.CONFIDENCE[instrument.confidence]
    if instrument.confidence is Confidence.PRINTED:
        return sentence
    return f"{sentence} {instrument.source.indonesian}".strip()


def write_paragraph(page: Page, text: str) -> None:
    """Write a quiet explanation across the page."""
    page.next_row(
        height=page.fit_across(text, FIRST_COLUMN, page.last_column, QUIET_POINTS),
    )
    page.band(text, Style.QUIET)


def _write_wide_fact(page: Page, label: str, fact: str) -> None:
    page.next_row(height=page.fit_across(fact, FIRST_COLUMN + 2, page.last_column))
    page.band(label, Style.LABEL, FIRST_COLUMN, FIRST_COLUMN + 1)
    page.band(fact, Style.FACT, FIRST_COLUMN + 2, page.last_column)
