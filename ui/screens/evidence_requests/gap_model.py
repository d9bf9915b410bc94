"""Regions with how much evidence is missing of each; those that can be asked can be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor.domain.ids import ParticipantId
from assessor.services.evidence_requests import EvidenceGaps
from resources.i18n import gettext as _
from resources.i18n import ngettext

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class GapModel(QAbstractListModel):
    """One row for each region taking part, in the order of official tables."""

    ticked_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[EvidenceGaps, ...] = ()
        self._ticked: set[ParticipantId] = set()

    def show_gaps(self, gaps: Sequence[EvidenceGaps]) -> None:
        """Show these regions; what is ticked stays so where something is still missing."""
        self.beginResetModel()
        self._rows = tuple(gaps)
        self._ticked &= {one.participant.id for one in self._rows if is_asked_for(one)}
        self.endResetModel()
        self.ticked_changed.emit()

    def gaps_at(self, index: Index) -> EvidenceGaps | None:
        """Return the region in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def first_asked_for(self) -> QModelIndex:
        """Return the first region of which something is missing, else the first of all."""
        rows = (row for row, one in enumerate(self._rows) if is_asked_for(one))
        return self.index(next(rows, 0))

    def ticked(self) -> tuple[EvidenceGaps, ...]:
        """Return the regions that are ticked."""
        return tuple(one for one in self._rows if one.participant.id in self._ticked)

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick every region that can be, or none."""
        asked_for = {one.participant.id for one in self._rows if is_asked_for(one)}
        self._ticked = asked_for if is_ticked else set()
        self._tell()

    def can_be_ticked(self) -> int:
        """Return of how many regions something is missing."""
        return sum(is_asked_for(one) for one in self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many regions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with name and number, and with the tick."""
        one = self.gaps_at(index)
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{one.participant.region.name} – {_gap(one)}"
        if role == Qt.ItemDataRole.CheckStateRole and is_asked_for(one):
            is_ticked = one.participant.id in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick."""
        one = self.gaps_at(index)
        if one is None or role != Qt.ItemDataRole.CheckStateRole or not is_asked_for(one):
            return False
        is_ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._ticked.add if is_ticked else self._ticked.discard)(one.participant.id)
        self._tell()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only those be ticked of which something is missing."""
        one = self.gaps_at(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can = one is not None and is_asked_for(one)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._tell()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked_changed.emit()


def is_asked_for(one: EvidenceGaps) -> bool:
    """Return whether there is something to ask the region for."""
    return one.claims is not None and one.claims.items > 0


def _gap(one: EvidenceGaps) -> str:
    if one.claims is None:
        return _("shown once your own assessment is locked")
    number = one.claims.items
    if number == 0:
        return _("nothing is missing")
    return ngettext(
        "{number} claim without evidence", "{number} claims without evidence", number
    ).format(number=number)
