"""What the window remembers about itself from one start to the next; nothing about regions."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from assessor.domain.paper import Paper
from resources.i18n import LANGUAGES
from ui.theme import ThemeChoice

MOST_RECENT: Final = 8
"""How many workspaces File > Open recent offers."""


class Preferences:
    """Language, theme, sizes and recent workspaces, kept in the file `path` (INI)."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str | None:
        """The language chosen, None before the first choice."""
        chosen = str(self._settings.value("language", ""))
        return chosen if chosen in LANGUAGES else None

    def choose_language(self, language: str) -> None:
        """Remember the language."""
        self._settings.setValue("language", language)

    @property
    def theme(self) -> ThemeChoice:
        """The theme chosen; the desktop's before the first choice."""
        chosen = str(self._settings.value("theme", ""))
        return ThemeChoice(chosen) if chosen in list(ThemeChoice) else ThemeChoice.SYSTEM

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Remember the theme."""
        self._settings.setValue("theme", choice.value)

    def geometry(self, name: str) -> QByteArray:
        """Return the sizes kept under `name` (a window, a splitter, a header), empty at first."""
        kept = self._settings.value(f"geometry/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_geometry(self, name: str, state: QByteArray) -> None:
        """Remember sizes as the widget itself writes them."""
        self._settings.setValue(f"geometry/{name}", state)

    def recent(self) -> tuple[Path, ...]:
        """Return the workspaces opened last that are still there, the latest first."""
        return tuple(path for path in self._recent() if path.is_file())

    def opened(self, workspace: Path) -> None:
        """Put `workspace` at the head of the recent ones."""
        others = [path for path in self._recent() if path != workspace]
        kept = [workspace, *others][:MOST_RECENT]
        self._settings.setValue("recent", [str(path) for path in kept])

    @property
    def last_folder(self) -> Path | None:
        """The folder that something was exported to last, if it is still there."""
        kept = str(self._settings.value("last_folder", ""))
        return Path(kept) if kept and Path(kept).is_dir() else None

    def keep_last_folder(self, folder: Path) -> None:
        """Remember where something was exported to."""
        self._settings.setValue("last_folder", str(folder))

    @property
    def paper(self) -> Paper:
        """The paper that was printed on last; A4 before the first time."""
        kept = str(self._settings.value("paper", ""))
        return Paper(kept) if kept in list(Paper) else Paper.A4

    def keep_paper(self, paper: Paper) -> None:
        """Remember what was printed on."""
        self._settings.setValue("paper", paper.value)

    def save(self) -> None:
        """Write to disk now, not only when the program ends by itself."""
        self._settings.sync()

    def _recent(self) -> Sequence[Path]:
        kept = self._settings.value("recent", [])
        # Qt hands back a list of one entry as that entry.
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(str(name)) for name in names]
