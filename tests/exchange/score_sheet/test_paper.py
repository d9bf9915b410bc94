"""What stands on paper: print set-up, footer, chart, and the words that must not be missing."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.records import Answer
from assessor.domain.score import AnswerKey, Score
from tests.domain.examples import shipped
from tests.exchange.score_sheet.examples import (
    COUNCIL,
    blank_assessment,
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


def cell_of(workbook: Workbook, page: str, key: str, column: str) -> Cell | MergedCell:
    sheet = workbook[page]
    return sheet.cell(row_of(sheet, key), column_of(sheet, column))


def texts_of(page: Worksheet) -> list[str]:
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def footer_of(page: Worksheet) -> str:
    footer = page.oddFooter
    assert footer is not None
    return " ".join(str(part.text) for part in (footer.left, footer.center, footer.right))


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


def test_the_papers_day_is_that_of_the_assessors_place(filled: Workbook) -> None:
    assert "27 November 2020" in texts_of(filled["Penilaian"])


def test_an_unfinished_assessment_is_provisional_on_paper(tmp_path: Path) -> None:
    workbook = load_workbook(written(sheet_with({AnswerKey(COUNCIL): Answer(Score(1))}), tmp_path))
    texts = texts_of(workbook["Ringkasan"])

    assert any(text.startswith("SEMENTARA: 1 dari 111") for text in texts)
    assert "Nilai final (SEMENTARA)" in texts
    header = workbook["Penilaian"].oddHeader
    assert header is not None
    assert header.right.text == "Draf – SEMENTARA"


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
