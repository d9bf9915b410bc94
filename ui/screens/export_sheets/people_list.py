"""Who gets blank sheets: everybody known, to be checked, and a line for somebody new."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import AssessorId
from assessor.domain.records import Assessor
from resources.i18n import gettext as _
from ui.building import named

WHO: Final = Qt.ItemDataRole.UserRole
TALLEST: Final = 150
"""Pixels of the list; more people scroll."""
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PeopleList(QWidget):
    """Layout and what was chosen or typed; decides nothing."""

    changed = Signal()
    """Somebody was checked or left."""
    added = Signal(str, str)
    """The name and institution that were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._list = named(QListWidget(), "people_to_export")
        self._list.setMaximumHeight(TALLEST)
        self._list.setSpacing(2)
        self._name_label, self._institution_label = QLabel(), QLabel()
        self._name = named(QLineEdit(), "new_person_name")
        self._institution = named(QLineEdit(), "new_person_institution")
        self._name_label.setBuddy(self._name)
        self._institution_label.setBuddy(self._institution)
        self._add = named(QPushButton(), "add_person")
        self._add.setAutoDefault(False)
        self._list.itemChanged.connect(self.changed)
        self._add.clicked.connect(self._tell)
        self._name.returnPressed.connect(self._tell)
        self._institution.returnPressed.connect(self._tell)
        self._lay_out()

    def checked(self) -> frozenset[AssessorId]:
        """Return who gets sheets."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return frozenset(
            item.data(WHO) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def show_people(self, people: Sequence[Assessor], checked: Collection[AssessorId]) -> None:
        """Show everybody, those in `checked` checked; the last of them is in sight."""
        with QSignalBlocker(self._list):
            self._list.clear()
            for one in people:
                self._list.addItem(_item(one, is_checked=one.id in checked))

    def clear_fields(self) -> None:
        """Make ready for the next name."""
        self._name.clear()
        self._institution.clear()
        self._name.setFocus()

    def point_to(self, person: AssessorId) -> None:
        """Bring somebody into sight."""
        for row in range(self._list.count()):
            if self._list.item(row).data(WHO) == person:
                self._list.setCurrentRow(row)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._list.setAccessibleName(_("Assessors who get blank sheets"))
        self._name_label.setText(_("Ne&w assessor"))
        self._institution_label.setText(_("Institutio&n"))
        self._add.setText(_("A&dd"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds a person here; the dialog would start the export."""
        if event.key() in ENTER:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.added.emit(self._name.text(), self._institution.text())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for label, field in (
            (self._name_label, self._name),
            (self._institution_label, self._institution),
        ):
            line.addWidget(label)
            line.addWidget(field, 1)
        line.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        layout.addLayout(line)


def _item(person: Assessor, *, is_checked: bool) -> QListWidgetItem:
    text = f"{person.name} ({person.institution})" if person.institution else person.name
    item = QListWidgetItem(text)
    item.setData(WHO, person.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
    return item
