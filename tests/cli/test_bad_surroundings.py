"""What surroundings can do to a command: a plain sentence, status 1, and nothing lost."""

import io
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from assessor.cli import run
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.cli.examples import Say
from ui.printing.for_commands import CommandPrinting

READING = ("results", "dump", "backup", "sheets")


class Screen(io.StringIO):
    """A terminal where something happens as soon as progress is shown."""

    def __init__(self, event: Callable[[], None]) -> None:
        super().__init__()
        self._event = event
        self._has_happened = False

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True

    def write(self, text: str) -> int:
        """Let the event happen, once."""
        if not self._has_happened:
            self._has_happened = True
            self._event()
        return super().write(text)


def words_for(command: str, path: Path) -> list[str]:
    """Return a command on a workspace, with what else it needs."""
    more = ["--out", str(path.with_name("keluar"))] if command == "sheets" else []
    return [command, "--workspace", str(path), *more]


@pytest.mark.parametrize("command", READING)
def test_a_workspace_that_is_not_there_is_refused_and_not_made(
    say: Say, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "tiada" / "putaran.sqlite"

    answer = say(*words_for(command, path))

    assert (answer.status, answer.out) == (1, "")
    assert answer.reasons == [
        f"{path} is not there. Check the name, and whether the disk is connected."
    ]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [*READING, "check", "demo"])
@pytest.mark.parametrize("content", [b"", b"Kepada Yth.\n" * 40])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(
    say: Say, tmp_path: Path, command: str, content: bytes
) -> None:
    path = tmp_path / "surat.sqlite"
    path.write_bytes(content)

    answer = say(*words_for(command, path))

    assert answer.status == 1
    assert len(answer.reasons) == 1
    assert str(path) in answer.err
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", [*READING, "check", "demo"])
def test_another_programs_database_is_refused_and_left_as_it_is(
    say: Say, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "lain.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE note (text)")
    content = path.read_bytes()

    answer = say(*words_for(command, path))

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"{path} is no workspace of this program")
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", [*READING, "check", "demo"])
def test_a_folder_is_no_workspace(say: Say, tmp_path: Path, command: str) -> None:
    answer = say(*words_for(command, tmp_path))

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"{tmp_path} is no workspace of this program")


def test_a_workspace_below_a_file_is_refused(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "berkas"
    file.write_text("x")

    answer = say("demo", "--workspace", file / "putaran.sqlite")

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"{file / 'putaran.sqlite'} cannot be written")


def test_a_folder_for_sheets_that_is_a_file_is_refused(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    file = tmp_path / "berkas"
    file.write_text("x")

    answer = say("sheets", "--workspace", workspace, "--out", file)

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"{file} cannot be written")
    assert file.read_text() == "x"


def test_an_unwritable_folder_is_named_once(
    say: Say,
    made: Path,
    open_folder: Path,
    ordinary_user: Callable[[], AbstractContextManager[None]],
) -> None:
    workspace = Path(shutil.copyfile(made, open_folder / "putaran.sqlite"))
    locked = open_folder / "terkunci"
    locked.mkdir(mode=0o555)
    open_folder.chmod(0o777)
    workspace.chmod(0o666)

    with ordinary_user():
        answer = say("sheets", "--workspace", workspace, "--out", locked)

    assert answer.status == 1
    assert len(answer.reasons) == 1
    assert answer.reasons[0].startswith(f"{locked} cannot be written")


def test_a_read_only_workspace_can_be_read_and_not_exported(
    say: Say,
    made: Path,
    open_folder: Path,
    ordinary_user: Callable[[], AbstractContextManager[None]],
) -> None:
    workspace = Path(shutil.copyfile(made, open_folder / "putaran.sqlite"))
    workspace.chmod(0o444)
    (open_folder / "keluar").mkdir()
    (open_folder / "keluar").chmod(0o777)

    with ordinary_user():
        read = say("results", "--workspace", workspace, "--json")
        exported = say("sheets", "--workspace", workspace, "--out", open_folder / "keluar")

    assert read.status == 0
    assert exported.status == 1
    assert "cannot be written" in exported.reasons[0]
    assert not list((open_folder / "keluar").iterdir())


def test_a_demonstration_waits_for_no_window(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "putaran.sqlite"
    with open_workspace(path, Surroundings.real()):
        answer = say("demo", "--workspace", path)

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"The workspace {path} is open in another window")


@pytest.mark.skipif(os.name != "posix", reason="Windows holds on to a folder in use")
def test_a_workspace_that_vanishes_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "disk" / "putaran.sqlite"
    screen = Screen(lambda: shutil.rmtree(path.parent))
    monkeypatch.setattr(sys, "stderr", screen)

    status = run(["demo", "--workspace", str(path), "--regions", "2"], CommandPrinting)

    assert status == 1
    last = screen.getvalue().rpartition("\r")[2]
    assert last.startswith(f"The workspace {path} is no longer there")


def test_an_interrupted_demonstration_leaves_an_empty_workspace(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_ctrl_c() -> None:
        raise KeyboardInterrupt

    path = tmp_path / "putaran.sqlite"
    screen = Screen(press_ctrl_c)
    monkeypatch.setattr(sys, "stderr", screen)

    status = run(["demo", "--workspace", str(path), "--regions", "2"], CommandPrinting)

    monkeypatch.undo()
    assert status == 130
    assert screen.getvalue().endswith("nothing is half done.\n")
    assert '"rounds": []' in say("dump", "--workspace", path).out


def test_interrupted_sheets_keep_what_was_written(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_ctrl_c() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stderr", Screen(press_ctrl_c))

    status = run(
        ["sheets", "--workspace", str(workspace), "--out", str(tmp_path / "o")], CommandPrinting
    )

    assert status == 130
    (written,) = (tmp_path / "o").iterdir()
    assert written.suffix == ".xlsx"
