"""`sheets` writes what is asked for, and says what it could not write."""

import os
from pathlib import Path

import pytest

from assessor.exchange.score_sheet.reader import read_sheet
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.cli.examples import Say

DENPASAR = "51.71"


def test_every_assessment_becomes_a_sheet_in_a_new_folder(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "lembar" / "penilaian é"

    answer = say("sheets", "--workspace", workspace, "--out", folder)

    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"6 score sheets written to {folder} and verified: 0 differences.\n"
    assert len(list(folder.iterdir())) == 6


def test_a_sheet_carries_the_scores_of_the_workspace(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    say(
        "sheets",
        "--workspace",
        workspace,
        "--out",
        tmp_path / "o",
        "--region",
        DENPASAR,
        "--assessor",
        "Asesor Contoh 2",
    )

    (file,) = (tmp_path / "o").iterdir()
    regions = say("dump", "--workspace", workspace).document["regions"]
    region = next(one for one in regions if one["code"] == DENPASAR)
    kept = next(one for one in region["assessments"] if one["assessor"] == "Asesor Contoh 2")
    assert {
        (key.question, key.programme): score.points
        for key, score in read_sheet(file).scores.items()
    } == {(one["question"], one["programme"]): one["value"] for one in kept["scores"]}


def test_regions_and_assessors_can_be_chosen(say: Say, workspace: Path, tmp_path: Path) -> None:
    regions = say("dump", "--workspace", workspace).document["regions"]
    codes = [one["code"] for one in regions[:2]]

    say(
        "sheets",
        "--workspace",
        workspace,
        "--out",
        tmp_path / "o",
        "--region",
        codes[0],
        "--region",
        codes[1],
        "--assessor",
        "asesor  CONTOH 1",
    )

    names = sorted(file.name.split("_")[1] for file in (tmp_path / "o").iterdir())
    assert names == sorted(codes)


def test_blank_sheets_carry_no_scores(say: Say, tmp_path: Path) -> None:
    path, folder = tmp_path / "lead.sqlite", tmp_path / "o"
    say("demo", "--workspace", path, "--regions", 1, "--assessors", 0)

    answer = say("sheets", "--workspace", path, "--out", folder, "--blank")

    assert answer.status == 0
    (file,) = folder.iterdir()
    assert not read_sheet(file).scores


def test_blank_sheets_can_be_written_while_a_window_has_the_workspace_open(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()):
        answer = say("sheets", "--workspace", workspace, "--out", tmp_path / "o", "--blank")

    assert answer.status == 0


def test_filled_sheets_wait_for_the_window_to_close(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()):
        answer = say("sheets", "--workspace", workspace, "--out", tmp_path / "o")

    assert answer.status == 1
    assert answer.reasons == [
        (
            f"The workspace {workspace} is open in another window already. "
            "Use that window, or close it first."
        )
    ]


@pytest.mark.parametrize("code", ["99.99", "12.01", "Kota Bandung"])
def test_a_region_that_is_not_in_the_round_is_named(
    say: Say, workspace: Path, tmp_path: Path, code: str
) -> None:
    answer = say("sheets", "--workspace", workspace, "--out", tmp_path / "o", "--region", code)

    assert answer.status == 1
    assert answer.reasons == [
        (
            f"The round has no region “{code}”. "
            "Check the spelling, and whether it is a kabupaten or a kota."
        )
    ]
    assert not (tmp_path / "o").exists()


def test_an_assessor_who_is_not_there_is_named(say: Say, workspace: Path, tmp_path: Path) -> None:
    answer = say("sheets", "--workspace", workspace, "--out", tmp_path / "o", "--assessor", "Siapa")

    assert answer.status == 1
    assert answer.reasons == [
        (
            "There is no assessor “Siapa” in the workspace. "
            "There are: Asesor Contoh 1, Asesor Contoh 2."
        )
    ]


def test_a_name_that_two_assessors_share_is_asked_about(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()) as opened:
        opened.people.introduce("Asesor Contoh 2", "Institut Contoh")
        ids = [one.id for one in opened.people.assessors()]
    words = ("sheets", "--workspace", workspace, "--out", tmp_path / "o", "--assessor")

    answer = say(*words, "Asesor Contoh 2")

    assert answer.status == 1
    assert all(one in answer.err for one in ids)
    assert say(*words, ids[0]).status == 0


def test_nothing_to_write_is_said(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "lead.sqlite"
    say("demo", "--workspace", path, "--regions", 1, "--assessors", 0)

    answer = say("sheets", "--workspace", path, "--out", tmp_path / "o")

    assert answer.status == 1
    assert answer.err.startswith("There is nothing to write")


def test_each_sheet_that_cannot_be_written_is_named_and_the_others_stand(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "o"
    words = ("sheets", "--workspace", workspace, "--out", folder, "--region", DENPASAR)
    say(*words)
    first, second = sorted(folder.iterdir())
    first.unlink()
    # The name under which the sheet would be written first is taken by a folder.
    first.with_name(f".{first.name}.{os.getpid()}.part").mkdir()
    second.unlink()

    answer = say(*words)

    assert answer.status == 1
    (reason,) = answer.reasons
    assert reason.startswith("KOTA DENPASAR, Asesor Contoh 1: ")
    assert str(first) in reason
    assert second.is_file()
