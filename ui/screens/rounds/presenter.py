"""The rounds of the workspace: which one to work in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.changes import Changes, Topic
from assessor.domain.ids import RoundId
from assessor.domain.records import AssessmentState, Round
from assessor.services.overview import Overview
from assessor.services.rounds import SAMPLE_YEAR, Rounds
from ui.events import AppEvents
from ui.screen import Menu
from ui.screens.rounds.model import RoundLine
from ui.screens.rounds.view import RoundsView

SHOWN_TOPICS = frozenset({Topic.ROUNDS, Topic.PARTICIPANTS, Topic.STATE})


@dataclass(frozen=True, slots=True)
class RoundsExits:
    """Where the list leads."""

    open_round: Callable[[RoundId], None]
    show_panels: Callable[[RoundId], None]
    show_results: Callable[[RoundId], None]
    new_round: Callable[[], None]
    merge_sheets: Callable[[], None]


class RoundsPresenter:
    """Reads the rounds and opens the one chosen."""

    def __init__(
        self,
        view: RoundsView,
        services: tuple[Rounds, Overview],
        events: AppEvents,
        exits: RoundsExits,
    ) -> None:
        self._view = view
        self._rounds, self._overview = services
        self._events = events
        self._exits = exits
        self._shown: tuple[RoundLine, ...] = ()
        view.opened.connect(self._open)
        view.panels_wanted.connect(self._show_panels)
        view.results_wanted.connect(self._show_results)
        view.new_round_wanted.connect(exits.new_round)
        view.merging_wanted.connect(exits.merge_sheets)
        view.sample_wanted.connect(self._open_sample)
        events.changed.connect(self._follow)
        events.language_changed.connect(view.retranslate)
        self.read()

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return nothing: all it offers stands on the screen."""
        return {}

    def leave(self) -> tuple[str, ...]:
        """Nothing is typed here."""
        return ()

    def read(self) -> None:
        """Read the rounds and show them."""
        self._shown = tuple(self._line(one) for one in self._rounds.all())
        years = {line.round.year for line in self._shown}
        self._view.show_rounds(self._shown, offer_sample=SAMPLE_YEAR not in years)

    def _line(self, shown: Round) -> RoundLine:
        regions = [one for one in self._overview.of_round(shown.id) if one.participant.takes_part]
        return RoundLine(
            round=shown,
            regions=len(regions),
            started=sum(one.assessment is not None for one in regions),
            locked=sum(one.state is AssessmentState.FINAL for one in regions),
        )

    def _follow(self, changes: Changes) -> None:
        if changes.topics & SHOWN_TOPICS:
            self.read()

    def _open(self, row: int) -> None:
        self._exits.open_round(self._shown[row].round.id)

    def _show_panels(self, row: int) -> None:
        self._exits.show_panels(self._shown[row].round.id)

    def _show_results(self, row: int) -> None:
        self._exits.show_results(self._shown[row].round.id)

    def _open_sample(self) -> None:
        round_id = self._rounds.create_sample()
        self._events.publish(Changes.of(Topic.ROUNDS))
        self._exits.open_round(round_id)
