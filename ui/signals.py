"""Closing the window cleanly when the system asks for it: SIGTERM, SIGINT."""

import os
import signal
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QDialog

ASKED: Final = (signal.SIGTERM, signal.SIGINT)
ASK_AGAIN: Final = 20
"""Milliseconds; whoever waited for a dialog goes on after it, and may open the next."""


class SignalWatch(QObject):
    """Hears of a signal through a pipe, since Python itself gets no turn while Qt waits."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)
        for number in ASKED:
            signal.signal(number, _leave_to_the_pipe)
        signal.set_wakeup_fd(self._writing)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._closing = QTimer(self, interval=ASK_AGAIN)
        self._closing.timeout.connect(_end)

    def stop(self) -> None:
        """Give the signals back."""
        self._closing.stop()
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in ASKED:
            signal.signal(number, signal.SIG_DFL)
        os.close(self._reading)
        os.close(self._writing)

    def _hear(self) -> None:
        os.read(self._reading, 1)
        self._closing.start()


def _end() -> None:
    """Leave every dialog unanswered, close the windows, and end the loop that waits for events.

    A dialog may refuse to close, as the export does while it runs: it is not asked. Windows save
    what is being typed and stop what runs.
    """
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.done(QDialog.DialogCode.Rejected)
        return
    QApplication.closeAllWindows()
    QApplication.exit(0)


def _leave_to_the_pipe(_number: int, _frame: FrameType | None) -> None:
    """Replace what Python does by itself; the pipe has the signal already."""
