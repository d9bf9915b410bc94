"""Starting the program: lean before the first window, plain words for wrong arguments."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("openpyxl", "alembic", "mako", "python_calamine", "docx", "numpy", "hypothesis", "babel")
"""What no first window needs."""

SHOW_AND_TELL = """
import sys
from PySide6.QtWidgets import QApplication
import main
import ui.main_window

def tell(self):
    print("painted", *sorted({name.partition(".")[0] for name in sys.modules}), flush=True)

ui.main_window.MainWindow.begun = tell
first = ui.main_window.MainWindow.__init__

def watched(self):
    first(self)
    self.first_painted.connect(self.begun)

ui.main_window.MainWindow.__init__ = watched
raise SystemExit(main.main(sys.argv[1:]))
"""
"""The program itself, telling on standard output when its window stands and what it has loaded."""


def surroundings_of(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment that keeps settings and logs in `folder`."""
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return os.environ | homes | {"XDG_STATE_HOME": str(folder), "LANG": "en_US.UTF-8"} | more


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A workspace in which somebody has begun with the 2020 round."""
    path = tmp_path / "kota.sqlite"
    with open_workspace(path, Surroundings.real()) as workspace:
        workspace.people.introduce("Dewi", "Universitas Contoh")
        workspace.rounds.create_sample()
    return path


def start(folder: Path, *arguments: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SHOW_AND_TELL, *arguments],
        cwd=ROOT,
        env=surroundings_of(folder, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def loaded_at_first_paint(process: subprocess.Popen[str]) -> set[str]:
    """Wait for the window and return the packages loaded by then."""
    assert process.stdout is not None
    ready, _writing, _failing = select.select([process.stdout], [], [], 60)
    assert ready, "no window within a minute"
    word, *packages = process.stdout.readline().split()
    assert word == "painted"
    return set(packages)


def close(process: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> str:
    """Ask the program to end; return what it said on standard error."""
    process.send_signal(number)
    _output, said = process.communicate(timeout=60)
    return said


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=folder,
        env=surroundings_of(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_first_window_appears_without_what_only_files_need(tmp_path: Path, begun: Path) -> None:
    process = start(tmp_path, "--workspace", str(begun))

    loaded = loaded_at_first_paint(process)

    close(process)
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_system_can_close_the_window(
    tmp_path: Path, begun: Path, number: signal.Signals
) -> None:
    process = start(tmp_path, "--workspace", str(begun))
    loaded_at_first_paint(process)

    said = close(process, number)

    assert process.returncode == 0, said
    with open_workspace(begun, Surroundings.real()) as workspace:
        assert len(workspace.rounds.all()) == 1


def test_the_workspace_of_the_surroundings_is_opened(tmp_path: Path, begun: Path) -> None:
    process = start(tmp_path, ASSESSOR_WORKSPACE=str(begun))
    loaded_at_first_paint(process)
    close(process)

    recent = (tmp_path / "smart-city-assessor" / "window.ini").read_text(encoding="utf-8")

    assert "kota.sqlite" in recent


def test_without_a_word_the_usual_workspace_is_made(tmp_path: Path) -> None:
    process = start(tmp_path)
    loaded_at_first_paint(process)
    close(process)

    assert (tmp_path / "smart-city-assessor" / "workspace.sqlite").is_file()


@pytest.mark.parametrize(
    ("arguments", "strange"),
    [
        (["--workspce", "x.sqlite"], "--workspce"),
        (["--workspace"], "--workspace"),
        (["--workspace", "x.sqlite", "demo"], "demo"),
    ],
)
def test_wrong_arguments_are_answered_with_a_sentence(
    tmp_path: Path, arguments: list[str], strange: str
) -> None:
    ended = run(tmp_path, *arguments)

    assert ended.returncode == 2
    assert f"“{strange}” is not understood." in ended.stderr
    assert ended.stdout == ""
    assert not (tmp_path / "x.sqlite").exists()
