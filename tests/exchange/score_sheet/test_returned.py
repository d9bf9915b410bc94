"""What people and programs do to a sheet before it comes back."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.records import Answer
from assessor.domain.score import AnswerKey, Score
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import ProblemCode
from tests.exchange.score_sheet.examples import (
    BENEFIT,
    COUNCIL,
    LEGAL_BASIS,
    NOTE,
    blank_sheet,
    codes_of,
    column_of,
    differences_of,
    edited,
    filled_sheet,
    programmes,
    row_of,
    sheet_with,
    type_into,
    written,
)


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return written(blank_sheet(3), tmp_path)


def test_the_note_of_a_programme_serves_as_reason(blank: Path) -> None:
    programme = programmes(1)[0].id
    type_into(blank, programme, NOTE, "Baru dimulai", page="Quick Win")

    reading = type_into(blank, programme, f"nilai:{BENEFIT}", "N/A", page="Quick Win")

    assert reading.scores[AnswerKey(BENEFIT, programme)] == Score.not_applicable("Baru dimulai")


def test_a_spare_row_adds_a_programme_with_the_same_id_for_everyone(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        row = row_of(page, "baru:1")
        page.cell(row, column_of(page, "kolom:pilar")).value = "Smart Living"
        page.cell(row, column_of(page, "kolom:program")).value = "Layanan 112"
        page.cell(row, column_of(page, f"nilai:{BENEFIT}")).value = 4

    def respell(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        cell = page.cell(row_of(page, "baru:1"), column_of(page, "kolom:program"))
        cell.value = " LAYANAN  112"

    first = read_sheet(edited(blank, edit))
    second = read_sheet(edited(blank, respell))

    added = first.programmes[-1]
    assert added.name == "Layanan 112"
    assert first.new_programmes == second.new_programmes == {added.id}
    assert first.scores == {AnswerKey(BENEFIT, added.id): Score(4)}


def test_scores_in_a_spare_row_without_a_name_are_refused(blank: Path) -> None:
    reading = type_into(blank, "baru:1", f"nilai:{BENEFIT}", 4, page="Quick Win")

    assert codes_of(reading) == [ProblemCode.PROGRAMME_NAME_MISSING]


def test_a_row_inserted_among_the_programmes_is_a_programme(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        page.merged_cells.ranges.clear()
        row = row_of(page, programmes(2)[1].id)
        page.insert_rows(row)
        page.cell(row, column_of(page, "kolom:pilar")).value = "smart  living"
        page.cell(row, column_of(page, "kolom:program")).value = "Sisipan"

    reading = read_sheet(edited(blank, edit))

    assert [one.name for one in reading.programmes][1] == "Sisipan"
    assert len(reading.programmes) == 4
    assert reading.problems == ()


def test_one_new_programme_typed_twice_is_refused(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Quick Win"]
        for key, name in (("baru:1", "Layanan"), ("baru:2", "LAYANAN")):
            page.cell(row_of(page, key), column_of(page, "kolom:pilar")).value = "Smart Living"
            page.cell(row_of(page, key), column_of(page, "kolom:program")).value = name

    assert codes_of(read_sheet(edited(blank, edit))) == [ProblemCode.ROW_TWICE]


def test_not_applicable_in_the_matrix_without_any_reason_is_refused(blank: Path) -> None:
    reading = type_into(blank, programmes(1)[0].id, f"nilai:{BENEFIT}", "N/A", page="Quick Win")

    assert codes_of(reading) == [ProblemCode.REASON_MISSING]


def test_an_unknown_pillar_is_refused(blank: Path) -> None:
    reading = type_into(blank, programmes(1)[0].id, "kolom:pilar", "Smart", page="Quick Win")

    assert codes_of(reading) == [ProblemCode.PILLAR_UNKNOWN]


def test_rows_turned_upside_down_are_found(tmp_path: Path) -> None:
    sheet = filled_sheet(2)

    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        first, last = row_of(page, "dimensi:baseline") + 1, row_of(page, "rerata:baseline") - 1
        rows = [
            [page.cell(row, column).value for column in range(1, 9)]
            for row in range(first, last + 1)
        ]
        for row, values in zip(range(first, last + 1), reversed(rows), strict=True):
            for column, value in enumerate(values, 1):
                page.cell(row, column).value = value

    assert differences_of(edited(written(sheet, tmp_path), edit), sheet) == ()


def test_inserted_rows_and_columns_and_renamed_pages_do_no_harm(tmp_path: Path) -> None:
    sheet = filled_sheet(2)

    def edit(workbook: Workbook) -> None:
        for page in workbook.worksheets[:3]:
            page.merged_cells.ranges.clear()
            page.insert_rows(12, 2)
            page.insert_cols(2)
            page.title = f"{page.title} (final)"
        workbook.move_sheet(workbook.worksheets[0], 2)

    assert differences_of(edited(written(sheet, tmp_path), edit), sheet) == ()


def test_a_moved_column_is_found(tmp_path: Path) -> None:
    sheet = filled_sheet(2)

    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.merged_cells.ranges.clear()
        page.move_range(f"F1:F{page.max_row}", cols=6)

    assert differences_of(edited(written(sheet, tmp_path), edit), sheet) == ()


def test_a_deleted_row_is_just_not_scored(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.merged_cells.ranges.clear()
        page.delete_rows(row_of(page, COUNCIL))

    reading = read_sheet(edited(written(sheet_with({}), tmp_path), edit))

    assert reading.scores == {}
    assert reading.problems == ()


def test_a_row_that_stands_twice_is_refused(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        page.cell(row_of(page, COUNCIL), 1).value = LEGAL_BASIS

    assert codes_of(read_sheet(edited(blank, edit))) == [ProblemCode.ROW_TWICE]


def test_a_page_that_is_gone_is_named(blank: Path) -> None:
    reading = read_sheet(edited(blank, lambda workbook: workbook.remove(workbook["Ringkasan"])))

    assert [(one.code, one.expected) for one in reading.problems] == [
        (ProblemCode.PAGE_MISSING, "Ringkasan")
    ]


def test_a_column_that_is_gone_is_named(blank: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Penilaian"]["F1"].value = None

    reading = read_sheet(edited(blank, edit))

    assert reading.has_refusals
    assert [(one.code, one.expected or one.found) for one in reading.problems] == [
        (ProblemCode.COLUMN_MISSING, "Nilai"),
        (ProblemCode.COLUMN_UNKNOWN, "Asesor"),
    ]


def test_a_number_typed_as_a_note_is_a_note(tmp_path: Path) -> None:
    path = written(sheet_with({AnswerKey(COUNCIL): Answer(Score(3))}), tmp_path)

    assert type_into(path, COUNCIL, NOTE, 12).notes == {COUNCIL: "12"}
