"""The letter of a round: filled in, seen as it will be, written with its annexes."""

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
from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import FOR_RESULTS, OFFICE, RESULTS, LetterField
from assessor.domain.result_letter import ResultFacts, result_letter
from assessor.services.annexes import AnnexOrder
from assessor.services.files import put_file
from assessor.services.workspace import Workspace
from resources.i18n import gettext as _
from resources.i18n import ngettext
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

GROUPS: Final = {"results": RESULTS, "office": (*OFFICE, LetterField.COPIES)}
SHOW_AFTER: Final = 200
"""Milliseconds from a change to the pages that show it."""
FIGURES: Final = frozenset(
    {
        *(Topic.SCORES, Topic.STATE, Topic.MODERATION, Topic.PROGRAMMES),
        *(Topic.PARTICIPANTS, Topic.ROUNDS, Topic.PUBLISHED),
    }
)
"""What the facts of the letter rest on."""


@dataclass(frozen=True, slots=True)
class LetterNeeds:
    """What the screen works with."""

    workspace: Workspace
    events: AppEvents
    export: ExportNeeds
    new_token: Callable[[], str]


class LetterScreen:
    """Keeps form, pages and files of one round together."""

    def __init__(self, needs: LetterNeeds) -> None:
        self._needs = needs
        self._bench = LetterBench(LetterFormPanel(GROUPS, needs.new_token))
        self._bench.setObjectName("letter_screen")
        self._export = LetterExport(self._bench, needs.export)
        self._filling = LetterFilling(
            self._bench.form, needs.workspace.letter_forms, needs.events, needs.export.dialogs
        )
        self._round: RoundId | None = None
        self._facts: ResultFacts | None = None
        self._reading = Reading(needs.export.tasks)
        self._soon = QTimer(self._bench, interval=SHOW_AFTER, singleShot=True)
        self._soon.timeout.connect(self._show_pages)
        self._filling.filled_in.connect(self._tell)
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
        """Show the letter of a round. Raises RoundUnknown."""
        if round_id != self._round:
            self._facts = None
            self._bench.preview.show_document(None)
        self._round = round_id
        self._filling.show_round(round_id)
        self._retranslate()
        self._read_facts()

    def _follow(self, changes: Changes) -> None:
        if self._bench.isVisible() and changes.topics & FIGURES:
            self._read_facts()

    def _read_facts(self) -> None:
        """Read the figures off the window's thread: a large round takes its time."""
        if self._round is not None:
            facts = partial(self._needs.workspace.letters.facts, self._round)
            self._reading.read("facts", facts, self._take_facts, self._refuse)

    def _take_facts(self, facts: ResultFacts) -> None:
        self._facts = facts
        self._tell()
        self._show_pages()

    def _refuse(self, error: UserError) -> None:
        self._needs.export.dialogs.problem(explain(error))

    def _tell(self) -> None:
        self._bench.show_wanting(self._filling.wanting(FOR_RESULTS))
        self._bench.show_notice("" if self._facts is None else _notice(self._facts))
        self._soon.start()

    def _show_pages(self) -> None:
        if self._facts is not None:
            letter = result_letter(self._filling.form, self._facts)
            self._bench.preview.show_document(letter_document(letter))

    def _write(self) -> None:
        self.leave()
        wanting = self._filling.wanting(FOR_RESULTS)
        if wanting:
            self._bench.refuse(wanting)
        elif self._facts is not None and self._agrees(self._facts):
            workspace, round_id = self._needs.workspace, self._facts.round.id
            names = workspace.letters.names(round_id)
            files = (names.document, names.pages, names.annex)
            self._export.start(partial(_steps, workspace, round_id), files)

    def _agrees(self, facts: ResultFacts) -> bool:
        """Ask before figures that are not final go out; they are marked then."""
        if not (facts.provisional or facts.guessed):
            return True
        words = _("{notice}\n\nWrite it all the same?").format(notice=_notice(facts))
        return self._needs.export.dialogs.confirm(_("Not final yet"), words, _("Write it, marked"))

    def _retranslate(self) -> None:
        self._bench.retranslate()
        name = "" if self._round is None else self._needs.workspace.rounds.get(self._round).name
        self._bench.show_title(_("Letter of {round}").format(round=name))
        self._tell()


def _notice(facts: ResultFacts) -> str:
    """Return what the letter will be marked as, and why."""
    said = []
    if facts.round.is_demonstration:
        said.append(_("A demonstration: every page says so."))
    if facts.provisional:
        words = ngettext(
            "The figures of {number} region are provisional: every page is marked SEMENTARA.",
            "The figures of {number} regions are provisional: every page is marked SEMENTARA.",
            facts.provisional,
        )
        said.append(words.format(number=facts.provisional))
    if facts.guessed:
        names = ", ".join(one.id for one in facts.guessed)
        words = _("Not confirmed: the instrument {names}. The letter says so, marked SEMENTARA.")
        said.append(words.format(names=names))
    return " ".join(said)


def _steps(workspace: Workspace, round_id: RoundId, folder: Path) -> tuple[Step, ...]:
    """Return what writes the letter and its annexes; that it may be provisional was agreed to."""
    letter = workspace.letters.finished(round_id, accepts_provisional=True)
    names = workspace.letters.names(round_id)

    def document() -> Path:
        workspace.letters.write(letter, folder / names.document)
        return folder / names.document

    def pages() -> Path:
        drawn = letter_document(letter)
        return put_file(folder / names.pages, pdf_of(drawn.title, (drawn,)))

    def annex() -> Path:
        workspace.annexes.write_annex(AnnexOrder(round_id), folder / names.annex)
        return folder / names.annex

    return (
        Step(names.document, document),
        Step(names.pages, pages),
        Step(names.annex, annex),
    )
