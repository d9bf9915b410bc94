"""Printing and its preview, dialogs over the screen that is shown."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from resources.i18n import gettext as _
from ui.folders import documents_folder, show_folder
from ui.session.stage import Stage

Pages: TypeAlias = tuple[RoundId, frozenset[ParticipantId], Paper]
"""Of which round and regions, and on what paper."""


class PrintingEntrance:
    """Asks each time anew; what answers goes with the dialog."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def ask(self) -> None:
        """Ask which regions of the open round to print, and print them."""
        if (shown := self._open_round()) is not None:
            self._ask(shown, self._stage.open_region())

    def preview(self) -> None:
        """Show how the summaries of the open round will look, from the region that is open on."""
        shown, frame = self._open_round(), self._stage.frame
        if shown is None:
            return

        def print_these(paper: Paper) -> None:
            frame.preferences.keep_paper(paper)
            self._ask(shown, None)

        everyone = frozenset(one.id for one in self._taking_part(shown))
        self._show(frame.window, (shown, everyone, frame.preferences.paper), print_these)

    def preview_region(self, shown: RoundId, participant: ParticipantId) -> None:
        """Show how the summary of one region will look; from there it is printed."""
        frame = self._stage.frame

        def print_this(paper: Paper) -> None:
            frame.preferences.keep_paper(paper)
            (region,) = (one for one in self._taking_part(shown) if one.id == participant)
            self._ask(shown, region)

        pages = (shown, frozenset({participant}), frame.preferences.paper)
        self._show(frame.window, pages, print_this)

    def check_code(self) -> None:
        """Ask for the code on a printed page, and say whether the page still stands."""
        from ui.screens.check_code.presenter import CheckCodePresenter
        from ui.screens.check_code.view import CheckCodeView

        stage, frame = self._stage, self._stage.frame
        stage.leave_fields()
        view = CheckCodeView(frame.window)
        CheckCodePresenter(view, stage.workspace.summaries, frame.tasks)
        view.finished.connect(view.deleteLater)
        view.open()

    def _open_round(self) -> RoundId | None:
        """Return the open round, what is typed in it saved; says so where there is none."""
        if self._stage.round is None:
            self._stage.frame.dialogs.problem(_("Open a round first; its summaries are printed."))
            return None
        self._stage.leave_fields()
        return self._stage.round

    def _ask(self, shown: RoundId, current: Participant | None) -> None:
        from ui.printing.printer import printer_names
        from ui.screens.printing.presenter import PrintNeeds, PrintPresenter
        from ui.screens.printing.view import PrintView

        stage, frame = self._stage, self._stage.frame
        view = PrintView(frame.window, self._taking_part(shown))
        needs = PrintNeeds(
            summaries=stage.workspace.summaries,
            events=stage.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
            preferences=frame.preferences,
            show_folder=show_folder,
            show_preview=lambda chosen, paper: self._show(
                view, (shown, chosen, paper), view.choose_paper
            ),
            printers=printer_names,
            documents=documents_folder(),
            round=shown,
            current=current,
        )
        PrintPresenter(view, needs)
        view.finished.connect(view.deleteLater)
        view.open()

    def _show(self, above: QWidget, pages: Pages, print_these: Callable[[Paper], None]) -> None:
        from ui.screens.printing.preview_presenter import PreviewNeeds, PreviewPresenter
        from ui.screens.printing.preview_view import PreviewView

        stage, (shown, wanted, paper) = self._stage, pages
        current = stage.open_region()
        view = PreviewView(above)
        needs = PreviewNeeds(
            summaries=stage.workspace.summaries,
            tasks=stage.frame.tasks,
            round=shown,
            participants=wanted,
            first=None if current is None else current.id,
            paper=paper,
            print_these=print_these,
        )
        PreviewPresenter(view, needs)
        view.finished.connect(view.deleteLater)
        view.open()

    def _taking_part(self, shown: RoundId) -> tuple[Participant, ...]:
        participants = self._stage.workspace.rounds.participants(shown)
        return tuple(one for one in participants if one.takes_part)
