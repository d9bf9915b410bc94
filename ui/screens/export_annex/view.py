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
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import ProblemLine, fit_to_screen, hint, named
from ui.screens.export_annex.choices import AnnexChoices
from ui.theme import set_role

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
        self._running = False
        self.choices = AnnexChoices()
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
        self._browse.clicked.connect(self.folder_wanted)
        self._start.clicked.connect(self.started)
        self._stop.clicked.connect(self.reject)
        self._open_folder.clicked.connect(self.folder_shown)
        self._lay_out()
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether something is shown as being written."""
        return self._running

    def show_count(self, number: int, *, may_start: bool) -> None:
        """Say how many files it will be."""
        self._start.setEnabled(may_start)
        text = ngettext("{number} file", "{number} files", number)
        nothing = _("Nothing to write: choose a file above.")
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
        """Say how many files are done, and which one was last."""
        self._bar.setValue(done)
        text = _("{done} of {total}: {name}")
        self._count.setText(text.format(done=done, total=self._bar.maximum(), name=name))

    def show_summary(self, text: str, reasons: Sequence[str]) -> None:
        """Say how it ended, and of every file that was not written why."""
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
        self.choices.retranslate()
        self.setWindowTitle(_("Export annex"))
        self._folder_label.setText(_("&Folder"))
        self._browse.setText(_("B&rowse…"))
        self._bar.setAccessibleName(_("Progress of the export"))
        self._reasons.setAccessibleName(_("Files that were not written, and why"))
        self._open_folder.setText(_("&Open folder"))
        self._start.setText(_("&Export"))
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
        for widget in (self.choices, self.folder, self._browse, self._start):
            widget.setDisabled(self._running)
        self._stop.setText(_("Cancel") if self._running else _("Close"))

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
        for below in (self._count, self._bar, self._reasons, self._problem):
            layout.addWidget(below)
        layout.addStretch()
        layout.addLayout(buttons)
        for hidden in (self._bar, self._reasons, self._open_folder):
            hidden.hide()
