"""The workbook as Excel and LibreOffice meet it: types, locks, lists, print set-up, properties."""

from datetime import UTC
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.records import Answer
from assessor.domain.score import AnswerKey, Score
from tests.exchange.score_sheet.examples import (
    BENEFIT,
    COUNCIL,
    LEGAL_BASIS,
    WRITTEN_AT,
    blank_sheet,
    column_of,
    filled_sheet,
    programmes,
    row_of,
    sheet_with,
    written,
)

SEEN = ("Penilaian", "Quick Win", "Ringkasan")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(written(filled_sheet(), tmp_path_factory.mktemp("filled")))


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(written(blank_sheet(3), tmp_path_factory.mktemp("blank")))


def cell_of(workbook: Workbook, page: str, key: str, column: str) -> Cell | MergedCell:
    sheet = workbook[page]
    return sheet.cell(row_of(sheet, key), column_of(sheet, column))


def allowed(page: Worksheet, address: str) -> list[DataValidation]:
    return [
        validation
        for validation in page.data_validations.dataValidation
        if address in validation.sqref
    ]


def test_identity_and_evidence_are_hidden_deeply(filled: Workbook) -> None:
    states = {page.title: page.sheet_state for page in filled.worksheets}

    assert states == dict.fromkeys(SEEN, "visible") | {
        "_identitas": "veryHidden",
        "_bukti": "veryHidden",
    }


def test_scores_are_numbers_with_two_indonesian_decimals(filled: Workbook) -> None:
    cell = cell_of(filled, "Penilaian", COUNCIL, "kolom:nilai")

    assert (cell.value, cell.data_type) == (0, "n")
    assert cell.number_format == "[$-421]0.00"
    assert cell.alignment.horizontal == "right"


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@a", "#N/A", "12"])
def test_a_note_is_text_whatever_it_looks_like(tmp_path: Path, note: str) -> None:
    sheet = sheet_with({AnswerKey(COUNCIL): Answer(Score(1), note)})

    cell = cell_of(load_workbook(written(sheet, tmp_path)), "Penilaian", COUNCIL, "kolom:catatan")

    assert cell.data_type == "s"
    assert cell.number_format == "@"


@pytest.mark.parametrize("page", SEEN)
def test_a_filled_sheet_holds_no_formula(filled: Workbook, page: str) -> None:
    assert [cell for row in filled[page].iter_rows() for cell in row if cell.data_type == "f"] == []


def test_a_blank_sheet_counts_along(blank: Workbook) -> None:
    page = blank["Penilaian"]

    assert cell_of(blank, "Penilaian", "rerata:baseline", "kolom:nilai").data_type == "f"
    assert cell_of(blank, "Ringkasan", "nilai-final", "kolom:tahun-ini").data_type == "f"
    assert page.cell(row_of(page, COUNCIL), 6).value is None


def test_only_cells_to_fill_in_are_unlocked(filled: Workbook) -> None:
    page = filled["Penilaian"]
    unlocked = {
        column
        for row in page.iter_rows(min_row=2)
        for column, cell in enumerate(row, 1)
        if not cell.protection.locked
    }

    assert unlocked == {column_of(page, "kolom:nilai"), column_of(page, "kolom:catatan")}


@pytest.mark.parametrize("page", SEEN)
def test_pages_are_protected_without_password_and_widths_stay_free(
    filled: Workbook, page: str
) -> None:
    protection = filled[page].protection

    assert protection.sheet
    assert protection.password is None
    assert not protection.formatColumns
    assert not protection.formatRows


def test_score_cells_take_the_scale_and_not_applicable_only(filled: Workbook) -> None:
    for page, key, column in (
        ("Penilaian", COUNCIL, "kolom:nilai"),
        ("Quick Win", programmes(1)[0].id, f"nilai:{BENEFIT}"),
    ):
        cell = cell_of(filled, page, key, column)
        (validation,) = allowed(filled[page], cell.coordinate)

        assert validation.formula1 == '"0,1,2,3,4,N/A"'
        assert validation.showErrorMessage
        assert "bilangan bulat" in str(validation.error)
        assert "N/A bila tidak berlaku" in str(validation.prompt)


def test_a_spare_row_lets_a_person_add_a_programme(blank: Workbook) -> None:
    name = cell_of(blank, "Quick Win", "baru:1", "kolom:program")
    pillar = cell_of(blank, "Quick Win", "baru:1", "kolom:pilar")

    assert not name.protection.locked
    assert len(allowed(blank["Quick Win"], pillar.coordinate)) == 1


def test_known_programmes_keep_their_names_locked(blank: Workbook) -> None:
    assert cell_of(blank, "Quick Win", programmes(1)[0].id, "kolom:program").protection.locked


def test_a_region_without_programmes_gets_rows_for_them(tmp_path: Path) -> None:
    page = load_workbook(written(blank_sheet(0), tmp_path))["Quick Win"]

    assert [cell.value for cell in page["A"] if str(cell.value).startswith("baru:")] == [
        f"baru:{number}" for number in range(1, 9)
    ]


def test_data_rows_are_not_merged_so_that_they_can_be_sorted(filled: Workbook) -> None:
    page = filled["Penilaian"]
    data = range(row_of(page, LEGAL_BASIS), row_of(page, "rerata:baseline"))

    assert [one for one in page.merged_cells.ranges if one.min_row in data] == []


def test_properties_name_the_product_and_the_given_time(filled: Workbook) -> None:
    properties = filled.properties

    assert properties.creator == properties.lastModifiedBy == "Asesor Kota Cerdas"
    assert (
        properties.created == properties.modified == WRITTEN_AT.astimezone(UTC).replace(tzinfo=None)
    )
