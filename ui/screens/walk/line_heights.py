"""How high the lines of questions are."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.screens.walk.lines import GroupLine, Line

MARGIN: Final = 6
"""Pixels around what stands in a cell."""
SMALL: Final = 0.86
"""Size of what stands above a question, in sizes of the question."""
MOST_LINES: Final = 3
"""Of a question's text in the table; the panel below shows it whole."""
WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class LineHeights:
    """How high lines are in one font; texts that were measured once are not measured again."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._above = QFontMetrics(small_font(font)).height()
        self._known: dict[tuple[str, int], int] = {}

    def of(self, line: Line, width: int) -> int:
        """Return the pixels that `line` needs when its question gets `width` of them."""
        if isinstance(line, GroupLine):
            return self._metrics.height() + MARGIN
        place = (line.text, width)
        if place not in self._known:
            self._known[place] = self._measure(line.text, width)
        return self._known[place] + (self._above if line.context else 0)

    def _measure(self, text: str, width: int) -> int:
        most = self._metrics.lineSpacing() * MOST_LINES
        room = QRect(0, 0, max(width - 2 * MARGIN, 1), most)
        needed = min(self._metrics.boundingRect(room, WRAP, text).height(), most)
        return needed + 2 * MARGIN


def small_font(font: QFont) -> QFont:
    """Return the font of what stands above a question in `font`."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * SMALL)
    return smaller
