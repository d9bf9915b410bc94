"""`demo` makes workspaces, alike for the same words, and never touches one in use."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.examples import Say


def dump_of(say: Say, path: Path) -> Any:
    """Return everything in a workspace."""
    return say("dump", "--workspace", path).document


def test_a_demonstration_says_what_was_made(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite"

    answer = say("demo", "--workspace", path, "--regions", 2, "--assessors", 3, "--complete")

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        f"{path}: Demonstrasi 2020, all scores invented.",
        "  2 regions",
        "  3 assessors",
        "  6 assessments",
    ]


def test_the_same_words_make_the_same_workspace(say: Say, tmp_path: Path) -> None:
    words = ("--round", 2023, "--regions", 4, "--assessors", 2, "--seed", 7)
    paths = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    for path in paths:
        say("demo", "--workspace", path, *words)

    first, second = (dump_of(say, path) for path in paths)

    assert first == second


def test_another_seed_makes_other_scores(say: Say, tmp_path: Path) -> None:
    answers = []
    for seed in (1, 2):
        path = tmp_path / f"{seed}.sqlite"
        say(
            "demo",
            "--workspace",
            path,
            "--regions",
            1,
            "--assessors",
            1,
            "--complete",
            "--seed",
            seed,
        )
        (region,) = dump_of(say, path)["regions"]
        scores = region["assessments"][0]["scores"]
        answers.append([one["value"] for one in scores if one["programme"] is None])

    assert answers[0] != answers[1]


def test_a_workspace_with_a_round_is_left_as_it_is(say: Say, workspace: Path) -> None:
    before = workspace.read_bytes()

    answer = say("demo", "--workspace", workspace)

    assert answer.status == 1
    assert answer.reasons == [
        f"There is a file {workspace} already; it was left as it is. Choose another name."
    ]
    assert workspace.read_bytes() == before


def test_a_whole_panel_is_what_a_demonstration_has_by_default(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite"

    answer = say("demo", "--workspace", path, "--round", 2022, "--regions", 1)

    assert "  4 assessors" in answer.out.splitlines()


@pytest.mark.parametrize("year", [2020, 2022, 2023])
def test_every_round_can_be_demonstrated(say: Say, tmp_path: Path, year: int) -> None:
    path = tmp_path / "demo.sqlite"

    say(
        "demo", "--workspace", path, "--round", year, "--regions", 3, "--assessors", 1, "--complete"
    )

    document = say("results", "--workspace", path, "--json").document
    assert document["demonstration"]
    assert [one["rank"] for one in document["regions"]].count(1) >= 1
