"""What people type where a score belongs: whole numbers in any dress, nothing else."""

import datetime as dt
import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.score import AnswerKey, Score
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import ProblemCode, Severity
from tests.exchange.score_sheet.examples import (
    COUNCIL,
    NOTE,
    SCORE,
    Typed,
    blank_sheet,
    codes_of,
    edited,
    rebuilt,
    row_of,
    type_into,
    written,
)
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return written(blank_sheet(3), tmp_path)


@pytest.mark.parametrize("typed", [0, 3, 4, 3.0])
def test_a_typed_score_is_taken(blank: Path, typed: float) -> None:
    reading = type_into(blank, COUNCIL, SCORE, typed)

    assert reading.scores == {AnswerKey(COUNCIL): Score(round(float(typed)))}
    assert reading.problems == ()


@pytest.mark.parametrize("typed", ["3", "3,0", "3.0", " 3 ", "3,00", "\u00a03", "\uff13"])
def test_a_whole_number_in_another_dress_is_taken_and_reported(blank: Path, typed: Typed) -> None:
    reading = type_into(blank, COUNCIL, SCORE, typed)

    assert reading.scores == {AnswerKey(COUNCIL): Score(3)}
    assert [(one.code, one.severity) for one in reading.problems] == [
        (ProblemCode.SCORE_IS_TEXT, Severity.MENDED)
    ]


@pytest.mark.parametrize(
    "typed", ["3,5", 2.5, 5, -1, "-1", "tiga", True, "3 4", "0x3", "3.000", "²", "②"]
)
def test_other_values_are_refused(blank: Path, typed: Typed) -> None:
    reading = type_into(blank, COUNCIL, SCORE, typed)

    assert reading.scores == {}
    assert codes_of(reading) == [ProblemCode.SCORE_OUT_OF_SCALE]
    assert reading.has_refusals


def test_a_refusal_names_page_cell_and_what_was_found(blank: Path) -> None:
    problem = type_into(blank, COUNCIL, SCORE, "3,5").problems[0]

    assert problem.sheet == "Penilaian"
    assert problem.cell.startswith("F")
    assert (problem.found, problem.expected) == ("3,5", "0–4, N/A")


def test_a_date_made_of_a_score_is_refused_with_what_was_typed(blank: Path) -> None:
    reading = type_into(blank, COUNCIL, SCORE, dt.date(2020, 3, 2))

    assert codes_of(reading) == [ProblemCode.SCORE_IS_DATE]
    assert reading.problems[0].found == "2/3"


@pytest.mark.parametrize(
    ("shown_as", "typed", "original"),
    [("dd/mm/yyyy", 3, "3"), ("dd/mm/yyyy", 45353, "2/3"), ("hh:mm", 0.5, "12:00:00")],
)
def test_a_number_that_looks_like_a_date_is_refused_with_the_likely_original(
    blank: Path, shown_as: str, typed: float, original: str
) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        cell = page.cell(row_of(page, COUNCIL), 6)
        cell.value, cell.number_format = typed, shown_as

    reading = read_sheet(edited(blank, edit))

    assert reading.scores == {}
    assert [(one.code, one.found) for one in reading.problems] == [
        (ProblemCode.SCORE_IS_DATE, original)
    ]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#SPILL!", "#BUSY!"])
def test_every_error_value_is_refused_by_its_name(blank: Path, error: str) -> None:
    type_into(blank, COUNCIL, SCORE, "#N/A")

    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        parts[name] = parts[name].replace(b"<v>#N/A</v>", f"<v>{error}</v>".encode())

    problems = read_sheet(rebuilt(blank, change)).problems

    assert [(one.code, one.found) for one in problems] == [(ProblemCode.SCORE_IS_ERROR, error)]


def test_an_error_value_is_refused(blank: Path) -> None:
    assert codes_of(type_into(blank, COUNCIL, SCORE, "#REF!")) == [ProblemCode.SCORE_IS_ERROR]


def test_a_formula_without_value_is_refused(blank: Path) -> None:
    reading = type_into(blank, COUNCIL, SCORE, "=1+2")

    assert codes_of(reading) == [ProblemCode.FORMULA_WITHOUT_VALUE]


def test_a_formula_with_a_whole_number_is_taken_and_reported(blank: Path) -> None:
    type_into(blank, COUNCIL, SCORE, "=1+2")

    def calculate(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        parts[name] = re.sub(rb"<f>1\+2</f><v(?: ?/|></v)>", b"<f>1+2</f><v>3</v>", parts[name])

    reading = read_sheet(rebuilt(blank, calculate))

    assert reading.scores == {AnswerKey(COUNCIL): Score(3)}
    assert codes_of(reading) == [ProblemCode.FORMULA_TAKEN]


@pytest.mark.parametrize("value", ["2.5", "7", "x"])
def test_a_formula_that_gives_no_score_is_refused(blank: Path, value: str) -> None:
    type_into(blank, COUNCIL, SCORE, "=1+2")

    def calculate(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        new = f"<f>1+2</f><v>{value}</v>".encode()
        parts[name] = re.sub(rb"<f>1\+2</f><v(?: ?/|></v)>", new, parts[name])

    reading = read_sheet(rebuilt(blank, calculate))

    assert reading.scores == {}
    assert codes_of(reading) == [ProblemCode.SCORE_OUT_OF_SCALE]


@needs_libreoffice
def test_a_formula_that_libreoffice_calculated_is_taken_and_reported(
    blank: Path, libreoffice_profile: Path
) -> None:
    type_into(blank, COUNCIL, SCORE, "=1+2")

    reading = read_sheet(converted(blank, "xlsx", libreoffice_profile))

    assert reading.scores == {AnswerKey(COUNCIL): Score(3)}
    assert codes_of(reading) == [ProblemCode.FORMULA_TAKEN]


def test_merged_scores_are_refused(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        row = row_of(page, COUNCIL)
        page.cell(row, 6).value = 3
        page.merge_cells(f"F{row}:F{row + 1}")

    codes = codes_of(read_sheet(edited(blank, edit)))

    assert codes == [ProblemCode.MERGED_CELLS, ProblemCode.MERGED_CELLS]


def test_not_applicable_without_a_reason_is_refused(blank: Path) -> None:
    assert codes_of(type_into(blank, COUNCIL, SCORE, "N/A")) == [ProblemCode.REASON_MISSING]


def test_a_persons_reason_is_the_first_line_of_the_note(blank: Path) -> None:
    type_into(blank, COUNCIL, NOTE, "Bukan kewenangan\nlihat perda")

    reading = type_into(blank, COUNCIL, SCORE, "n/a")

    assert reading.scores == {AnswerKey(COUNCIL): Score.not_applicable("Bukan kewenangan")}
    assert reading.notes == {COUNCIL: "lihat perda"}
    assert not reading.has_refusals


def test_a_line_break_of_windows_is_mended_and_reported(blank: Path) -> None:
    reading = type_into(blank, COUNCIL, NOTE, "satu_x000D_\ndua")

    assert reading.notes == {COUNCIL: "satu\ndua"}
    assert codes_of(reading) == [ProblemCode.TEXT_CLEANED]
