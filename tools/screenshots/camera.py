"""Pictures of widgets at rest, as PNG of few colours: small, and sharp where there is text."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

REST: Final = 300
"""Milliseconds; by then all that follows from opening a place is painted."""
COLOURS: Final = 256
"""As many as a byte tells apart."""
ROUGH: Final = 0xF8
"""The bits of a channel by which colours are counted; those that differ less are taken as one."""
SMALLEST: Final = 0
"""Qt's "quality" of a PNG: the smaller, the longer it is packed."""


def rest(is_at_work: Callable[[], bool]) -> None:
    """Let the window come to rest."""
    while True:
        resting = QEventLoop()
        QTimer.singleShot(REST, resting.quit)
        resting.exec()
        if not is_at_work():
            return


def take(shown: QWidget, target: Path) -> None:
    """Keep what `shown` looks like. Raises OSError where it cannot be written."""
    image = in_few_colours(shown.grab().toImage())
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target), quality=SMALLEST):
        raise OSError(target)


def in_few_colours(image: QImage) -> QImage:
    """Return the image in the colours that most of it has, each pixel in the nearest of them."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), dtype=np.uint32) & 0xFFFFFF
    exact, numbers = np.unique(pixels, return_counts=True)
    if len(exact) > COLOURS:
        rough = exact & (ROUGH << 16 | ROUGH << 8 | ROUGH)
        most = [group[numbers[group].argmax()] for group in _groups(rough)]
        weights = np.array([numbers[rough == rough[place]].sum() for place in most])
        exact = exact[np.array(most)[weights.argsort()[::-1][:COLOURS]]]
    table = [0xFF000000 | int(colour) for colour in exact]
    flags = Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _groups(rough: "np.ndarray[tuple[int], np.dtype[np.uint32]]") -> list[np.ndarray]:
    """Return the places of each rough colour."""
    order = rough.argsort(kind="stable")
    borders = np.flatnonzero(np.diff(rough[order])) + 1
    return np.split(order, borders)
