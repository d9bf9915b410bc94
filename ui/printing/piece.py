"""What stands on a page: pieces that know their height and where they can be divided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class Piece(Protocol):
    """Something laid out for one width."""

    @property
    def height(self) -> float:
        """On paper, as a whole."""

    @property
    def gap(self) -> float:
        """What stays free above it, except at the top of a page."""

    @property
    def keeps_with_next(self) -> bool:
        """Whether it must not be the last on a page while something follows."""

    @property
    def least(self) -> float:
        """The smallest room into which a first part of it fits: `height` where it stays whole."""

    def split(self, room: float) -> "tuple[Piece, Piece]":
        """Return the part that fits into `room`, at least `least` and less than `height`; the rest.

        Both together are the whole piece.
        """

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner there."""


class Block(Protocol):
    """What a piece is made of, before its width is known."""

    def fit(self, width: float) -> Piece:
        """Lay it out for `width`."""


class Whole:
    """Base of pieces that are never divided."""

    height: float
    gap: float = 0.0
    keeps_with_next: bool = False

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> tuple[Piece, Piece]:
        """Refuse: who breaks pages asks `least` before."""
        raise ValueError(room)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of a given height, painted by a function that is told where."""

    height: float
    draw: Callable[[QPainter, QRectF], None]
    gap: float = 0.0

    def fit(self, width: float) -> Piece:
        """Return it as wide as there is room."""
        return _FittedDrawing(self, width)


class _FittedDrawing(Whole):
    def __init__(self, drawing: Drawing, width: float) -> None:
        self.height, self.gap = drawing.height, drawing.gap
        self._width, self._draw = width, drawing.draw

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        self._draw(painter, QRectF(x, y, self._width, self.height))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Beside:
    """Stacks of blocks next to each other; `shares` say how the width is divided."""

    stacks: tuple[Sequence[Block], ...]
    shares: tuple[float, ...]
    between: float
    gap: float = 0.0

    def fit(self, width: float) -> Piece:
        """Lay each stack out for its share of the width."""
        room = width - self.between * (len(self.stacks) - 1)
        widths = [room * share / sum(self.shares) for share in self.shares]
        stacks = [
            [block.fit(own) for block in stack]
            for stack, own in zip(self.stacks, widths, strict=True)
        ]
        return _FittedBeside(stacks, widths, self)


class _FittedBeside(Whole):
    def __init__(
        self, stacks: Sequence[Sequence[Piece]], widths: Sequence[float], beside: Beside
    ) -> None:
        self._stacks, self._widths, self._between = stacks, widths, beside.between
        self.gap = beside.gap
        self.height = max(stacked_height(stack) for stack in stacks)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for stack, width in zip(self._stacks, self._widths, strict=True):
            paint_stack(painter, stack, x, y)
            x += width + self._between


def stacked_height(pieces: Sequence[Piece]) -> float:
    """Return how high the pieces are below each other; the first needs no gap above it."""
    return sum(piece.height for piece in pieces) + sum(piece.gap for piece in pieces[1:])


def paint_stack(painter: QPainter, pieces: Sequence[Piece], x: float, y: float) -> None:
    """Paint the pieces below each other."""
    for place, piece in enumerate(pieces):
        y += piece.gap if place else 0
        piece.paint(painter, x, y)
        y += piece.height
