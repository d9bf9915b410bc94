"""Reads what pages rest on off the window's thread, as often as it changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.dialogs import Dialogs
from ui.messages import explain
from ui.tasks import Task, Tasks


class Rereading(QObject):
    """One reading at a time; what is asked for meanwhile is read after it, once."""

    came = Signal(object)
    """What was read last; what was asked for before it is not told."""

    def __init__(self, parent: QObject, tasks: Tasks, dialogs: Dialogs) -> None:
        super().__init__(parent)
        self._tasks, self._dialogs = tasks, dialogs
        self._task: Task | None = None
        self._next: Callable[[], object] | None = None

    def ask(self, read: Callable[[], object]) -> None:
        """Read now, or as soon as what is being read has come."""
        if self._task is not None:
            self._next = read
            return
        self._task = self._tasks.task(lambda _control: read())
        self._task.finished.connect(self._take)
        self._task.failed.connect(lambda error: self._dialogs.problem(explain(error)))
        self._task.ended.connect(self._end)
        self._task.start()

    def _take(self, found: object) -> None:
        if self._next is None:
            self.came.emit(found)

    def _end(self) -> None:
        self._task = None
        read, self._next = self._next, None
        if read is not None:
            self.ask(read)
