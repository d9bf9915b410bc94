"""The export's questions, its progress and its summary, in one dialog."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import ParticipantId
from assessor.domain.records import Participant
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import ProblemLine, fit_to_screen, hint, named
from ui.screens.export_sheets.people_list import PeopleList
from ui.screens.export_sheets.region_list import WHO, region_list
from ui.theme import set_role

SIZE: Final = (620, 560)


class Extent(StrEnum):
    """How many regions get a sheet."""

    ALL = "all"
    ONE = "one"
    CHOSEN = "chosen"


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
        self._running = False
        self._region = ""
        self._what, self._who, self._which = QLabel(), QLabel(), QLabel()
        self._kinds = {
            is_blank: named(QRadioButton(), name)
            for is_blank, name in ((False, "filled"), (True, "blank"))
        }
        self.people = PeopleList()
        self._extents = {one: named(QRadioButton(), f"extent_{one}") for one in Extent}
        self._regions = region_list(participants)
        self._folder_label = QLabel()
        self.folder = named(QLineEdit(), "folder")
        self._folder_label.setBuddy(self.folder)
        self._browse = named(QPushButton(), "browse")
        self._count, self._problem = hint(), ProblemLine("problem")
        self._bar = named(QProgressBar(), "progress")
        self._bar.setTextVisible(False)
        self._reasons = named(QPlainTextEdit(), "reasons")
        self._reasons.setReadOnly(True)
        self._open_folder = named(QPushButton(), "open_folder")
        self._start = named(QPushButton(), "start_export")
        self._stop = named(QPushButton(), "cancel")
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether an export is shown as going on."""
        return self._running

    @property
    def is_blank(self) -> bool:
        """Whether sheets without scores are wanted."""
        return self._kinds[True].isChecked()

    @property
    def extent(self) -> Extent:
        """How many regions are wanted."""
        return next(one for one, button in self._extents.items() if button.isChecked())

    def checked(self) -> frozenset[ParticipantId]:
        """Return the regions checked in the list."""
        items = [self._regions.item(row) for row in range(self._regions.count())]
        return frozenset(
            item.data(WHO) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def show_region(self, name: str) -> None:
        """Offer the region that is open; none for ""."""
        self._region = name
        self._extents[Extent.ONE].setVisible(bool(name))
        self._extents[Extent.ONE if name else Extent.ALL].setChecked(True)
        self._extents[Extent.ONE].setText(_("&This region: {name}").format(name=name))

    def show_count(self, number: int) -> None:
        """Say how many sheets it will be; nothing can be started for none."""
        self._start.setEnabled(number > 0)
        text = ngettext("{number} score sheet", "{number} score sheets", number)
        nothing = (
            _("No score sheet: choose at least one region and one assessor.")
            if self.is_blank
            else _("No score sheet: none of these regions has an assessment of yours yet.")
        )
        self._count.setText(text.format(number=number) if number else nothing)

    def show_problem(self, text: str) -> None:
        """Say what stands in the way."""
        self._problem.tell(text)

    def show_running(self, total: int) -> None:
        """Begin to show progress; the questions rest meanwhile."""
        self._running = True
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._bar.show()
        self._reasons.hide()
        self._open_folder.hide()
        self._rest()

    def show_progress(self, done: int, name: str) -> None:
        """Say how many are done, and which one was last."""
        self._bar.setValue(done)
        text = _("{done} of {total}: {name}")
        self._count.setText(text.format(done=done, total=self._bar.maximum(), name=name))

    def show_summary(self, text: str, reasons: Sequence[str]) -> None:
        """Say how it ended, and of every sheet that was not written why."""
        self._running = False
        self._bar.hide()
        self._count.setText(text)
        self._reasons.setPlainText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))
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
        self.people.retranslate()
        self._which.setText(_("Regions"))
        self._extents[Extent.CHOSEN].setText(_("&Chosen below"))
        self._extents[Extent.ALL].setText(_("&All regions of the round"))
        self._regions.setAccessibleName(_("Regions to export"))
        self._folder_label.setText(_("&Folder"))
        self._browse.setText(_("B&rowse…"))
        self._bar.setAccessibleName(_("Progress of the export"))
        self._reasons.setAccessibleName(_("Sheets that were not written, and why"))
        self._open_folder.setText(_("&Open folder"))
        self._start.setText(_("&Export"))
        self.show_region(self._region)
        self._rest()

    def reject(self) -> None:
        """Cancel what runs; close when nothing does."""
        if self._running:
            self.cancelled.emit()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does what Cancel does."""
        event.ignore()
        self.reject()

    def _rest(self) -> None:
        resting = (
            *self._kinds.values(),
            *self._extents.values(),
            self.people,
            self._regions,
            self.folder,
            self._browse,
        )
        for widget in resting:
            widget.setDisabled(self._running)
        self._regions.setEnabled(not self._running and self.extent is Extent.CHOSEN)
        for part in (self._who, self.people):
            part.setVisible(self.is_blank)
        self._start.setDisabled(self._running)
        self._stop.setText(_("Cancel") if self._running else _("Close"))

    def _connect(self) -> None:
        # Before anybody listens: a choice is always made.
        self._kinds[False].setChecked(True)
        self._extents[Extent.ALL].setChecked(True)
        for group in (self._kinds.values(), self._extents.values()):
            together = QButtonGroup(self)
            for button in group:
                together.addButton(button)
                button.toggled.connect(self._choose)
        self._regions.itemChanged.connect(self.changed)
        self.people.changed.connect(self.changed)
        self._browse.clicked.connect(self.folder_wanted)
        self._start.clicked.connect(self.started)
        self._stop.clicked.connect(self.reject)
        self._open_folder.clicked.connect(self.folder_shown)

    def _choose(self, is_chosen: bool) -> None:
        if is_chosen:
            self._rest()
            self.changed.emit()

    def _lay_out(self) -> None:
        choices = QGridLayout()
        choices.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        rows = (*self._kinds.values(), self.people, *self._extents.values())
        for row, part in enumerate(rows):
            choices.addWidget(part, row, 1)
        for label, part in (
            (self._what, rows[0]),
            (self._who, self.people),
            (self._which, rows[3]),
        ):
            choices.addWidget(label, rows.index(part), 0, top)
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
        layout.addLayout(choices)
        layout.addWidget(self._regions, 1)
        layout.addLayout(place)
        for below in (self._count, self._bar, self._reasons, self._problem):
            layout.addWidget(below)
        layout.addLayout(buttons)
        for hidden in (self._bar, self._reasons, self._open_folder):
            hidden.hide()
