"""The regions of a round as a list model, and which of them can be shown."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from assessor.domain.ids import ParticipantId
from assessor.domain.records import AssessmentState
from assessor.services.overview import RegionProgress
from resources.i18n import gettext as _
from ui.theme import Status
from ui.widgets.region_column import LINE_ROLE, NO_PARENT, PARTICIPANT_ROLE, Accept, Index
from ui.widgets.region_line import RegionLine
from ui.widgets.state_mark import Shape

PROGRESS_ROLE: Final = LINE_ROLE + 1
"""The whole `RegionProgress`."""


class RegionState(StrEnum):
    """How far a region is, for people."""

    ABSENT = "absent"
    """It does not take part and is not scored."""
    NOT_STARTED = "not_started"
    DRAFT = "draft"
    FINAL = "final"


SIGNS: Final = {
    RegionState.ABSENT: (Shape.BAR, Status.OPEN),
    RegionState.NOT_STARTED: (Shape.EMPTY, Status.OPEN),
    RegionState.DRAFT: (Shape.HALF, Status.NOTICE),
    RegionState.FINAL: (Shape.TICK, Status.DONE),
}


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


def _only(state: RegionState) -> Accept:
    return lambda index: state_of(index.data(PROGRESS_ROLE)) is state


ACCEPTS: Final[tuple[Accept, ...]] = (
    lambda _index: True,
    _only(RegionState.NOT_STARTED),
    _only(RegionState.DRAFT),
    _only(RegionState.FINAL),
)
"""What can be shown: all regions, or those of one state."""


class RegionModel(QAbstractListModel):
    """Regions in the order of official tables."""

    def __init__(self) -> None:
        super().__init__()
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
        """Answer for name and accessible text, the record and the line to paint."""
        if not index.isValid():
            return None
        region = self._regions[index.row()]
        plain = {
            PROGRESS_ROLE: region,
            PARTICIPANT_ROLE: region.participant,
            Qt.ItemDataRole.DisplayRole: region.participant.region.name,
        }
        if role in plain:
            return plain[role]
        if role == LINE_ROLE:
            return _line(region)
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


def _line(progress: RegionProgress) -> RegionLine:
    state = state_of(progress)
    shape, status = SIGNS[state]
    words = state_name(state)
    if progress.changed_since_export:
        words = " · ".join((words, _("changed since export")))
    figure = f"{progress.answered}/{progress.total}"
    return RegionLine(progress.participant.region, figure, shape, status, words)
