"""The command `letter` writes everything that goes out, or nothing and says what is missing."""

import subprocess
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from assessor.domain.letter_fields import FOR_RESULTS, LetterField
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from resources.i18n.letter_fields import field_name
from tests.cli.examples import Say
from tests.services.letters import fill_in
from tests.ui.printing.blocks import WITH_PDFTOTEXT

NUMBER = "B-17/CTH/12/2023"
DATE = "6 Desember 2023"


def filled_in(path: Path, *leave: LetterField) -> None:
    """Fill in the form of the newest round, but for the fields to leave."""
    with open_workspace(path, Surroundings.real()) as workspace:
        fill_in(workspace, workspace.rounds.all()[0].id, leave)


def written(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def test_every_entry_that_is_not_set_has_a_line_of_its_own(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    answer = say("letter", "--workspace", workspace, "--out", tmp_path / "surat", "--provisional")

    lines = answer.err.splitlines()
    unset = [one for one in FOR_RESULTS if field_name(one) in answer.err]
    assert answer.status == 1
    assert len(lines) == len(unset)
    assert {LetterField.LOGO, LetterField.COPIES, LetterField.SIGNATORY} <= set(unset)
    assert not (tmp_path / "surat").exists()


def test_a_single_entry_that_is_not_set_stops_everything(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    filled_in(workspace, LetterField.SIGNATORY)

    answer = say("letter", "--workspace", workspace, "--out", tmp_path / "surat", "--provisional")

    assert answer.status == 1
    assert answer.err == (
        "“Signatory's name” is not set. Enter it in the window, at File > Letter….\n"
    )
    assert not (tmp_path / "surat").exists()


def test_figures_that_are_not_final_stop_it_too(say: Say, workspace: Path, tmp_path: Path) -> None:
    filled_in(workspace)

    answer = say("letter", "--workspace", workspace, "--out", tmp_path / "surat")

    assert answer.status == 1
    assert "not final" in answer.err
    assert "2020" in answer.err
    assert not (tmp_path / "surat").exists()


def test_the_letter_comes_as_document_and_pages_with_the_annex(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    filled_in(workspace)

    answer = say("letter", "--workspace", workspace, "--out", tmp_path / "surat", "--provisional")

    names = [
        "2020_lampiran-II.xlsx",
        "2020_surat-hasil-evaluasi.docx",
        "2020_surat-hasil-evaluasi.pdf",
    ]
    assert answer.status == 0
    assert answer.err == ""
    assert written(tmp_path / "surat") == names
    assert all(name in answer.out for name in names)


@WITH_PDFTOTEXT
def test_number_and_date_are_the_same_in_all_of_them(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    filled_in(workspace)
    say("letter", "--workspace", workspace, "--out", tmp_path, "--provisional")

    document = docx.Document(str(tmp_path / "2020_surat-hasil-evaluasi.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    sheet = load_workbook(tmp_path / "2020_lampiran-II.xlsx").worksheets[0]
    annex = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=6) for cell in row)
    pages = pdf_text(tmp_path / "2020_surat-hasil-evaluasi.pdf")
    for said in (" ".join(cells), annex, pages):
        assert NUMBER in said
        assert DATE in said


def test_written_again_it_takes_the_place_of_the_one_before(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    filled_in(workspace)
    words = ("letter", "--workspace", workspace, "--out", tmp_path / "surat", "--provisional")

    say(*words)
    before = written(tmp_path / "surat")

    assert say(*words).status == 0
    assert written(tmp_path / "surat") == before


@pytest.mark.parametrize("words", [(), ("--out",)])
def test_the_folder_must_be_said(say: Say, workspace: Path, words: tuple[str, ...]) -> None:
    assert say("letter", "--workspace", workspace, *words).status == 2
