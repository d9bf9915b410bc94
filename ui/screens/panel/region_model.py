"""The regions of a round with how much of their panels has come in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    Qt,
)

from assessor.domain.ids import ParticipantId
from assessor.domain.records import Assessor
from assessor.services.panels import PanelCoverage
from resources.i18n import gettext as _
from ui.screens.panel.words import missing_text, sheets_text, to_settle_text
from ui.theme import Status
from ui.widgets.region_column import LINE_ROLE, NO_PARENT, PARTICIPANT_ROLE, Accept, Index
from ui.widgets.region_line import RegionLine
from ui.widgets.state_mark import Shape

COVERAGE_ROLE: Final = LINE_ROLE + 1
"""The whole `PanelCoverage`."""
ACCEPTS: Final[tuple[Accept, ...]] = (
    lambda _index: True,
    lambda index: bool(index.data(COVERAGE_ROLE).missing),
    lambda index: bool(index.data(COVERAGE_ROLE).to_settle),
)
"""What can be shown: all, those with sheets missing, those with something to settle."""


class RegionModel(QAbstractListModel):
    """Regions in the order of official tables."""

    def __init__(self) -> None:
        super().__init__()
        self._regions: tuple[PanelCoverage, ...] = ()
        self._everybody: tuple[Assessor, ...] = ()

    @property
    def regions(self) -> tuple[PanelCoverage, ...]:
        """What is shown."""
        return self._regions

    def show_regions(self, regions: Sequence[PanelCoverage], everybody: Sequence[Assessor]) -> None:
        """Show all regions of a round, in which `everybody` scores."""
        before, new = self._regions, tuple(regions)
        self._everybody = tuple(everybody)
        if [one.participant.id for one in before] != [one.participant.id for one in new]:
            self.beginResetModel()
            self._regions = new
            self.endResetModel()
            return
        self._regions = new
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def index_of(self, participant: ParticipantId | None) -> QModelIndex:
        """Return where a region stands, an invalid index where it is not in the round."""
        for row, region in enumerate(self._regions):
            if region.participant.id == participant:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many regions there are."""
        return 0 if parent.isValid() else len(self._regions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for name and accessible text, the record and the line to paint."""
        if not index.isValid():
            return None
        region = self._regions[index.row()]
        plain = {
            COVERAGE_ROLE: region,
            PARTICIPANT_ROLE: region.participant,
            Qt.ItemDataRole.DisplayRole: region.participant.region.name,
        }
        if role in plain:
            return plain[role]
        if role == LINE_ROLE:
            return self._line(region)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._described(region)
        return None

    def _line(self, coverage: PanelCoverage) -> RegionLine:
        shape, status = _sign(coverage)
        # Where a name follows, there is no room for the reason; the region itself gives it.
        is_short = coverage.is_hidden and coverage.missing
        first = _("hidden") if is_short else to_settle_text(coverage)
        words = [first, *reversed(self._lacking(coverage))]
        if not coverage.present:
            words = [_("no sheet yet")]
        figure = _("{present} of {expected}").format(
            present=len(coverage.present), expected=coverage.expected
        )
        return RegionLine(coverage.participant.region, figure, shape, status, " · ".join(words))

    def _lacking(self, coverage: PanelCoverage) -> list[str]:
        is_told = coverage.is_provisional and not coverage.is_hidden
        provisional = _("provisional") if is_told else ""
        return [text for text in (provisional, missing_text(coverage, self._everybody)) if text]

    def _described(self, coverage: PanelCoverage) -> str:
        region = coverage.participant.region
        parts = (
            f"{region.name}, {region.province}",
            sheets_text(coverage),
            to_settle_text(coverage) if coverage.present else "",
            *self._lacking(coverage),
        )
        return "\n".join(part for part in parts if part)


def _sign(coverage: PanelCoverage) -> tuple[Shape, Status]:
    if not coverage.present:
        return Shape.EMPTY, Status.OPEN
    if coverage.is_hidden:
        return Shape.EMPTY, Status.LOCKED
    if coverage.to_settle or coverage.missing or coverage.is_provisional:
        return Shape.HALF, Status.NOTICE
    return Shape.TICK, Status.DONE
