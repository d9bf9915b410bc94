"""The copy that goes back to an assessor: problems coloured and explained, the rest as it was."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from assessor.domain.errors import WorkspaceExists
from assessor.domain.score import AnswerKey, Score
from assessor.exchange.score_sheet.mending_words import WORDS
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import Problem, ProblemCode, Severity
from assessor.exchange.score_sheet.repaired_copy import (
    TO_KNOW,
    TO_MEND,
    repaired_name,
    write_repaired_copy,
)
from tests.exchange.score_sheet.examples import (
    COUNCIL,
    LEGAL_BASIS,
    SCORE,
    blank_sheet,
    differences_of,
    edited,
    filled_sheet,
    rebuilt,
    row_of,
    type_into,
    written,
)
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    path = written(blank_sheet(2), tmp_path)
    type_into(path, COUNCIL, SCORE, "3,5")
    type_into(path, LEGAL_BASIS, SCORE, "2")
    return path


def repaired(path: Path) -> Path:
    target = repaired_name(path)
    write_repaired_copy(path, read_sheet(path).problems, target)
    return target


def test_every_code_has_words() -> None:
    assert set(WORDS) == set(ProblemCode)


def test_a_refused_cell_is_red_unlocked_and_explained(returned: Path) -> None:
    page = load_workbook(repaired(returned))["Penilaian"]
    cell = page.cell(row_of(page, COUNCIL), 6)

    assert cell.fill.start_color.rgb == TO_MEND
    assert not cell.protection.locked
    assert cell.comment is not None
    for piece in ("Bukan nilai yang sah.", "Ditemukan: 3,5", "Seharusnya: 0–4, N/A"):
        assert piece in cell.comment.text


def test_a_mended_cell_is_yellow_and_explained(returned: Path) -> None:
    page = load_workbook(repaired(returned))["Penilaian"]
    cell = page.cell(row_of(page, LEGAL_BASIS), 6)

    assert cell.fill.start_color.rgb == TO_KNOW
    assert cell.comment is not None


def test_the_copy_reads_the_same_and_the_original_stays(returned: Path) -> None:
    before = returned.read_bytes()

    target = repaired(returned)

    assert read_sheet(target).problems == read_sheet(returned).problems
    assert read_sheet(target).scores == read_sheet(returned).scores
    assert returned.read_bytes() == before


def test_a_mended_copy_comes_back_without_problems(returned: Path) -> None:
    target = repaired(returned)

    reading = type_into(target, COUNCIL, SCORE, 3)

    assert not reading.has_refusals
    assert reading.scores[AnswerKey(COUNCIL)] == Score(3)


@needs_libreoffice
def test_libreoffice_opens_and_saves_the_copy(returned: Path, libreoffice_profile: Path) -> None:
    target = repaired(returned)

    saved = converted(target, "xlsx", libreoffice_profile)

    assert read_sheet(saved).scores == read_sheet(returned).scores


def test_a_file_that_is_there_is_never_overwritten(returned: Path) -> None:
    for target in (returned, returned.with_name("ada.xlsx")):
        target.touch()
        with pytest.raises(WorkspaceExists):
            write_repaired_copy(returned, (), target)


def test_a_formula_that_was_taken_becomes_its_value(tmp_path: Path) -> None:
    path = written(blank_sheet(1), tmp_path)
    type_into(path, COUNCIL, SCORE, "=1+2")

    def calculate(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        for empty in (b"<v></v>", b"<v />", b"<v/>"):
            parts[name] = parts[name].replace(b"<f>1+2</f>" + empty, b"<f>1+2</f><v>3</v>")

    rebuilt(path, calculate)

    reading = read_sheet(repaired(path))

    assert reading.scores == {AnswerKey(COUNCIL): Score(3)}
    assert reading.problems == ()


def test_merged_scores_are_explained_at_the_first_of_them(tmp_path: Path) -> None:
    path = written(blank_sheet(1), tmp_path)

    def edit(workbook: Workbook) -> None:
        page = workbook["Penilaian"]
        row = row_of(page, COUNCIL)
        page.merge_cells(f"F{row}:F{row + 1}")

    page = load_workbook(repaired(edited(path, edit)))["Penilaian"]

    comment = page.cell(row_of(page, COUNCIL), 6).comment
    assert comment is not None
    assert "Sel nilai digabung" in comment.text


def test_a_missing_page_is_explained_on_the_first(tmp_path: Path) -> None:
    path = edited(
        written(blank_sheet(1), tmp_path), lambda workbook: workbook.remove(workbook["Ringkasan"])
    )

    comment = load_workbook(repaired(path)).worksheets[0]["B2"].comment

    assert comment is not None
    assert "Satu lembar hilang." in comment.text


def test_a_problem_that_only_the_instrument_shows_is_marked_too(tmp_path: Path) -> None:
    path = written(filled_sheet(1), tmp_path)
    target = repaired_name(path)
    cell = f"E{row_of(load_workbook(path)['Penilaian'], COUNCIL)}"
    problem = Problem(
        "Penilaian", cell, ProblemCode.INSTRUMENT_EDITED, Severity.REFUSED, "satu", "dua"
    )

    write_repaired_copy(path, [problem], target)

    assert load_workbook(target)["Penilaian"][cell].comment is not None
    assert differences_of(target, filled_sheet(1)) == ()
