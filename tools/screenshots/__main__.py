"""Take the pictures of the guide anew, or those named on the command line."""

import itertools
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QDialog

from resources.i18n import LANGUAGES
from tools.screenshots import scenes
from tools.screenshots.camera import rest, take
from tools.screenshots.shots import SHOTS, Shot, Stand
from ui.application import Application, Setting
from ui.dialogs import WindowDialogs
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import ThemeChoice

GUIDE: Final = Path(__file__).resolve().parents[2] / "resources" / "guide"
DENPASAR_TIME: Final = "WITA-8"
SIZE: Final = (1366, 768)
"""Pixels: a small laptop's screen."""


class Chooser(WindowDialogs):
    """The window's questions, where the one for a file is answered at once."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self._file = file

    def open_file(self, _title: str, _pattern: str) -> Path | None:
        """Choose the file that is in the picture."""
        return self._file


def take_all(folder: Path, shots: Sequence[Shot]) -> None:
    """Take `shots` in every language, the workspaces in them being made in `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = DENPASAR_TIME
    if sys.platform != "win32":
        time.tzset()
    qt = QApplication(sys.argv[:1])
    # A caret that blinks would differ from picture to picture.
    qt.setCursorFlashTime(0)
    for number, (scene, group) in enumerate(itertools.groupby(shots, lambda one: one.scene)):
        path = folder / str(number) / "penilaian.sqlite"
        path.parent.mkdir()
        scene(path)
        wanted = tuple(group)
        for language in LANGUAGES:
            take_scene(qt, path, language, wanted)


def take_scene(qt: QApplication, path: Path, language: str, shots: Sequence[Shot]) -> None:
    """Take the pictures of one workspace in one language."""
    preferences = Preferences(path.with_name(f"{language}.ini"))
    preferences.choose_theme(ThemeChoice.LIGHT)
    preferences.keep_last_folder(path.parent)
    setting = Setting(
        preferences,
        scenes.surroundings(),
        language,
        lambda window: Chooser(window, scenes.table(path)),
    )
    application = Application(qt, setting)
    if not application.start(path):
        raise SystemExit(f"{path} cannot be opened")
    application.window.resize(*SIZE)
    stand = Stand(application, lambda: rest(lambda: application.tasks.are_running))
    for shot in shots:
        shown = shot.way(stand)
        stand.wait()
        target = GUIDE / language / "images" / f"{shot.name}.png"
        take(shown, target)
        print(target)
        if isinstance(shown, QDialog):
            shown.close()
    application.window.close()


def main(names: Sequence[str]) -> int:
    """Write the pictures of these names, all where there is none; 2 where one is not known."""
    unknown = set(names) - {shot.name for shot in SHOTS}
    if unknown:
        print(f"There is no picture {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        take_all(Path(folder), [one for one in SHOTS if not names or one.name in names])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
