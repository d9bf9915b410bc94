"""`print`: score summaries as PDF, each region in a file of its own."""

import os
from pathlib import Path

import pytest

from assessor.domain.records import NarrativeSection
from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.cli.examples import Say
from tests.ui.printing.blocks import WITH_PDFTOTEXT, text_of


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_region_gets_a_file(say: Say, workspace: Path, tmp_path: Path) -> None:
    answer = say("print", "--workspace", workspace, "--out", tmp_path / "ke luar")

    assert (answer.status, answer.err) == (0, "")
    assert "3 summaries written" in answer.out
    assert len(written(tmp_path / "ke luar")) == 3
    assert all(name.startswith("2020_") for name in written(tmp_path / "ke luar"))


@WITH_PDFTOTEXT
def test_a_file_is_about_its_region_only(say: Say, workspace: Path, tmp_path: Path) -> None:
    say("print", "--workspace", workspace, "--out", tmp_path)

    with open_workspace(workspace, Surroundings.real()) as opened:
        shown = opened.rounds.all()[0]
        regions = [one.region for one in opened.rounds.participants(shown.id)]
    for region in regions:
        (path,) = tmp_path.glob(f"*_{region.code}_*.pdf")
        text = text_of(path.read_bytes(), tmp_path)
        named = [other.name for other in regions if other.name in text]
        assert named == [region.name]
        path.unlink()


def test_one_region_can_be_asked_for(say: Say, workspace: Path, tmp_path: Path) -> None:
    answer = say("print", "--workspace", workspace, "--out", tmp_path, "--region", "51.71")

    assert answer.status == 0
    assert [name[:23] for name in written(tmp_path) if name.endswith(".pdf")] == [
        "2020_51.71_KOTA-DENPASA"
    ]


def test_the_same_data_gives_the_same_names(say: Say, workspace: Path, tmp_path: Path) -> None:
    for folder in ("satu", "dua"):
        say("print", "--workspace", workspace, "--out", tmp_path / folder)

    assert written(tmp_path / "satu") == written(tmp_path / "dua")


def test_the_codes_can_be_looked_up_afterwards(say: Say, workspace: Path, tmp_path: Path) -> None:
    say("print", "--workspace", workspace, "--out", tmp_path)

    codes = [name.removesuffix(".pdf").rpartition("_")[2] for name in written(tmp_path)]
    with open_workspace(workspace, Surroundings.real()) as opened:
        answers = [opened.summaries.look_up(code).standing for code in codes if len(code) == 9]
    assert answers == ["current"] * 3


@pytest.mark.parametrize(("paper", "width"), [("A4", b"595"), ("F4", b"609")])
def test_the_paper_can_be_chosen(
    say: Say, workspace: Path, tmp_path: Path, paper: str, width: bytes
) -> None:
    out = ("--out", tmp_path / "p", "--region", "51.71", "--paper", paper)

    answer = say("print", "--workspace", workspace, *out)

    (path,) = (tmp_path / "p").iterdir()
    assert answer.status == 0
    assert b"/MediaBox [0 0 " + width in path.read_bytes()


def test_an_unknown_paper_is_wrong_usage(say: Say, workspace: Path, tmp_path: Path) -> None:
    answer = say("print", "--workspace", workspace, "--out", tmp_path, "--paper", "A5")

    assert answer.status == 2
    assert "A4, F4" in answer.err


def test_an_unknown_region_is_refused(say: Say, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "keluar"

    answer = say("print", "--workspace", workspace, "--out", out, "--region", "99.99")

    assert answer.status == 1
    assert "99.99" in answer.err
    assert not out.exists()


def test_while_a_window_has_the_workspace_nothing_is_printed(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()):
        answer = say("print", "--workspace", workspace, "--out", tmp_path / "keluar")

    assert answer.status == 1
    assert str(workspace) in answer.err
    assert not (tmp_path / "keluar").exists()


def test_a_folder_that_cannot_be_made_is_named(say: Say, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", "utf-8")

    answer = say("print", "--workspace", workspace, "--out", tmp_path / "berkas")

    assert (answer.status, answer.out) == (1, "")
    assert "berkas" in answer.err


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    out = tmp_path / "keluar"
    say("print", "--workspace", workspace, "--out", out)
    spoiled = sorted(out.iterdir())[0]
    spoiled.with_name(f".{spoiled.name}.{os.getpid()}.part").mkdir()

    answer = say("print", "--workspace", workspace, "--out", out)

    assert answer.status == 1
    assert "2 summaries written" in answer.out
    assert spoiled.name in answer.err
    assert len(answer.reasons) == 1


@pytest.fixture
def nothing_begun(tmp_path: Path) -> Path:
    """A workspace with a round that nobody has begun."""
    path = tmp_path / "kosong.sqlite"
    with open_workspace(path, Surroundings.real()) as opened:
        opened.demonstrate(DemonstrationOrder(regions=2, assessors=0))
    return path


def test_a_round_that_nobody_began_has_nothing_to_print(
    say: Say, nothing_begun: Path, tmp_path: Path
) -> None:
    answer = say("print", "--workspace", nothing_begun, "--out", tmp_path / "keluar")

    assert answer.status == 1
    assert answer.reasons == ["Nobody has begun to assess a region yet, so nothing was printed."]
    assert not (tmp_path / "keluar").exists()


def test_regions_that_nobody_began_are_no_failure_of_a_round(
    say: Say, nothing_begun: Path, tmp_path: Path
) -> None:
    with open_workspace(nothing_begun, Surroundings.real()) as opened:
        opened.people.introduce("Dewi", "Universitas Contoh")
        first = opened.rounds.participants(opened.rounds.all()[0].id)[0]
        mine = opened.assessments.open(first.id)
        opened.assessments.write_narrative(mine, NarrativeSection.STRENGTHS, "Data terbuka", "1")

    answer = say("print", "--workspace", nothing_begun, "--out", tmp_path / "keluar")

    assert (answer.status, answer.err) == (0, "")
    assert "1 summary written" in answer.out


def test_a_region_that_nobody_began_is_refused_where_it_was_asked_for(
    say: Say, nothing_begun: Path, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "keluar")

    answer = say("print", "--workspace", nothing_begun, *out, "--region", "51.71")

    assert answer.status == 1
    assert "KOTA DENPASAR" in answer.err


def test_a_region_that_does_not_take_part_is_refused(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()) as opened:
        shown = opened.rounds.all()[0]
        for one in opened.rounds.participants(shown.id):
            if one.region.code == "51.71":
                opened.rounds.set_taking_part(one.id, False, "Mundur")
    out = ("--out", tmp_path / "keluar")

    answer = say("print", "--workspace", workspace, *out, "--region", "51.71")

    assert answer.status == 1
    assert "does not take part" in answer.err
