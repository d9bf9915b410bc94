"""A text field that saves itself while it is typed in."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

SAVE_AFTER: Final = 350
"""Milliseconds from the first key that is not saved to the save; typing on does not put it off."""
LINES: Final = 3
REDO_KEYS: Final = ("Ctrl+Y", "Ctrl+Shift+Z")
PASSING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SavingText(QPlainTextEdit):
    """Emits its text soon after a key, on leaving the field and on `flush`.

    All saves of one stay carry one token, by which undo takes the stay back as a whole.
    """

    typed = Signal(str, str)
    """The text to save and the token of this stay."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_token = new_token
        self._token = ""
        self._saved = ""
        self._timer = QTimer(self, interval=SAVE_AFTER, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._wait)

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that is not handed over yet."""
        return self._timer.isActive()

    def text(self) -> str:
        """Return the text to the letter: `toPlainText` would turn hard spaces into soft ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show what is saved; begins another stay. Nothing is emitted."""
        self._timer.stop()
        self._token = ""
        self._saved = text
        if text != self.text():
            self.setPlainText(text)
            self._timer.stop()

    def flush(self) -> None:
        """Hand over what is typed now, if it is not handed over yet."""
        self._timer.stop()
        text = self.text()
        if text == self._saved:
            return
        self._saved = text
        self._token = self._token or self._new_token()
        self.typed.emit(text, self._token)

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def sizeHint(self) -> QSize:
        """Ask for few lines, not for the page that a text editor asks for."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * LINES + 14)

    def minimumSizeHint(self) -> QSize:
        """Never show less than a few lines."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Claim the keys of redo before the window does: in a field they are the field's."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_redo(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape; redo in the field on either of its keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _is_redo(event):
            self.redo()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving; a menu that opens over the field does not end the stay."""
        super().focusOutEvent(event)
        self.flush()
        if event.reason() not in PASSING:
            self._token = ""


def _is_redo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(
        QKeySequence(event.keyCombination()) == QKeySequence(keys) for keys in REDO_KEYS
    )
