"""The change log of an assessment: who set what, when, from what to what, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.edits import Field, LoggedChange, Value, Via, value_score
from assessor.domain.figures import NOTHING
from assessor.domain.instrument import Instrument
from assessor.domain.records import AssessmentState
from resources.i18n import gettext as _
from resources.i18n import language
from ui.screens.walk.question_model import score_text
from ui.screens.walk.region_model import RegionState, state_name

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
SIZE: Final = (900, 480)
COLUMNS: Final = 6


class HistoryModel(QAbstractTableModel):
    """Logged changes in words, the newest first."""

    def __init__(
        self, changes: Sequence[LoggedChange], instrument: Instrument, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rows = [_row(change, instrument) for change in changes]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many changes there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text and tooltip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (_("When"), _("Who"), _("What"), _("Before"), _("After"), _("Why"))
            return names[section]
        return None


class HistoryDialog(QDialog):
    """Shows the log; nothing can be changed in it."""

    def __init__(
        self, parent: QWidget, changes: Sequence[LoggedChange], instrument: Instrument
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history_dialog")
        self.setWindowTitle(_("History"))
        self.table = QTableView()
        self.table.setObjectName("history_table")
        self.table.setAccessibleName(_("Changes, the newest first"))
        self.table.setModel(HistoryModel(changes, instrument, self))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("close")
        close.setText(_("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self.resize(*SIZE)


def _row(change: LoggedChange, instrument: Instrument) -> tuple[str, ...]:
    what = _what(change, instrument)
    if change.via is not Via.EDIT:
        via = _("undone") if change.via is Via.UNDO else _("redone")
        what = f"{what} ({via})"
    return (
        f"{change.at.astimezone():%Y-%m-%d %H:%M:%S}",
        NOTHING if change.who is None else change.who.name,
        what,
        _shown(change.address.field, change.old),
        _shown(change.address.field, change.new),
        change.reason or "",
    )


def _what(change: LoggedChange, instrument: Instrument) -> str:
    key = change.address.answer
    name = field_name(change.address.field)
    question = None if key is None else instrument.questions.get(key.question)
    return name if question is None else f"{name}: {question.text.in_language(language())}"


def field_name(field: Field) -> str:
    """Return the name of what was set, in the language in use."""
    return {
        Field.SCORE: _("Score"),
        Field.NOTE: _("Note"),
        Field.MARK: _("Mark"),
        Field.PROGRAMME_NOTE: _("Note on a programme"),
        Field.NARRATIVE: _("Narrative"),
        Field.PROGRAMME_PRESENCE: _("Programme in the list"),
        Field.PROGRAMME_NAME: _("Name of a programme"),
        Field.PROGRAMME_PILLAR: _("Pillar of a programme"),
        Field.PROGRAMME_ORDER: _("Order of the programmes"),
        Field.EVIDENCE_PRESENCE: _("Evidence in the list"),
        Field.STATE: _("State"),
        Field.TAKING_PART: _("Takes part"),
    }[field]


def _shown(field: Field, value: Value) -> str:
    if field is Field.SCORE:
        return score_text(value_score(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field is Field.STATE:
        is_final = value == AssessmentState.FINAL
        return state_name(RegionState.FINAL if is_final else RegionState.DRAFT)
    if isinstance(value, list):
        return str(len(value))
    return NOTHING if value in (None, "") else str(value)
