"""Exports score sheets on a thread of their own and says how that ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.ids import AssessorId, RoundId
from assessor.domain.records import Participant
from assessor.services.people import People
from assessor.services.sheets import ExportSummary, SheetOrder, Sheets
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.job_folder import ask_folder, ready_folder, typed_folder
from ui.messages import explain
from ui.preferences import Preferences
from ui.screens.export_sheets.view import ExportView
from ui.tasks import Task, TaskControl, Tasks
from ui.widgets.region_choice import Extent


@dataclass(frozen=True, slots=True)
class ExportNeeds:
    """What the export works with."""

    sheets: Sheets
    people: People
    events: AppEvents
    tasks: Tasks
    dialogs: Dialogs
    preferences: Preferences
    show_folder: Callable[[Path], None]
    me: AssessorId
    round: RoundId
    current: Participant | None
    """The region that is open."""


class ExportPresenter(QObject):
    """Counts, starts, cancels, sums up; goes with its view."""

    def __init__(self, view: ExportView, needs: ExportNeeds, suggested_folder: Path) -> None:
        super().__init__(view)
        self._view = view
        self._needs = needs
        self._orders: tuple[SheetOrder, ...] = ()
        self._task: Task | None = None
        view.changed.connect(self._count)
        view.people.added.connect(self._add_person)
        view.folder_wanted.connect(self._choose_folder)
        view.started.connect(self._start)
        view.cancelled.connect(self._cancel)
        view.folder_shown.connect(self._show_folder)
        needs.events.language_changed.connect(view.retranslate)
        view.folder.setText(str(needs.preferences.last_folder or suggested_folder))
        view.people.show_people(needs.people.assessors(), ())
        view.regions.offer(needs.current)
        self._count()

    def _count(self) -> None:
        needs, view = self._needs, self._view
        who = view.people.checked() if view.is_blank else {needs.me}
        planned = needs.sheets.plan(needs.round, assessors=who, is_blank=view.is_blank)
        wanted, is_all = view.regions.chosen(), view.regions.extent is Extent.ALL
        self._orders = tuple(one for one in planned if is_all or one.participant.id in wanted)
        view.show_count(len(self._orders))
        view.show_problem("")

    def _add_person(self, name: str, institution: str) -> None:
        """Check somebody new; who stands in the list already is not added twice."""
        view, people = self._view, self._needs.people
        typed = _plain(name), _plain(institution)
        known = people.assessors()
        try:
            person = next(
                (one for one in known if (_plain(one.name), _plain(one.institution)) == typed),
                None,
            ) or people.add(name, institution)
        except UserError as error:
            view.show_problem(explain(error))
            return
        view.people.show_people(people.assessors(), {*view.people.checked(), person.id})
        view.people.point_to(person.id)
        view.people.clear_fields()
        self._needs.events.publish(Changes.of(Topic.PEOPLE))
        self._count()

    def _choose_folder(self) -> None:
        ask_folder(self._view, self._needs.dialogs, _("Folder for the score sheets"))

    def _start(self) -> None:
        folder = ready_folder(self._view, self._needs.preferences)
        if folder is None:
            return
        self._view.show_running(len(self._orders))
        orders, sheets = self._orders, self._needs.sheets

        def work(control: TaskControl) -> ExportSummary:
            def report(done: int) -> None:
                control.report(done, len(orders), _name(orders[done - 1]))

            return sheets.export(orders, folder, report, control.is_cancelled)

        self._task = self._needs.tasks.task(work)
        self._task.progressed.connect(self._view.progress.follow)
        self._task.finished.connect(self._finish)
        self._task.ended.connect(self._end)
        self._task.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _finish(self, summary: ExportSummary) -> None:
        self._needs.events.publish(Changes.of(Topic.STATE))
        reasons = [f"{_name(order)}: {explain(error)}" for order, error in summary.failed]
        self._view.show_end(_summary_text(summary, len(self._orders)), reasons)

    def _end(self) -> None:
        self._task = None
        if self._view.is_running:
            # A mistake of the program ended it; the crash hook shows which.
            self._view.show_end(_("The export broke off."), ())

    def _show_folder(self) -> None:
        self._needs.show_folder(typed_folder(self._view))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _name(order: SheetOrder) -> str:
    """Return what tells a sheet from the others of the same export."""
    region = order.participant.region.name
    return f"{region}, {order.assessor.name}" if order.is_blank else region


def _summary_text(summary: ExportSummary, total: int) -> str:
    written = len(summary.written)
    parts = [
        ngettext(
            "{written} of {total} score sheet written and verified.",
            "{written} of {total} score sheets written and verified.",
            total,
        ).format(written=written, total=total)
    ]
    if failed := len(summary.failed):
        parts.append(
            ngettext(
                "{number} could not be written; the reason stands below.",
                "{number} could not be written; the reasons stand below.",
                failed,
            ).format(number=failed)
        )
    if summary.was_cancelled:
        parts.append(_("You cancelled; the rest was not written."))
    return " ".join(parts)
