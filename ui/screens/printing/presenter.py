"""Prints score summaries off the window's thread and says how that ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from assessor.services.summaries import Summaries
from resources.i18n import gettext as _
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.job_folder import ask_folder, ready_folder, typed_folder
from ui.messages import explain
from ui.preferences import Preferences
from ui.printing.summary_job import IntoFiles, OntoPrinter, PrintJob, PrintOrder, PrintOutcome
from ui.screens.printing.view import PrintView, Target
from ui.screens.printing.words import end_text
from ui.tasks import Task, Tasks


@dataclass(frozen=True, slots=True)
class PrintNeeds:
    """What printing works with."""

    summaries: Summaries
    events: AppEvents
    tasks: Tasks
    dialogs: Dialogs
    preferences: Preferences
    show_folder: Callable[[Path], None]
    show_preview: Callable[[frozenset[ParticipantId], Paper], None]
    printers: Callable[[], tuple[str, ...]]
    """The installed printers, the usual one first."""
    documents: Path
    """The folder to begin with, before one was used."""
    round: RoundId
    current: Participant | None
    """The region that is open."""


class PrintPresenter(QObject):
    """Counts, starts, cancels, sums up; goes with its view."""

    def __init__(self, view: PrintView, needs: PrintNeeds) -> None:
        super().__init__(view)
        self._view = view
        self._needs = needs
        self._task: Task | None = None
        self._total = 0
        view.changed.connect(self._count)
        view.folder_wanted.connect(self._choose_folder)
        view.preview_wanted.connect(self._preview)
        view.started.connect(self._start)
        view.cancelled.connect(self._cancel)
        view.folder_shown.connect(lambda: needs.show_folder(typed_folder(self._view)))
        needs.events.language_changed.connect(view.retranslate)
        view.folder.setText(str(needs.preferences.last_folder or needs.documents))
        view.choose_paper(needs.preferences.paper)
        view.show_printers(needs.printers())
        view.regions.offer(needs.current)
        self._count()

    def _count(self) -> None:
        self._view.show_count(len(self._view.regions.chosen()))
        self._view.show_problem("")

    def _choose_folder(self) -> None:
        ask_folder(self._view, self._needs.dialogs, _("Folder for the summaries"))

    def _preview(self) -> None:
        self._needs.show_preview(self._view.regions.chosen(), self._view.paper)

    def _start(self) -> None:
        view, needs = self._view, self._needs
        target = self._ready_target()
        if target is None:
            return
        view.show_problem("")
        needs.preferences.keep_paper(view.paper)
        order = PrintOrder(needs.round, view.regions.chosen(), view.paper, target)
        self._total = len(order.participants)
        view.show_running(0)
        view.progress.say(_("Reading the figures…"))
        self._task = needs.tasks.task(
            lambda control: PrintJob(needs.summaries, order, control).run()
        )
        self._task.progressed.connect(view.progress.follow)
        self._task.finished.connect(self._finish)
        self._task.failed.connect(lambda error: view.show_end(explain(error), ()))
        self._task.ended.connect(self._end)
        self._task.start()

    def _ready_target(self) -> IntoFiles | OntoPrinter | None:
        """Return where the pages go; None where that cannot be, which the view then shows."""
        view = self._view
        if view.target is Target.PRINTER:
            return OntoPrinter(view.printer)
        folder = ready_folder(view, self._needs.preferences)
        if folder is None:
            return None
        return IntoFiles(folder, is_one_file=view.target is Target.ONE_FILE)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _finish(self, outcome: PrintOutcome) -> None:
        reasons = [
            _("{region}: {because}").format(region=name, because=explain(error))
            for name, error in outcome.failed
        ]
        self._view.show_end(end_text(outcome, self._total), reasons)

    def _end(self) -> None:
        self._task = None
        if self._view.is_running:
            # A mistake of the program ended it; the crash hook shows which.
            self._view.show_end(_("Printing broke off."), ())
