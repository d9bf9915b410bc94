"""The walk as the window sees it: a widget, its menu entries, where to open."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from assessor.domain.ids import RoundId
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.messages import explain
from ui.preferences import Preferences
from ui.screen import Menu
from ui.screens.walk.actions import WalkActions
from ui.screens.walk.desk import Desk
from ui.screens.walk.evidence_presenter import EvidencePresenter
from ui.screens.walk.history_dialog import HistoryDialog
from ui.screens.walk.narrative_presenter import NarrativePresenter
from ui.screens.walk.programme_presenter import ProgrammePresenter
from ui.screens.walk.question_presenter import QuestionPresenter
from ui.screens.walk.region_presenter import RegionPresenter
from ui.screens.walk.result_presenter import ResultPresenter
from ui.screens.walk.review_presenter import ReviewPresenter
from ui.screens.walk.undo_presenter import UndoPresenter
from ui.screens.walk.view import WalkView


class WalkScreen(QObject):
    """Owns view and presenters; the only one here who knows all of them."""

    def __init__(
        self, workspace: Workspace, events: AppEvents, dialogs: Dialogs, surroundings: Surroundings
    ) -> None:
        super().__init__()
        self._view = WalkView(surroundings.new_id)
        self._desk = Desk(workspace, events)
        self.actions = WalkActions(self._view)
        self._regions = RegionPresenter(self._desk, self._view, dialogs, events)
        self._programmes = ProgrammePresenter(self._desk, self._view)
        self._questions = QuestionPresenter(self._desk, self._view)
        self._evidence = EvidencePresenter(self._desk, self._view, dialogs)
        self._narrative = NarrativePresenter(self._desk, self._view)
        self._review = ReviewPresenter(self._desk, self._view, dialogs)
        self._result = ResultPresenter(self._desk, self._view)
        self._undo = UndoPresenter(self._desk, self._view)
        self._connect(events)
        self.retranslate()

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return the walk's entries; the same actions every time."""
        actions = self.actions
        return {
            Menu.EDIT: (actions.undo, actions.redo),
            Menu.REGION: (
                actions.jump,
                actions.next_step,
                actions.previous_step,
                actions.lock,
                actions.reopen,
                actions.history,
                actions.taking_part,
            ),
            Menu.VIEW: (actions.next_part, actions.previous_part, actions.regions, actions.result),
        }

    def leave(self) -> tuple[str, ...]:
        """Save what is being typed; returns what could not be saved and why."""
        self._desk.leave()
        self._view.try_again()
        return self._view.unsaved()

    def show_round(self, round_id: RoundId) -> None:
        """Show the regions of a round, to be searched; none is open. Raises RoundUnknown."""
        self._desk.show_round(round_id)
        self._view.jump()

    def restore(self) -> bool:
        """Open round, region, step and question where the last session left them.

        A region whose step was not kept, or is none of its own, opens where something is missing.
        Returns whether there was such a place.
        """
        position = self._desk.workspace.positions.last()
        if position is None:
            return False
        known = {one.id for one in self._desk.workspace.rounds.all()}
        if position.round not in known:
            return False
        self._desk.show_round(position.round)
        for participant in self._desk.workspace.rounds.participants(position.round):
            if participant.id == position.participant:
                self._desk.open(participant)
                if position.step in self._desk.steps:
                    self._desk.go(position.step, position.key)
                else:
                    self._regions.go_where_it_was_left()
                self._view.focus_page()
        return True

    def restore_layout(self, preferences: Preferences) -> None:
        """Give the columns the widths they had."""
        for splitter in self._view.splitters():
            splitter.restoreState(preferences.geometry(splitter.objectName()))

    def keep_layout(self, preferences: Preferences) -> None:
        """Remember the widths of the columns."""
        for splitter in self._view.splitters():
            preferences.keep_geometry(splitter.objectName(), splitter.saveState())

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.actions.retranslate()
        self._view.retranslate()
        if self._desk.participant is None:
            self._desk.opened.emit()
        else:
            self._result.show()
            self._desk.went.emit()
            self._desk.settling.finish()

    def _connect(self, events: AppEvents) -> None:
        actions, view = self.actions, self._view
        for action, do in (
            (actions.undo, self._undo.undo),
            (actions.redo, self._undo.redo),
            (actions.jump, view.jump),
            (actions.next_step, self._go_to_next),
            (actions.previous_step, self._go_to_previous),
            (actions.next_part, view.focus_next_part),
            (actions.previous_part, view.focus_previous_part),
            (actions.lock, self._review.lock),
            (actions.reopen, self._review.reopen),
            (actions.history, self._show_history),
            (actions.taking_part, self._regions.change_taking_part),
            (actions.regions, view.toggle_regions),
            (actions.result, view.toggle_result),
        ):
            action.triggered.connect(do)
        self._undo.allowed.connect(self._allow_undo)
        self._desk.opened.connect(self._allow)
        self._desk.read_again.connect(self._allow)
        # What was said belongs to the place and the edit it was said about.
        for later in (self._desk.opened, self._desk.went, self._desk.read_again):
            later.connect(lambda *_news: view.tell(""))
        # Queued: what the same step clears is cleared by then.
        self._desk.trouble.connect(
            lambda error: view.tell(explain(error)), Qt.ConnectionType.QueuedConnection
        )
        view.steps.chosen.connect(self._choose_step)
        view.table.moved.connect(lambda _key: view.tell(""))
        events.language_changed.connect(self.retranslate)
        events.theme_changed.connect(view.repaint_icons)

    def _choose_step(self, step: str) -> None:
        self._desk.go(step)
        focus = QApplication.focusWidget()
        if focus is None or not self._view.steps.isAncestorOf(focus):
            # By the mouse: the next key is meant for the step, not for its tab.
            self._view.focus_page()

    def _go_to_next(self) -> None:
        self._desk.go_to_next()
        self._view.focus_page()

    def _go_to_previous(self) -> None:
        self._desk.go_to_previous()
        self._view.focus_page()

    def _allow_undo(self, can_undo: bool, can_redo: bool) -> None:
        self.actions.undo.setEnabled(can_undo)
        self.actions.redo.setEnabled(can_redo)

    def _allow(self) -> None:
        participant, assessment = self._desk.participant, self._desk.assessment
        self.actions.offer_taking_part(None if participant is None else participant.takes_part)
        is_locked = assessment is not None and assessment.is_locked
        self.actions.lock.setEnabled(assessment is not None and not is_locked)
        self.actions.reopen.setEnabled(is_locked)
        self.actions.history.setEnabled(assessment is not None)

    def _show_history(self) -> None:
        assessment, instrument = self._desk.assessment, self._desk.instrument
        if assessment is not None and instrument is not None:
            self.leave()
            assessments, opened = self._desk.workspace.assessments, assessment.id
            changes = self._desk.tried(lambda: assessments.history(opened))
            subjects = self._desk.tried(lambda: assessments.subjects(opened))
            if changes is not None and subjects is not None:
                HistoryDialog(self._view, changes, instrument, subjects).exec()
