"""Doing something in a dialog that keeps its caller waiting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

PATIENCE: Final = 10_000
"""Milliseconds; a dialog that nobody answered until then is closed, or the test would hang."""


@contextmanager
def during(kind: type[QDialog], do: Callable[[QWidget], object]) -> Iterator[None]:
    """Call `do` with the dialog that the block opens, as soon as it waits for its user."""
    done: list[bool] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and not done:
            done.append(True)
            try:
                do(dialog)
            except BaseException:
                # Whoever opened the dialog waits for it to be closed.
                dialog.close()
                raise

    with _every(5, act), _every(PATIENCE, _give_up):
        yield
    assert done, f"no {kind.__name__} was shown"


def _give_up() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


@contextmanager
def _every(milliseconds: int, do: Callable[[], None]) -> Iterator[None]:
    timer = QTimer(interval=milliseconds)
    timer.timeout.connect(do)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
