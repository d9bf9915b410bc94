"""Ending the program from outside, whatever it waits for just then."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.services.positions import Position
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows ends a program in other ways")

ROOT = Path(__file__).resolve().parents[2]
TYPED = "Ditulis tepat sebelum berakhir"
ASKING = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
import main
from ui.application import Application
from ui.dialogs import WindowDialogs
from ui.widgets.saving_text import SavingText

def confirm_twice(window, dialogs):
    dialogs.confirm("Title", "Really?", "Yes")
    dialogs.confirm("Title", "And this?", "Yes")

def export(window, _dialogs):
    window.actions_.export_sheets.trigger()
    for kind, name in ((QRadioButton, "blank"), (QRadioButton, "extent_all"),
                       (QPushButton, "start_export")):
        window.findChild(kind, name).click()

ASK = {{
    "keys": lambda window, _dialogs: window.actions_.keyboard_map.trigger(),
    "text": lambda _window, dialogs: dialogs.ask_reason("Title", "Why?"),
    "one after the other": confirm_twice,
    "details": lambda _window, dialogs: dialogs.problem("What happened", "And why"),
    "file": lambda _window, dialogs: dialogs.save_file("Save", Path("x"), "All (*)"),
    "export": export,
    "opening": None,
}}[sys.argv.pop(1)]

def tell():
    if QApplication.activeModalWidget() is not None:
        telling.stop()
        print("asking", flush=True)

def ask(window):
    note = window.findChild(SavingText, "note")
    note.setFocus()
    note.insertPlainText({TYPED!r})
    ASK(window, WindowDialogs(window))

def watched(self, workspace):
    global telling
    telling = QTimer(self, interval=5)
    telling.timeout.connect(tell)
    telling.start()
    self.window.first_painted.connect(lambda: ask(self.window))
    return first(self, workspace)

first, Application.start = Application.start, watched
raise SystemExit(main.main(sys.argv[1:]))
"""
"""The program itself, which asks something and then says so on standard output."""


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A workspace left at Denpasar's first question."""
    path = tmp_path / "kota.sqlite"
    with open_workspace(path, Surroundings.real()) as workspace:
        workspace.people.introduce("Dewi", "Universitas Contoh")
        round_id = workspace.rounds.create_sample()
        (denpasar,) = (
            one for one in workspace.rounds.participants(round_id) if one.region.code == "51.71"
        )
        workspace.positions.remember(Position(round_id, denpasar.id, "baseline"))
    return path


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    """What a test started; it runs no longer than the test."""
    processes: list[subprocess.Popen[str]] = []
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def asking(folder: Path, dialog: str, workspace: Path) -> subprocess.Popen[str]:
    """Return the program once it waits for an answer in `dialog`."""
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    process = subprocess.Popen(
        [sys.executable, "-c", ASKING, dialog, "--workspace", str(workspace)],
        cwd=ROOT,
        env=os.environ | homes | {"XDG_STATE_HOME": str(folder), "LANG": "en_US.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready, _writing, _failing = select.select([process.stdout], [], [], 60)
    assert ready, "no question within a minute"
    assert process.stdout.readline() == "asking\n"
    return process


def ended(process: subprocess.Popen[str], number: signal.Signals) -> int:
    """Ask the program to end and return its exit status; a test fails where it stays."""
    process.send_signal(number)
    process.communicate(timeout=30)
    return process.returncode


@pytest.mark.parametrize(
    ("dialog", "number"),
    [
        ("keys", signal.SIGINT),
        ("text", signal.SIGTERM),
        ("one after the other", signal.SIGTERM),
        ("details", signal.SIGTERM),
        ("file", signal.SIGTERM),
        ("export", signal.SIGTERM),
    ],
)
def test_the_program_ends_while_it_asks_and_keeps_what_was_typed(
    tmp_path: Path,
    begun: Path,
    started: list[subprocess.Popen[str]],
    dialog: str,
    number: signal.Signals,
) -> None:
    process = asking(tmp_path, dialog, begun)
    started.append(process)

    assert ended(process, number) == 0

    with open_workspace(begun, Surroundings.real()) as workspace:
        (round_,) = workspace.rounds.all()
        (denpasar,) = (
            one for one in workspace.rounds.participants(round_.id) if one.region.code == "51.71"
        )
        saved = workspace.assessments.get(workspace.assessments.open(denpasar.id))
        assert [one.note for one in saved.answers.values()] == [TYPED]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_program_ends_while_it_asks_about_a_workspace_it_cannot_open(
    tmp_path: Path,
    begun: Path,
    started: list[subprocess.Popen[str]],
    number: signal.Signals,
) -> None:
    with open_workspace(begun, Surroundings.real()):
        process = asking(tmp_path, "opening", begun)
        started.append(process)

        assert ended(process, number) == 1
