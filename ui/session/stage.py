"""Where the screens of a workspace are shown, and what they are built from."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from assessor.domain.ids import RoundId
from assessor.domain.records import Participant
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screen import Screen
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Frame:
    """What stays when another workspace is opened."""

    window: MainWindow
    dialogs: Dialogs
    tasks: Tasks
    preferences: Preferences
    surroundings: Surroundings
    use_language: Callable[[str], None]
    choose_workspace: Callable[[], None]


class Stage:
    """Lives as long as its workspace is open; shows one screen at a time, for one round or none."""

    def __init__(self, workspace: Workspace, frame: Frame) -> None:
        self.workspace = workspace
        self.frame = frame
        self.events = AppEvents()
        self._round: RoundId | None = None
        self._last_time: Screen | None = None
        self._typed_into: list[Screen] = []
        self._at_close: list[Callable[[], object]] = []

    @property
    def round(self) -> RoundId | None:
        """The round that was opened last."""
        return self._round

    def show(self, screen: Screen) -> None:
        """Show `screen` in place of the one before."""
        before, self._last_time = self._last_time, None
        self.frame.window.show_screen(screen)
        if before is not None:
            before.widget.deleteLater()

    def let_go(self, screen: Screen) -> None:
        """Part with `screen` when the next one is shown."""
        self._last_time = screen

    def ask_before_closing(self, screen: Screen) -> None:
        """Have `screen` save what was typed into it also while another is shown."""
        self._typed_into.append(screen)

    def at_close(self, act: Callable[[], object]) -> None:
        """Have `act` done when the workspace is closed, before the screens go."""
        self._at_close.append(act)

    def enter_round(self, round_id: RoundId) -> None:
        """Take `round_id` as the round that is open."""
        self._round = round_id

    def name_round(self, round_id: RoundId | None) -> None:
        """Say in the title which round is open; None where no single one is."""
        name = "" if round_id is None else self.workspace.rounds.get(round_id).name
        self.frame.window.show_round(name)

    def open_region(self) -> Participant | None:
        """Return the region of the open round where the user was last."""
        position = self.workspace.positions.last()
        if self._round is None or position is None or position.round != self._round:
            return None
        participants = self.workspace.rounds.participants(self._round)
        return next((one for one in participants if one.id == position.participant), None)

    def leave_fields(self) -> tuple[str, ...]:
        """Save what is being typed; return what could not be saved and why, in words."""
        screens, shown = list(self._typed_into), self.frame.window.screen_shown
        if shown is not None and shown not in screens:
            screens.append(shown)
        return tuple(text for screen in screens for text in screen.leave())

    def now(self) -> dt.datetime:
        """Return the time now, local."""
        return self.frame.surroundings.clock().astimezone()

    def close(self) -> None:
        """Take every screen down."""
        for act in self._at_close:
            act()
        self.frame.window.forget_screens()
        self.frame.window.show_workspace(None)
        self.events.deleteLater()
