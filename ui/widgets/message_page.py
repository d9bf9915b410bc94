"""A page that stands in for content: it is being read, or there is none and why."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.building import CONTENT_WIDTH, named

MARGIN: Final = 120
"""Pixels beside a sentence that stands alone; longer lines are tiring to read."""


class MessagePage(QWidget):
    """A sentence in the middle, and below it a bar while something is under way."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._text = named(QLabel(), f"{name}_text")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = named(QProgressBar(), f"{name}_progress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(CONTENT_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, text: str, *, is_reading: bool = False) -> None:
        """Show `text`, with a bar while something is being read."""
        self._text.setText(text)
        self._bar.setVisible(is_reading)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self._bar.setAccessibleName(_("Reading"))
