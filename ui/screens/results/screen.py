"""The results as the window sees them: a widget, its menu entries, where to open."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.records import Participant
from ui.screen import Menu
from ui.screens.results.actions import ResultsActions
from ui.screens.results.desk import FEWEST, MOST, ResultsDesk
from ui.screens.results.needs import ResultsNeeds
from ui.screens.results.region_presenter import RegionPresenter
from ui.screens.results.robustness_presenter import RobustnessNeeds, RobustnessPresenter
from ui.screens.results.table_presenter import TablePresenter
from ui.screens.results.view import ResultsView


class ResultsScreen(QObject):
    """Owns view and presenters; the only one here who knows all of them."""

    def __init__(self, needs: ResultsNeeds) -> None:
        super().__init__()
        self._needs = needs
        self._view = ResultsView()
        self._desk = ResultsDesk(needs.workspace, needs.events, needs.tasks, self._view.isVisible)
        self.actions = ResultsActions(self._view, self._view.table)
        self._table = TablePresenter(self._desk, self._view.table, needs)
        self._robustness = RobustnessPresenter(
            self._view.robustness, RobustnessNeeds(needs.workspace, needs.events, needs.tasks)
        )
        self._region = RegionPresenter(self._desk, self._view, needs, self._robustness)
        self._connect()
        self.retranslate()

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return the screen's entries; the same actions every time."""
        actions = self.actions
        return {
            Menu.EDIT: (actions.copy,),
            Menu.REGION: (
                actions.jump,
                actions.compare,
                actions.next_region,
                actions.previous_region,
                actions.walk,
            ),
            Menu.VIEW: (
                actions.back,
                actions.next_tab,
                actions.previous_tab,
                actions.next_part,
                actions.previous_part,
                actions.switch,
            ),
        }

    def leave(self) -> tuple[str, ...]:
        """Nothing is typed here that could be lost."""
        return ()

    def close(self) -> None:
        """Wait for nothing any more: the workspace is closed."""
        self._desk.forget()
        self._robustness.forget()

    def show_round(self, round_id: RoundId) -> None:
        """Show the results of a round, all regions first. Raises RoundUnknown."""
        self._desk.show_round(round_id)
        if self._desk.round is not None:
            self._robustness.show_round(self._desk.round)
        self._table.show()
        self._show_table()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.actions.retranslate()
        self._view.retranslate()
        self._table.show()
        self._region.show_region()
        self._region.show_comparison()
        if self._view.shows_robustness:
            self._robustness.show()

    def _connect(self) -> None:
        actions, view = self.actions, self._view
        for action, do in (
            (actions.jump, self._jump),
            (actions.compare, lambda: self._compare(view.table.chosen())),
            (actions.copy, self._table.copy),
            (actions.next_region, lambda: self._step(1)),
            (actions.previous_region, lambda: self._step(-1)),
            (actions.back, self._show_table),
            (actions.walk, self._open_walk),
            (actions.next_tab, lambda: view.region.switch_tab(1)),
            (actions.previous_tab, lambda: view.region.switch_tab(-1)),
            (actions.next_part, lambda: view.focus_part(1)),
            (actions.previous_part, lambda: view.focus_part(-1)),
            (actions.switch, view.switch_page),
        ):
            action.triggered.connect(do)
        view.back_wanted.connect(self._open_walk)
        view.page_changed.connect(self._show_robustness)
        view.table.opened.connect(self._open)
        view.table.compare_wanted.connect(self._compare)
        view.region.back_wanted.connect(self._show_table)
        view.region.step_wanted.connect(self._step)
        view.comparison.back_wanted.connect(self._show_table)
        self._needs.events.language_changed.connect(self.retranslate)

    def _open(self, participant: Participant) -> None:
        self._desk.open(participant)
        self._view.table.choose((participant.id,))
        self._view.show_results(self._view.region)

    def _step(self, places: int) -> None:
        """Open the region above or below in the table, as it is sorted and filtered."""
        shown = [line.standing.participant for line in self._view.table.shown()]
        if not shown:
            return
        ids = [one.id for one in shown]
        open_ = self._desk.participant
        here = ids.index(open_.id) if open_ is not None and open_.id in ids else -1
        self._open(shown[max(0, min(here + places, len(shown) - 1))])

    def _compare(self, participants: Sequence[ParticipantId]) -> None:
        if FEWEST <= len(participants) <= MOST:
            self._desk.compare(participants)
            self._view.show_results(self._view.comparison)

    def _show_table(self) -> None:
        self._desk.leave_region()
        self._desk.leave_comparison()
        self._view.show_results(self._view.table)

    def _jump(self) -> None:
        self._show_table()
        self._view.table.jump()

    def _show_robustness(self) -> None:
        if self._view.shows_robustness:
            self._robustness.show()

    def _open_walk(self) -> None:
        if self._desk.round is not None:
            self._needs.open_walk(self._desk.round.id)
