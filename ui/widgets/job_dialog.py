"""A dialog that asks what and where to, does it, and says how that ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from resources.i18n import gettext as _
from ui.building import ProblemLine, fit_to_screen, named
from ui.theme import set_role
from ui.widgets.job_progress import JobProgress


class JobDialog(QDialog):
    """Folder, progress and buttons; what is asked besides is its subclass's."""

    folder_wanted = Signal()
    started = Signal()
    cancelled = Signal()
    folder_shown = Signal()

    def __init__(self, parent: QWidget | None, name: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        fit_to_screen(self, *size)
        self.folder_label, self.folder = QLabel(), named(QLineEdit(), "folder")
        self.folder_label.setBuddy(self.folder)
        self.browse = named(QPushButton(), "browse")
        self.progress, self._problem = JobProgress(), ProblemLine("problem")
        self.open_folder = named(QPushButton(), "open_folder")
        self.stop = named(QPushButton(), "cancel")
        self.browse.clicked.connect(self.folder_wanted)
        self.stop.clicked.connect(self.reject)
        self.open_folder.clicked.connect(self.folder_shown)
        self.open_folder.hide()
        # What was said of another folder is not said of this one.
        self.folder.textChanged.connect(lambda: self.show_problem(""))

    @property
    def is_running(self) -> bool:
        """Whether work is shown as going on."""
        return self.progress.is_running

    def show_problem(self, text: str) -> None:
        """Say what stands in the way."""
        self._problem.tell(text)

    def show_running(self, total: int) -> None:
        """Begin to show progress, of an unknown total for 0; the questions rest meanwhile."""
        self.progress.begin(total)
        self.open_folder.hide()
        self.rest()

    def show_end(self, text: str, reasons: Sequence[str]) -> None:
        """Say how it ended, and of everything that was not done why."""
        self.progress.end(text, reasons)
        self.open_folder.show()
        self.rest()
        self.stop.setFocus()

    def rest(self) -> None:
        """Take no answers while work goes on; subclasses rest their own questions too."""
        for widget in (self.folder, self.browse):
            widget.setDisabled(self.is_running)
        self.stop.setText(_("Cancel") if self.is_running else _("Close"))

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.folder_label.setText(_("&Folder"))
        self.browse.setText(_("B&rowse…"))
        self.open_folder.setText(_("&Open folder"))
        self.progress.retranslate()
        self.rest()

    def folder_line(self) -> QHBoxLayout:
        """Return the folder with its label and button, in one line."""
        line = QHBoxLayout()
        for part in (self.folder_label, self.folder, self.browse):
            line.addWidget(part)
        return line

    def parts_below(self) -> tuple[QWidget, QWidget]:
        """Return what stands above the buttons: the progress, and what stands in the way."""
        return self.progress, self._problem

    def buttons(self, *starting: QPushButton) -> QHBoxLayout:
        """Return the lowest line; the last of the buttons that go on is the usual one."""
        line = QHBoxLayout()
        line.addWidget(self.open_folder)
        line.addStretch()
        for button in (self.stop, *starting):
            line.addWidget(button)
        set_role(starting[-1], "primary")
        starting[-1].setDefault(True)
        return line

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
