"""A text field that saves itself while it is typed in."""

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from assessor.domain.errors import UserError
from assessor.domain.texts import clean_text
from ui.widgets.unsaved import Refused, Typed, UnsavedTexts

SAVE_AFTER: Final = 350
"""Milliseconds from the first key that is not saved to the save; typing on does not put it off."""
LINES: Final = 3
UNDO_KEYS: Final = ("Ctrl+Z",)
REDO_KEYS: Final = ("Ctrl+Y", "Ctrl+Shift+Z")
PASSING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SavingText(QPlainTextEdit):
    """Emits its text soon after a key, on leaving the field and on `flush`.

    Whoever saves it answers with `saved` or `refused`; until then it is not saved. A refused text
    is shown again whenever its target is, and offered again while the refusal may pass.
    All saves of one stay carry one token, by which undo takes the stay back as a whole.
    What is kept may be tidier than what was typed, without the blank at its end: the field shows
    that once it is left, and is never written into under the cursor.
    """

    typed = Signal(object)
    """The `Typed` to save."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_token = new_token
        self._token = ""
        self._target: Hashable = None
        self._saved = ""
        self._kept = ""
        self._is_handing_over = False
        self.unsaved = UnsavedTexts(self)
        self.unsaved.due.connect(self._try_again)
        self._timer = QTimer(self, interval=SAVE_AFTER, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._wait)

    @property
    def is_pending(self) -> bool:
        """Whether what is shown is not saved yet."""
        return self.text() != self._saved

    @property
    def refusal(self) -> UserError | None:
        """Why what is shown could not be saved."""
        refused = self.unsaved.at(self._target)
        return None if refused is None else refused.why

    @property
    def has_steps(self) -> bool:
        """Whether anything was typed here that the field itself can undo or redo."""
        return self.document().isUndoAvailable() or self.document().isRedoAvailable()

    def text(self) -> str:
        """Return the text to the letter: `toPlainText` would turn hard spaces into soft ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str, target: Hashable = None) -> None:
        """Show what is saved of `target`, or what was refused of it. Nothing is emitted.

        Another target, or another text, begins another stay; what is being typed is left alone.
        """
        if target != self._target:
            self._target = target
            self._put(text, self.unsaved.at(target))
        elif text == self.text():
            self._saved = self._kept = text
        elif self._is_handing_over:
            self._kept = text
        elif text != self._kept and not self.is_pending:
            self._put(text, None)

    def flush(self) -> None:
        """Hand over what is typed now, if it is not saved yet."""
        self._timer.stop()
        if not self.is_pending:
            self.unsaved.drop(self._target)
            return
        self._token = self._token or self._new_token()
        self._is_handing_over = True
        try:
            self.typed.emit(Typed(self._target, self.text(), self._token))
        finally:
            self._is_handing_over = False

    def saved(self, typed: Typed) -> None:
        """Note that `typed` is saved."""
        self.unsaved.drop(typed.target)
        if typed.target == self._target:
            self._saved = self._kept = typed.text

    def refused(self, typed: Typed, why: UserError) -> None:
        """Note that `typed` could not be saved; it stays as typed."""
        self.unsaved.keep(Refused(typed, why))

    def _put(self, text: str, refused: Refused | None) -> None:
        shown = text if refused is None else refused.typed.text
        if shown == self.text():
            # Undo must not bring back what was typed at another place.
            self.document().clearUndoRedoStacks()
        else:
            self.setPlainText(shown)
        self._timer.stop()
        self._saved = self._kept = text
        self._token = "" if refused is None else refused.typed.token

    def _try_again(self, typed: Typed) -> None:
        if typed.target == self._target:
            self.flush()
        else:
            self.typed.emit(typed)

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
        """Claim undo and redo before the window does, as long as the field has steps of its own."""
        if event.type() is QEvent.Type.ShortcutOverride and _is(event, *UNDO_KEYS, *REDO_KEYS):
            event.setAccepted(self.has_steps)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape; redo in the field on either of its keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _is(event, *REDO_KEYS):
            self.redo()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what can be saved: invisible control characters stay out."""
        if source.hasText():
            clean = QMimeData()
            clean.setText(clean_text(source.text()))
            source = clean
        super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving; a menu that opens over the field does not end the stay."""
        super().focusOutEvent(event)
        self.flush()
        if event.reason() not in PASSING:
            self._token = ""
            if self._kept != self.text() and not self.is_pending:
                self._put(self._kept, None)


def _is(event: QEvent, *sequences: str) -> bool:
    return isinstance(event, QKeyEvent) and any(
        QKeySequence(event.keyCombination()) == QKeySequence(keys) for keys in sequences
    )
