"""Letters, lines and colours of the papers; ink on white, whatever the theme of the screen."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from ui.printing.kept import kept
from ui.printing.page import points

FAMILIES: Final = ("Arial", "Liberation Sans", "Arimo", "Nimbus Sans", "Helvetica", "DejaVu Sans")
"""Arial as the ministry's letters have it, else the ones that are as wide as it."""

PAPER: Final = "#ffffff"
BLACK: Final = "#000000"
INK: Final = "#1f2a37"
QUIET: Final = "#52606d"
ALERT: Final = "#9c1c1c"
RULE: Final = "#7fb0dd"
LETTERHEAD: Final = "#2e75b6"
BAND: Final = "#bdd7ee"
HEADING: Final = "#ddebf7"
SECTION: Final = "#eef5fb"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks; `size` in points, `leading` the pitch of lines in sizes."""

    size: float = 9
    is_bold: bool = False
    is_italic: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ink: str = INK
    leading: float = 1.25

    @property
    def pitch(self) -> float:
        """From one line to the next, on paper."""
        return points(self.size * self.leading)

    @property
    def font(self) -> QFont:
        """The font for lengths on paper."""
        return paper_font(self.size, is_bold=self.is_bold, is_italic=self.is_italic)


def paper_font(size: float, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
    """Return the papers' font of `size` points, in pixels that are units of paper."""
    return kept(_font, size, is_bold, is_italic)


def _font(size: float, is_bold: bool, is_italic: bool) -> QFont:
    font = QFont(list(FAMILIES))
    font.setPixelSize(round(points(size)))
    font.setBold(is_bold)
    font.setItalic(is_italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    return font
