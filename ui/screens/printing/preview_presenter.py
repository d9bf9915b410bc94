"""Leafs through summaries that are laid out only when their turn comes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from assessor.domain.errors import UserError
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.paper import Paper
from assessor.services.summaries import RoundSummaries, Summaries
from resources.i18n import ngettext
from ui.messages import explain
from ui.printing.document import Document
from ui.printing.summary_pages import summary_document
from ui.screens.printing.preview_view import PreviewView
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class PreviewNeeds:
    """What the preview works with."""

    summaries: Summaries
    tasks: Tasks
    round: RoundId
    participants: frozenset[ParticipantId]
    first: ParticipantId | None
    """The region to begin with, where it is among them."""
    paper: Paper
    print_these: Callable[[Paper], None]
    """Goes on to the questions of printing, once the preview is closed."""


class PreviewPresenter(QObject):
    """Reads the figures once, off the window's thread; after that every page is there at once.

    It goes with its view: figures that come after that are nobody's.
    """

    def __init__(self, view: PreviewView, needs: PreviewNeeds) -> None:
        super().__init__(view)
        self._view = view
        self._needs = needs
        self._found = RoundSummaries((), ())
        self._paper = needs.paper
        self._region = 0
        self._page = 0
        self._document: Document | None = None
        view.choose_paper(self._paper)
        view.region_chosen.connect(lambda region: self._go(region, 0))
        view.paper_chosen.connect(self._use_paper)
        view.next_wanted.connect(self._go_on)
        view.previous_wanted.connect(self._go_back)
        view.print_wanted.connect(self._print)
        self._read()

    def _read(self) -> None:
        needs = self._needs
        task = needs.tasks.task(
            lambda _control: needs.summaries.of_regions(needs.round, needs.participants)
        )
        task.finished.connect(self._show)
        task.failed.connect(self._refuse)
        task.start()

    def _show(self, found: RoundSummaries) -> None:
        self._found = found
        self._view.show_regions([one.participant.region.name for one in found.ready])
        self._view.show_remark(self._left_out())
        if found.ready:
            ids = [one.participant.id for one in found.ready]
            first = self._needs.first
            self._go(ids.index(first) if first in ids else 0, 0)

    def _refuse(self, error: UserError) -> None:
        self._view.show_remark(explain(error))

    def _left_out(self) -> str:
        left = self._found.left_out
        if len(left) == 1:
            return explain(left[0][1])
        text = ngettext(
            "{number} region has nothing to print yet, or its scores are kept back from you.",
            "{number} regions have nothing to print yet, or their scores are kept back from you.",
            len(left),
        )
        return text.format(number=len(left)) if left else ""

    def _go(self, region: int, page: int) -> None:
        """Show a page; counted from the end where it is below 0."""
        if region != self._region or self._document is None:
            content = self._found.ready[region].content
            self._document = summary_document(content, self._paper)
        pages = self._document.pages
        self._region, self._page = region, page % len(pages)
        self._view.show_page(
            pages[self._page],
            region,
            is_first=region == 0 and self._page == 0,
            is_last=region == len(self._found.ready) - 1 and self._page == len(pages) - 1,
        )

    def _go_on(self) -> None:
        if self._document is None:
            return
        if self._page + 1 < len(self._document.pages):
            self._go(self._region, self._page + 1)
        else:
            self._go(self._region + 1, 0)

    def _go_back(self) -> None:
        if self._page:
            self._go(self._region, self._page - 1)
        else:
            self._go(self._region - 1, -1)

    def _use_paper(self, paper: Paper) -> None:
        self._paper, self._document = paper, None
        self._go(self._region, 0)

    def _print(self) -> None:
        self._view.accept()
        self._needs.print_these(self._paper)
