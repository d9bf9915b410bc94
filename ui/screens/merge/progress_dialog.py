"""Work on sheets that keeps the window waiting: how far it is, and Cancel."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import hint, named

WIDTH = 480


class ProgressDialog(QDialog):
    """Shows progress; Escape and the cross cancel, and it stays until the work has stopped."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None, title: str, promise: str) -> None:
        super().__init__(parent)
        self.setObjectName("merge_progress")
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.was_cancelled = False
        self._text, self._promise = named(QLabel(title), "progress_text"), hint()
        self._promise.setText(promise)
        self._bar = named(QProgressBar(), "progress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._stop = named(QPushButton(_("Cancel")), "cancel")
        self._stop.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._stop)
        layout = QVBoxLayout(self)
        for part in (self._text, self._bar, self._promise):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Say how far it is; a total of 0 says only that something is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._text.setText(text)

    def reject(self) -> None:
        """Ask the work to stop."""
        self.was_cancelled = True
        self._stop.setEnabled(False)
        self._stop.setText(_("Stopping…"))
        self.cancelled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does what Cancel does."""
        event.ignore()
        self.reject()
