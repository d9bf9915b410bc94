"""The panels as the window sees them: a widget, its menu entries, where to open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.records import Participant
from assessor.services.workspace import Workspace
from ui.events import AppEvents
from ui.preferences import Preferences
from ui.screen import Menu
from ui.screens.panel.actions import PanelActions
from ui.screens.panel.agreement_presenter import AgreementPresenter
from ui.screens.panel.desk import PanelDesk
from ui.screens.panel.panel_presenter import PanelPresenter
from ui.screens.panel.region_presenter import RegionPresenter
from ui.screens.panel.settle_presenter import SettlePresenter
from ui.screens.panel.view import PanelView
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class PanelNeeds:
    """What the screen is given."""

    workspace: Workspace
    events: AppEvents
    tasks: Tasks
    open_walk: Callable[[RoundId, Participant | None], None]
    """Leads to the scoring of a round, at a region's own assessment where one is named."""


class PanelScreen(QObject):
    """Owns view and presenters; the only one here who knows all of them."""

    def __init__(self, needs: PanelNeeds) -> None:
        super().__init__()
        self._needs = needs
        self._view = PanelView()
        self._desk = PanelDesk(needs.workspace, needs.events, needs.tasks, self._view.isVisible)
        self.actions = PanelActions(self._view)
        self._regions = RegionPresenter(self._desk, self._view.panels)
        self._panel = PanelPresenter(self._desk, self._view.panels)
        self._settle = SettlePresenter(self._desk, self._view.panels)
        self._agreement = AgreementPresenter(self._desk, self._view)
        self._connect(needs.events)
        self.retranslate()

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return the screen's entries; the same actions every time."""
        actions = self.actions
        return {
            Menu.REGION: (
                actions.jump,
                actions.next_open,
                actions.previous_open,
                actions.walk,
            ),
            Menu.VIEW: (actions.next_part, actions.previous_part, actions.switch),
        }

    def leave(self) -> tuple[str, ...]:
        """Nothing is lost: what is typed and not settled stays where it was typed."""
        return ()

    def close(self) -> None:
        """Wait for nothing any more: the workspace is closed."""
        self._desk.forget()

    def show_round(self, round_id: RoundId, participant: ParticipantId | None = None) -> None:
        """Show the panels of a round, one of its regions open. Raises RoundUnknown."""
        self._desk.show_round(round_id)
        for one in self._needs.workspace.rounds.participants(round_id):
            if one.id == participant and one.takes_part:
                self._desk.open(one)
        self._view.show_panels()
        self._view.panels.regions.view.setFocus()

    def restore_layout(self, preferences: Preferences) -> None:
        """Give the parts the sizes they had."""
        for splitter in self._view.panels.splitters():
            splitter.restoreState(preferences.geometry(splitter.objectName()))

    def keep_layout(self, preferences: Preferences) -> None:
        """Remember the sizes of the parts."""
        for splitter in self._view.panels.splitters():
            preferences.keep_geometry(splitter.objectName(), splitter.saveState())

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.actions.retranslate()
        self._view.retranslate()
        self._regions.show()
        self._panel.show()
        self._settle.show()
        self._agreement.show()

    def _connect(self, events: AppEvents) -> None:
        actions, view = self.actions, self._view
        for action, do in (
            (actions.jump, self._jump),
            (actions.next_open, lambda: view.panels.table.go_to_open(1)),
            (actions.previous_open, lambda: view.panels.table.go_to_open(-1)),
            (actions.walk, self._open_walk),
            (actions.next_part, view.focus_next_part),
            (actions.previous_part, view.focus_previous_part),
            (actions.switch, view.switch_page),
        ):
            action.triggered.connect(do)
        view.back_wanted.connect(self._open_walk)
        view.panels.walk_wanted.connect(self._open_own)
        events.language_changed.connect(self.retranslate)
        events.theme_changed.connect(self._panel.show)

    def _jump(self) -> None:
        self._view.show_panels()
        self._view.panels.jump()

    def _open_walk(self) -> None:
        if self._desk.round is not None:
            self._needs.open_walk(self._desk.round.id, None)

    def _open_own(self) -> None:
        if self._desk.round is not None:
            self._needs.open_walk(self._desk.round.id, self._desk.participant)
