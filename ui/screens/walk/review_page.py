"""The last step: what is missing, what is marked, what is not backed; lock or reopen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.theme import Status, enlarge, set_role
from ui.widgets.entry_list import Entry, EntryList


class ReviewPage(QWidget):
    """Every entry leads to its place."""

    place_chosen = Signal(object)
    lock_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_page")
        self._summary, self._result, self._problem = QLabel(), QLabel(), QLabel()
        self._entries = EntryList()
        self._lock, self._reopen = QPushButton(), QPushButton()
        self._lay_out()
        self._entries.chosen.connect(self.place_chosen)
        self._lock.clicked.connect(self.lock_wanted)
        self._reopen.clicked.connect(self.reopen_wanted)
        self.retranslate()

    def show_review(self, summary: str, result: str, entries: Sequence[Entry]) -> None:
        """Show what is left to do, in words, and where."""
        self._summary.setText(summary)
        self._result.setText(result)
        self._entries.show_entries(entries)
        self._entries.setVisible(bool(entries))
        self._filler.setVisible(not entries)
        self.show_problem("")

    def show_state(self, *, can_lock: bool, can_reopen: bool) -> None:
        """Offer what can be done now."""
        self._lock.setVisible(can_lock)
        self._reopen.setVisible(can_reopen)

    def show_problem(self, text: str) -> None:
        """Say why locking was refused."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def start(self) -> None:
        """Put the focus on the first entry, or on what can be done where there is none."""
        if not self._entries.isHidden():
            self._entries.setFocus()
            self._entries.ensure_current()
        else:
            (self._reopen if self._lock.isHidden() else self._lock).setFocus()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._entries.setAccessibleName(_("What is left to do"))
        self._lock.setText(_("Lock the assessment"))
        self._lock.setAccessibleName(_("Lock the assessment"))
        self._reopen.setText(_("Reopen…"))
        self._reopen.setAccessibleName(_("Reopen the assessment"))

    def _lay_out(self) -> None:
        for label, name in (
            (self._summary, "review_summary"),
            (self._result, "review_result"),
            (self._problem, "review_problem"),
        ):
            label.setObjectName(name)
            label.setWordWrap(True)
        enlarge(self._summary, 1.15)
        set_role(self._problem, Status.PROBLEM)
        set_role(self._lock, "primary")
        self._entries.setObjectName("review_entries")
        self._lock.setObjectName("lock")
        self._reopen.setObjectName("review_reopen")
        self._filler = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self._result, stretch=1)
        buttons.addWidget(self._reopen)
        buttons.addWidget(self._lock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._summary)
        layout.addWidget(self._entries, stretch=1)
        layout.addWidget(self._filler, stretch=1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
