"""The real window on a workspace, and how long it takes from a key to the paint that follows."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assessor.services.surroundings import Surroundings
from ui.application import Application, Setting
from ui.preferences import Preferences

Part = TypeVar("Part", bound=QObject)
SETTLED = 45
"""Milliseconds after which nothing of a key is left to do."""
PATIENCE = 5.0
"""Seconds to wait for a paint."""


class Paints(QObject):
    """Counts the paints of one widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count, and let everything pass."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Bench:
    """A window that is shown, and its parts by name."""

    def __init__(self, qt: QApplication, workspace: Path) -> None:
        setting = Setting(
            preferences=Preferences(workspace.with_name("window.ini")),
            surroundings=Surroundings.real(),
            language="id",
        )
        self.application = Application(qt, setting)
        if not self.application.start(workspace):
            raise SystemExit(f"{workspace} does not open")
        self.application.window.resize(1366, 768)
        self.application.window.activateWindow()
        self.settle()

    def part(self, kind: type[Part], name: str) -> Part:
        """Return a part of the window; LookupError where there is none."""
        found = self.application.window.findChild(kind, name)
        if found is None:
            raise LookupError(name)
        return found

    def settle(self) -> float:
        """Let everything happen that still waits; return the longest that the loop was held up."""
        longest, end = 0.0, time.perf_counter() + SETTLED / 1000
        while (start := time.perf_counter()) < end:
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - start)
        return longest


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> Callable[[], None]:
    """Return what presses a key."""
    return lambda: QTest.keyClick(widget, key, modifier)


def until_painted(act: Callable[[], object], paints: Paints) -> float:
    """Return the seconds from `act` to the end of the paint that shows what it did."""
    before, start = paints.count, time.perf_counter()
    act()
    while paints.count == before:
        QApplication.processEvents()
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError
    return time.perf_counter() - start
