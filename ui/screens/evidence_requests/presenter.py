"""Requests for evidence: filled in once, seen region by region, written for those ticked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.evidence_request import evidence_request
from assessor.domain.ids import RoundId
from assessor.domain.letter import Letter
from assessor.domain.letter_fields import FOR_REQUEST, OFFICE, REQUEST
from assessor.services.evidence_requests import EvidenceGaps
from assessor.services.files import put_file
from assessor.services.workspace import Workspace
from resources.i18n import gettext as _
from ui.events import AppEvents
from ui.letters.bench import LetterBench
from ui.letters.exporting import ExportNeeds, LetterExport, Step
from ui.letters.filling import LetterFilling
from ui.letters.form import LetterFormPanel
from ui.messages import explain
from ui.printing.letter_pages import letter_document
from ui.printing.pdf import pdf_of
from ui.reading import Reading
from ui.screen import Menu
from ui.screens.evidence_requests.region_panel import RegionPanel

GROUPS: Final = {"request": REQUEST, "office": OFFICE}
SHOW_AFTER: Final = 200
"""Milliseconds from a change to the pages that show it."""
CLAIMS: Final = frozenset(
    {
        *(Topic.SCORES, Topic.STATE, Topic.EVIDENCE, Topic.PROGRAMMES),
        *(Topic.PARTICIPANTS, Topic.PEOPLE),
    }
)
"""What changes which evidence is missing."""


@dataclass(frozen=True, slots=True)
class RequestNeeds:
    """What the screen works with."""

    workspace: Workspace
    events: AppEvents
    export: ExportNeeds
    new_token: Callable[[], str]


class EvidenceRequestScreen:
    """Keeps regions, form, pages and files together."""

    def __init__(self, needs: RequestNeeds) -> None:
        self._needs = needs
        self._regions = RegionPanel()
        self._bench = LetterBench(LetterFormPanel(GROUPS, needs.new_token), self._regions)
        self._bench.setObjectName("evidence_request_screen")
        self._export = LetterExport(self._bench, needs.export)
        self._filling = LetterFilling(
            self._bench.form, needs.workspace.letter_forms, needs.events, needs.export.dialogs
        )
        self._round: RoundId | None = None
        self._reading = Reading(needs.export.tasks)
        self._soon = QTimer(self._bench, interval=SHOW_AFTER, singleShot=True)
        self._soon.timeout.connect(self._show_pages)
        self._filling.filled_in.connect(self._tell)
        self._regions.current_changed.connect(self._show_pages)
        self._bench.export_wanted.connect(self._write)
        needs.events.changed.connect(self._follow)
        needs.events.language_changed.connect(self._retranslate)
        self._retranslate()

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._bench

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """There are none beside the window's own."""
        return {}

    def leave(self) -> tuple[str, ...]:
        """Save what is being typed; returns what could not be saved and why."""
        return self._filling.leave()

    def close(self) -> None:
        """Wait for nothing any more: the workspace is closed."""
        self._reading.forget()

    def show_round(self, round_id: RoundId) -> None:
        """Show the requests of a round. Raises RoundUnknown."""
        if round_id != self._round:
            self._regions.show_gaps(())
        self._round = round_id
        self._filling.show_round(round_id)
        self._retranslate()
        self._read_gaps()

    def _follow(self, changes: Changes) -> None:
        if self._bench.isVisible() and changes.topics & CLAIMS:
            self._read_gaps()

    def _read_gaps(self) -> None:
        """Read the claims off the window's thread: a large round takes its time."""
        if self._round is not None:
            requests = self._needs.workspace.evidence_requests
            gaps = partial(requests.of_round, self._round)
            self._reading.read("gaps", gaps, self._take_gaps, self._refuse)

    def _take_gaps(self, gaps: tuple[EvidenceGaps, ...]) -> None:
        self._regions.show_gaps(gaps)
        self._show_pages()

    def _refuse(self, error: UserError) -> None:
        self._needs.export.dialogs.problem(explain(error))

    def _tell(self) -> None:
        self._bench.show_wanting(self._filling.wanting(FOR_REQUEST))
        self._soon.start()

    def _show_pages(self) -> None:
        current = self._regions.current
        if current is None or current.claims is None or current.claims.items == 0:
            self._bench.preview.show_document(None)
            return
        letter = evidence_request(self._filling.form, current.claims)
        self._bench.preview.show_document(letter_document(letter))

    def _write(self) -> None:
        self.leave()
        wanting = self._filling.wanting(FOR_REQUEST)
        ticked = self._regions.model.ticked()
        if wanting:
            self._bench.refuse(wanting)
        elif not ticked:
            self._bench.progress.say(_("Tick the regions that are to be asked."))
        else:
            files = [f"{one.file_stem}{kind}" for one in ticked for kind in (".docx", ".pdf")]
            self._export.start(partial(_steps, self._needs.workspace, ticked), files)

    def _retranslate(self) -> None:
        self._bench.retranslate()
        self._regions.retranslate()
        name = "" if self._round is None else self._needs.workspace.rounds.get(self._round).name
        self._bench.show_title(_("Requests for evidence, {round}").format(round=name))
        self._bench.show_notice("")
        self._tell()


def _steps(workspace: Workspace, ticked: Sequence[EvidenceGaps], folder: Path) -> tuple[Step, ...]:
    """Return what writes a document and a PDF for each region."""
    return tuple(
        Step(one.participant.region.name, partial(write, workspace, one, folder))
        for one in ticked
        for write in (_write_document, _write_pages)
    )


def _finished(workspace: Workspace, one: EvidenceGaps) -> Letter:
    return workspace.evidence_requests.finished(one.participant)


def _write_document(workspace: Workspace, one: EvidenceGaps, folder: Path) -> Path:
    path = folder / f"{one.file_stem}.docx"
    workspace.letters.write(_finished(workspace, one), path)
    return path


def _write_pages(workspace: Workspace, one: EvidenceGaps, folder: Path) -> Path:
    drawn = letter_document(_finished(workspace, one))
    return put_file(folder / f"{one.file_stem}.pdf", pdf_of(drawn.title, (drawn,)))
