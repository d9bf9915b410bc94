"""A long list in two columns, which go on over pages: down the left one first, then the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from PySide6.QtGui import QPainter

from ui.printing.piece import Block, Piece, paint_stack, stacked_height


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Blocks that stay whole, below each other in two columns of one width."""

    blocks: tuple[Block, ...]
    between: float
    gap: float = 0.0

    def fit(self, width: float) -> Piece:
        """Lay each block out for half of the width; the columns are about equally long."""
        own = (width - self.between) / 2
        pieces = [block.fit(own) for block in self.blocks]
        return _columns(pieces, own + self.between, self.gap)


class _Columns:
    """Two stacks of pieces; the second begins `step` further right."""

    keeps_with_next = False

    def __init__(
        self, left: Sequence[Piece], right: Sequence[Piece], step: float, gap: float
    ) -> None:
        self._left, self._right = left, right
        self._step, self.gap = step, gap
        self.height = max(stacked_height(left), stacked_height(right))

    @property
    def least(self) -> float:
        return self._left[0].height if len(self._left) > 1 else self.height

    def split(self, room: float) -> tuple[Piece, Piece]:
        pieces = [*self._left, *self._right]
        left = _how_many(pieces, room)
        right = _how_many(pieces[left:], room)
        head = _Columns(pieces[:left], pieces[left : left + right], self._step, self.gap)
        return head, _columns(pieces[left + right :], self._step, 0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        paint_stack(painter, self._left, x, y)
        paint_stack(painter, self._right, x + self._step, y)


def _columns(pieces: Sequence[Piece], step: float, gap: float) -> _Columns:
    """Return the pieces in two columns, as short as they can be; the left one is the longer."""
    heights = list(accumulate(piece.gap + piece.height for piece in pieces))
    left = min(
        range(len(pieces), 0, -1),
        key=lambda count: max(heights[count - 1], heights[-1] - heights[count - 1]),
    )
    return _Columns(pieces[:left], pieces[left:], step, gap)


def _how_many(pieces: Sequence[Piece], room: float) -> int:
    """Return how many pieces fit below each other; the first needs no gap above it."""
    first = pieces[0].gap if pieces else 0.0
    heights = accumulate(piece.gap + piece.height for piece in pieces)
    return sum(1 for _height in takewhile(lambda height: height - first <= room, heights))
