"""Long work off the window's thread: progress, a way to cancel, and a safe end."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from assessor.domain.errors import UserError


class TaskControl:
    """What the work gets to hold: it reports how far it is and asks whether to go on."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self.report = report
        """Called with done, total and what is being done; from any thread."""
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at the next place where it can."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Return whether somebody asked to stop."""
        return self._cancelled.is_set()


Work = Callable[[TaskControl], object]


class Task(QObject):
    """One piece of work; its signals arrive on the window's thread, `ended` last and always."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    """What the work returned, also after a cancel."""
    failed = Signal(object)
    """The `UserError` that ended it; any other error goes to the crash hook."""
    ended = Signal()
    _reported = Signal(int, int, str)
    _stopped = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._control = TaskControl(self._reported.emit)
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._stopped.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)

    def start(self) -> None:
        """Begin; connect to the signals before."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; it still finishes or fails."""
        self._control.cancel()

    def wait(self) -> None:
        """Return when the work has stopped; its signals arrive later, if the window still runs."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            outcome, error = self._work(self._control), None
        except Exception as raised:
            # Carried to the window's thread, where it is told to the user or to the crash hook.
            outcome, error = None, raised
        self._stopped.emit(outcome, error)

    def _tell(self, outcome: object, error: Exception | None) -> None:
        # The thread may still be on its way out of the signal that brought this: whoever hears of
        # the end may delete the task, and the signal with it.
        self._thread.join()
        try:
            if error is None:
                self.finished.emit(outcome)
            elif isinstance(error, UserError):
                self.failed.emit(error)
            else:
                raise error
        finally:
            self.ended.emit()


class Tasks(QObject):
    """Starts work and keeps hold of what runs, so that closing the window can end it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Task] = []

    @property
    def are_running(self) -> bool:
        """Whether something is still at work."""
        return bool(self._running)

    def task(self, work: Work) -> Task:
        """Return a task that does `work` once it is started."""
        task = Task(work, self)
        self._running.append(task)
        task.ended.connect(lambda: self._forget(task))
        return task

    def stop(self) -> None:
        """Cancel everything and wait until it has stopped."""
        for task in self._running:
            task.cancel()
        for task in self._running:
            task.wait()

    def _forget(self, task: Task) -> None:
        self._running.remove(task)
        task.deleteLater()
