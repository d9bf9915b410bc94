"""The questions before printing, its progress and its end, in one dialog."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import hint, named, narrow_box
from ui.screens.printing.words import paper_name
from ui.widgets.job_dialog import JobDialog
from ui.widgets.region_choice import RegionChoice

SIZE: Final = (820, 560)


class Target(StrEnum):
    """Where the pages go."""

    FILES = "files"
    ONE_FILE = "one_file"
    PRINTER = "printer"


class PrintView(JobDialog):
    """Layout and what was asked for; decides nothing."""

    changed = Signal()
    """Something was chosen."""
    preview_wanted = Signal()

    def __init__(self, parent: QWidget | None, participants: Sequence[Participant]) -> None:
        super().__init__(parent, "print_summaries", SIZE)
        self.regions = RegionChoice(participants)
        self._paper_label, self._paper = QLabel(), named(narrow_box(QComboBox()), "paper")
        self._target_label = QLabel()
        self._targets = {one: named(QRadioButton(), f"target_{one}") for one in Target}
        self._printer_label = QLabel()
        self._printers = named(narrow_box(QComboBox()), "printers")
        self._no_printer = hint()
        self._preview = named(QPushButton(), "show_preview")
        self._start = named(QPushButton(), "start_printing")
        self._number = 0
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def target(self) -> Target:
        """Where the pages are to go."""
        return next(one for one, button in self._targets.items() if button.isChecked())

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        return list(Paper)[self._paper.currentIndex()]

    @property
    def printer(self) -> str:
        """The printer that is chosen, "" where there is none."""
        return self._printers.currentText()

    def choose_paper(self, paper: Paper) -> None:
        """Begin with the paper that was used last."""
        self._paper.setCurrentIndex(list(Paper).index(paper))

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer the installed printers; say so where there is none."""
        self._printers.addItems(list(names))
        self._no_printer.setVisible(not names)
        self._printers.setVisible(bool(names))
        self.rest()

    def show_count(self, number: int) -> None:
        """Say how many regions it will be; nothing can be started for none."""
        self._number = number
        text = ngettext("{number} region", "{number} regions", number)
        self.progress.say(text.format(number=number) if number else _("No region is chosen."))
        self.rest()

    def show_end(self, text: str, reasons: Sequence[str]) -> None:
        """Say how it ended; a printer leaves no files to be shown."""
        super().show_end(text, reasons)
        self.open_folder.setVisible(self.target is not Target.PRINTER)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("Print score summaries"))
        self._paper_label.setText(_("Pap&er"))
        for place, paper in enumerate(Paper):
            self._paper.setItemText(place, paper_name(paper))
        self._target_label.setText(_("Print to"))
        self._targets[Target.FILES].setText(_("P&DF, one file for each region"))
        self._targets[Target.ONE_FILE].setText(_("PDF, all regions in o&ne file"))
        self._targets[Target.PRINTER].setText(_("A pr&inter"))
        self._printer_label.setText(_("Printer"))
        self._no_printer.setText(_("No printer is installed on this computer. Print to PDF."))
        self._preview.setText(_("Pre&view…"))
        self._start.setText(_("&Print"))
        self.regions.retranslate()
        super().retranslate()

    def rest(self) -> None:
        """Take no answers while pages are printed; the folder is asked for files only."""
        super().rest()
        is_running = self.is_running
        self.regions.rest(is_running)
        self._paper.setDisabled(is_running)
        for target, button in self._targets.items():
            is_there = target is not Target.PRINTER or self._printers.count() > 0
            button.setEnabled(is_there and not is_running)
        onto_printer = self.target is Target.PRINTER
        for widget in (self.folder, self.browse):
            widget.setEnabled(not is_running and not onto_printer)
        self._printers.setEnabled(not is_running and onto_printer)
        for action in (self._start, self._preview):
            action.setEnabled(not is_running and self._number > 0)

    def _connect(self) -> None:
        # Before anybody listens: a choice is always made.
        self._targets[Target.FILES].setChecked(True)
        self._paper.addItems(list(Paper))
        together = QButtonGroup(self)
        for button in self._targets.values():
            together.addButton(button)
            button.toggled.connect(self._choose)
        self.regions.changed.connect(self.changed)
        self._preview.clicked.connect(self.preview_wanted)
        self._start.clicked.connect(self.started)

    def _choose(self, is_chosen: bool) -> None:
        if is_chosen:
            self.rest()
            self.changed.emit()

    def _lay_out(self) -> None:
        for label, widget in (
            (self._paper_label, self._paper),
            (self._printer_label, self._printers),
        ):
            label.setBuddy(widget)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.regions, 2)
        columns.addLayout(self._answers(), 3)
        layout = QVBoxLayout(self)
        layout.addLayout(columns, 1)
        for part in self.parts_below():
            layout.addWidget(part)
        layout.addLayout(self.buttons(self._preview, self._start))

    def _answers(self) -> QGridLayout:
        """Return the right side: paper, where to, folder or printer."""
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(10)
        grid.addWidget(self._paper_label, 0, 0)
        grid.addWidget(self._paper, 0, 1, 1, 2)
        grid.addWidget(self._target_label, 1, 0)
        for row, button in enumerate(self._targets.values(), start=1):
            grid.addWidget(button, row, 1, 1, 2)
        grid.addWidget(self.folder_label, 4, 0)
        grid.addWidget(self.folder, 4, 1)
        grid.addWidget(self.browse, 4, 2)
        grid.addWidget(self._printer_label, 5, 0)
        grid.addWidget(self._printers, 5, 1, 1, 2)
        grid.addWidget(self._no_printer, 5, 1, 1, 2)
        grid.setRowStretch(6, 1)
        return grid
