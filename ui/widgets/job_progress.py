"""How far long work is, how it ended, and what of it was not done and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.building import hint, named


class JobProgress(QWidget):
    """A line of words, below it a bar while the work goes on, or the reasons at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._running = False
        self._words = hint()
        self._bar = named(QProgressBar(), "progress")
        self._bar.setTextVisible(False)
        self._reasons = named(QPlainTextEdit(), "reasons")
        self._reasons.setReadOnly(True)
        self._reasons.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._bar, self._reasons):
            layout.addWidget(part)
        self._bar.hide()
        self._reasons.hide()

    @property
    def is_running(self) -> bool:
        """Whether work is shown as going on."""
        return self._running

    def say(self, words: str) -> None:
        """Show a line of words."""
        self._words.setText(words)

    def begin(self, total: int) -> None:
        """Begin to show progress; a total of 0 stands for one that is not known yet."""
        self._running = True
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._bar.show()
        self._reasons.hide()

    def follow(self, done: int, total: int, name: str) -> None:
        """Say how many are done, and which one was last."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        text = _("{done} of {total}: {name}")
        self.say(text.format(done=done, total=total, name=name))

    def end(self, words: str, reasons: Sequence[str]) -> None:
        """Say how it ended, and of everything that was not done why."""
        self._running = False
        self._bar.hide()
        self.say(words)
        self._reasons.setPlainText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._bar.setAccessibleName(_("Progress"))
        self._reasons.setAccessibleName(_("What was not done, and why"))
