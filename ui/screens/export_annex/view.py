"""What of the round's table to write and where, its progress and its summary."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import ProblemLine, fit_to_screen, named
from ui.screens.export_annex.choices import AnnexChoices
from ui.theme import set_role
from ui.widgets.job_progress import JobProgress

SIZE: Final = (640, 430)


class ExportAnnexView(QDialog):
    """Layout and what was asked for; decides nothing."""

    folder_wanted = Signal()
    started = Signal()
    cancelled = Signal()
    folder_shown = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("export_annex")
        fit_to_screen(self, *SIZE)
        self.choices = AnnexChoices()
        self._folder_label = QLabel()
        self.folder = named(QLineEdit(), "folder")
        self._folder_label.setBuddy(self.folder)
        self._browse = named(QPushButton(), "browse")
        self._progress, self._problem = JobProgress(), ProblemLine("problem")
        self._open_folder = named(QPushButton(), "open_folder")
        self._start = named(QPushButton(), "start_export")
        self._stop = named(QPushButton(), "cancel")
        self._browse.clicked.connect(self.folder_wanted)
        self._start.clicked.connect(self.started)
        self._stop.clicked.connect(self.reject)
        self._open_folder.clicked.connect(self.folder_shown)
        self._lay_out()
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether something is shown as being written."""
        return self._progress.is_running

    def show_count(self, number: int, *, may_start: bool) -> None:
        """Say how many files it will be."""
        self._start.setEnabled(may_start)
        text = ngettext("{number} file", "{number} files", number)
        nothing = _("Nothing to write: choose a file above.")
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
        """Say how many files are done, and which one was last."""
        self._progress.follow(done, total, name)

    def show_summary(self, text: str, reasons: Sequence[str]) -> None:
        """Say how it ended, and of every file that was not written why."""
        self._progress.end(text, reasons)
        self._open_folder.show()
        self._rest()
        self._stop.setFocus()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.choices.retranslate()
        self.setWindowTitle(_("Export annex"))
        self._folder_label.setText(_("&Folder"))
        self._browse.setText(_("B&rowse…"))
        self._open_folder.setText(_("&Open folder"))
        self._start.setText(_("&Export"))
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
        for widget in (self.choices, self.folder, self._browse, self._start):
            widget.setDisabled(self.is_running)
        self._stop.setText(_("Cancel") if self.is_running else _("Close"))

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
        layout.addWidget(self.choices)
        layout.addLayout(place)
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        layout.addStretch()
        layout.addLayout(buttons)
        self._open_folder.hide()
