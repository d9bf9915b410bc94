"""The change log of an assessment: who set what, when, from what to what, and why."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QTableView, QVBoxLayout, QWidget

from assessor.domain.edits import (
    Field,
    FieldAddress,
    LoggedChange,
    Subjects,
    Value,
    Via,
    value_score,
)
from assessor.domain.figures import NOTHING, show_date
from assessor.domain.ids import EvidenceId, ProgrammeId
from assessor.domain.instrument import Instrument
from assessor.domain.records import AssessmentState, NarrativeSection
from resources.i18n import gettext as _
from resources.i18n import language
from ui.building import closing_button, fit_to_screen, named
from ui.screens.walk.narrative_page import section_name
from ui.screens.walk.question_model import score_text
from ui.screens.walk.region_model import RegionState, state_name

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
SIZE: Final = (1000, 520)
COLUMNS: Final = 6
WHAT: Final = 2
"""The column that names the question: it gets the room that the others leave."""
LEAST_WHAT: Final = 150
MOST: Final = 190
"""Pixels; a note or a reason takes no more of the line than this by itself, or its share of it."""


class HistoryModel(QAbstractTableModel):
    """Logged changes in words, the newest first."""

    def __init__(
        self,
        changes: Sequence[LoggedChange],
        instrument: Instrument,
        subjects: Subjects,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        words = _Words(instrument, subjects)
        self._rows = [words.row(change) for change in changes]

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
            return (
                _("When"),
                _("Who"),
                _("What"),
                _("Old value"),
                _("New value"),
                _("Why"),
            )[section]
        return None


class HistoryDialog(QDialog):
    """Shows the log; nothing can be changed in it."""

    def __init__(
        self,
        parent: QWidget,
        changes: Sequence[LoggedChange],
        instrument: Instrument,
        subjects: Subjects,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history_dialog")
        self.setWindowTitle(_("History"))
        self.table = _HistoryTable(HistoryModel(changes, instrument, subjects, self))
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(closing_button(self))
        fit_to_screen(self, *SIZE)
        self.table.setFocus()


class _HistoryTable(QTableView):
    """Each column as wide as it needs at first; all can be dragged, Tab leaves the table."""

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        named(self, "history_table").setAccessibleName(_("Changes, the newest first"))
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.resizeColumnsToContents()
        most = min(MOST, self.screen().availableSize().width() // COLUMNS)
        for column in range(1, COLUMNS):
            self.setColumnWidth(column, min(self.columnWidth(column), most))
        self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what the window wins to the column that names the question, or take it there."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(one) for one in range(COLUMNS) if one != WHAT)
        self.setColumnWidth(WHAT, max(LEAST_WHAT, self.viewport().width() - others))


class _Words:
    """Words the changes of one assessment."""

    def __init__(self, instrument: Instrument, subjects: Subjects) -> None:
        self._instrument = instrument
        self._subjects = subjects

    def row(self, change: LoggedChange) -> tuple[str, ...]:
        """Return what the columns say of a change."""
        return (
            _moment(change.at),
            NOTHING if change.who is None else change.who.name,
            self._what(change),
            _shown(change.address.field, change.old),
            _shown(change.address.field, change.new),
            change.reason or "",
        )

    def _what(self, change: LoggedChange) -> str:
        what = ": ".join((field_name(change.address.field), *self._about(change.address)))
        if change.via is Via.EDIT:
            return what
        via = _("undone") if change.via is Via.UNDO else _("redone")
        return f"{what} ({via})"

    def _about(self, address: FieldAddress) -> Iterator[str]:
        """Yield programme, list, question and evidence of a field, as far as it has them."""
        piece = self._subjects.evidence.get(EvidenceId(address.subject))
        programme = address.programme or ProgrammeId(address.subject)
        question = None if address.answer is None else address.answer.question
        if piece is not None:
            programme, question = piece.programme or programme, piece.question
        if programme in self._subjects.programmes:
            yield self._subjects.programmes[programme]
        if address.field is Field.NARRATIVE:
            yield section_name(NarrativeSection(address.subject))
        if question is not None and question in self._instrument.questions:
            yield self._instrument.questions[question].text.in_language(language())
        if piece is not None:
            yield piece.title


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
        Field.PUBLISHED_TABLE: _("Published table"),
    }[field]


def _moment(at: dt.datetime) -> str:
    """Return date and time of day where this machine stands."""
    local = at.astimezone()
    return f"{show_date(local.date(), language())} {local:%H:%M:%S}"


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
