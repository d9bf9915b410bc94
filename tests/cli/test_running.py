"""The line as a whole: statuses, help, wrong usage, the language of the sentences."""

from pathlib import Path

import pytest

from assessor import __version__
from assessor.cli.arguments import LANGUAGE_VARIABLE, WORKSPACE_VARIABLE
from resources import i18n
from tests.cli.examples import Say

COMMANDS = (
    "demo",
    "sheets",
    "merge",
    "unmerge",
    "results",
    "letter",
    "print",
    "audit",
    "dump",
    "backup",
    "check",
    "self-test",
)


def test_the_help_names_every_command(say: Say) -> None:
    answer = say("--help")

    assert answer.status == 0
    assert [line.split()[0] for line in answer.out.splitlines() if line.startswith("  ")] == list(
        COMMANDS
    )


def test_saying_nothing_shows_the_help(say: Say) -> None:
    assert say().out == say("-h").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(say: Say, command: str) -> None:
    answer = say(command, "--help")

    assert answer.status == 0
    assert answer.out.startswith(f"python main.py {command}")
    assert answer.err == ""


def test_the_version_is_told(say: Say) -> None:
    assert say("--version").out == f"{__version__}\n"


def test_what_does_not_exist_is_wrong_usage(say: Say) -> None:
    answer = say("fax", "--workspace", "x.sqlite")

    assert answer.status == 2
    assert answer.reasons == ["There is no command “fax”.", "Help: python main.py --help"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["results"], "--workspace FILE is missing."),
        (["results", "--workspace"], "--workspace needs a value after it."),
        (["results", "--workspace", ""], "--workspace FILE is missing."),
        (["results", "--colour"], "There is no option --colour."),
        (["results", "-x"], "There is no option -x."),
        (["results", "--json=yes"], "--json takes no value."),
        (["results", "--workspace", "a", "--workspace", "b"], "--workspace stands there twice."),
        (["results", "--workspace", "a", "b"], "“b” is one word too many."),
        (["dump", "--workspace", "a", "--out", "b"], "There is no option --out."),
        (["sheets", "--workspace", "a"], "--out DIR is missing."),
        (["audit", "--instrument", "2020"], "TABLE is missing."),
        (["audit", "a", "b", "--instrument", "2020"], "“b” is one word too many."),
        (["audit", "a"], "--instrument ID is missing."),
        (
            ["dump", "--workspace", "a", "--language", "fr"],
            "--language takes one of id, en, not “fr”.",
        ),
        (
            ["demo", "--workspace", "a", "--round", "2021"],
            "--round takes one of 2020, 2022, 2023, not “2021”.",
        ),
        (["demo", "--workspace", "a", "--seed", "x"], "--seed takes a whole number, not “x”."),
        (
            ["demo", "--workspace", "a", "--seed", "9" * 99],
            f"--seed takes a whole number, not “{'9' * 99}”.",
        ),
        (
            ["demo", "--workspace", "a", "--regions", "0"],
            "--regions takes a number from 1 to 514, not 0.",
        ),
        (
            ["demo", "--workspace", "a", "--regions", "515"],
            "--regions takes a number from 1 to 514, not 515.",
        ),
        (
            ["demo", "--workspace", "a", "--assessors", "-1"],
            "--assessors takes a number from 0 to 99, not -1.",
        ),
    ],
)
def test_wrong_usage_is_one_plain_sentence_and_the_way_to_the_help(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = say(*words)

    assert answer.status == 2
    assert answer.reasons == [sentence, f"Help: python main.py {words[0]} --help"]
    assert answer.out == ""
    assert not list(tmp_path.iterdir())


def test_the_workspace_may_stand_in_the_surroundings(
    say: Say, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace))

    assert say("results", "--json").document["name"] == "Demonstrasi 2020"


def test_the_workspace_on_the_line_goes_before_that_of_the_surroundings(
    say: Say, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, "/not/there.sqlite")

    assert say("results", "--json", "--workspace", workspace).status == 0


@pytest.mark.parametrize(
    ("words", "variable", "language"),
    [
        ([], "", "id"),
        ([], "en_US.UTF-8", "en"),
        ([], "de", "id"),
        (["--language", "en"], "id", "en"),
        (["--language=id"], "en", "id"),
        (["--language", "fr"], "en", "en"),
    ],
)
def test_the_line_then_the_surroundings_choose_the_language_and_indonesian_is_usual(
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    variable: str,
    language: str,
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, variable)

    say("demo", "--help", *words)

    assert i18n.language() == language
