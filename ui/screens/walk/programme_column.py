"""Left of the questions in a dimension with quick wins: the programmes and what can be done."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from assessor.domain.instrument import PILLAR_NAMES, Pillar
from resources.i18n import gettext as _
from ui.screens.walk.programme_list import OneProgramme, ProgrammeList
from ui.theme import Status, icon, set_role
from ui.widgets.entry_list import Entry

ICONS: Final = {
    "add": "add",
    "rename": "edit",
    "up": "up",
    "down": "down",
    "remove": "delete",
}
"""By button; moving to a pillar is a word."""


class ProgrammeColumn(QWidget):
    """The list, the buttons for its current programme, and what was refused."""

    pillar_chosen = Signal(object, object)
    """A `OneProgramme` and the pillar it is to go under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("programme_column")
        self.list = ProgrammeList()
        self._problem, self._hint = QLabel(), QLabel()
        self._menu = QMenu(self)
        self._pillars = {pillar: QAction(PILLAR_NAMES[pillar], self) for pillar in Pillar}
        self._buttons = {
            name: QToolButton() for name in ("add", "rename", "up", "down", "pillar", "remove")
        }
        self._is_read_only = False
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_programmes(self, entries: Sequence[Entry], *, is_read_only: bool) -> None:
        """Show the programmes with their progress."""
        self._is_read_only = is_read_only
        self.list.set_read_only(is_read_only)
        self.list.show_entries(entries)
        self.show_problem("")
        self._allow()

    def select(self, key: object) -> None:
        """Show which programme's questions are open."""
        self.list.go_to(key)
        self._allow()

    def show_problem(self, text: str) -> None:
        """Say why a change was refused."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.list.setAccessibleName(_("Quick-win programmes"))
        for name, text in (
            ("add", _("Add a programme (Insert)")),
            ("rename", _("Change the name (F2)")),
            ("up", _("Move up (Alt+↑)")),
            ("down", _("Move down (Alt+↓)")),
            ("pillar", _("Move to another pillar")),
            ("remove", _("Remove (Delete); undo brings it back")),
        ):
            self._buttons[name].setToolTip(text)
            self._buttons[name].setAccessibleName(text)
        self._buttons["pillar"].setText(_("Pillar"))
        self.repaint_icons()

    def repaint_icons(self) -> None:
        """Take the icons in the colours of the theme in use."""
        for name, file in ICONS.items():
            self._buttons[name].setIcon(icon(file))

    def _lay_out(self) -> None:
        self.list.setObjectName("programmes")
        self._problem.setObjectName("programme_problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        set_role(self._problem, Status.PROBLEM)
        row = QHBoxLayout()
        row.setSpacing(2)
        for name, button in self._buttons.items():
            button.setObjectName(f"programme_{name}")
            button.setAutoRaise(True)
            row.addWidget(button)
        row.addStretch(1)
        self._menu.setObjectName("programme_pillars")
        self._menu.addActions(list(self._pillars.values()))
        self._buttons["pillar"].setMenu(self._menu)
        self._buttons["pillar"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.list, stretch=1)
        layout.addWidget(self._problem)

    def _connect(self) -> None:
        self._buttons["add"].clicked.connect(self.list.add_here)
        self._buttons["rename"].clicked.connect(self._rename)
        self._buttons["up"].clicked.connect(lambda: self._move(-1))
        self._buttons["down"].clicked.connect(lambda: self._move(1))
        self._buttons["remove"].clicked.connect(self._remove)
        self.list.current_changed.connect(self._allow)
        for pillar, action in self._pillars.items():
            action.setObjectName(f"pillar_{pillar.value}")
            action.triggered.connect(lambda _on, pillar=pillar: self._choose_pillar(pillar))

    def _current(self) -> OneProgramme | None:
        key = self.list.current_key()
        return key if isinstance(key, OneProgramme) else None

    def _rename(self) -> None:
        self.list.edit_name(self._current())

    def _move(self, places: int) -> None:
        current = self._current()
        if current is not None:
            self.list.moved.emit(current, places)

    def _remove(self) -> None:
        current = self._current()
        if current is not None:
            self.list.removed.emit(current)

    def _choose_pillar(self, pillar: Pillar) -> None:
        current = self._current()
        if current is not None and current.pillar is not pillar:
            self.pillar_chosen.emit(current, pillar)

    def _allow(self) -> None:
        can_change = self._current() is not None and not self._is_read_only
        for name, button in self._buttons.items():
            button.setEnabled(can_change if name != "add" else not self._is_read_only)
