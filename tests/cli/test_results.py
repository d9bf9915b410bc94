"""`results`: the contract of the JSON, and figures that follow from the scores."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.cli.examples import Say
from tests.services.letters import fill_in

WEIGHTS = {"baseline": 10, "output": 20, "outcome": 30, "impact": 30, "quickwin": 10}


def hundredths(value: Fraction) -> Decimal:
    """Round as the ministry does, by another way than the program's."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )


def final_of(region: Any) -> str:
    """Work a region's index out again from the scores in the dump."""
    values: dict[str, list[Fraction]] = {}
    for assessment in region["assessments"]:
        points: dict[str, list[int]] = {}
        for score in assessment["scores"]:
            if score["value"] is not None:
                points.setdefault(score["question"], []).append(score["value"])
        for question, given in points.items():
            values.setdefault(question, []).append(Fraction(sum(given), len(given)))
    dimensions: dict[str, list[Fraction]] = {}
    for question, of_panel in values.items():
        key = question.partition(".")[0]
        dimensions.setdefault(key, []).append(sum(of_panel, Fraction()) / len(of_panel))
    weighted = [
        hundredths(sum(means, Fraction()) / len(means)) * WEIGHTS[key]
        for key, means in dimensions.items()
    ]
    return str((sum(weighted, Decimal()) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP))


def test_the_figures_follow_from_the_scores(say: Say, workspace: Path) -> None:
    regions = say("dump", "--workspace", workspace).document["regions"]

    document = say("results", "--workspace", workspace, "--json").document

    assert [one["final"] for one in document["regions"]] == [final_of(one) for one in regions]


def test_the_document_keeps_the_contract(say: Say, workspace: Path) -> None:
    answer = say("results", "--workspace", workspace, "--json")

    document = answer.document
    assert document.keys() >= {"round", "instrument", "provisional", "regions"}
    assert (document["instrument"], document["provisional"]) == ("2020", False)
    for region in document["regions"]:
        assert region.keys() >= {"code", "name", "dimensions", "final", "rank", "improvement"}
        assert list(region["dimensions"]) == [
            "baseline",
            "output",
            "outcome",
            "impact",
            "quick_win",
        ]
        assert (region["provisional"], region["assessors"]) == (False, 2)
        assert region["improvement"] is None
        assert f"{Decimal(region['final']):.2f}" == region["final"]
    assert sorted(one["rank"] for one in document["regions"]) == [1, 2, 3]
    assert answer.err == ""


