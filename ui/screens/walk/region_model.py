"""The regions of a round as a list model, and the filter over it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from assessor.domain.ids import ParticipantId
from assessor.domain.records import AssessmentState
from assessor.services.overview import RegionProgress
from resources.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex

PROGRESS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The whole `RegionProgress`."""
NO_PARENT: Final = QModelIndex()


class RegionState(StrEnum):
    """How far a region is, for people."""

    ABSENT = "absent"
    """It does not take part and is not scored."""
    NOT_STARTED = "not_started"
    DRAFT = "draft"
    FINAL = "final"


class Show(StrEnum):
    """Which regions the list shows."""

    ALL = "all"
    NOT_STARTED = "not_started"
    DRAFT = "draft"
    FINAL = "final"


def state_of(progress: RegionProgress) -> RegionState:
    """Return how far a region is."""
    if not progress.participant.takes_part:
        return RegionState.ABSENT
    if progress.state is AssessmentState.FINAL:
        return RegionState.FINAL
    return RegionState.DRAFT if progress.is_begun else RegionState.NOT_STARTED


def state_name(state: RegionState) -> str:
    """Return the state in the language in use."""
    return {
        RegionState.ABSENT: _("does not take part"),
        RegionState.NOT_STARTED: _("not started"),
        RegionState.DRAFT: _("in progress"),
        RegionState.FINAL: _("locked"),
    }[state]


class RegionModel(QAbstractListModel):
    """Regions in the order of official tables."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regions: list[RegionProgress] = []
        self._rows: dict[ParticipantId, int] = {}

    @property
    def locked(self) -> int:
        """How many regions are locked."""
        return sum(state_of(region) is RegionState.FINAL for region in self._regions)

    def show_regions(self, regions: Sequence[RegionProgress]) -> None:
        """Show all regions of a round."""
        self.beginResetModel()
        self._regions = list(regions)
        self._rows = {one.participant.id: row for row, one in enumerate(self._regions)}
        self.endResetModel()

    def show_region(self, region: RegionProgress) -> bool:
        """Show one region as it is now; returns whether its state is another one."""
        row = self._rows.get(region.participant.id)
        if row is None or self._regions[row] == region:
            return False
        before, self._regions[row] = self._regions[row], region
        self.dataChanged.emit(self.index(row), self.index(row))
        return state_of(before) is not state_of(region)

    def index_of(self, participant: ParticipantId | None) -> QModelIndex:
        """Return where a region stands, an invalid index where it is not in the round."""
        row = None if participant is None else self._rows.get(participant)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many regions there are."""
        return 0 if parent.isValid() else len(self._regions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for name and accessible text, and the record itself under PROGRESS_ROLE."""
        if not index.isValid():
            return None
        region = self._regions[index.row()]
        if role == PROGRESS_ROLE:
            return region
        if role == Qt.ItemDataRole.DisplayRole:
            return region.participant.region.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return described(region)
        return None


def described(region: RegionProgress) -> str:
    """Return everything the list shows of a region, in words."""
    words = _("{name}, {province}: {state}, {answered} of {total} questions").format(
        name=region.participant.region.name,
        province=region.participant.region.province,
        state=state_name(state_of(region)),
        answered=region.answered,
        total=region.total,
    )
    return ", ".join((words, _("changed since export"))) if region.changed_since_export else words


class RegionFilter(QSortFilterProxyModel):
    """Lets through what is searched for: part of the name, the code or the province."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._searched: tuple[str, ...] = ()
        self._show = Show.ALL

    def search(self, text: str) -> None:
        """Show regions that have every word of `text` in name, code or province."""
        self.beginFilterChange()
        self._searched = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def show_only(self, show: Show) -> None:
        """Show regions of one state."""
        self.beginFilterChange()
        self._show = show
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Return whether a region is let through."""
        progress = self.sourceModel().index(source_row, 0, source_parent).data(PROGRESS_ROLE)
        if self._show is not Show.ALL and state_of(progress) != self._show.value:
            return False
        region = progress.participant.region
        text = f"{region.name} {region.code} {region.province}".casefold()
        return all(word in text for word in self._searched)
