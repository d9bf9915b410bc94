"""How firmly ranks stand, as a table that can be sorted."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assessor.domain.figures import show
from assessor.services.robustness import RankRobustness, RoundRobustness, Span
from resources.i18n import gettext as _
from ui.screens.results.robustness_words import alone_text, share_text, span_text

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
LAST: Final = 2**30
"""Sorts behind every rank."""


class Column(IntEnum):
    """What stands where."""

    RANK = 0
    REGION = 1
    FINAL = 2
    DRAWN = 3
    KEPT = 4
    LEFT_OUT = 5


class RobustnessModel(QAbstractTableModel):
    """One row for each ranked region."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[RankRobustness, ...] = ()
        self._draws = 1

    def show_found(self, found: RoundRobustness) -> None:
        """Show `found` in place of what was before, in the language in use."""
        self.beginResetModel()
        self._found, self._draws = found.regions, found.order.draws
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many regions are shown."""
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, order, accessible text and alignment."""
        if not index.isValid():
            return None
        found, column = self._found[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(found, column)
        if role == SORT_ROLE:
            return _order(found, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name, heading = found.participant.region.name, _headings()[column]
            return f"{name}, {heading}: {self._text(found, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _headings()[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(Column(section))
        return None

    def _text(self, found: RankRobustness, column: Column) -> str:
        match column:
            case Column.RANK:
                return str(found.rank)
            case Column.REGION:
                return found.participant.region.name
            case Column.FINAL:
                final = show(found.final)
                words = _("{final}, provisional")
                return words.format(final=final) if found.is_provisional else final
            case Column.DRAWN:
                return span_text(found.drawn)
            case Column.KEPT:
                return share_text(found.kept, self._draws)
            case Column.LEFT_OUT:
                return alone_text() if found.left_out is None else span_text(found.left_out)


def _headings() -> dict[Column, str]:
    return {
        Column.RANK: _("Rank"),
        Column.REGION: _("Region"),
        Column.FINAL: _("Final index"),
        Column.DRAWN: _("In 95 % of the draws"),
        Column.KEPT: _("Draws with this rank"),
        Column.LEFT_OUT: _("Any one assessor left out"),
    }


def _order(found: RankRobustness, column: Column) -> object:
    """Return what sorts a column; no figure is read from it."""
    return {
        Column.RANK: found.rank,
        Column.REGION: found.participant.region.name,
        Column.FINAL: int(found.final.scaleb(2)),
        Column.DRAWN: _width(found.drawn),
        Column.KEPT: found.kept,
        Column.LEFT_OUT: LAST if found.left_out is None else _width(found.left_out),
    }[column]


def _width(span: Span) -> int:
    """Return how far ranks move, the firmest first."""
    return span.worst - span.best


def _side(column: Column) -> Qt.AlignmentFlag:
    is_name = column is Column.REGION
    side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignHCenter
    return side | Qt.AlignmentFlag.AlignVCenter
