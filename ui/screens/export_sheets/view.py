"""The export's questions, its progress and its summary, in one dialog."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.records import Participant
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import ProblemLine, fit_to_screen, named
from ui.screens.export_sheets.people_list import PeopleList
from ui.theme import set_role
from ui.widgets.job_progress import JobProgress
from ui.widgets.region_choice import RegionChoice

SIZE: Final = (620, 640)
WHO: Final = Qt.ItemDataRole.UserRole


class ExportView(QDialog):
    """Layout and what was asked for; decides nothing."""

    changed = Signal()
    """Something was chosen: count the sheets again."""
    folder_wanted = Signal()
    started = Signal()
    cancelled = Signal()
    folder_shown = Signal()

    def __init__(self, parent: QWidget | None, participants: Sequence[Participant]) -> None:
        super().__init__(parent)
        self.setObjectName("export_sheets")
        fit_to_screen(self, *SIZE)
        self._what = QLabel()
        self._kinds = {
            is_blank: named(QRadioButton(), name)
            for is_blank, name in ((False, "filled"), (True, "blank"))
        }
        self._who, self.people = QLabel(), PeopleList()
        self.regions = RegionChoice(participants)
        self._folder_label = QLabel()
        self.folder = named(QLineEdit(), "folder")
        self._folder_label.setBuddy(self.folder)
        self._browse = named(QPushButton(), "browse")
        self._progress, self._problem = JobProgress(), ProblemLine("problem")
        self._open_folder = named(QPushButton(), "open_folder")
        self._start = named(QPushButton(), "start_export")
        self._stop = named(QPushButton(), "cancel")
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether an export is shown as going on."""
        return self._progress.is_running

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
        self._progress.say(text.format(number=number) if number else nothing)

    def show_problem(self, text: str) -> None:
        """Say what stands in the way."""
        self._problem.tell(text)

    def show_running(self, total: int) -> None:
        """Begin to show progress; the questions rest meanwhile."""
        self._progress.begin(total)
        self._open_folder.hide()
        self._rest()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Say how many are done, and which one was last."""
        self._progress.follow(done, total, name)

    def show_summary(self, text: str, reasons: Sequence[str]) -> None:
        """Say how it ended, and of every sheet that was not written why."""
        self._progress.end(text, reasons)
        self._open_folder.show()
        self._rest()
        self._stop.setFocus()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("Export score sheets"))
        self._what.setText(_("Sheets"))
        self._kinds[False].setText(_("With my &scores and notes"))
        self._kinds[True].setText(_("&Blank, to fill in by hand or in a spreadsheet"))
        self._who.setText(_("Assessors"))
        self._folder_label.setText(_("&Folder"))
        self._browse.setText(_("B&rowse…"))
        self._open_folder.setText(_("&Open folder"))
        self._start.setText(_("&Export"))
        self.people.retranslate()
        self.regions.retranslate()
        self._progress.retranslate()
        self._rest()

    def reject(self) -> None:
        """Cancel what runs; close when nothing does."""
        if self.is_running:
            self.cancelled.emit()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does what Cancel does."""
        event.ignore()
        self.reject()

    def _rest(self) -> None:
        resting = (*self._kinds.values(), self.people, self.folder, self._browse, self._start)
        for widget in resting:
            widget.setDisabled(self.is_running)
        for part in (self._who, self.people):
            part.setVisible(self.is_blank)
        self.regions.rest(self.is_running)
        self._stop.setText(_("Cancel") if self.is_running else _("Close"))

    def _connect(self) -> None:
        # Before anybody listens: a choice is always made.
        self._kinds[False].setChecked(True)
        together = QButtonGroup(self)
        for button in self._kinds.values():
            together.addButton(button)
            button.toggled.connect(self._choose)
        self.people.changed.connect(self.changed)
        self.regions.changed.connect(self.changed)
        self._browse.clicked.connect(self.folder_wanted)
        self._start.clicked.connect(self.started)
        self._stop.clicked.connect(self.reject)
        self._open_folder.clicked.connect(self.folder_shown)

    def _choose(self, is_chosen: bool) -> None:
        if is_chosen:
            self._rest()
            self.changed.emit()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        for part in (self._folder_label, self.folder, self._browse):
            place.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open_folder)
        buttons.addStretch()
        buttons.addWidget(self._stop)
        buttons.addWidget(self._start)
        set_role(self._start, "primary")
        self._start.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._what)
        for kind in self._kinds.values():
            layout.addWidget(kind)
        layout.addWidget(self._who)
        layout.addWidget(self.people)
        layout.addWidget(self.regions, 1)
        layout.addLayout(place)
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self._open_folder.hide()
