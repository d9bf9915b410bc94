"""The table of results as a model, and what sorts, filters and searches it."""

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from assessor.domain.figures import NOTHING
from assessor.domain.ids import ParticipantId
from resources.i18n import gettext as _
from ui.screens.results.columns import Column, Fixed
from ui.screens.results.lines import NOTHING_YET, STATUSES, Line, ResultsTable, State, state_text
from ui.theme import status_colour

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
SORT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""A number or a name to sort by."""
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2
"""The whole `Line`."""
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_FIGURE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_WORDS: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ResultsModel(QAbstractTableModel):
    """One row for each region that takes part, in the order of official tables."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = NOTHING_YET
        self._lines: tuple[Line, ...] = ()
        self._is_descending = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines."""
        return self._lines

    @property
    def columns(self) -> tuple[Column, ...]:
        """What the lines have."""
        return self._table.columns

    def show_table(self, table: ResultsTable) -> None:
        """Show `table` in place of the one before."""
        self.beginResetModel()
        self._table, self._lines = table, table.lines
        self.endResetModel()

    def sort_downwards(self, *, is_descending: bool) -> None:
        """Give `SORT_ROLE` for that direction: what has no figure comes last in both."""
        self._is_descending = is_descending

    def column_of(self, kind: Fixed) -> int:
        """Return where a column stands."""
        return [column.kind for column in self.columns].index(kind)

    def row_of(self, participant: ParticipantId) -> int | None:
        """Return where a region stands; None where it is not there."""
        return next(
            (
                row
                for row, line in enumerate(self._lines)
                if line.standing.participant.id == participant
            ),
            None,
        )

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many regions there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns the round has."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Answer from what was worked out before; sorting asks often."""
        row = index.row()
        if row < 0:
            return None
        line = self._lines[row]
        if role == SORT_ROLE:
            keys = line.descending if self._is_descending else line.ascending
            return keys[index.column()]
        if role == _DISPLAY:
            return line.texts[index.column()]
        return self._dressing(line, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name and explain the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.heading()}\n{column.described()}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WORDS if column.is_words else _FIGURE
        return None

    def _dressing(self, line: Line, place: int, role: int) -> object:
        column = self.columns[place]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WORDS if column.is_words else _FIGURE
        if role == Qt.ItemDataRole.ForegroundRole and column.kind is Fixed.STATE:
            return status_colour(STATUSES[line.state])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.texts[self.column_of(Fixed.REGION)]}, {self._spoken(line, place)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._described(line)
        return None

    def _spoken(self, line: Line, place: int) -> str:
        text = line.texts[place]
        nothing = _("none") if text == NOTHING else text
        return f"{self.columns[place].heading()}: {nothing}"

    def _described(self, line: Line) -> str:
        participant = line.standing.participant
        parts = [
            f"{participant.region.name} · {participant.region.province}",
            participant.cohort.name,
            _explained(line.state),
        ]
        return "\n".join(parts)


class ResultsFilter(QSortFilterProxyModel):
    """Sorts by `SORT_ROLE`; lets through what is searched for and belongs to what is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._searched: tuple[str, ...] = ()
        self._cohort = ""
        self._states: frozenset[State] = frozenset(State)
        self._is_incomplete_only = False
        self._results = ResultsModel(self)
        self.setSourceModel(self._results)
        self.setSortRole(SORT_ROLE)

    @property
    def results(self) -> ResultsModel:
        """The model behind it."""
        return self._results

    def search(self, text: str) -> None:
        """Show regions that have every word of `text` in name, code or province."""
        self.beginFilterChange()
        self._searched = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def show_cohort(self, cohort: str) -> None:
        """Show the regions of one cohort; "" shows all."""
        self.beginFilterChange()
        self._cohort = cohort
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def show_states(self, states: frozenset[State], *, is_incomplete_only: bool = False) -> None:
        """Show regions in one of these states, or of them only those that lack assessors."""
        self.beginFilterChange()
        self._states, self._is_incomplete_only = states, is_incomplete_only
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort, what has no figure last; equal ones stay in the order of official tables."""
        self._results.sort_downwards(is_descending=order is Qt.SortOrder.DescendingOrder)
        super().sort(column, order)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Return whether a region is let through."""
        del source_parent
        line = self._results.lines[source_row]
        for word in self._searched:
            if word not in line.haystack:
                return False
        standing = line.standing
        if self._cohort and standing.participant.cohort.name != self._cohort:
            return False
        if self._is_incomplete_only and standing.present >= standing.expected:
            return False
        return line.state in self._states


def _explained(state: State) -> str:
    if state is State.HIDDEN:
        return _(
            "You have begun this region and not locked your assessment of it: its figures are "
            "hidden from you until you do, and no rank counts it."
        )
    if state is State.PROVISIONAL:
        return _("Provisional: something is not scored yet, or an assessment is not locked.")
    return state_text(state)
