"""Tries the ranks of a round beside the window, once somebody wants to know."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from assessor.domain.changes import Changes, Topic
from assessor.domain.ids import ParticipantId
from assessor.domain.records import Round
from assessor.services.robustness import DrawOrder, RoundRobustness, Stage, Watch
from assessor.services.workspace import Workspace
from resources.i18n import gettext as _
from ui.events import AppEvents
from ui.screens.results.robustness_page import RobustnessPage
from ui.screens.results.robustness_words import region_text, stage_text
from ui.tasks import Task, TaskControl, Tasks

FOLLOWED: Final = frozenset(
    set(Topic) - {Topic.MARKS, Topic.EVIDENCE, Topic.NOTES, Topic.NARRATIVE}
)
"""What ranks and names come from."""


@dataclass(frozen=True, slots=True)
class RobustnessNeeds:
    """What it works with."""

    workspace: Workspace
    events: AppEvents
    tasks: Tasks


class RobustnessPresenter(QObject):
    """Holds what was found until a score changes; the region's page asks it for one line."""

    found_out = Signal()
    """What is known is other than before: there, or to be found out again."""

    def __init__(self, page: RobustnessPage, needs: RobustnessNeeds) -> None:
        super().__init__()
        self._page = page
        self._needs = needs
        self._round: Round | None = None
        self._found: RoundRobustness | None = None
        self._task: Task | None = None
        self._was_cancelled = False
        page.drawn_again.connect(self._draw)
        page.cancelled.connect(self._cancel)
        needs.events.changed.connect(self._follow)

    def show_round(self, shown: Round) -> None:
        """Take a round; nothing is tried before `show` or `find_out`."""
        self._round = shown
        self.forget()

    def show(self) -> None:
        """Show what is known in the language in use, and find out what is not."""
        self._page.retranslate()
        if self._round is None:
            return
        if self._found is not None:
            self._show_found(self._found, self._round)
        elif self._was_cancelled:
            self._page.show_empty(_("You cancelled; no rank was tried."))
        else:
            self.find_out()

    def find_out(self) -> None:
        """Try the ranks, unless that is known, under way, or was cancelled."""
        if self._found is None and self._task is None and not self._was_cancelled:
            self._draw(self._page.seed)

    def region_text(self, participant: ParticipantId) -> str:
        """Return how firmly a region's rank stands; "" while that is not known or hidden."""
        one = None if self._found is None else self._found.of_region(participant)
        if self._found is None or one is None:
            return ""
        return region_text(one, self._found.order)

    def forget(self) -> None:
        """Wait for nothing any more, and try again when asked."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._found = None
        self._was_cancelled = False
        self.found_out.emit()

    def _draw(self, seed: int) -> None:
        if self._round is None:
            return
        self.forget()
        robustness, round_id = self._needs.workspace.robustness, self._round.id

        def work(control: TaskControl) -> RoundRobustness | None:
            def report(stage: Stage, done: int, total: int) -> None:
                control.report(done, total, stage)

            watch = Watch(report, control.is_cancelled)
            return robustness.of_round(round_id, DrawOrder(seed), watch)

        task = self._needs.tasks.task(work)
        self._task = task
        task.progressed.connect(lambda *told: self._progress(task, *told))
        task.finished.connect(lambda found: self._take(task, found))
        task.ended.connect(lambda: self._end(task))
        self._page.show_working(_("Reading the scores…"))
        task.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task, self._was_cancelled = None, True
            self.show()

    def _progress(self, task: Task, done: int, total: int, stage: str) -> None:
        if task is self._task:
            self._page.show_working(stage_text(Stage(stage), done, total), done, total)

    def _take(self, task: Task, found: object) -> None:
        if task is not self._task:
            return
        self._task = None
        if isinstance(found, RoundRobustness):
            self._found = found
        self.show()
        self.found_out.emit()

    def _end(self, task: Task) -> None:
        if task is self._task:
            # A mistake of the program ended it; the crash hook shows which.
            self._task, self._was_cancelled = None, True
            self._page.show_empty(_("The draws broke off."))

    def _show_found(self, found: RoundRobustness, shown: Round) -> None:
        if found.regions:
            self._page.show_found(found, shown)
        else:
            self._page.show_empty(_nothing(found))

    def _follow(self, changes: Changes) -> None:
        if changes.topics & FOLLOWED and self._round is not None:
            self.forget()
            if self._page.isVisible():
                self.show()


def _nothing(found: RoundRobustness) -> str:
    if found.hidden:
        return _(
            "There is no rank to try: what you have begun and not locked is not shown to you yet."
        )
    return _("There is no rank to try yet: no region has a final index.")
