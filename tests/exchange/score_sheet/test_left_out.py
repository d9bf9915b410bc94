"""What people add to a sheet is not taken silently, and not lost silently."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.score import AnswerKey, Score
from assessor.domain.texts import CELL_LIMIT
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import ProblemCode, Severity, SheetReading
from tests.exchange.score_sheet.examples import (
    BENEFIT,
    COUNCIL,
    LEGAL_BASIS,
    NOTE,
    SCORE,
    blank_sheet,
    codes_of,
    column_of,
    differences_of,
    edited,
    filled_sheet,
    programmes,
    rebuilt,
    row_of,
    type_into,
    written,
)


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return written(blank_sheet(3), tmp_path)


def told(reading: SheetReading) -> list[tuple[ProblemCode, Severity, str]]:
    return [(one.code, one.severity, one.found) for one in reading.problems]


def test_a_score_in_a_row_without_a_key_is_told(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.merged_cells.ranges.clear()
        row = row_of(page, COUNCIL)
        page.insert_rows(row)
        page.cell(row, column_of(page, SCORE)).value = 3

    reading = read_sheet(edited(blank, edit))

    assert reading.scores == {}
    assert told(reading) == [(ProblemCode.ROW_WITHOUT_KEY, Severity.LEFT_OUT, "3")]


def test_a_column_of_ones_own_is_told(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Penilaian"]["M20"].value = "tanya Bu Ani"

    assert told(read_sheet(edited(blank, edit))) == [
        (ProblemCode.COLUMN_UNKNOWN, Severity.LEFT_OUT, "tanya Bu Ani")
    ]


def test_a_page_of_ones_own_is_told_and_an_empty_one_is_not(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook.create_sheet("Coretan")["A1"] = 3
        workbook.create_sheet("Sheet1")

    assert told(read_sheet(edited(blank, edit))) == [
        (ProblemCode.PAGE_UNKNOWN, Severity.LEFT_OUT, "Coretan")
    ]


def test_a_hundred_blank_rows_and_far_looks_do_no_harm(tmp_path: Path) -> None:
    sheet = filled_sheet(2)

    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.merged_cells.ranges.clear()
        page.insert_rows(row_of(page, COUNCIL), 100)
        page["ZZ5000"].style = "Catatan"

    assert differences_of(edited(written(sheet, tmp_path), edit), sheet) == ()


def test_hidden_and_filtered_rows_and_wide_columns_are_read(tmp_path: Path) -> None:
    sheet = filled_sheet(2)

    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.auto_filter.ref = "F12:F40"
        page.auto_filter.add_filter_column(0, ["4"])
        for row in range(13, 40):
            page.row_dimensions[row].hidden = True
        page.column_dimensions["F"].width = 90
        page.column_dimensions["G"].hidden = True

    assert differences_of(edited(written(sheet, tmp_path), edit), sheet) == ()


def test_a_copied_page_leaves_it_open_which_one_counts(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook.copy_worksheet(workbook["Penilaian"])

    reading = read_sheet(edited(blank, edit))

    assert told(reading) == [(ProblemCode.PAGE_TWICE, Severity.REFUSED, "Penilaian Copy")]


def test_a_copied_column_leaves_it_open_which_one_counts(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page["J1"].value = page["F1"].value

    assert told(read_sheet(edited(blank, edit))) == [
        (ProblemCode.COLUMN_TWICE, Severity.REFUSED, "Nilai")
    ]


def test_a_key_that_became_a_formula_is_refused(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.cell(row_of(page, COUNCIL), 1).value = "=A20"

    assert ProblemCode.KEY_CHANGED in codes_of(read_sheet(edited(blank, edit)))


def test_names_and_pillars_in_another_unicode_form_are_the_same(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        row = row_of(page, programmes(1)[0].id)
        page.cell(row, column_of(page, "kolom:pilar")).value = "\u00a0smart\u00a0\uff4civing "

    assert read_sheet(edited(blank, edit)).problems == ()


@pytest.mark.parametrize("note", ["cafe\u0301", "\u00a0tepi ", "😀" * 10, "=A1", "+62", "@x"])
def test_a_note_is_kept_to_the_letter(blank: Path, note: str) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        cell = page.cell(row_of(page, COUNCIL), column_of(page, NOTE))
        cell.value = note
        cell.data_type = "s"

    reading = read_sheet(edited(blank, edit))

    assert reading.notes == {COUNCIL: note}
    assert reading.problems == ()


def test_a_note_that_became_a_formula_without_value_is_refused_not_lost(blank: Path) -> None:
    reading = type_into(blank, COUNCIL, NOTE, "=Komitmen pimpinan")

    assert codes_of(reading) == [ProblemCode.FORMULA_WITHOUT_VALUE]
    assert reading.has_refusals


def test_a_note_that_became_an_error_is_refused_not_lost(blank: Path) -> None:
    reading = type_into(blank, COUNCIL, NOTE, "#NAME?")

    assert told(reading) == [(ProblemCode.TEXT_IS_ERROR, Severity.REFUSED, "#NAME?")]


def test_a_note_that_became_a_date_is_taken_and_told(blank: Path) -> None:
    reading = type_into(blank, COUNCIL, NOTE, dt.date(2020, 3, 2))

    assert reading.notes == {COUNCIL: "2020-03-02"}
    assert codes_of(reading) == [ProblemCode.TEXT_IS_DATE]


def test_a_note_longer_than_any_cell_is_refused(blank: Path) -> None:
    type_into(blank, COUNCIL, NOTE, "satu")

    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        parts[name] = parts[name].replace(b"<t>satu</t>", b"<t>%s</t>" % (b"x" * (CELL_LIMIT + 1)))

    reading = read_sheet(rebuilt(blank, change))

    assert told(reading) == [(ProblemCode.TEXT_TOO_LONG, Severity.REFUSED, str(CELL_LIMIT + 1))]


def test_one_refused_cell_leaves_the_others_to_be_read(blank: Path) -> None:
    type_into(blank, COUNCIL, SCORE, 7)

    reading = type_into(blank, LEGAL_BASIS, SCORE, 2)

    assert reading.scores == {AnswerKey(LEGAL_BASIS): Score(2)}


def test_a_renamed_an_added_and_a_removed_programme_can_be_told_apart(blank: Path) -> None:
    first, second, third = programmes(3)

    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        page.merged_cells.ranges.clear()
        page.cell(row_of(page, first.id), column_of(page, "kolom:program")).value = "Nama baru"
        spare = row_of(page, "baru:1")
        page.cell(spare, column_of(page, "kolom:pilar")).value = "Smart Living"
        page.cell(spare, column_of(page, "kolom:program")).value = "Tambahan"
        page.cell(spare, column_of(page, f"nilai:{BENEFIT}")).value = 1
        page.delete_rows(row_of(page, second.id))

    reading = read_sheet(edited(blank, edit))

    named = {one.id: one.name for one in reading.programmes}
    assert named[first.id] == "Nama baru"
    assert named[third.id] == third.name
    assert second.id not in named
    assert [named[one] for one in reading.new_programmes] == ["Tambahan"]
