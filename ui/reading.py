"""Reading beside the window: the latest wish of each kind counts."""

from collections.abc import Callable

from assessor.domain.errors import UserError
from ui.tasks import Task, Tasks


def _refuse_nothing(_error: UserError) -> None:
    """Leave what is shown as it is."""


class Reading:
    """Starts readings; what is no longer wanted when it comes is dropped."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._wanted: dict[str, Task] = {}

    def read(
        self,
        kind: str,
        work: Callable[[], object],
        take: Callable[[object], None],
        refuse: Callable[[UserError], None] = _refuse_nothing,
    ) -> None:
        """Do `work` off the window's thread and hand what it finds to `take`.

        A later reading of the same `kind` takes the place of this one.
        """
        task = self._tasks.task(lambda _control: work())

        def arrive(found: object) -> None:
            if self._wanted.get(kind) is task:
                del self._wanted[kind]
                take(found)

        def fail(error: UserError) -> None:
            if self._wanted.get(kind) is task:
                del self._wanted[kind]
                refuse(error)

        task.finished.connect(arrive)
        task.failed.connect(fail)
        self._wanted[kind] = task
        task.start()

    def is_under_way(self, kind: str) -> bool:
        """Return whether something of that kind is being read."""
        return kind in self._wanted

    def drop(self, kind: str) -> None:
        """Wait no more for what is being read of that kind."""
        self._wanted.pop(kind, None)

    def forget(self) -> None:
        """Wait for nothing any more."""
        self._wanted.clear()
