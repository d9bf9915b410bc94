"""Where a panel settles a question: a value or the mean, and why."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from resources.i18n import gettext as _
from ui.building import ProblemLine, named
from ui.theme import Status, set_role

VALUE_WIDTH: Final = 74


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed and not settled yet."""

    value: str = ""
    reason: str = ""


class SettleForm(QWidget):
    """Value, reason, and the two ways to end it; decides nothing."""

    settled = Signal()
    mean_left = Signal()
    typed = Signal()
    """The value is another one: say what it would change."""
    left = Signal()
    """Escape: back to the questions; what was typed stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settle_form")
        self._state = named(QLabel(), "settle_state")
        self._state.setWordWrap(True)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._value_label, self._reason_label = QLabel(), QLabel()
        self.value = named(QLineEdit(), "settle_value")
        self.value.setFixedWidth(VALUE_WIDTH)
        self._delta = named(QLabel(), "settle_delta")
        self.reason = named(QLineEdit(), "settle_reason")
        self._settle = named(QPushButton(), "settle")
        self._leave = named(QPushButton(), "leave_mean")
        self._problem = ProblemLine("settle_problem")
        self._has_settled = False
        self._lay_out()
        self._connect()

    def show_state(self, text: str, status: Status, *, has_settled: bool) -> None:
        """Say how far the panel has come; a settled value can be taken back."""
        self._state.setText(text)
        set_role(self._state, status)
        self._has_settled = has_settled
        self._name_buttons()

    def show_draft(self, draft: Draft) -> None:
        """Show what was typed here before."""
        for field, text in ((self.value, draft.value), (self.reason, draft.reason)):
            if field.text() != text:
                field.setText(text)
        self._problem.tell("")

    def draft(self) -> Draft:
        """Return what is typed."""
        return Draft(self.value.text(), self.reason.text())

    def show_delta(self, text: str) -> None:
        """Say how far the value lies from the mean."""
        self._delta.setText(text)

    def show_problem(self, text: str) -> None:
        """Say what was refused; what was typed stays."""
        self._problem.tell(text)

    def start(self, digit: str) -> None:
        """Put the cursor into the value; a digit begins a new one."""
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        if digit:
            self.value.setText(digit)
        else:
            self.value.selectAll()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._value_label.setText(_("Settle &at"))
        self.value.setPlaceholderText(_("0 to 4"))
        self.value.setAccessibleName(_("Value that counts instead of the mean, 0 to 4"))
        self._reason_label.setText(_("&Because"))
        self.reason.setPlaceholderText(_("What convinced the panel"))
        self.reason.setAccessibleName(_("Reason of the panel"))
        self._settle.setText(_("S&ettle"))
        self._name_buttons()

    def _name_buttons(self) -> None:
        self._leave.setText(
            _("&Take back, let the mean count") if self._has_settled else _("Leave the &mean")
        )

    def _connect(self) -> None:
        self._settle.clicked.connect(self.settled)
        self._leave.clicked.connect(self.mean_left)
        self.value.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.settled)
        self.value.textChanged.connect(self.typed)

    def _lay_out(self) -> None:
        self._value_label.setBuddy(self.value)
        self._reason_label.setBuddy(self.reason)
        set_role(self._delta, "hint")
        set_role(self._settle, "primary")
        value, buttons = QHBoxLayout(), QHBoxLayout()
        value.addWidget(self.value)
        value.addWidget(self._delta, 1)
        buttons.addWidget(self._settle)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._state, 0, 0, 1, 2)
        grid.addWidget(self._value_label, 1, 0)
        grid.addLayout(value, 1, 1)
        grid.addWidget(self._reason_label, 2, 0)
        grid.addWidget(self.reason, 2, 1)
        grid.addLayout(buttons, 3, 1)
        grid.addWidget(self._problem, 4, 0, 1, 2)
        grid.setRowStretch(5, 1)
        grid.setColumnStretch(1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
