"""Which database files this process has open.

Under POSIX, closing any descriptor of a file lets go of every lock that the process holds on it,
SQLite's too. A reader beside it would then take itself for the last one, and delete the
write-ahead log that the window is still writing. So nothing but SQLite may open a file held here.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

_HELD: Final[set[tuple[tuple[int, int], object]]] = set()
_GUARD: Final = threading.Lock()


def hold(path: Path) -> Callable[[], None]:
    """Note that this process has the database `path` open; return what notes its closing."""
    this = _identity(path), object()
    with _GUARD:
        _HELD.add(this)

    def let_go() -> None:
        with _GUARD:
            _HELD.discard(this)

    return let_go


def is_held(path: Path) -> bool:
    """Tell whether this process has the existing file `path` open as a database."""
    identity = _identity(path)
    with _GUARD:
        return any(one == identity for one, _holder in _HELD)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
