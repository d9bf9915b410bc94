"""Keys that do the same wherever the focus is in a window."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QWidget,
)

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHOICES: Final = (QCheckBox, QRadioButton)
"""Space ticks them; Enter confirms elsewhere and would surprise here."""


class FocusKeys(QObject):
    """Lets Enter press the button that has the focus, and a menu's keys reach the menu.

    Outside a dialog Qt presses buttons by Space only; and on some desktops a line of text takes
    Ctrl+E for "go to the end" before any menu hears of it. Only the widget with the focus is
    watched: all others stay as fast as they are.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        running = QApplication.instance()
        if isinstance(running, QApplication):
            running.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QAbstractButton | QLineEdit) and now.window() is self._window:
            now.installEventFilter(self)

    def _is_menus(self, event: QKeyEvent) -> bool:
        """Return whether one of the window's own actions has these keys."""
        pressed = QKeySequence(event.keyCombination())
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        actions = self._window.findChildren(QAction, options=direct)
        return any(pressed in one.shortcuts() and one.isEnabled() for one in actions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys only."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self._is_menus(event):
            event.ignore()
            return True
        is_enter = event.type() is QEvent.Type.KeyPress and event.key() in ENTER
        if not is_enter or not isinstance(watched, QAbstractButton) or isinstance(watched, CHOICES):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True
