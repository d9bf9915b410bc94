"""The export's questions, its progress and its summary, in one dialog."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.records import Participant
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import named
from ui.screens.export_sheets.people_list import PeopleList
from ui.widgets.job_dialog import JobDialog
from ui.widgets.region_choice import RegionChoice

SIZE: Final = (620, 640)
WHO: Final = Qt.ItemDataRole.UserRole


class ExportView(JobDialog):
    """Layout and what was asked for; decides nothing."""

    changed = Signal()
    """Something was chosen: count the sheets again."""

    def __init__(self, parent: QWidget | None, participants: Sequence[Participant]) -> None:
        super().__init__(parent, "export_sheets", SIZE)
        self._what = QLabel()
        self._kinds = {
            is_blank: named(QRadioButton(), name)
            for is_blank, name in ((False, "filled"), (True, "blank"))
        }
        self._who, self.people = QLabel(), PeopleList()
        self.regions = RegionChoice(participants)
        self._start = named(QPushButton(), "start_export")
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def is_blank(self) -> bool:
        """Whether sheets without scores are wanted."""
        return self._kinds[True].isChecked()

    def show_count(self, number: int) -> None:
        """Say how many sheets it will be; nothing can be started for none."""
        self._start.setEnabled(number > 0)
        text = ngettext("{number} score sheet", "{number} score sheets", number)
        nothing = (
            _("No score sheet: choose at least one region and one assessor.")
            if self.is_blank
            else _("No score sheet: none of these regions has an assessment of yours yet.")
        )
        self.progress.say(text.format(number=number) if number else nothing)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("Export score sheets"))
        self._what.setText(_("Sheets"))
        self._kinds[False].setText(_("With my &scores and notes"))
        self._kinds[True].setText(_("&Blank, to fill in by hand or in a spreadsheet"))
        self._who.setText(_("Assessors"))
        self._start.setText(_("&Export"))
        self.people.retranslate()
        self.regions.retranslate()
        super().retranslate()

    def rest(self) -> None:
        """Take no answers while sheets are written."""
        super().rest()
        for widget in (*self._kinds.values(), self.people, self._start):
            widget.setDisabled(self.is_running)
        for part in (self._who, self.people):
            part.setVisible(self.is_blank)
        self.regions.rest(self.is_running)

    def _connect(self) -> None:
        # Before anybody listens: a choice is always made.
        self._kinds[False].setChecked(True)
        together = QButtonGroup(self)
        for button in self._kinds.values():
            together.addButton(button)
            button.toggled.connect(self._choose)
        self.people.changed.connect(self.changed)
        self.regions.changed.connect(self.changed)
        self._start.clicked.connect(self.started)

    def _choose(self, is_chosen: bool) -> None:
        if is_chosen:
            self.rest()
            self.changed.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._what)
        for kind in self._kinds.values():
            layout.addWidget(kind)
        layout.addWidget(self._who)
        layout.addWidget(self.people)
        layout.addWidget(self.regions, 1)
        layout.addLayout(self.folder_line())
        for part in self.parts_below():
            layout.addWidget(part)
        layout.addLayout(self.buttons(self._start))
