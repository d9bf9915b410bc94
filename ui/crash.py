"""The last resort for mistakes of the program: write them down, and offer a report to copy.

Nothing leaves the machine. The report holds versions and the program's own lines, never the
values it worked on, and no name of the user's folders.
"""

import datetime as dt
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
)

from assessor import __version__
from resources.i18n import gettext as _
from ui.building import closing_button, fit_to_screen

LOG_BYTES = 256 * 1024
"""A log of this size is put aside, over the one put aside before."""
REPORT_SIZE = (640, 420)
ROOT = Path(__file__).resolve().parent.parent

Show = Callable[[str], None]


class CrashHook(QObject):
    """Catches what nobody caught, in every thread, logs it and shows it once at a time."""

    _happened = Signal(str)

    def __init__(self, log_file: Path, show: Show | None = None) -> None:
        super().__init__()
        self.log_file = log_file
        self._show = show or self._show_dialog
        self._is_showing = False
        # From whichever thread: the dialog belongs to the window's.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the error and show its report; Ctrl+C ends the program as it does elsewhere."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = describe(error, trace)
        self._write(report)
        self._happened.emit(report)

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _write(self, report: str) -> None:
        """Add to the log; a log that cannot be written must not hide the error itself."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        try:
            self.log_file.parent.mkdir(parents=True, exist_ok=True)
            if self.log_file.exists() and self.log_file.stat().st_size > LOG_BYTES:
                self.log_file.replace(self.log_file.with_suffix(".old.log"))
            with self.log_file.open("a", encoding="utf-8") as log:
                log.write(f"{now}\n{report}\n\n")
        except OSError:
            sys.stderr.write(f"{report}\n")

    def _tell(self, report: str) -> None:
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(report)
        finally:
            self._is_showing = False

    def _show_dialog(self, report: str) -> None:
        CrashDialog(report, self.log_file).exec()


class CrashDialog(QDialog):
    """Says that the mistake is the program's, what is safe, and what to send to whom."""

    def __init__(self, report: str, log_file: Path) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crash")
        self.setWindowTitle(_("The program made a mistake"))
        fit_to_screen(self, *REPORT_SIZE)
        text = QLabel(
            _(
                "This is not your fault. Everything that was shown as saved is saved. "
                "If it happens again, copy this report and send it to whoever gave you the "
                "program; it holds no names and no scores.\n\nIt is also kept in {path}."
            ).format(path=log_file)
        )
        text.setWordWrap(True)
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("report")
        self._report.setAccessibleName(_("Report"))
        self._report.setReadOnly(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = closing_button(self)
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy")
        copy.clicked.connect(self._copy)
        layout = QVBoxLayout(self)
        for part in (text, self._report, buttons):
            layout.addWidget(part)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def describe(error: BaseException, trace: TracebackType | None) -> str:
    """Return versions and the lines that led to `error`, without values and without folders."""
    lines = [
        f"Smart City Assessor {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    ]
    lines.append(f"{platform.system()} {platform.release()} {platform.machine()}")
    for frame in traceback.extract_tb(trace):
        lines.append(f"{_place(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}")
    # The words of an error may quote what somebody typed; its class does not.
    lines.append(type(error).__qualname__)
    return "\n".join(lines)


def _place(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
