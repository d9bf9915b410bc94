"""Why a question does not apply: asked for inline, refused when empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from resources.i18n import gettext as _
from ui.widgets.saving_text import PASSING


class ReasonField(QWidget):
    """Shown while the question does not apply, or while the reason is asked for."""

    given = Signal(str)
    """Enter was pressed; the reason may be empty."""
    kept = Signal(str)
    """The field was left with a reason in it that nobody had confirmed."""
    left = Signal()
    """Escape: what was typed is dropped, nothing was scored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: str | None = None
        self._is_asking = False
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

    def show_reason(self, reason: str | None) -> None:
        """Show the reason that is saved, None where there is none."""
        self._is_asking = False
        self._saved = reason
        if self._field.text() != (reason or ""):
            self._field.setText(reason or "")
            self._field.setCursorPosition(0)
        self.setVisible(reason is not None)

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
            self._saved = typed
            self.kept.emit(typed)
        elif self._is_asking and not typed:
            self.show_reason(self._saved)

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
            self.given.emit(self._field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop what was typed on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_reason(self._saved)
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
