"""`merge` and `unmerge`: what the lead does from a terminal."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.examples import Say

MOMENT = re.compile(r'"(?:changed_at|at)": "[^"]*"')
REGIONS, PANEL = 3, 3


@pytest.fixture
def lead(say: Say, tmp_path: Path) -> Path:
    """The lead's workspace: the round of the demonstration, nobody's scores in it."""
    path = tmp_path / "ketua.sqlite"
    say("demo", "--workspace", path, "--regions", REGIONS, "--assessors", 0)
    return path


@pytest.fixture
def twin(say: Say, tmp_path: Path) -> Path:
    """The same round with a panel's scores."""
    path = tmp_path / "kembaran.sqlite"
    say("demo", "--workspace", path, "--regions", REGIONS, "--assessors", PANEL, "--complete")
    return path


@pytest.fixture
def sheets(say: Say, twin: Path, tmp_path: Path) -> Path:
    """The panel's sheets."""
    folder = tmp_path / "lembar"
    say("sheets", "--workspace", twin, "--out", folder)
    return folder


def said_in(say: Say, path: Path) -> str:
    """Return everything in a workspace, times aside."""
    return MOMENT.sub("", say("dump", "--workspace", path).out)


def merged(say: Say, lead: Path, *words: object) -> Any:
    """Return the document that a merge answers with."""
    return say("merge", "--workspace", lead, *words, "--json").document


def test_the_sheets_of_a_twin_lead_to_the_same_results(
    say: Say, lead: Path, twin: Path, sheets: Path
) -> None:
    answer = say("merge", "--workspace", lead, sheets, "--json")

    assert (answer.status, answer.err) == (0, "")
    document = answer.document
    assert (document["batch"], document["dry_run"]) == (1, False)
    assert (document["applied"], document["refused"]) == (REGIONS * PANEL, 0)
    assert {one["class"] for one in document["files"]} == {"new"}
    results = ("results", "--json", "--workspace")
    assert say(*results, lead).document == say(*results, twin).document


def test_a_file_is_told_in_full(say: Say, lead: Path, sheets: Path) -> None:
    (one,) = merged(say, lead, min(sheets.iterdir()))["files"]

    assert one["path"] == str(min(sheets.iterdir()))
    assert one["assessor"] == "Asesor Contoh 1"
    assert (one["revision"], one["problems"]) == (1, [])
    assert one["scores"] > 100


def test_the_ranks_that_change_are_told(say: Say, lead: Path, sheets: Path) -> None:
    changes = merged(say, lead, sheets)["rank_changes"]

    assert sorted(one["rank_after"] for one in changes) == [1, 2, 3]
    assert {one["rank_before"] for one in changes} == {None}


def test_a_dry_run_changes_nothing(say: Say, lead: Path, sheets: Path) -> None:
    before = said_in(say, lead)

    document = merged(say, lead, sheets, "--dry-run")

    assert (document["batch"], document["dry_run"]) == (None, True)
    assert document["applied"] == REGIONS * PANEL
    assert said_in(say, lead) == before


def test_merging_again_changes_nothing(say: Say, lead: Path, sheets: Path) -> None:
    merged(say, lead, sheets)
    before = said_in(say, lead)

    answer = say("merge", "--workspace", lead, sheets)

    assert answer.status == 0
    assert answer.out.startswith("Nothing to merge; nothing was changed.\n")
    assert said_in(say, lead) == before


def test_unmerge_takes_back_exactly_that(say: Say, lead: Path, sheets: Path) -> None:
    before = said_in(say, lead)
    merged(say, lead, sheets)

    answer = say("unmerge", "--workspace", lead, "1", "--json")

    assert answer.status == 0
    assert answer.document["undone"]
    assert said_in(say, lead) == before


def test_unmerge_says_what_it_did(say: Say, lead: Path, sheets: Path) -> None:
    merged(say, lead, sheets)

    assert say("unmerge", "--workspace", lead, "1").out == "Merge 1 of 9 files was taken back.\n"


@pytest.mark.parametrize("batch", ["1", "x", "9" * 30])
def test_a_merge_that_is_not_there(say: Say, lead: Path, batch: str) -> None:
    answer = say("unmerge", "--workspace", lead, batch)

    assert answer.status == 1
    assert batch in answer.reasons[0]


def test_a_refused_file_stops_no_other_and_is_told(say: Say, lead: Path, sheets: Path) -> None:
    bad = min(sheets.iterdir())
    workbook = load_workbook(bad)
    page = workbook["Penilaian"]
    (row,) = (cell.row for cell in page["A"] if cell.value == "baseline.planning.legal_basis")
    page[f"F{row}"] = "3,5"
    workbook.save(bad)
    (sheets / "catatan.xlsx").write_text("bukan lembar")
    (sheets / "surat.pdf").write_text("bukan lembar")

    answer = say("merge", "--workspace", lead, sheets)

    assert answer.status == 1
    assert answer.out.startswith(f"{REGIONS * PANEL - 1} files merged as merge 1.")
    assert f"Skipped: {sheets / 'surat.pdf'}" in answer.out
    assert len(answer.reasons) == 2
    assert any("“3,5” is no score" in one and bad.name in one for one in answer.reasons)


def test_sheets_of_another_round_are_refused(say: Say, sheets: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.sqlite"
    say("demo", "--workspace", other, "--round", "2023", "--regions", 2, "--assessors", 0)

    document = merged(say, other, sheets)

    assert {one["class"] for one in document["files"]} == {"wrong_round"}
    assert (document["batch"], document["refused"]) == (None, REGIONS * PANEL)


def test_a_sheet_under_two_names_is_taken_once(say: Say, lead: Path, sheets: Path) -> None:
    first = min(sheets.iterdir())
    shutil.copyfile(first, sheets / "salinan final 2.xlsx")

    document = merged(say, lead, sheets)

    assert document["applied"] == REGIONS * PANEL
    assert [one["class"] for one in document["files"]].count("already_merged") == 1


def test_a_path_that_leads_nowhere_is_refused(say: Say, lead: Path, tmp_path: Path) -> None:
    answer = say("merge", "--workspace", lead, tmp_path / "tidak ada")

    assert answer.status == 1
    assert "is not there" in answer.reasons[0]


def test_a_path_is_needed(say: Say, lead: Path) -> None:
    assert say("merge", "--workspace", lead).status == 2
