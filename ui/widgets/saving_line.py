"""A saving text of one line."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.domain.texts import one_line
from ui.widgets.saving_text import SavingText

RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SavingLine(SavingText):
    """Enter moves on to the next field; what is pasted comes as one line."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(new_token, parent)
        # A longer text moves sideways.
        self.setLineWrapMode(SavingText.LineWrapMode.NoWrap)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollBarPolicy(never)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin no new line."""
        if event.key() in RETURN:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        if source.hasText():
            flat = QMimeData()
            flat.setText(one_line(source.text()))
            source = flat
        super().insertFromMimeData(source)
