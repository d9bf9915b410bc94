"""Paragraphs that flow over pages line by line, never less than two of them alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.printing.kept import kept
from ui.printing.piece import Piece
from ui.printing.style import TextStyle

LINE_BREAK: Final = "\N{LINE SEPARATOR}"
TOGETHER: Final = 2
"""Lines of a paragraph that stay together at a page's end and at the next one's beginning."""
SHORT: Final = 40
"""Characters of figures, headings and names: many of them stand on every page of a round."""


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a paragraph that looks different."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one style, with parts that are bold or italic; a newline begins a new line in it."""

    text: str | Sequence[Span]
    style: TextStyle = field(default_factory=TextStyle)
    gap: float = 0.0
    """Above it."""
    indent: float = 0.0
    """Of all its lines."""
    mark: str = ""
    """Stands in the indent of the first line: "1.", "–"."""
    keeps_with_next: bool = False

    def fit(self, width: float) -> Piece:
        """Break it into lines."""
        room = width - self.indent
        if isinstance(self.text, str) and len(self.text) <= SHORT:
            layout = kept(_plain_layout, self.text, self.style, room)
        else:
            spans = [Span(self.text)] if isinstance(self.text, str) else self.text
            layout = _laid_out(spans, self.style, room)
        return _Lines(self, layout, (0, layout.lineCount()))


class _Lines:
    """Some lines of a paragraph, from one to before another."""

    def __init__(self, paragraph: Paragraph, layout: QTextLayout, lines: tuple[int, int]) -> None:
        self._paragraph, self._layout = paragraph, layout
        self._first, self._end = lines
        self._pitch = paragraph.style.pitch
        self.gap = paragraph.gap if self._first == 0 else 0.0
        self.keeps_with_next = paragraph.keeps_with_next and self._end == layout.lineCount()

    @property
    def height(self) -> float:
        return (self._end - self._first) * self._pitch

    @property
    def least(self) -> float:
        """Two lines, or all of three: else one would stand alone on the next page."""
        lines = self._end - self._first
        return self.height if lines <= TOGETHER + 1 else TOGETHER * self._pitch

    def split(self, room: float) -> tuple[Piece, Piece]:
        at = min(self._first + int(room / self._pitch), self._end - TOGETHER)
        return (
            _Lines(self._paragraph, self._layout, (self._first, at)),
            _Lines(self._paragraph, self._layout, (at, self._end)),
        )

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        style = self._paragraph.style
        painter.setPen(QColor(style.ink))
        if self._paragraph.mark and self._first == 0:
            first = self._layout.lineAt(0)
            painter.setFont(style.font)
            painter.drawText(QPointF(x, y + _baseline(first, self._pitch)), self._paragraph.mark)
        x += self._paragraph.indent
        for number in range(self._first, self._end):
            line = self._layout.lineAt(number)
            line.draw(painter, QPointF(x, y + (number - self._first) * self._pitch))


def _plain_layout(text: str, style: TextStyle, width: float) -> QTextLayout:
    return _laid_out([Span(text)], style, width)


def _laid_out(spans: Sequence[Span], style: TextStyle, width: float) -> QTextLayout:
    layout = QTextLayout("".join(span.text for span in spans).replace("\n", LINE_BREAK), style.font)
    option = QTextOption(style.align)
    option.setUseDesignMetrics(True)
    # A word that is longer than its line is broken, not cut off.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(spans))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # The lines stand apart when they are painted; here each is centred in its own pitch.
        line.setPosition(QPointF(0, _baseline(line, style.pitch) - line.ascent()))
    layout.endLayout()
    return layout


def _baseline(line: QTextLine, pitch: float) -> float:
    """Return where the letters of a line stand, from the top of its pitch."""
    return (pitch - line.ascent() - line.descent()) / 2 + line.ascent()


def _formats(spans: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for span in spans:
        if span.is_bold or span.is_italic:
            look = QTextCharFormat()
            if span.is_bold:
                look.setFontWeight(700)
            look.setFontItalic(span.is_italic)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, _units(span.text), look
            formats.append(part)
        start += _units(span.text)
    return formats


def _units(text: str) -> int:
    """Return how long Qt takes a text to be: it counts UTF-16."""
    return len(text.encode("utf-16-le")) // 2


CENTRED: Final = Qt.AlignmentFlag.AlignHCenter
JUSTIFIED: Final = Qt.AlignmentFlag.AlignJustify
RIGHT: Final = Qt.AlignmentFlag.AlignRight
