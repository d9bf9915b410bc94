"""Closing the window cleanly when the system asks for it: SIGTERM, SIGINT."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class SignalWatch(QObject):
    """Hears of a signal through a pipe, since Python itself gets no turn while Qt waits."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _leave_to_the_pipe)
        signal.set_wakeup_fd(self._writing)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)

    def stop(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.close(self._reading)
        os.close(self._writing)

    def _close(self) -> None:
        os.read(self._reading, 1)
        QApplication.closeAllWindows()


def _leave_to_the_pipe(_number: int, _frame: FrameType | None) -> None:
    """Replace what Python does by itself; the pipe has the signal already."""
