"""The files as a table: searched, filtered by class, sorted."""

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
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
from assessor.domain.merging.incoming import FileClass, Outcome
from resources.i18n import gettext as _
from ui.screens.merge.draft import FileLine
from ui.screens.merge.words import ICONS, OUTCOME_STATUSES, class_name, outcome_name
from ui.theme import Status, icon, status_colour

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
SORT: Final = Qt.ItemDataRole.UserRole
ROLE = Qt.ItemDataRole
URGENCY: Final = (
    Outcome.WAITS,
    Outcome.REFUSED,
    Outcome.TAKEN,
    Outcome.NOTHING_NEW,
    Outcome.SKIPPED,
)
"""What somebody must look at comes first."""
NUMBERS: Final = (4, 5)
"""Columns of figures, which stand at the right."""


class Column(IntEnum):
    """What stands in the columns."""

    KIND = 0
    FILE = 1
    REGION = 2
    ASSESSOR = 3
    REVISION = 4
    PROBLEMS = 5
    OUTCOME = 6


class FileModel(QAbstractTableModel):
    """One row for each file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[FileLine, ...] = ()
        # Worked out once: sorting and searching a season's files ask for them often.
        self._texts: tuple[tuple[str, ...], ...] = ()
        self._keys: tuple[tuple[int | str, ...], ...] = ()
        self._icons = {kind: icon(name) for kind, name in ICONS.items()}

    @property
    def lines(self) -> tuple[FileLine, ...]:
        """What is shown, in the order the files came."""
        return self._lines

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Show `lines`; the same files again keep their rows."""
        same = [one.report.path for one in lines] == [one.report.path for one in self._lines]
        if not same:
            self.beginResetModel()
        self._lines = tuple(lines)
        self._texts = tuple(map(_texts, self._lines))
        self._keys = tuple(map(_sort_keys, self._lines, self._texts))
        if same and lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))
        elif not same:
            self.endResetModel()

    def counts(self) -> Counter[FileClass]:
        """Return how many files there are of each class."""
        return Counter(one.report.kind for one in self._lines)

    def repaint(self) -> None:
        """Show signs and colours of another theme, and texts in another language."""
        self._icons = {kind: icon(name) for kind, name in ICONS.items()}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.show_lines(self._lines)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row for each file."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return text, sign and colour of a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == SORT:
            return self._keys[row][column]
        if role == ROLE.DisplayRole:
            return self._texts[row][column]
        line = self._lines[row]
        if role == ROLE.ToolTipRole:
            return line.report.path if column == Column.FILE else self._texts[row][column]
        return self._look(line, column, role)

    def found_by(self, row: int) -> str:
        """Return what a search looks at: file, region and assessor, in small letters."""
        keys = self._keys[row]
        return f"{keys[Column.FILE]} {keys[Column.REGION]} {keys[Column.ASSESSOR]}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role == ROLE.TextAlignmentRole and section in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != ROLE.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            _("What it is"),
            _("File"),
            _("Region"),
            _("Assessor"),
            _("Revision"),
            _("Problems"),
            _("What happens"),
        )[section]

    def _look(self, line: FileLine, column: int, role: int) -> object:
        if role == ROLE.DecorationRole and column == Column.KIND:
            return self._icons[line.report.kind]
        if role == ROLE.TextAlignmentRole and column in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == ROLE.ForegroundRole and (line.is_left_out or column == Column.OUTCOME):
            status = OUTCOME_STATUSES[line.report.outcome]
            return status_colour(Status.OPEN if line.is_left_out else status)
        return None


class FileFilter(QSortFilterProxyModel):
    """Lets through the files of one class, or all, that a search fits."""

    def __init__(self, model: FileModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._kind: FileClass | None = None
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def choose(self, kind: FileClass | None, search: str) -> None:
        """Show files of `kind`, None for all, in which every word of `search` occurs."""
        self.beginFilterChange()
        self._kind = kind
        self._words = tuple(search.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Say whether a file is shown."""
        report = self._model.lines[row].report
        if self._kind not in (None, report.kind):
            return False
        found = self._model.found_by(row) if self._words else ""
        return all(word in found for word in self._words)


def _texts(line: FileLine) -> tuple[str, ...]:
    report = line.report
    happens = (
        _("Left out by you")
        if line.is_left_out
        else outcome_name(report.outcome, is_done=line.is_done)
    )
    return (
        class_name(report.kind),
        Path(report.path).name,
        report.region or NOTHING,
        report.assessor or NOTHING,
        NOTHING if report.revision is None else str(report.revision),
        str(len(report.problems) or NOTHING),
        happens,
    )


def _sort_keys(line: FileLine, texts: tuple[str, ...]) -> tuple[int | str, ...]:
    report = line.report
    return (
        *(text.casefold() for text in texts[: Column.REVISION]),
        -1 if report.revision is None else report.revision,
        len(report.problems),
        # Whether it is left out does not move it: who presses Delete keeps the place.
        URGENCY.index(report.outcome),
    )
