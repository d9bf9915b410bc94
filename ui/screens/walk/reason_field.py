"""Why a question does not apply: asked for inline, refused when empty."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from assessor.domain.errors import UserError
from resources.i18n import gettext as _
from ui.widgets.saving_text import PASSING
from ui.widgets.unsaved import Refused, Typed, UnsavedTexts


class ReasonField(QWidget):
    """Shown while the question does not apply, or while the reason is asked for.

    Whoever saves a reason answers with `saved` or `refused`; a refused one stays as typed.
    """

    given = Signal(object)
    """Enter was pressed; the `Typed` reason may be empty."""
    kept = Signal(object)
    """The field was left with a `Typed` reason in it that nobody had confirmed."""
    left = Signal()
    """Escape: what was typed is dropped, nothing was scored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: Hashable = None
        self._saved: str | None = None
        self._is_asking = False
        self.unsaved = UnsavedTexts(self)
        self.unsaved.due.connect(self._try_again)
        self._title, self._field, self._take = QLabel(), _Line(), QPushButton()
        self._field.setObjectName("reason")
        self._take.setObjectName("reason_take")
        self._title.setBuddy(self._field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._field, self._take):
            layout.addWidget(part)
        self._field.returnPressed.connect(self._give)
        self._field.focus_lost.connect(self.flush)
        self._take.clicked.connect(self._give)
        self.retranslate()
        self.hide()

    @property
    def refusal(self) -> UserError | None:
        """Why the reason that is shown could not be saved."""
        refused = self.unsaved.at(self._target)
        return None if refused is None else refused.why

    def show_reason(self, reason: str | None, target: Hashable = None) -> None:
        """Show the reason that is saved of `target`, None where there is none.

        A reason that was refused is shown instead, and one that is being typed is left alone.
        """
        if target != self._target:
            self._target = target
            # Undo must not bring back what was typed at another place.
            self._field.setText("")
            self._show(reason)
            refused = self.unsaved.at(target)
            if refused is not None:
                self._field.setText(refused.typed.text)
                self.show()
        elif not self._is_pending:
            self._show(reason)

    def ask(self) -> None:
        """Ask for the reason; nothing is scored before it is given."""
        self._is_asking = True
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def flush(self) -> None:
        """Hand over a reason that was typed and not confirmed; an empty one asks no longer."""
        typed = self._field.text().strip()
        if typed and typed != self._saved and not self._field.isReadOnly():
            self.kept.emit(Typed(self._target, typed))
        elif self._is_asking and not typed:
            self._show(self._saved)

    def saved(self, typed: Typed) -> None:
        """Note that the reason is saved."""
        self.unsaved.drop(typed.target)
        if typed.target == self._target:
            self._saved = typed.text.strip()
            self._is_asking = False

    def refused(self, typed: Typed, why: UserError) -> None:
        """Note that the reason could not be saved; it stays as typed."""
        if typed.text.strip():
            self.unsaved.keep(Refused(typed, why))

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the reason only."""
        self._field.setReadOnly(is_read_only)
        self._take.setEnabled(not is_read_only)

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._title.setText(_("Not applicable because"))
        self._field.setAccessibleName(_("Why the question does not apply"))
        self._field.setPlaceholderText(_("Reason, then Enter"))
        self._take.setText(_("Take"))
        self._take.setAccessibleName(_("Take the reason"))

    def _give(self) -> None:
        if not self._field.isReadOnly():
            self.given.emit(Typed(self._target, self._field.text()))

    @property
    def _is_pending(self) -> bool:
        typed = self._field.text().strip()
        return self._is_asking or (bool(typed) and typed != self._saved)

    def _show(self, reason: str | None) -> None:
        self._is_asking = False
        self._saved = reason
        if self._field.text() != (reason or ""):
            self._field.setText(reason or "")
            self._field.setCursorPosition(0)
        self.setVisible(reason is not None)

    def _try_again(self, typed: Typed) -> None:
        if typed.target == self._target:
            self.flush()
        else:
            self.kept.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop what was typed on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.unsaved.drop(self._target)
            self._show(self._saved)
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    """Tells when the focus goes to another field, not when a menu opens over it."""

    focus_lost = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.focus_lost.emit()
