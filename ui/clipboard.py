"""What the window offers other programs to paste."""

import atexit
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

OURS: Final = "application/x-smart-city-assessor"
"""Marks what this program put there: another may have copied something since."""


def offer(content: QMimeData) -> None:
    """Put `content` on the clipboard; when the program ends, its plain text alone stays there.

    The system lets go of the clipboard after Python has ended, and what Python made would then
    bring the process down.
    """
    content.setData(OURS, b"")
    QGuiApplication.clipboard().setMimeData(content)
    atexit.unregister(_leave_plain_text)
    atexit.register(_leave_plain_text)


def _leave_plain_text() -> None:
    if QGuiApplication.instance() is None:
        return
    clipboard = QGuiApplication.clipboard()
    if clipboard.mimeData().hasFormat(OURS):
        clipboard.setText(clipboard.text())