def test_a_round_of_two_cohorts_names_both_instruments(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "two.sqlite"
    say(
        "demo", "--workspace", path, "--round", 2023, "--regions", 8, "--assessors", 1, "--complete"
    )

    document = say("results", "--workspace", path, "--json").document

    assert document["instrument"] == "2023-kppn-ikn+2023-reguler"
    for region in document["regions"]:
        assert ("collaboration" in region["dimensions"]) == (
            region["instrument"] == "2023-kppn-ikn"
        )


def test_what_is_not_scored_yet_is_provisional_and_has_no_figure(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    say("demo", "--workspace", path, "--regions", 1, "--assessors", 0)

    document = say("results", "--workspace", path, "--json").document

    assert document["provisional"]
    (region,) = document["regions"]
    assert (region["final"], region["rank"], region["assessors"]) == (None, None, 0)
    assert set(region["dimensions"].values()) == {None}


def test_the_table_shows_decimal_commas_by_rank(say: Say, workspace: Path) -> None:
    document = say("results", "--workspace", workspace, "--json").document

    lines = say("results", "--workspace", workspace).out.splitlines()

    assert lines[1] == "Demonstration: all scores are invented."
    table = [line.split() for line in lines[5:8]]
    assert [line[0] for line in table] == ["1", "2", "3"]
    best = next(one for one in document["regions"] if one["rank"] == 1)
    assert best["name"] in lines[5]
    assert best["final"].replace(".", ",") in table[0]


def test_the_table_marks_what_is_provisional(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    say("demo", "--workspace", path, "--regions", 1, "--assessors", 0)

    lines = say("results", "--workspace", path).out.splitlines()

    assert lines[5].split() == ["–", "KOTA", "DENPASAR", *"–––––––", "PROVISIONAL"]


def test_the_table_names_who_does_not_take_part(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "all.sqlite"
    say("demo", "--workspace", path, "--round", 2022, "--assessors", 0)

    last = say("results", "--workspace", path).out.splitlines()[-1]

    assert last.startswith("Not taking part: ")
    assert len(last.split(", ")) == 4


def test_results_can_be_read_while_a_window_has_the_workspace_open(
    say: Say, workspace: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()):
        answer = say("results", "--workspace", workspace, "--json")

    assert answer.status == 0


def test_a_workspace_without_a_round_says_how_to_begin_one(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    open_workspace(path, Surroundings.real()).close()

    answer = say("results", "--workspace", path)

    assert answer.status == 1
    assert answer.reasons == [
        (
            f"The workspace {path} has no round yet. Begin one in the window, "
            "or make a demonstration with the command demo."
        )
    ]


def test_the_annex_is_written_beside_the_table(say: Say, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "lampiran é.xlsx"

    answer = say("results", "--workspace", workspace, "--out", path)

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[-1] == f"Written to {path} and verified: 0 differences."
    audit = say("audit", path, "--instrument", "2020", "--json").document
    assert (audit["rows"], audit["matched"]) == (3, 3)


def test_with_json_nothing_but_the_document_is_said_of_a_written_annex(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "annex.xlsx"

    answer = say("results", "--workspace", workspace, "--json", "--out", path)

    assert len(answer.document["regions"]) == 3
    assert path.exists()


def test_the_annex_carries_no_rank_and_the_ranking_is_another_file(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    annex, ranking = tmp_path / "annex.xlsx", tmp_path / "ranking.xlsx"

    say("results", "--workspace", workspace, "--out", annex, "--ranking", ranking)

    texts = {path: list(cells_of(path)) for path in (annex, ranking)}
    assert "PERINGKAT" in texts[ranking]
    assert not any("PERINGKAT" in str(cell).upper() for cell in texts[annex])


def test_a_letter_without_number_stops_the_annex_and_is_named(say: Say, tmp_path: Path) -> None:
    path, annex = tmp_path / "own.sqlite", tmp_path / "annex.xlsx"
    with open_workspace(path, Surroundings.real()) as opened:
        opened.rounds.create_sample()

    refused = say("results", "--workspace", path, "--out", annex)
    drafted = say("results", "--workspace", path, "--out", annex, "--draft")

    assert refused.status == 1
    (reason,) = refused.reasons
    assert "The date of the letter is not set." in reason
    assert drafted.status == 0
    assert "Tanggal: belum ditetapkan" in cells_of(annex)


@pytest.mark.parametrize("option", ["--out", "--ranking"])
def test_the_workspace_is_never_written_over(say: Say, workspace: Path, option: str) -> None:
    before = workspace.read_bytes()

    answer = say("results", "--workspace", workspace, option, workspace)

    assert answer.status == 2
    assert answer.reasons[0] == f"--workspace and {option} name the same file."
    assert workspace.read_bytes() == before


def test_the_layout_can_be_chosen(say: Say, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "annex.xlsx"

    say("results", "--workspace", workspace, "--out", path, "--layout", "weights")
    wrong = say("results", "--workspace", workspace, "--out", path, "--layout", "other")

    assert "(30,00)" in cells_of(path)
    assert wrong.status == 2


def cells_of(path: Path) -> list[object]:
    rows = (row for sheet in load_workbook(path).worksheets for row in sheet.values)
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("option", ["--out", "--ranking"])
def test_a_folder_that_is_not_there_is_named(
    say: Say, workspace: Path, tmp_path: Path, option: str
) -> None:
    answer = say("results", "--workspace", workspace, option, tmp_path / "tiada" / "a.xlsx")

    assert answer.status == 1
    assert answer.reasons == [
        f"There is no folder {tmp_path / 'tiada'}. Make it first, or name another one."
    ]


def test_a_folder_is_no_file_to_write(say: Say, workspace: Path, tmp_path: Path) -> None:
    answer = say("results", "--workspace", workspace, "--out", tmp_path)

    assert answer.status == 1
    assert answer.reasons == [f"{tmp_path} is a folder. Add the name of a file to it."]


def test_a_name_of_another_kind_of_file_is_refused(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    answer = say("results", "--workspace", workspace, "--out", tmp_path / "a.csv")

    assert answer.status == 1
    assert "does not end in .xlsx" in answer.err
    assert not (tmp_path / "a.csv").exists()


def test_while_one_scores_a_region_oneself_no_annex_and_no_letter_is_written(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()) as opened:
        round_id = opened.rounds.all()[0].id
        fill_in(opened, round_id)
        region = opened.rounds.participants(round_id)[0]
        opened.assessments.reopen(opened.assessments.open(region.id), "Diperiksa lagi")

    annex = say("results", "--workspace", workspace, "--out", tmp_path / "a.xlsx")
    letter = say("letter", "--workspace", workspace, "--out", tmp_path / "surat", "--provisional")

    for answer in (annex, letter):
        assert answer.status == 1
        assert region.region.name in answer.err
        assert "Lock your own assessment first." in answer.err
    assert not (tmp_path / "a.xlsx").exists()
    assert not (tmp_path / "surat").exists()
