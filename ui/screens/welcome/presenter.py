"""The first start: takes down who scores here, then hands over to where they begin."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.ids import RoundId
from assessor.services.people import People
from assessor.services.rounds import Rounds
from ui.events import AppEvents
from ui.messages import explain
from ui.screen import Menu
from ui.screens.welcome.view import WelcomeView


@dataclass(frozen=True, slots=True)
class WelcomeExits:
    """Where the first start leads."""

    use_language: Callable[[str], None]
    open_round: Callable[[RoundId], None]
    new_round: Callable[[], None]
    open_workspace: Callable[[], None]


class WelcomePresenter:
    """Shown while the workspace does not know who scores in it."""

    def __init__(
        self,
        view: WelcomeView,
        services: tuple[People, Rounds],
        events: AppEvents,
        exits: WelcomeExits,
    ) -> None:
        self._view = view
        self._people, self._rounds = services
        self._events = events
        self._exits = exits
        view.language_chosen.connect(exits.use_language)
        view.sample_wanted.connect(self._open_sample)
        view.new_round_wanted.connect(self._start_round)
        view.other_workspace_wanted.connect(exits.open_workspace)
        events.language_changed.connect(view.retranslate)
        me = self._people.me()
        if me is not None:
            view.show_person(me.name, me.institution)

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return nothing: the buttons are all there is to do."""
        return {}

    def leave(self) -> None:
        """Nothing is kept before a way to begin was chosen."""

    def _open_sample(self) -> None:
        if self._introduced():
            round_id = self._rounds.create_sample()
            self._events.publish(Changes.of(Topic.ROUNDS))
            self._exits.open_round(round_id)

    def _start_round(self) -> None:
        if self._introduced():
            self._exits.new_round()

    def _introduced(self) -> bool:
        """Take down the person; say what is missing and leave the fields as typed otherwise."""
        try:
            changes = self._people.introduce(self._view.name.text(), self._view.institution.text())
        except UserError as error:
            self._view.show_problem(explain(error))
            return False
        self._view.show_problem("")
        self._events.publish(changes)
        return True
