"""A field for the code, and the answer below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import closing_button, hint, named
from ui.theme import Status, set_role

WIDTH = 480
"""Pixels; a comfortable line of the answer."""
LINES = 6
"""Room for the longest answers, so that the dialog does not jump."""


class CheckCodeView(QDialog):
    """Takes a code as often as one is typed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("check_code")
        self.setMinimumWidth(WIDTH)
        self._explanation = hint()
        self._label, self._field = QLabel(), named(QLineEdit(), "code")
        self._check = named(QPushButton(), "check")
        self._answer = named(QLabel(), "answer")
        self._answer.setWordWrap(True)
        self._answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._answer.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        self._answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._buttons: QDialogButtonBox = closing_button(self)
        self._field.textChanged.connect(self._begin_anew)
        self._check.clicked.connect(lambda: self.asked.emit(self._field.text()))
        self._lay_out()
        self.retranslate()
        self._begin_anew()

    def show_waiting(self) -> None:
        """Say that the code is being looked up."""
        set_role(self._answer, "hint")
        self._answer.setText(_("Reading the figures…"))
        self._allow(False)

    def show_answer(self, text: str, status: Status) -> None:
        """Show the answer to what was typed."""
        set_role(self._answer, status)
        self._answer.setText(text)
        self._allow(True)
        self._field.selectAll()
        self._field.setFocus()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("Check a printed code"))
        self._explanation.setText(
            _("As 7F3K-9Q2M-X; it stands at the foot of every page of a score summary.")
        )
        self._label.setText(_("&Code"))
        self._check.setText(_("C&heck"))
        self._answer.setAccessibleName(_("Answer"))

    def _begin_anew(self) -> None:
        self._allow(True)
        self._answer.clear()

    def _allow(self, is_ready: bool) -> None:
        self._field.setEnabled(is_ready)
        self._check.setEnabled(is_ready and bool(self._field.text().strip()))

    def _lay_out(self) -> None:
        self._label.setBuddy(self._field)
        self._check.setDefault(True)
        line = QHBoxLayout()
        for part in (self._label, self._field, self._check):
            line.addWidget(part)
        layout = QVBoxLayout(self)
        layout.addWidget(self._explanation)
        layout.addLayout(line)
        layout.addWidget(self._answer, 1)
        layout.addWidget(self._buttons)
