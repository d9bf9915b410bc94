"""Texts that were refused: kept as they were typed, until they are saved or taken back."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from assessor.domain.errors import FileProblem, UserError

TRY_AGAIN: Final = 4000
"""Milliseconds between two attempts while it is the surroundings that refuse."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text to be saved."""

    target: Hashable
    """What it belongs to."""
    text: str
    token: str = ""
    """Of the stay in the field, by which undo takes the stay back as a whole."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that could not be saved, and why."""

    typed: Typed
    why: UserError


class UnsavedTexts(QObject):
    """Belongs to one field, which shows one of its targets at a time."""

    due = Signal(object)
    """The `Typed` to try again: what refused it may have passed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._refused: dict[Hashable, Refused] = {}
        self._timer = QTimer(self, interval=TRY_AGAIN, singleShot=True)
        self._timer.timeout.connect(self._try_passing)

    @property
    def all(self) -> tuple[Refused, ...]:
        """Everything that is not saved."""
        return tuple(self._refused.values())

    def at(self, target: Hashable) -> Refused | None:
        """Return what is not saved of `target`."""
        return self._refused.get(target)

    def keep(self, refused: Refused) -> None:
        """Keep a text, in place of an older one of the same target."""
        self._refused[refused.typed.target] = refused
        if isinstance(refused.why, FileProblem):
            self._timer.start()

    def drop(self, target: Hashable) -> None:
        """Forget a text: it is saved, or was taken back."""
        self._refused.pop(target, None)

    def try_again(self) -> None:
        """Offer everything once more."""
        for refused in self.all:
            self.due.emit(refused.typed)

    def _try_passing(self) -> None:
        for refused in self.all:
            if isinstance(refused.why, FileProblem):
                self.due.emit(refused.typed)
