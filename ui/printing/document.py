"""Pieces onto pages: nothing is cut off, no page is empty, every page says which it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.printing.page import PageSetup, mm
from ui.printing.piece import Block, Piece
from ui.printing.style import ALERT, QUIET, RULE, TextStyle, paper_font

RUNNING: Final = TextStyle(size=7.5, ink=QUIET)
STAMP_SIZE: Final = 11
STAMP_HEIGHT: Final = mm(6)
FROM_EDGE: Final = mm(6)
"""Between the running lines and the content."""


class Placed(NamedTuple):
    """A piece on a page, and how far below the upper margin."""

    piece: Piece
    y: float


@dataclass(frozen=True, slots=True)
class Running:
    """What stands outside the content of every page of a document."""

    header: str = ""
    """Above it from the second page on; the first has its title."""
    footer: str = ""
    stamp: str = ""
    """In a box at the upper right: what nobody may overlook, "SEMENTARA"."""
    is_numbered: bool = True
    """Whether "Halaman 1 dari 2" stands below."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, laid out whole."""

    setup: PageSetup
    placed: tuple[Placed, ...]
    running: Running
    number: int
    total: int

    def paint(self, painter: QPainter) -> None:
        """Paint it in units of paper, the sheet's upper left corner at 0, 0."""
        content = self.setup.content
        _paint_running(painter, self)
        for piece, y in self.placed:
            piece.paint(painter, content.left(), content.top() + y)


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed as one: a title for the file, and pages that count from 1."""

    title: str
    pages: tuple[Page, ...]


def lay_out(title: str, blocks: Iterable[Block], setup: PageSetup, running: Running) -> Document:
    """Break `blocks` onto as many pages as they need, at least one.

    The document is painted in the thread that laid it out: Qt's fonts are no thread's but one's.
    """
    content = setup.content
    pieces = [block.fit(content.width()) for block in blocks]
    pages = _Breaking(content.height()).broken(pieces)
    return Document(
        title,
        tuple(
            Page(setup, tuple(placed), running, number, len(pages))
            for number, placed in enumerate(pages, start=1)
        ),
    )


class _Breaking:
    """Fills one page after the other."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._pages: list[list[Placed]] = [[]]
        self._used = 0.0

    def broken(self, pieces: Sequence[Piece]) -> list[list[Placed]]:
        for place, piece in enumerate(pieces):
            if self._pages[-1] and self._used + _needed(pieces[place:]) > self._room:
                self._turn()
            self._place(piece)
        return self._pages

    def _place(self, piece: Piece) -> None:
        while True:
            y = self._used + (piece.gap if self._pages[-1] else 0)
            if y + piece.height <= self._room:
                break
            head, piece = piece.split(self._room - y)
            self._pages[-1].append(Placed(head, y))
            self._turn()
        self._pages[-1].append(Placed(piece, y))
        self._used = y + piece.height

    def _turn(self) -> None:
        self._pages.append([])
        self._used = 0.0


def _needed(pieces: Sequence[Piece]) -> float:
    """Return the least room for the first piece and all that must stand on its page."""
    room = 0.0
    for piece in pieces:
        if not piece.keeps_with_next:
            return room + piece.gap + piece.least
        room += piece.gap + piece.height
    return room


def _paint_running(painter: QPainter, page: Page) -> None:
    content, running = page.setup.content, page.running
    bottom = QRectF(content.left(), content.bottom() + mm(3), content.width(), mm(5))
    painter.setPen(QPen(QColor(RULE), mm(0.2)))
    painter.setFont(RUNNING.font)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if running.footer:
        painter.drawLine(bottom.topLeft(), bottom.topRight())
        painter.setPen(QColor(RUNNING.ink))
        painter.drawText(bottom, left, running.footer)
    painter.setPen(QColor(RUNNING.ink))
    if running.is_numbered:
        painter.drawText(bottom, right, f"Halaman {page.number} dari {page.total}")
    top = QRectF(content.left(), content.top() - FROM_EDGE - mm(3), content.width(), STAMP_HEIGHT)
    if page.number > 1:
        painter.drawText(top, left, running.header)
    if running.stamp:
        _paint_stamp(painter, top, running.stamp)


def _paint_stamp(painter: QPainter, top: QRectF, words: str) -> None:
    font = paper_font(STAMP_SIZE, is_bold=True)
    painter.setFont(font)
    width = painter.boundingRect(top, 0, words).width() + mm(5)
    box = QRectF(top.right() - width, top.top(), width, top.height())
    painter.setPen(QPen(QColor(ALERT), mm(0.4)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
