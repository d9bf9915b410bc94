"""What follows from a key once its paint is done: each in a turn of the event loop of its own."""

from collections import deque
from collections.abc import Callable
from typing import Final, TypeAlias
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal

from assessor.domain.errors import UserError

AFTER_PAINT: Final = 20
"""Milliseconds; what a key did is painted first, what follows from it right after."""
Follow: TypeAlias = Callable[[], None]


class Settling(QObject):
    """Calls those who follow one after the other: no key waits for more than one of them."""

    trouble = Signal(object)
    """The `UserError` for which one of them gave up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._followers: list[WeakMethod[Follow]] = []
        self._waiting: deque[WeakMethod[Follow]] = deque()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def add(self, follow: Follow) -> None:
        """Have `follow` called at every `begin`. It is a method, and is not kept alive by this."""
        self._followers.append(WeakMethod(follow))

    def begin(self) -> None:
        """Have everybody follow after the next paint."""
        other = [one for one in self._waiting if one not in self._followers]
        self._waiting = deque((*other, *self._followers))
        self._timer.start(AFTER_PAINT)

    def postpone(self, follow: Follow) -> None:
        """Have `follow` called once after the next paint, before all that waits already."""
        method = WeakMethod(follow)
        if method not in self._waiting:
            self._waiting.appendleft(method)
        self._timer.start(AFTER_PAINT)

    def finish(self) -> None:
        """Let everything follow that still waits, at once."""
        self._timer.stop()
        while self._waiting:
            self._call(self._waiting.popleft())

    def _go_on(self) -> None:
        next_one = self._waiting.popleft()
        if self._waiting:
            self._timer.start(0)
        self._call(next_one)

    def _call(self, method: WeakMethod[Follow]) -> None:
        follow = method()
        if follow is None:
            return
        try:
            follow()
        except UserError as error:
            self.trouble.emit(error)
