"""Writes the files of letters on a thread of its own and says how that ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QObject

from assessor.domain.errors import FileProblem, UserError
from assessor.services.files import make_ready
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.dialogs import Dialogs
from ui.letters.bench import LetterBench
from ui.messages import explain
from ui.preferences import Preferences
from ui.tasks import Task, TaskControl, Tasks

NAMED: Final = 6
"""Files that a question names."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is written next: its name for people, and the work, which returns the file's path."""

    name: str
    write: Callable[[], Path]


Prepare: TypeAlias = Callable[[Path], Sequence[Step]]
"""Returns the steps that write into a folder; it too is called on the other thread."""


@dataclass(frozen=True, slots=True)
class ExportNeeds:
    """What an export works with."""

    tasks: Tasks
    dialogs: Dialogs
    preferences: Preferences
    show_folder: Callable[[Path], None]
    suggested_folder: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an export ended; what was not reached before it was cancelled is in neither list."""

    written: tuple[Path, ...]
    failed: tuple[tuple[str, UserError], ...]
    was_cancelled: bool


class LetterExport(QObject):
    """Asks for a folder, writes, tells of progress and end."""

    def __init__(self, bench: LetterBench, needs: ExportNeeds) -> None:
        super().__init__(bench)
        self._bench, self._needs = bench, needs
        self._task: Task | None = None
        self._folder: Path | None = None
        bench.cancelled.connect(self._cancel)
        bench.folder_shown.connect(self._show_folder)

    def start(self, prepare: Prepare, files: Sequence[str]) -> None:
        """Ask where to write `files`, and write them; nothing happens while an export runs."""
        needs = self._needs
        if self._task is not None:
            return
        start = needs.preferences.last_folder or needs.suggested_folder
        folder = needs.dialogs.choose_folder(_("Folder for the letters"), start)
        if folder is None:
            return
        try:
            make_ready(folder)
        except FileProblem as problem:
            self._bench.progress.end(explain(problem), ())
            return
        needs.preferences.keep_last_folder(folder)
        if not self._may_replace([name for name in files if (folder / name).exists()]):
            return
        self._folder = folder
        self._run(prepare, folder)

    def _may_replace(self, standing: Sequence[str]) -> bool:
        """Ask before files go that somebody may have worked on since."""
        if not standing:
            return True
        words = ngettext(
            "This file is in the folder already, perhaps changed since by hand:\n\n{names}",
            "These files are in the folder already, perhaps changed since by hand:\n\n{names}",
            len(standing),
        )
        names = "\n".join([*standing[:NAMED], *(["…"] if len(standing) > NAMED else [])])
        dialogs = self._needs.dialogs
        return dialogs.confirm(_("Replace files"), words.format(names=names), _("Replace"))

    def _run(self, prepare: Prepare, folder: Path) -> None:
        self._bench.show_running(is_running=True)
        self._bench.progress.begin(0)
        self._bench.progress.say(_("Putting the letters together…"))
        self._task = self._needs.tasks.task(lambda control: _write(prepare(folder), control))
        self._task.progressed.connect(self._bench.progress.follow)
        self._task.finished.connect(self._finish)
        self._task.failed.connect(lambda error: self._bench.progress.end(explain(error), ()))
        self._task.ended.connect(self._end)
        self._task.start()

    def _finish(self, outcome: Outcome) -> None:
        reasons = [f"{name}: {explain(error)}" for name, error in outcome.failed]
        self._bench.progress.end(_summary(outcome, self._folder), reasons)

    def _end(self) -> None:
        self._task = None
        self._bench.show_running(is_running=False)
        if self._bench.progress.is_running:
            # A mistake of the program ended it; the crash hook shows which.
            self._bench.progress.end(_("The export broke off."), ())

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_folder(self) -> None:
        if self._folder is not None:
            self._needs.show_folder(self._folder)


def _write(steps: Sequence[Step], control: TaskControl) -> Outcome:
    """Do one step after the other; one that fails stops none of the others."""
    written: list[Path] = []
    failed: list[tuple[str, UserError]] = []
    for done, step in enumerate(steps, start=1):
        if control.is_cancelled():
            return Outcome(tuple(written), tuple(failed), was_cancelled=True)
        try:
            written.append(step.write())
        except UserError as error:
            failed.append((step.name, error))
        control.report(done, len(steps), step.name)
    return Outcome(tuple(written), tuple(failed), was_cancelled=False)


def _summary(outcome: Outcome, folder: Path | None) -> str:
    written = len(outcome.written)
    parts = [
        ngettext(
            "{number} file written to {folder}.", "{number} files written to {folder}.", written
        ).format(number=written, folder=folder)
    ]
    if failed := len(outcome.failed):
        parts.append(
            ngettext(
                "{number} could not be written; the reason stands below.",
                "{number} could not be written; the reasons stand below.",
                failed,
            ).format(number=failed)
        )
    if outcome.was_cancelled:
        parts.append(_("You cancelled; the rest was not written."))
    return " ".join(parts)
