"""What one job of printing makes once and uses again: fonts, and the layouts of figures."""

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Made = TypeVar("Made")


class _Shelf(threading.local):
    """Every thread has its own: Qt's fonts may be used by the thread that made them only."""

    things: dict[Hashable, Any] | None = None


_SHELF: Final = _Shelf()


@contextmanager
def keeping() -> Iterator[None]:
    """Keep what is made in the block, for this thread, and let go of it in the end.

    Nothing of Qt must outlive the thread or the application that it was made in.
    """
    before, _SHELF.things = _SHELF.things, {}
    try:
        yield
    finally:
        _SHELF.things = before


def kept(make: Callable[[*Given], Made], *given: *Given) -> Made:
    """Return what `make` makes of hashable arguments: the same again while things are kept."""
    things = _SHELF.things
    if things is None:
        return make(*given)
    key = (make, given)
    if key not in things:
        things[key] = make(*given)
    made: Made = things[key]
    return made
