"""All regions with a check box each, searched by name, province and kind."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from assessor.domain.ids import RegionId
from assessor.domain.records import Region, RegionKind
from resources.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
NAME, PROVINCE, COHORT = range(3)


class RegionModel(QAbstractTableModel):
    """One row for each region; those of another cohort cannot be checked in this one."""

    toggled = Signal(int, bool)
    """A region's id, and whether it shall be in the cohort."""

    def __init__(self, regions: tuple[Region, ...]) -> None:
        super().__init__()
        self.regions = regions
        self._cohorts: Mapping[RegionId, str] = {}
        self._chosen: frozenset[RegionId] = frozenset()

    def show_chosen(self, chosen: frozenset[RegionId], cohorts: Mapping[RegionId, str]) -> None:
        """Check `chosen`; `cohorts` names the cohort of every region that has one."""
        self._chosen, self._cohorts = chosen, cohorts
        if self.regions:
            last = self.index(len(self.regions) - 1, COHORT)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Read the headings again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, COHORT)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One row for each region."""
        return 0 if parent.isValid() else len(self.regions)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Name, province, cohort."""
        return 0 if parent.isValid() else COHORT + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text and check mark."""
        if not index.isValid():
            return None
        region = self.regions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (region.name, region.province, self._cohorts.get(region.id, ""))[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return _check_state(region.id in self._chosen)
        if role == Qt.ItemDataRole.ToolTipRole and self._is_elsewhere(region):
            return _("{region} is in the cohort {cohort}. Take it out there first.").format(
                region=region.name, cohort=self._cohorts[region.id]
            )
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a check mark was set or taken off; who listens decides."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        checked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.toggled.emit(self.regions[index.row()].id, checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A region of another cohort is shown, but cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        region = self.regions[index.row()]
        if self._is_elsewhere(region):
            return Qt.ItemFlag.ItemIsSelectable
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("Region"), _("Province"), _("Cohort"))[section]

    def _is_elsewhere(self, region: Region) -> bool:
        return region.id in self._cohorts and region.id not in self._chosen


def _check_state(is_checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked


class RegionFilter(QSortFilterProxyModel):
    """Shows the regions whose name or province holds every word searched for."""

    def __init__(self, model: RegionModel) -> None:
        super().__init__()
        self._regions = model
        self._words: tuple[str, ...] = ()
        self._kind: RegionKind | None = None
        self._only: frozenset[RegionId] | None = None
        self.setSourceModel(model)

    def search(self, text: str) -> None:
        """Show regions with every word of `text`."""
        self._words = tuple(text.upper().split())
        self.invalidate()

    def show_kind(self, kind: RegionKind | None) -> None:
        """Show one kind, or both for None."""
        self._kind = kind
        self.invalidate()

    def show_only(self, chosen: frozenset[RegionId] | None) -> None:
        """Show just these regions, or all for None."""
        if chosen != self._only:
            self._only = chosen
            self.invalidate()

    def shown(self) -> tuple[RegionId, ...]:
        """Return the regions that are shown now and can be chosen."""
        rows = [self.mapToSource(self.index(row, NAME)) for row in range(self.rowCount())]
        return tuple(
            self._regions.regions[index.row()].id
            for index in rows
            if self._regions.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
        )

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        """Compare the words with name and province."""
        region = self._regions.regions[source_row]
        if self._kind is not None and region.kind is not self._kind:
            return False
        if self._only is not None and region.id not in self._only:
            return False
        text = f"{region.name} {region.province.upper()} {region.code}"
        return all(word in text for word in self._words)
