"""Tables that flow over pages row by row, their heading repeated on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.printing.page import mm
from ui.printing.piece import Piece
from ui.printing.style import HEADING, RULE, TextStyle
from ui.printing.text import Paragraph, Span

PADDING: Final = (mm(1.4), mm(0.65))
"""Between a cell's edges and its text, beside and above it."""
RULE_WIDTH: Final = mm(0.15)
STAYS_WHOLE: Final = mm(60)
"""Rows up to this height are not divided between two pages."""


@dataclass(frozen=True, slots=True)
class Column:
    """Either of a fixed width, or with a share of what the fixed ones leave."""

    width: float = 0.0
    share: float = 0.0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table's cell, over `columns` of them."""

    text: str | Sequence[Span] = ""
    columns: int = 1
    align: Qt.AlignmentFlag | None = None
    """The column's own where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; plain text stands for an ordinary cell."""

    cells: tuple[Cell | str, ...]
    fill: str = ""
    is_bold: bool = False
    keeps_with_next: bool = False
    least_height: float = 0.0
    """For rows that people write in by hand."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, the rows of the heading, and the rows below."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    style: TextStyle = field(default_factory=TextStyle)
    gap: float = 0.0
    is_ruled: bool = True
    """Whether lines stand between the cells."""

    def fit(self, width: float) -> Piece:
        """Share the width out and lay every cell out."""
        free = width - sum(column.width for column in self.columns)
        shares = sum(column.share for column in self.columns) or 1
        widths = [column.width + free * column.share / shares for column in self.columns]
        heading = [replace(row, fill=row.fill or HEADING, is_bold=True) for row in self.head]
        return _FittedTable(
            [self._fitted(row, widths) for row in heading],
            [self._fitted(row, widths) for row in self.rows],
            self.gap,
        )

    def _fitted(self, row: Row, widths: Sequence[float]) -> "_FittedRow":
        edges = (0.0, *accumulate(widths))
        cells, first = [], 0
        for one in row.cells:
            cell = Cell(one) if isinstance(one, str) else one
            left, right = edges[first], edges[first + cell.columns]
            align = self.columns[first].align if cell.align is None else cell.align
            style = replace(self.style, align=align, is_bold=row.is_bold or self.style.is_bold)
            text = Paragraph(cell.text, style).fit(right - left - 2 * PADDING[0])
            cells.append(_FittedCell(left, right - left, text))
            first += cell.columns
        return _FittedRow(row, cells, is_ruled=self.is_ruled)


@dataclass(frozen=True, slots=True)
class _FittedCell:
    x: float
    width: float
    text: Piece


class _FittedRow:
    def __init__(self, row: Row, cells: Sequence[_FittedCell], *, is_ruled: bool) -> None:
        self._row, self._cells, self._is_ruled = row, cells, is_ruled
        self.keeps_with_next = row.keeps_with_next
        needed = max(cell.text.height for cell in cells) + 2 * PADDING[1]
        self.height = max(needed, row.least_height)

    @property
    def least(self) -> float:
        if self.height <= STAYS_WHOLE:
            return self.height
        return max(cell.text.least for cell in self._cells) + 2 * PADDING[1]

    def split(self, room: float) -> tuple["_FittedRow", "_FittedRow"]:
        nothing = Paragraph("").fit(0)
        parts = [
            (cell, cell.text.split(room - 2 * PADDING[1]))
            if cell.text.height + 2 * PADDING[1] > room
            else (cell, (cell.text, nothing))
            for cell in self._cells
        ]
        heads = [_FittedCell(cell.x, cell.width, head) for cell, (head, _tail) in parts]
        tails = [_FittedCell(cell.x, cell.width, tail) for cell, (_head, tail) in parts]
        return (
            _FittedRow(self._row, heads, is_ruled=self._is_ruled),
            _FittedRow(self._row, tails, is_ruled=self._is_ruled),
        )

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for cell in self._cells:
            box = QRectF(x + cell.x, y, cell.width, self.height)
            if self._row.fill:
                painter.fillRect(box, QColor(self._row.fill))
            if self._is_ruled:
                painter.setPen(QPen(QColor(RULE), RULE_WIDTH))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
            cell.text.paint(painter, x + cell.x + PADDING[0], y + PADDING[1])


class _FittedTable:
    keeps_with_next = False

    def __init__(self, head: Sequence[_FittedRow], rows: Sequence[_FittedRow], gap: float) -> None:
        self._head, self._rows, self.gap = head, rows, gap

    @property
    def height(self) -> float:
        return sum(row.height for row in self._all())

    @property
    def least(self) -> float:
        """The heading, rows that belong to the next one, and the least of that."""
        room = sum(row.height for row in self._head)
        for row in self._rows:
            if not row.keeps_with_next:
                return room + row.least
            room += row.height
        return room

    def split(self, room: float) -> tuple[Piece, Piece]:
        used = sum(row.height for row in self._head)
        count = 0
        for row in self._rows:
            if used + row.height > room:
                break
            used += row.height
            count += 1
        fitting, rest = list(self._rows[:count]), list(self._rows[count:])
        if rest and rest[0].least < rest[0].height and used + rest[0].least <= room:
            head, tail = rest[0].split(room - used)
            fitting, rest = [*fitting, head], [tail, *rest[1:]]
        else:
            while fitting[-1].keeps_with_next:
                rest.insert(0, fitting.pop())
        return _FittedTable(self._head, fitting, self.gap), _FittedTable(self._head, rest, 0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for row in self._all():
            row.paint(painter, x, y)
            y += row.height

    def _all(self) -> Iterator[_FittedRow]:
        yield from self._head
        yield from self._rows
