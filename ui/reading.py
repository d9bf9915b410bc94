"""Reading beside the window: the latest wish of each kind counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assessor.domain.errors import UserError
from ui.tasks import Tasks

Found = TypeVar("Found")


def _refuse_nothing(_error: UserError) -> None:
    """Leave what is shown as it is."""


@dataclass(frozen=True, eq=False, slots=True)
class _Wish(Generic[Found]):
    work: Callable[[], Found]
    take: Callable[[Found], None]
    refuse: Callable[[UserError], None]


class Reading:
    """One reading of a kind at a time; what is no longer wanted when it comes is dropped."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._wanted: dict[str, _Wish[Any]] = {}
        self._under_way: dict[str, _Wish[Any]] = {}

    def read(
        self,
        kind: str,
        work: Callable[[], Found],
        take: Callable[[Found], None],
        refuse: Callable[[UserError], None] = _refuse_nothing,
    ) -> None:
        """Do `work` off the window's thread and hand what it finds to `take`.

        A later reading of the same `kind` takes the place of this one. It begins when this one has
        come: wishes that follow each other quickly never read beside each other.
        """
        self._wanted[kind] = _Wish(work, take, refuse)
        if kind not in self._under_way:
            self._begin(kind)

    def is_under_way(self, kind: str) -> bool:
        """Return whether something of that kind is being read."""
        return kind in self._wanted

    def drop(self, kind: str) -> None:
        """Wait no more for what is being read of that kind."""
        self._wanted.pop(kind, None)

    def forget(self) -> None:
        """Wait for nothing any more."""
        self._wanted.clear()

    def _begin(self, kind: str) -> None:
        wish = self._under_way[kind] = self._wanted[kind]
        task = self._tasks.task(lambda _control: wish.work())
        task.finished.connect(lambda found: self._answer(kind, wish, wish.take, found))
        task.failed.connect(lambda error: self._answer(kind, wish, wish.refuse, error))
        task.ended.connect(lambda: self._end(kind, wish))
        task.start()

    def _answer(
        self, kind: str, wish: _Wish[Any], answer: Callable[[Any], None], with_this: object
    ) -> None:
        if self._is_wanted(kind, wish):
            answer(with_this)

    def _is_wanted(self, kind: str, wish: _Wish[Any]) -> bool:
        """Return whether `wish` is still the latest, and have it fulfilled."""
        if self._wanted.get(kind) is not wish:
            return False
        del self._wanted[kind]
        return True

    def _end(self, kind: str, wish: _Wish[Any]) -> None:
        del self._under_way[kind]
        # Still wanted is what a mistake of the program ended; the crash hook shows which.
        if not self._is_wanted(kind, wish) and kind in self._wanted:
            self._begin(kind)
