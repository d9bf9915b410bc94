"""The program as scripts start it: a process of its own, pipes, signals, foreign encodings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
POSIX_ONLY: Final = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


def start(*words: object, **more: str) -> subprocess.Popen[bytes]:
    """Start main.py with these words."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        env=os.environ | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_command_runs_without_a_window(workspace: Path) -> None:
    process = start("results", "--workspace", workspace, "--json", QT_QPA_PLATFORM="none")

    out, err = process.communicate()

    assert (process.returncode, err) == (0, b"")
    assert json.loads(out)["name"] == "Demonstrasi 2020"


def test_papers_are_printed_without_a_display(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "keluar"

    process = start("print", "--workspace", workspace, "--out", out, QT_QPA_PLATFORM="none")

    _out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert len(list(out.glob("*.pdf"))) == 3


def test_json_is_utf_8_in_every_surroundings(workspace: Path) -> None:
    process = start("dump", "--workspace", workspace, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    out, _err = process.communicate()

    assert json.loads(out.decode("utf-8"))["format"] == 1


def test_a_refusal_has_its_status_and_says_nothing_on_standard_output(tmp_path: Path) -> None:
    process = start("results", "--workspace", tmp_path / "tiada é.sqlite")

    out, err = process.communicate()

    assert (process.returncode, out) == (1, b"")
    assert "tiada é.sqlite" in err.decode("utf-8")


def test_wrong_usage_has_its_status() -> None:
    process = start("resluts")

    process.communicate()

    assert process.returncode == 2


@POSIX_ONLY
def test_a_reader_who_has_seen_enough_is_no_mistake(workspace: Path) -> None:
    process = start("dump", "--workspace", workspace)
    assert process.stdout is not None
    assert process.stderr is not None

    with process.stdout as out:
        out.read(1)
    with process.stderr as err:
        said = err.read()

    assert (process.wait(), said) == (0, b"")


@POSIX_ONLY
def test_ctrl_c_ends_a_command_with_its_own_status(workspace: Path) -> None:
    process = start("dump", "--workspace", workspace)
    assert process.stdout is not None
    process.stdout.read(1)

    # More than a pipe holds is still to come, so the process waits for its reader now.
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate()

    assert process.returncode == 130
    assert err.decode("utf-8").count("\n") == 1
