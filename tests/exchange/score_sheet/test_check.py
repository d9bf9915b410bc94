"""A returned sheet against its instrument: what was edited, what is missing, what differs."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import Instrument
from assessor.exchange.score_sheet.check import InstrumentCheck
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import Problem, ProblemCode, Severity
from tests.domain.examples import shipped
from tests.exchange.score_sheet.examples import (
    BENEFIT,
    COUNCIL,
    LEGAL_BASIS,
    SCORE,
    blank_assessment,
    blank_sheet,
    column_of,
    edited,
    filled_assessment,
    filled_sheet,
    row_of,
    sheet_of,
    written,
)
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice
from tests.exchange.score_sheet.test_round_trip import INSTRUMENTS

EDITED = (ProblemCode.INSTRUMENT_EDITED, Severity.REFUSED)


def problems_of(path: Path, instrument: Instrument | None = None) -> tuple[Problem, ...]:
    return InstrumentCheck(instrument or shipped("2020")).problems(read_sheet(path))


def set_cell(workbook: Workbook, page: str, key: str, column: str, value: str | float) -> None:
    sheet = workbook[page]
    sheet.cell(row_of(sheet, key), column_of(sheet, column)).value = value


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_sheet_as_it_was_written_fits_its_instrument(tmp_path: Path, name: str) -> None:
    instrument = shipped(name)

    for one in (filled_assessment(instrument), blank_assessment(instrument)):
        path = written(sheet_of(instrument, one), tmp_path)
        assert problems_of(path, instrument) == ()


@needs_libreoffice
def test_a_sheet_saved_by_libreoffice_fits_its_instrument(
    tmp_path: Path, libreoffice_profile: Path
) -> None:
    path = converted(written(filled_sheet(3), tmp_path), "xlsx", libreoffice_profile)

    assert problems_of(path) == ()


@pytest.mark.parametrize(
    ("page", "key", "column", "value"),
    [
        ("Penilaian", COUNCIL, "kolom:pertanyaan", "Pertanyaan lain?"),
        ("Penilaian", COUNCIL, "kolom:indikator", "Indikator lain"),
        ("Penilaian", COUNCIL, "kolom:subindikator", "Lain"),
        ("Penilaian", "dimensi:baseline", "kolom:no", "A. Baseline (bobot 50%)"),
        ("Ringkasan", "dimensi:output", "kolom:bobot", 50),
        ("Ringkasan", "dimensi:output", "kolom:uraian", "Keluaran"),
    ],
)
def test_an_edited_paper_is_refused_with_what_the_instrument_says(
    tmp_path: Path, page: str, key: str, column: str, value: str | float
) -> None:
    path = edited(
        written(filled_sheet(2), tmp_path), lambda book: set_cell(book, page, key, column, value)
    )

    (problem,) = problems_of(path)

    assert (problem.code, problem.severity) == EDITED
    assert (problem.sheet, problem.found) == (page, str(value))
    assert problem.expected not in {"", problem.found}
    assert problem.cell


def test_an_edited_heading_of_the_matrix_is_refused(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        (heading,) = (cell for cell in page["C"] if cell.value == "Pilar")
        page.cell(heading.row, heading.column + 2).value = "Pertanyaan lain"

    (problem,) = problems_of(edited(written(filled_sheet(2), tmp_path), edit))

    assert (problem.code, problem.severity) == EDITED
    assert (problem.sheet, problem.found) == ("Quick Win", "Pertanyaan lain")


def test_other_spaces_and_unicode_forms_are_no_edit(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        cell = page.cell(row_of(page, COUNCIL), column_of(page, "kolom:pertanyaan"))
        cell.value = f"  {cell.value}\u00a0\n"

    assert problems_of(edited(written(filled_sheet(2), tmp_path), edit)) == ()


def test_scores_sorted_without_their_hidden_keys_are_refused(tmp_path: Path) -> None:
    """Sorting only what is seen leaves the keys behind: every score would change its question."""

    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        here, there = row_of(page, LEGAL_BASIS), row_of(page, COUNCIL)
        for column in range(2, 9):
            one, other = page.cell(here, column), page.cell(there, column)
            one.value, other.value = other.value, one.value

    problems = problems_of(edited(written(filled_sheet(2), tmp_path), edit))

    assert {(one.code, one.severity) for one in problems} == {EDITED}


def test_a_deleted_row_is_told_as_not_yet_scored(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.merged_cells.ranges.clear()
        page.delete_rows(row_of(page, COUNCIL))

    (problem,) = problems_of(edited(written(blank_sheet(2), tmp_path), edit))

    assert (problem.code, problem.severity) == (ProblemCode.ROW_MISSING, Severity.TOLD)
    assert problem.found == COUNCIL


def test_a_deleted_column_of_the_matrix_is_told(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        page.merged_cells.ranges.clear()
        page.delete_cols(column_of(page, f"nilai:{BENEFIT}"))

    (problem,) = problems_of(edited(written(blank_sheet(2), tmp_path), edit))

    assert (problem.code, problem.found) == (ProblemCode.ROW_MISSING, BENEFIT)


def test_a_row_of_another_instrument_is_refused(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.cell(row_of(page, COUNCIL), 1).value = "baseline.lain"

    problems = problems_of(edited(written(filled_sheet(2), tmp_path), edit))

    codes = [one.code for one in problems]
    assert codes[:2] == [ProblemCode.ROW_UNKNOWN, ProblemCode.ROW_MISSING]
    assert set(codes[2:]) == {ProblemCode.TOTAL_DIFFERS}


def test_a_question_about_programmes_is_not_scored_for_the_region(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        row = row_of(page, f"rerata-program:{BENEFIT}")
        page.cell(row, 1).value = BENEFIT
        page.cell(row, column_of(page, SCORE)).value = 4

    problems = problems_of(edited(written(blank_sheet(2), tmp_path), edit))

    assert ProblemCode.ROW_UNKNOWN in {one.code for one in problems}


@pytest.mark.parametrize(
    ("page", "key", "column"),
    [
        ("Penilaian", "rerata:baseline", SCORE),
        ("Penilaian", f"rerata-program:{BENEFIT}", SCORE),
        ("Ringkasan", "nilai-final", "kolom:tahun-ini"),
    ],
)
def test_a_total_that_differs_is_told_and_the_scores_count(
    tmp_path: Path, page: str, key: str, column: str
) -> None:
    path = written(filled_sheet(2), tmp_path)
    before = read_sheet(path).scores

    edited(path, lambda book: set_cell(book, page, key, column, 3.99))

    (problem,) = problems_of(path)
    assert (problem.code, problem.severity) == (ProblemCode.TOTAL_DIFFERS, Severity.TOLD)
    assert (problem.sheet, problem.found) == (page, "3,99")
    assert read_sheet(path).scores == before


def test_a_total_that_is_no_number_any_more_differs(tmp_path: Path) -> None:
    reading = read_sheet(written(filled_sheet(2), tmp_path))
    broken = replace(reading, figures={**reading.figures, "rerata:baseline": float("nan")})

    codes = [one.code for one in InstrumentCheck(shipped("2020")).problems(broken)]

    assert codes == [ProblemCode.TOTAL_DIFFERS]


def test_a_question_without_any_programme_has_no_total(tmp_path: Path) -> None:
    assert QuestionKey(BENEFIT) in shipped("2020").questions
    assert problems_of(written(filled_sheet(0), tmp_path)) == ()
