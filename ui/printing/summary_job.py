"""Summaries of many regions, one after the other: into files, or onto a printer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from assessor.domain.errors import FileProblem, PrinterFailed, UserError
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.paper import Paper
from assessor.services.files import put_file
from assessor.services.summaries import RegionSummary, Summaries, file_name_of_all
from ui.printing.document import Document
from ui.printing.pdf import pdf_of
from ui.printing.printer import print_documents, printer_named
from ui.printing.summary_pages import summary_document
from ui.printing.summary_words import title_of
from ui.tasks import TaskControl

Ready: TypeAlias = Sequence[RegionSummary]


@dataclass(frozen=True, slots=True)
class IntoFiles:
    """PDF files in a folder that is ready."""

    folder: Path
    is_one_file: bool
    """One of all regions, or one each."""


@dataclass(frozen=True, slots=True)
class OntoPrinter:
    """A printer, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Which regions of a round are printed, on what paper and where to."""

    round: RoundId
    participants: frozenset[ParticipantId]
    paper: Paper
    target: IntoFiles | OntoPrinter


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """How a job ended; what was not reached before it was cancelled is in neither list."""

    printed: int
    """Summaries."""
    failed: tuple[tuple[str, UserError], ...]
    """What was not done: the region, or the file or printer meant for several of them; and why."""
    was_cancelled: bool


class PrintJob:
    """Does an order off the window's thread."""

    def __init__(self, summaries: Summaries, order: PrintOrder, control: TaskControl) -> None:
        self._summaries = summaries
        self._order = order
        self._control = control

    def run(self) -> PrintOutcome:
        """Print what can be printed, note the codes, and say what was not done."""
        order = self._order
        found = self._summaries.of_regions(order.round, order.participants)
        left_out = [(one.region.name, error) for one, error in found.left_out]
        if not found.ready:
            return PrintOutcome(0, tuple(left_out), self._control.is_cancelled())
        target = order.target
        if isinstance(target, OntoPrinter):
            outcome = self._together(found.ready, target.name, self._onto_printer(target.name))
        elif target.is_one_file:
            file = target.folder / file_name_of_all(found.ready)
            outcome = self._together(found.ready, file.name, self._into(file))
        else:
            outcome = self._each(found.ready, target.folder)
        failed = (*left_out, *outcome.failed)
        return PrintOutcome(outcome.printed, failed, outcome.was_cancelled)

    def _each(self, ready: Ready, folder: Path) -> PrintOutcome:
        """Write a file for each region; one that cannot be written stops none of the others."""
        failed: list[tuple[str, UserError]] = []
        printed = 0
        for done, one in enumerate(ready, start=1):
            if self._control.is_cancelled():
                return PrintOutcome(printed, tuple(failed), was_cancelled=True)
            document = summary_document(one.content, self._order.paper)
            try:
                put_file(folder / one.file_name, pdf_of(document.title, (document,)))
                self._summaries.note_printed((one,))
                printed += 1
            except FileProblem as error:
                failed.append((one.participant.region.name, error))
            self._report(done, ready)
        return PrintOutcome(printed, tuple(failed), was_cancelled=False)

    def _together(self, ready: Ready, name: str, put: Callable[[Ready], object]) -> PrintOutcome:
        """Print all regions as one: whole, or nothing of it."""
        try:
            put(ready)
        except _Cancelled:
            return PrintOutcome(0, (), was_cancelled=True)
        except (FileProblem, PrinterFailed) as error:
            return PrintOutcome(0, ((name, error),), was_cancelled=False)
        self._summaries.note_printed(ready)
        return PrintOutcome(len(ready), (), was_cancelled=False)

    def _into(self, target: Path) -> Callable[[Ready], object]:
        return lambda ready: put_file(target, pdf_of(_title(ready), self._documents(ready)))

    def _onto_printer(self, name: str) -> Callable[[Ready], object]:
        return lambda ready: print_documents(
            printer_named(name), _title(ready), self._documents(ready)
        )

    def _documents(self, ready: Ready) -> Iterator[Document]:
        """Lay each region out when its turn comes: all of them at once would fill the memory."""
        for done, one in enumerate(ready, start=1):
            if self._control.is_cancelled():
                raise _Cancelled
            yield summary_document(one.content, self._order.paper)
            self._report(done, ready)

    def _report(self, done: int, ready: Ready) -> None:
        self._control.report(done, len(ready), ready[done - 1].participant.region.name)


class _Cancelled(Exception):
    """Somebody asked to stop."""


def _title(ready: Ready) -> str:
    first = ready[0].content
    return title_of(first) if len(ready) == 1 else f"Ringkasan hasil evaluasi – {first.round.name}"
