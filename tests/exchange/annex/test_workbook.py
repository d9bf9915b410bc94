"""The annex as a workbook: figures are numbers, heads repeat, nothing is empty or made up."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.annex.composing import compose_annex
from assessor.domain.annex.ranking import compose_ranking
from assessor.domain.annex.records import AnnexLayout, AnnexPage
from assessor.domain.errors import NotWritable, PaperNotVerified
from assessor.exchange.annex.writer import Paper, write_paper
from tests.domain.annex.examples import (
    EARLY,
    KPPN,
    REGULAR_2022,
    absent,
    change,
    facts,
    region,
    sixth,
)
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice, pdf_pages

NOON = dt.datetime(2023, 12, 18, 5, tzinfo=dt.UTC)
LONGEST = "KAB. PENUKAL ABAB LEMATANG ILIR"
LINES = facts(
    replace(region(LONGEST), improvement=change("-0.29", "-0.28")),
    sixth(),
    region("KOTA BOGOR", None),
    absent(),
)


def written(path: Path, *pages: AnnexPage) -> Path:
    write_paper(Paper("Lampiran II", pages, NOON), path)
    return path


def annex_of_2023(path: Path) -> Path:
    return written(path, *compose_annex(LINES, AnnexLayout.IMPROVEMENT).pages)


def annex_of_2022(path: Path) -> Path:
    early = replace(region("KOTA SURABAYA"), instrument=EARLY, cohort="EARLY PHASE")
    lines = facts(replace(region(), instrument=REGULAR_2022), early)
    return written(path, *compose_annex(lines, AnnexLayout.WEIGHTS).pages)


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    return load_workbook(annex_of_2023(tmp_path / "annex.xlsx")).worksheets[0]


def row_of(sheet: Worksheet, name: str) -> list[object]:
    row = next(row for row in sheet.iter_rows() if row[1].value == name)
    return [cell.value for cell in row]


def test_figures_are_numbers_in_the_indonesian_locale(sheet: Worksheet) -> None:
    cells = next(row for row in sheet.iter_rows() if row[1].value == LONGEST)

    final, improvement = cells[-3], cells[-2]
    assert (final.value, improvement.value) == (2.97, -0.29)
    assert {final.data_type, improvement.data_type} == {"n"}
    assert {final.number_format, improvement.number_format} == {"[$-421]0.00"}


def test_no_cell_of_a_table_is_empty(sheet: Worksheet) -> None:
    rows = [row_of(sheet, name) for name in (LONGEST, "KAB. SAMOSIR", "KOTA BOGOR")]
    rows.append(row_of(sheet, "KOTA SUKABUMI"))

    assert all(cell not in (None, "", 0) for row in rows for cell in row)
    assert row_of(sheet, "KOTA SUKABUMI")[2:-1] == ["–"] * 8


def test_the_head_repeats_on_every_page(tmp_path: Path) -> None:
    for path in (annex_of_2022(tmp_path / "22.xlsx"), annex_of_2023(tmp_path / "23.xlsx")):
        for sheet in load_workbook(path).worksheets:
            column = [cell.value for cell in sheet["A"]]
            first = column.index("NO") + 1
            last = first + (1 if path.name == "22.xlsx" else 0)
            assert sheet.print_title_rows == f"${first}:${last}"


def test_every_column_holds_its_longest_text_on_one_line(sheet: Worksheet) -> None:
    assert sheet.column_dimensions["B"].width > len(LONGEST)
    assert sheet.column_dimensions["K"].width > len("REGULER; belum lengkap")


def test_the_weights_stand_under_the_dimensions(tmp_path: Path) -> None:
    first, second = load_workbook(annex_of_2022(tmp_path / "annex.xlsx")).worksheets

    for sheet, impact in ((first, "(20,00)"), (second, "(10,00)")):
        under = next(row for row in sheet.iter_rows() if row[2].value == "(10,00)")
        assert under[5].value == impact


def test_the_file_names_the_application_and_nobody_else(tmp_path: Path) -> None:
    path = annex_of_2023(tmp_path / "annex.xlsx")

    properties = load_workbook(path).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Asesor Kota Cerdas",) * 2


def test_a_name_that_looks_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    page = compose_annex(facts(region("=1+1")), AnnexLayout.IMPROVEMENT).pages[0]

    with ZipFile(written(tmp_path / "annex.xlsx", page)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_workbook_that_reads_back_otherwise_is_not_put_in_place(tmp_path: Path) -> None:
    page = compose_annex(facts(region()), AnnexLayout.IMPROVEMENT).pages[0]
    # More digits than a workbook's numbers have: what is read back is another figure.
    longer = replace(page.table, rows=((1, "KAB. BADUNG", Decimal("0.12345678901234567890")),))
    path = tmp_path / "annex.xlsx"
    path.write_bytes(b"before")

    with pytest.raises(PaperNotVerified) as error:
        written(path, replace(page, table=replace(longer, headings=("NO", "KAB/KOTA", "X"))))

    assert error.value.first.startswith("Lampiran II, ")
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["annex.xlsx"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        annex_of_2023(tmp_path / "nowhere" / "annex.xlsx")


def test_the_ranking_is_a_workbook_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path / "rank.xlsx", compose_ranking(LINES))

    (sheet,) = load_workbook(path).worksheets
    assert sheet.title == "Peringkat"
    assert row_of(sheet, LONGEST)[0] == 1


@needs_libreoffice
def test_libreoffice_prints_commas_whole_names_and_the_head_on_every_page(tmp_path: Path) -> None:
    many = facts(*(region(f"KAB. CONTOH NOMOR {number}") for number in range(60)), absent())
    page = compose_annex(many, AnnexLayout.IMPROVEMENT).pages[0]

    pages = pdf_pages(converted(written(tmp_path / "a.xlsx", page), "pdf", tmp_path / "lo"))

    assert len(pages) == 2
    for number, text in enumerate(pages, start=1):
        assert "NILAI FINAL" in text
        assert "3,10" in text
        assert "3.10" not in text
        assert f"Halaman {number} dari 2" in text
        assert "B-1384/DJAI/AI.01.04/12/2023" in text
    assert "KAB. CONTOH NOMOR 59" in "".join(pages)


def test_a_sixth_dimension_has_its_column(sheet: Worksheet) -> None:
    assert len(KPPN.dimensions) == 6
    assert row_of(sheet, "KAB. SAMOSIR")[7] == 2
    assert row_of(sheet, LONGEST)[7] == "–"
