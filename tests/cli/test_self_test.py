"""`self-test` says line by line what works."""

import tempfile
from pathlib import Path

import pytest

from tests.cli.examples import Say


def test_everything_works_here(say: Say) -> None:
    answer = say("self-test")

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "OK: A workspace was made and opened.",
        "OK: Scores and notes were saved and found again.",
        "OK: The index was computed.",
        "OK: A score sheet was exported and verified.",
        "OK: The score sheet was merged into another workspace.",
        "OK: A backup was made.",
        "OK: The workspace is whole and the backup was restored for a trial.",
        "Everything works.",
    ]


def test_nothing_is_left_behind(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    say("self-test")

    assert not list(tmp_path.iterdir())


def test_a_machine_without_a_temporary_folder_is_told(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tiada"))

    answer = say("self-test")

    assert (answer.status, answer.out) == (1, "")
    (reason,) = answer.reasons
    assert reason.startswith("Making and opening a workspace failed: ")
