"""The first page: all regions of the round in one table, searched, filtered, sorted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import ParticipantId
from resources.i18n import gettext as _
from ui.building import hint, named, narrow_box
from ui.screens.results.columns import Fixed
from ui.screens.results.lines import NOTHING_YET, Line, ResultsTable, State
from ui.screens.results.model import LINE_ROLE, ResultsFilter
from ui.screens.results.table_view import ResultsTableView
from ui.theme import Status, set_role
from ui.widgets.message_page import MessagePage
from ui.widgets.search_field import SearchField
from ui.widgets.steady_choice import SteadyChoice

STATES: Final = (
    (frozenset(State), False),
    (frozenset({State.FINAL}), False),
    (frozenset({State.PROVISIONAL}), False),
    (frozenset({State.EMPTY}), False),
    (frozenset(State), True),
)
"""What the entries of the second filter let through."""


class TablePage(QWidget):
    """Layout and what was asked for; decides nothing."""

    opened = Signal(object)
    """The `Participant` to show."""
    compare_wanted = Signal(tuple)
    """The ids of the participants to put side by side."""
    copy_wanted = Signal()
    selection_changed = Signal()
    filtered = Signal()
    """Other regions are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_page")
        self.filter = ResultsFilter(self)
        self.search = named(SearchField(), "results_search")
        self.search.setClearButtonEnabled(True)
        self._cohort = named(SteadyChoice(), "results_cohort")
        self._state = named(SteadyChoice(), "results_state")
        self.compare = named(QPushButton(), "results_compare")
        self.copy = named(QPushButton(), "results_copy")
        self.table = named(ResultsTableView(self.filter), "results_table")
        self._notice = named(QLabel(), "results_notice")
        self._notice.setWordWrap(True)
        set_role(self._notice, Status.NOTICE)
        self._message = MessagePage("results_message")
        self._stack = QStackedWidget()
        self._count, self._absent = named(hint(), "results_count"), named(hint(), "results_absent")
        self._lay_out()
        self._connect()

    def show_table(self, table: ResultsTable) -> None:
        """Show the regions of a round; what was chosen and sorted stays."""
        chosen = self.chosen()
        is_first = not self.filter.results.columns
        self.filter.results.show_table(table)
        self._offer_cohorts(table)
        self.table.measure()
        if is_first:
            self.table.sortByColumn(
                self.filter.results.column_of(Fixed.RANK), Qt.SortOrder.AscendingOrder
            )
        self.choose(chosen)
        was_waiting = self._stack.currentWidget() is self._message
        self._stack.setCurrentWidget(self.table)
        if was_waiting and self.isVisible() and not self.search.hasFocus():
            self.table.setFocus()

    def say_instead(self, text: str, *, is_reading: bool = False) -> None:
        """Say why there is no table."""
        self.filter.results.show_table(NOTHING_YET)
        self._message.say(text, is_reading=is_reading)
        self._stack.setCurrentWidget(self._message)

    def say(self, notice: str, count: str, absent: str) -> None:
        """Say what the figures lack, how many regions are shown, and who does not take part."""
        for label, text in ((self._notice, notice), (self._count, count), (self._absent, absent)):
            label.setText(text)
            label.setToolTip(text)
            label.setVisible(bool(text))

    def shown(self) -> tuple[Line, ...]:
        """Return the lines that are shown, as they are sorted."""
        rows = range(self.filter.rowCount())
        return tuple(self.filter.index(row, 0).data(LINE_ROLE) for row in rows)

    def chosen(self) -> tuple[ParticipantId, ...]:
        """Return the regions that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(
            self.filter.index(row, 0).data(LINE_ROLE).standing.participant.id for row in rows
        )

    def choose(self, participants: Sequence[ParticipantId]) -> None:
        """Select regions, as far as they are shown."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        for place, participant in enumerate(participants):
            row = self.filter.results.row_of(participant)
            index = QModelIndex() if row is None else self._shown_index(row)
            if index.isValid():
                selection.setCurrentIndex(index, flags.NoUpdate)
                selection.select(
                    index, flags.Rows | (flags.Select if place else flags.ClearAndSelect)
                )

    def jump(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return (self.search, self.table)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.search.setPlaceholderText(_("Search region (Ctrl+K)"))
        self.search.setAccessibleName(_("Search for a region by name, code or province"))
        self._cohort.setAccessibleName(_("Which cohort is shown"))
        self._cohort.setItemText(0, _("All cohorts"))
        self._state.setAccessibleName(_("Which states are shown"))
        names = (
            _("All states"),
            _("Only final"),
            _("Only provisional"),
            _("Without an index"),
            _("Assessors missing"),
        )
        for place, name in enumerate(names):
            self._state.setItemText(place, name)
        self.compare.setText(_("Com&pare"))
        self.compare.setToolTip(
            _("Select two to four regions: with Ctrl and the mouse, or with Shift and the arrows.")
        )
        self.copy.setText(_("Cop&y table"))
        self.copy.setToolTip(
            _("Copies all regions that are shown; Ctrl+C in the table copies those selected.")
        )
        self.table.setAccessibleName(_("Results of the round"))
        self._message.retranslate()

    def _shown_index(self, row: int) -> QModelIndex:
        return self.filter.mapFromSource(self.filter.results.index(row, 0))

    def _offer_cohorts(self, table: ResultsTable) -> None:
        names = dict.fromkeys(line.standing.participant.cohort.name for line in table.lines)
        if [self._cohort.itemData(place) for place in range(1, self._cohort.count())] != [*names]:
            self._cohort.clear()
            self._cohort.addItem(_("All cohorts"), "")
            for name in names:
                self._cohort.addItem(name, name)
        self._cohort.setVisible(len(names) > 1)
        self.table.has_cohorts = len(names) > 1

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search_for)
        self.search.returnPressed.connect(lambda: self._open(self.filter.index(0, 0)))
        self.search.down_pressed.connect(self.table.setFocus)
        self.search.left.connect(self._give_up)
        self._cohort.currentIndexChanged.connect(self._filter_cohort)
        self._state.currentIndexChanged.connect(self._filter_states)
        self.table.activated.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.chosen()))
        self.copy.clicked.connect(self.copy_wanted)

    def _search_for(self, text: str) -> None:
        self.filter.search(text)
        self.filtered.emit()

    def _filter_cohort(self) -> None:
        self.filter.show_cohort(self._cohort.currentData() or "")
        self.filtered.emit()

    def _filter_states(self, place: int) -> None:
        states, is_incomplete_only = STATES[place]
        self.filter.show_states(states, is_incomplete_only=is_incomplete_only)
        self.filtered.emit()

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if line is not None:
            self.opened.emit(line.standing.participant)

    def _give_up(self) -> None:
        self.search.clear()
        self.table.setFocus()

    def _lay_out(self) -> None:
        for box in (self._cohort, self._state):
            narrow_box(box).setMinimumContentsLength(12)
        self._cohort.addItem("", "")
        for _entry in STATES:
            self._state.addItem("")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._message)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        for part in (self._cohort, self._state, self.compare, self.copy):
            above.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self._notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._absent)
