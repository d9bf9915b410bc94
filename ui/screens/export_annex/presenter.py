"""Writes the annex and the ranking on a thread of its own and says how that ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from assessor.domain.annex.records import LetterGap
from assessor.domain.errors import UserError
from assessor.domain.figures import show_date
from assessor.domain.paper import Paper
from assessor.domain.records import Round
from assessor.services.annexes import Annexes, AnnexOrder, PaperKind
from assessor.services.files import put_file
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.job_folder import ask_folder, ready_folder, typed_folder
from ui.messages import explain
from ui.preferences import Preferences
from ui.printing.annex_pages import annex_documents, annex_pdf
from ui.printing.printer import print_documents, printer_named
from ui.screens.export_annex.view import ExportAnnexView
from ui.tasks import Task, TaskControl, Tasks


@dataclass(frozen=True, slots=True)
class ExportAnnexNeeds:
    """What the export works with."""

    annexes: Annexes
    events: AppEvents
    tasks: Tasks
    dialogs: Dialogs
    preferences: Preferences
    show_folder: Callable[[Path], None]
    printers: Callable[[], tuple[str, ...]]
    """The installed printers, the usual one first."""
    round: Round


@dataclass(frozen=True, slots=True)
class Written:
    """How an export ended."""

    files: tuple[Path, ...]
    printer: str
    """The one that the annex was printed on, "" for none."""
    failed: tuple[tuple[PaperKind | None, UserError], ...]
    """None stands for the printer."""
    was_cancelled: bool


@dataclass(frozen=True, slots=True)
class Job:
    """What one export writes."""

    order: AnnexOrder
    kinds: tuple[PaperKind, ...]
    paper: Paper
    printer: str
    """"" for none."""
    folder: Path

    @property
    def steps(self) -> tuple[PaperKind | None, ...]:
        """What is done one after the other; None is printing."""
        return (*self.kinds, None) if self.printer else self.kinds


class ExportAnnexPresenter(QObject):
    """Says what will be written, starts, cancels, sums up; goes with its view."""

    def __init__(
        self, view: ExportAnnexView, needs: ExportAnnexNeeds, suggested_folder: Path
    ) -> None:
        super().__init__(view)
        self._view = view
        self._needs = needs
        self._task: Task | None = None
        self._gap = needs.annexes.gap(needs.round.id)
        view.choices.show_usual_layout(needs.annexes.usual_layout(needs.round.id))
        view.choices.show_printers(needs.printers(), needs.preferences.paper)
        view.folder.setText(str(needs.preferences.last_folder or suggested_folder))
        view.choices.changed.connect(self._count)
        view.folder_wanted.connect(self._choose_folder)
        view.started.connect(self._start)
        view.cancelled.connect(self._cancel)
        view.folder_shown.connect(self._show_folder)
        needs.events.language_changed.connect(self._retranslate)
        self._retranslate()

    def _retranslate(self) -> None:
        self._view.retranslate()
        self._view.choices.show_letter(self._letter_text(), may_be_draft=self._asks_for_draft)
        self._count()

    @property
    def _asks_for_draft(self) -> bool:
        return self._gap is not None and not self._needs.round.is_demonstration

    def _letter_text(self) -> str:
        shown = self._needs.round
        if shown.is_demonstration and self._gap is not None:
            return _("A demonstration has no letter: the annex is a draft and says so.")
        if self._gap is None and shown.letter_date is not None:
            text = _("For the letter {number} of {date}.")
            day = show_date(shown.letter_date, language())
            return text.format(number=shown.letter_number, date=day)
        return {
            LetterGap.NUMBER: _("The number of the letter is not set; the annex needs it."),
            LetterGap.DATE: _("The date of the letter is not set; the annex needs it."),
            LetterGap.BOTH: _("Number and date of the letter are not set; the annex needs them."),
        }[self._gap or LetterGap.BOTH]

    def _count(self) -> None:
        view, chosen = self._view, self._view.choices
        wanted = set(chosen.kinds)
        has_annex = bool(wanted - {PaperKind.RANKING} or chosen.printer)
        lacks_letter = has_annex and self._asks_for_draft and not chosen.is_draft
        may_start = bool(wanted or chosen.printer) and not lacks_letter
        view.show_count(len(wanted), may_start=may_start)
        view.show_problem("")

    def _choose_folder(self) -> None:
        ask_folder(self._view, self._needs.dialogs, _("Folder for the annex"))

    def _start(self) -> None:
        view = self._view
        folder = ready_folder(view, self._needs.preferences)
        if folder is None:
            return
        chosen = view.choices
        order = AnnexOrder(self._needs.round.id, chosen.layout_wanted, is_draft=chosen.is_draft)
        job = Job(order, chosen.kinds, chosen.paper, chosen.printer, folder)
        self._needs.preferences.keep_paper(job.paper)
        view.show_running(len(job.steps))
        annexes = self._needs.annexes
        self._task = self._needs.tasks.task(lambda control: _write_all(annexes, job, control))
        self._task.progressed.connect(view.progress.follow)
        self._task.finished.connect(self._finish)
        self._task.ended.connect(self._end)
        self._task.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _finish(self, written: Written) -> None:
        reasons = [f"{_kind_text(kind)}: {explain(error)}" for kind, error in written.failed]
        self._view.show_end(_summary_text(written), reasons)

    def _end(self) -> None:
        self._task = None
        if self._view.is_running:
            # A mistake of the program ended it; the crash hook shows which.
            self._view.show_end(_("The export broke off."), ())

    def _show_folder(self) -> None:
        self._needs.show_folder(typed_folder(self._view))


def _write_all(annexes: Annexes, job: Job, control: TaskControl) -> Written:
    files: list[Path] = []
    failed: list[tuple[PaperKind | None, UserError]] = []
    printed = ""
    for done, kind in enumerate(job.steps, start=1):
        if control.is_cancelled():
            return Written(tuple(files), printed, tuple(failed), was_cancelled=True)
        try:
            if kind is None:
                printed = _print(annexes, job)
            else:
                files.append(_write(annexes, job, kind))
        except UserError as error:
            failed.append((kind, error))
        control.report(done, len(job.steps), files[-1].name if files else "")
    return Written(tuple(files), printed, tuple(failed), was_cancelled=False)


def _write(annexes: Annexes, job: Job, kind: PaperKind) -> Path:
    path = annexes.free_path(job.folder, job.order, kind)
    if kind is PaperKind.ANNEX:
        annexes.write_annex(job.order, path)
    elif kind is PaperKind.RANKING:
        annexes.write_ranking(job.order, path)
    else:
        put_file(path, annex_pdf(annexes.annex(job.order), job.paper))
    return path


def _print(annexes: Annexes, job: Job) -> str:
    annex = annexes.annex(job.order)
    documents = annex_documents(annex, job.paper)
    print_documents(printer_named(job.printer), annex.title, documents)
    return job.printer


def _kind_text(kind: PaperKind | None) -> str:
    return {
        None: _("Printer"),
        PaperKind.ANNEX: _("Annex, Excel"),
        PaperKind.ANNEX_PDF: _("Annex, PDF"),
        PaperKind.RANKING: _("Ranking"),
    }[kind]


def _summary_text(written: Written) -> str:
    names = ", ".join(path.name for path in written.files)
    number = len(written.files)
    text = ngettext("{number} file written: {names}.", "{number} files written: {names}.", number)
    parts = [text.format(number=number, names=names) if number else _("No file was written.")]
    if written.printer:
        parts.append(_("The annex was sent to {printer}.").format(printer=written.printer))
    if written.failed:
        parts.append(_("What could not be written stands below, with the reason."))
    if written.was_cancelled:
        parts.append(_("You cancelled; the rest was not written."))
    return " ".join(parts)
