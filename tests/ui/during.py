"""Doing something in a dialog that keeps its caller waiting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget


@contextmanager
def during(kind: type[QDialog], do: Callable[[QWidget], object]) -> Iterator[None]:
    """Call `do` with the dialog that the block opens, as soon as it waits for its user."""
    done: list[bool] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            done.append(True)
            do(dialog)

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(act)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
    assert done, f"no {kind.__name__} was shown"
