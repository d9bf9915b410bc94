"""What a panel says, question by question, as a table: every assessor's value side by side."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QPalette

from assessor.domain.records import Assessor
from assessor.domain.score import AnswerKey
from assessor.services.panels import RegionPanel
from resources.i18n import gettext as _
from resources.i18n import language
from ui.screens.panel.answer_lines import AnswerLine, Heading, Line, Show, lines_of
from ui.screens.panel.words import (
    STATUSES,
    counted_value,
    exact,
    score_in_cell,
    score_in_words,
    standpoint_text,
)
from ui.theme import status_colour

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


class Fixed(IntEnum):
    """The columns around those of the assessors, which follow QUESTION; the rest come last."""

    QUESTION = 0
    MEAN = -4
    SPREAD = -3
    COUNTS = -2
    STANDPOINT = -1


LAST: Final = (Fixed.MEAN, Fixed.SPREAD, Fixed.COUNTS, Fixed.STANDPOINT)


class AnswerModel(QAbstractTableModel):
    """Lines of questions under headings; read-only, what is settled goes through the service."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.assessors: tuple[Assessor, ...] = ()
        self._finals: tuple[str, ...] = ()
        self._headings: tuple[str, ...] = ()

    def show_panel(self, region: RegionPanel | None, show: Show) -> None:
        """Show a region's panel, or nothing."""
        self.beginResetModel()
        self.lines = () if region is None else lines_of(region, show)
        people = () if region is None else region.assessments
        self.assessors = tuple(one.assessor for one in people)
        self._finals = () if region is None else _finals(region)
        self._headings = tuple(one.name for one in self.assessors)
        self.endResetModel()

    def shorten_names(self, headings: Sequence[str]) -> None:
        """Show `headings` over the assessors' columns, their names where there is room."""
        self._headings = tuple(headings)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(headings))

    def answer(self, row: int) -> AnswerLine | None:
        """Return the question in `row`, None at a heading and outside."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, AnswerLine) else None

    def row_of(self, key: AnswerKey | None) -> int | None:
        """Return the row of a question, None where it is not shown."""
        rows = (row for row in self.answer_rows() if self.key_at(row) == key)
        return next(rows, None)

    def key_at(self, row: int) -> AnswerKey | None:
        """Return what the question in `row` is asked for by."""
        line = self.answer(row)
        return None if line is None else line.answer.key

    def answer_rows(self) -> list[int]:
        """Return the rows that are no headings."""
        return [row for row, one in enumerate(self.lines) if isinstance(one, AnswerLine)]

    def column(self, fixed: Fixed) -> int:
        """Return where a column stands."""
        return fixed if fixed >= 0 else self.columnCount() + fixed

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else 1 + len(self.assessors) + len(LAST)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read only; disabled ones would be too pale for that."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.answer(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, tooltip, accessible text, alignment, colour and weight."""
        line = self.lines[index.row()] if index.isValid() else None
        if isinstance(line, Heading):
            return _of_heading(line, index.column(), role)
        if line is None:
            return None
        answer = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._explained,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.TextAlignmentRole: self._side,
            Qt.ItemDataRole.ForegroundRole: self._colour,
            Qt.ItemDataRole.FontRole: self._weight,
        }.get(Qt.ItemDataRole(role))
        return None if answer is None else answer(line, index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns; an assessor's own index stands in the tooltip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Fixed.QUESTION:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        place = section - 1
        if 0 <= place < len(self.assessors):
            return {
                Qt.ItemDataRole.DisplayRole: self._headings[place],
                Qt.ItemDataRole.ToolTipRole: self._finals[place],
            }.get(Qt.ItemDataRole(role))
        fixed = Fixed.QUESTION if section == 0 else Fixed(section - self.columnCount())
        short, long = _header(fixed)
        return {
            Qt.ItemDataRole.DisplayRole: short,
            Qt.ItemDataRole.ToolTipRole: long,
        }.get(Qt.ItemDataRole(role))

    def _text(self, line: AnswerLine, column: int) -> str:
        answer = line.answer
        place = column - 1
        if 0 <= place < len(self.assessors):
            return score_in_cell(answer.said[place][1])
        if column == Fixed.QUESTION:
            return line.question.text.in_language(language())
        return {
            Fixed.MEAN: exact(answer.mean),
            Fixed.SPREAD: str(answer.spread),
            Fixed.COUNTS: exact(counted_value(answer)),
            Fixed.STANDPOINT: standpoint_text(answer.standpoint),
        }[Fixed(column - self.columnCount())]

    def _explained(self, line: AnswerLine, column: int) -> str:
        place = column - 1
        if 0 <= place < len(self.assessors):
            who, score = line.answer.said[place]
            return f"{who.name}: {score_in_words(score)}"
        return self._text(line, column)

    def _spoken(self, line: AnswerLine, column: int) -> str:
        if 0 <= column - 1 < len(self.assessors):
            return self._explained(line, column)
        heading = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{heading}: {self._text(line, column)}"

    def _side(self, _line: AnswerLine, column: int) -> Qt.AlignmentFlag | None:
        return None if column == Fixed.QUESTION else Qt.AlignmentFlag.AlignCenter

    def _colour(self, line: AnswerLine, column: int) -> QBrush | None:
        is_standpoint = column == self.column(Fixed.STANDPOINT)
        return QBrush(status_colour(STATUSES[line.answer.standpoint])) if is_standpoint else None

    def _weight(self, line: AnswerLine, column: int) -> QFont | None:
        return _bold() if self._is_outlying(line, column) else None

    def _is_outlying(self, line: AnswerLine, column: int) -> bool:
        """Whether a cell is what a lead looks for: a value at an end of a wide spread, or N/A."""
        place = column - 1
        if not line.answer.is_apart or not 0 <= place < len(self.assessors):
            return False
        points = [one.points for _who, one in line.answer.said if one.points is not None]
        score = line.answer.said[place][1]
        return score.is_not_applicable or score.points in (min(points), max(points))


def _of_heading(line: Heading, column: int, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and column == 0:
        return line.text
    if role == Qt.ItemDataRole.BackgroundRole:
        return QGuiApplication.palette().brush(QPalette.ColorRole.AlternateBase)
    return _bold() if role == Qt.ItemDataRole.FontRole else None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _finals(region: RegionPanel) -> tuple[str, ...]:
    return tuple(
        _("{name}: {index} alone").format(
            name=one.assessor.name, index=exact(region.individual[one.id].final)
        )
        for one in region.assessments
    )


def _header(fixed: Fixed) -> tuple[str, str]:
    """Return the word that fits over the column, and what it means."""
    return {
        Fixed.QUESTION: (_("Question"), _("Question")),
        Fixed.MEAN: (_("Mean"), _("Mean of the assessors' values; not applicable drops out")),
        Fixed.SPREAD: (_("Spread"), _("The highest value less the lowest")),
        Fixed.COUNTS: (
            _("Counts"),
            _("What the index is made of: the settled value, else the mean"),
        ),
        Fixed.STANDPOINT: (_("Moderation"), _("How far the panel has come with it")),
    }[fixed]
