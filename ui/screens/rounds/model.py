"""The rounds as a table."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from assessor.domain.figures import NOTHING, show_date
from assessor.domain.records import Round
from resources.i18n import gettext as _
from resources.i18n import language

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
COLUMNS: Final = 5


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round and how far I am with it."""

    round: Round
    regions: int
    """Regions that take part."""
    started: int
    locked: int


class RoundsModel(QAbstractTableModel):
    """One row for each round."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[RoundLine, ...] = ()

    def show_lines(self, lines: tuple[RoundLine, ...]) -> None:
        """Show `lines` in place of those before."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One row for each round."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Name, year, days, regions, progress."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell, and the letter it belongs to."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and line.round.letter_number:
            return _("Letter {number}").format(number=line.round.letter_number)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("Round"), _("Year"), _("Evaluated"), _("Regions"), _("My assessments"))[section]


def _texts(line: RoundLine) -> tuple[str, ...]:
    name = line.round.name
    if line.round.is_demonstration:
        name = _("{name} (demonstration, scores are invented)").format(name=name)
    year = " ".join(part for part in (str(line.round.year), line.round.stage) if part)
    progress = _("{started} begun, {locked} locked").format(
        started=line.started, locked=line.locked
    )
    return (name, year, _days(line.round), str(line.regions), progress)


def _days(shown: Round) -> str:
    days = [day for day in (shown.starts_on, shown.ends_on) if day is not None]
    return " – ".join(show_date(day, language()) for day in days) or NOTHING
