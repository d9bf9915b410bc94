"""Real LibreOffice: opened and saved again nothing is lost, and the paper prints well."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessor.domain.records import Answer
from assessor.domain.score import AnswerKey, Score
from assessor.domain.sheet import Sheet
from tests.domain.examples import shipped
from tests.exchange.score_sheet.examples import (
    COUNCIL,
    blank_sheet,
    differences_of,
    filled_assessment,
    filled_sheet,
    sheet_of,
    written,
)
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice, pdf_pages
from tests.exchange.score_sheet.test_round_trip import CITY_QUESTIONS, NOTES

pytestmark = needs_libreoffice
ESCAPES_TWICE = "_x005F_x000D_"
"""LibreOffice 7.4 unescapes a text of an escaped escape once too often when it saves."""


def filled_with_every_note() -> Sheet:
    instrument = shipped("2020")
    one = filled_assessment(instrument)
    notes = [note for note in NOTES if note != ESCAPES_TWICE]
    answers = {
        AnswerKey(key): Answer(Score(3), note)
        for key, note in zip(CITY_QUESTIONS, notes, strict=False)
    }
    return sheet_of(instrument, replace(one, answers={**one.answers, **answers}))


@pytest.mark.parametrize(
    "sheet", [filled_with_every_note(), blank_sheet(3)], ids=["filled", "blank"]
)
def test_saved_by_libreoffice_a_sheet_has_0_differences(
    tmp_path: Path, libreoffice_profile: Path, sheet: Sheet
) -> None:
    saved = converted(written(sheet, tmp_path), "xlsx", libreoffice_profile)

    assert differences_of(saved, sheet) == ()


def test_a_filled_sheet_prints_on_few_pages_none_of_them_empty(
    tmp_path: Path, libreoffice_profile: Path
) -> None:
    pages = pdf_pages(converted(written(filled_sheet(), tmp_path), "pdf", libreoffice_profile))

    assert len(pages) in range(5, 9)
    for number, page in enumerate(pages, 1):
        assert "KOTA DENPASAR (51.71)" in page
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "Asesor Contoh, revisi 3" in page
        assert len(page.split()) > 30


def test_what_was_said_is_on_paper(tmp_path: Path, libreoffice_profile: Path) -> None:
    sheet = filled_sheet()
    text = " ".join(
        " ".join(pdf_pages(converted(written(sheet, tmp_path), "pdf", libreoffice_profile))).split()
    )

    assert sheet.assessment.answer(AnswerKey(COUNCIL)).note in text
    assert "Revitalisasi Sungai" in text
    assert "Data belum terpadu." in text
    assert "3,12" in text


def test_a_blank_sheet_prints_without_error_values(
    tmp_path: Path, libreoffice_profile: Path
) -> None:
    pages = pdf_pages(converted(written(blank_sheet(3), tmp_path), "pdf", libreoffice_profile))

    assert not any("#" in page or "Err:" in page for page in pages)
    assert len(pages) in range(5, 9)
