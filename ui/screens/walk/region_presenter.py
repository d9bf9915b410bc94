"""The list of regions: shown, kept up to date, one of them opened."""

from dataclasses import replace

from PySide6.QtCore import QObject

from assessor.domain.changes import Changes
from assessor.domain.errors import UserError
from assessor.domain.open_work import first_unfinished
from assessor.domain.records import Participant
from assessor.services.overview import progress_of
from resources.i18n import gettext as _
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.messages import explain
from ui.screens.walk.desk import REVIEW, Desk
from ui.screens.walk.view import WalkView


class RegionPresenter(QObject):
    """Opens a region where it was left: at its first blank."""

    def __init__(self, desk: Desk, view: WalkView, dialogs: Dialogs, events: AppEvents) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._dialogs = dialogs
        desk.opened.connect(self._show_open)
        desk.settling.add(self._show_progress)
        events.changed.connect(self._show_changed)
        view.regions.chosen.connect(self.choose)
        view.regions.left.connect(self._give_up)

    def choose(self, participant: Participant) -> None:
        """Open a region at the first step where something is missing."""
        if participant != self._desk.participant or not self._desk.step:
            try:
                self._desk.open(participant)
            except UserError as error:
                self._dialogs.problem(explain(error))
                return
            self.go_where_it_was_left()
        self._view.fold_regions_if_narrow()
        self._view.focus_page()

    def change_taking_part(self) -> None:
        """Ask why, and note that the open region takes no part, or takes part after all."""
        participant = self._desk.participant
        if participant is None:
            return
        question = _("Why does {region} take part after all?")
        if participant.takes_part:
            question = _("Why does {region} not take part? Its scores stay, but do not count.")
        reason = self._dialogs.ask_reason(
            _("Taking part"), question.format(region=participant.region.name)
        )
        if reason is None:
            return
        rounds, takes_part = self._desk.workspace.rounds, not participant.takes_part
        refused = self._desk.save(
            lambda: rounds.set_taking_part(participant.id, takes_part, reason)
        )
        if refused is not None:
            self._dialogs.problem(explain(refused))
            return
        self.choose(replace(participant, takes_part=takes_part))

    def go_where_it_was_left(self) -> None:
        """Go to the first step of the open region in which something is missing."""
        if self._desk.instrument is not None and self._desk.assessment is not None:
            unfinished = first_unfinished(self._desk.instrument, self._desk.assessment)
            self._desk.go(REVIEW if unfinished is None else unfinished.key)

    def show_all(self) -> None:
        """Read all regions of the round again."""
        if self._desk.round is not None:
            overview, shown = self._desk.workspace.overview, self._desk.round.id
            regions = self._desk.tried(lambda: overview.of_round(shown))
            if regions is not None:
                self._view.regions.show_regions(regions)
            self._select()

    def _show_open(self) -> None:
        if self._desk.participant is None:
            self.show_all()
        self._select()
        participant = self._desk.participant
        if participant is None:
            self._view.show_empty(_("Choose a region on the left to score it, or press Ctrl+K."))
        elif not participant.takes_part:
            words = _("{region} does not take part in this round; there is nothing to score.")
            self._view.show_empty(words.format(region=participant.region.name))

    def _select(self) -> None:
        participant = self._desk.participant
        self._view.regions.select(None if participant is None else participant.id)

    def _show_progress(self) -> None:
        assessment, result = self._desk.assessment, self._desk.result
        if assessment is not None and result is not None:
            self._view.regions.show_region(progress_of(assessment, result))

    def _show_changed(self, changes: Changes) -> None:
        if changes.assessment is None:
            self.show_all()

    def _give_up(self) -> None:
        self._view.fold_regions_if_narrow()
        self._view.focus_page()
