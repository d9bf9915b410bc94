"""The workbook as Excel and LibreOffice meet it: types, locks, lists, print set-up, properties."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.records import Answer
from assessor.domain.score import AnswerKey, Score
from tests.domain.examples import shipped
from tests.exchange.score_sheet.examples import (
    BENEFIT,
    COUNCIL,
    LEGAL_BASIS,
    WRITTEN_AT,
    blank_assessment,
    blank_sheet,
    column_of,
    filled_assessment,
    filled_sheet,
    programmes,
    row_of,
    sheet_of,
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


def texts_of(page: Worksheet) -> list[str]:
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def footer_of(page: Worksheet) -> str:
    footer = page.oddFooter
    assert footer is not None
    return " ".join(str(part.text) for part in (footer.left, footer.center, footer.right))


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


@pytest.mark.parametrize("page", SEEN)
def test_pages_print_on_a4_one_page_wide_with_region_and_number(
    filled: Workbook, page: str
) -> None:
    sheet = filled[page]

    assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)
    assert sheet.page_setup.orientation == "portrait"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr == PageSetupProperties(fitToPage=True)
    assert "KOTA DENPASAR" in footer_of(sheet)
    assert "&P" in footer_of(sheet)


@pytest.mark.parametrize("page", SEEN[:2])
def test_tables_repeat_their_header_row(filled: Workbook, page: str) -> None:
    sheet = filled[page]
    row = int(str(sheet.print_title_rows).split("$")[-1])

    assert "Catatan" in [cell.value for cell in sheet[row]]


def test_the_chart_is_native_with_this_year_and_last_from_0_to_4(filled: Workbook) -> None:
    (chart,) = vars(filled["Ringkasan"])["_charts"]

    assert chart.tagname == "radarChart"
    assert len(chart.series) == 2
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, 4)


def test_properties_name_the_product_and_the_given_time(filled: Workbook) -> None:
    properties = filled.properties

    assert properties.creator == properties.lastModifiedBy == "Asesor Kota Cerdas"
    assert (
        properties.created == properties.modified == WRITTEN_AT.astimezone(UTC).replace(tzinfo=None)
    )


def test_the_papers_day_is_that_of_the_assessors_place(filled: Workbook) -> None:
    assert "27 November 2020" in texts_of(filled["Penilaian"])


def test_an_unfinished_assessment_is_provisional_on_paper(tmp_path: Path) -> None:
    workbook = load_workbook(written(sheet_with({AnswerKey(COUNCIL): Answer(Score(1))}), tmp_path))
    texts = texts_of(workbook["Ringkasan"])

    assert any(text.startswith("SEMENTARA: 1 dari 111") for text in texts)
    assert "Nilai final (SEMENTARA)" in texts
    assert "SEMENTARA" in footer_of(workbook["Penilaian"])


def test_a_dimension_without_a_score_is_a_dash_and_no_zero(tmp_path: Path) -> None:
    workbook = load_workbook(written(sheet_with({AnswerKey(COUNCIL): Answer(Score(1))}), tmp_path))

    assert cell_of(workbook, "Ringkasan", "dimensi:output", "kolom:tahun-ini").value == "–"
    assert cell_of(workbook, "Ringkasan", "dimensi:output", "kolom:grafik-tahun-ini").value is None


def test_a_finished_assessment_is_not_provisional(filled: Workbook) -> None:
    assert not any("SEMENTARA" in text for page in SEEN for text in texts_of(filled[page]))


@pytest.mark.parametrize("page", SEEN)
def test_a_demonstration_says_so_on_every_page(tmp_path: Path, page: str) -> None:
    instrument = shipped("2020")
    sheet = sheet_of(instrument, filled_assessment(instrument, 1), is_demonstration=True)

    texts = texts_of(load_workbook(written(sheet, tmp_path))[page])

    assert any(text.startswith("DEMONSTRASI") for text in texts)


def test_the_instrument_of_2020_is_unconfirmed_on_paper(filled: Workbook) -> None:
    for page in ("Penilaian", "Ringkasan"):
        assert any(
            "Bobot dan pembulatan belum terkonfirmasi" in text for text in texts_of(filled[page])
        )


def test_a_footer_keeps_an_ampersand(tmp_path: Path) -> None:
    instrument = shipped("2020")
    one = blank_assessment(instrument, 1)
    region = replace(one.participant.region, name="KOTA A & B")
    one = replace(one, participant=replace(one.participant, region=region))
    sheet = sheet_of(instrument, one)

    page = load_workbook(written(sheet, tmp_path))["Penilaian"]

    assert "KOTA A && B" in footer_of(page)


def test_a_note_longer_than_a_row_is_printed_whole_at_the_end(tmp_path: Path) -> None:
    note = "\n".join(f"Alinea {number} " + "kata " * 60 for number in range(40))
    sheet = sheet_with({AnswerKey(COUNCIL): Answer(Score(1), note)})

    texts = texts_of(load_workbook(written(sheet, tmp_path))["Ringkasan"])

    place = texts.index("Catatan panjang selengkapnya")
    assert "\n".join(texts[place + 2 :]) == note


def test_a_long_note_of_a_programme_is_printed_whole_too(tmp_path: Path) -> None:
    programme = programmes(1)[0]
    note = "kata " * 1500
    sheet = sheet_with({}, programme_notes={programme.id: note})

    texts = texts_of(load_workbook(written(sheet, tmp_path))["Ringkasan"])

    place = texts.index(programme.name)
    assert "".join(texts[place + 1 :]) == note


def test_without_a_last_year_the_chart_draws_this_one(tmp_path: Path) -> None:
    sheet = replace(filled_sheet(1), previous=None)

    workbook = load_workbook(written(sheet, tmp_path))

    (chart,) = vars(workbook["Ringkasan"])["_charts"]
    assert len(chart.series) == 1
    assert cell_of(workbook, "Ringkasan", "nilai-final", "kolom:tahun-lalu").value == "–"
