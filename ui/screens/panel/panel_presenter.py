"""The open region's panel: its figures and its questions, or why they are not to be seen."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QObject

from assessor.domain.figures import show
from assessor.domain.result import DimensionResult
from assessor.services.panels import PanelCoverage, RegionPanel
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.screens.panel.answer_lines import Show
from ui.screens.panel.desk import PanelDesk
from ui.screens.panel.panel_page import PanelPage
from ui.screens.panel.region_header import HeaderContent
from ui.screens.panel.region_presenter import everybody
from ui.screens.panel.words import exact, missing_text, sheets_text
from ui.wording import confidence_text


class PanelPresenter(QObject):
    """Words what the panel says."""

    def __init__(self, desk: PanelDesk, page: PanelPage) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        desk.round_read.connect(self._show_header)
        desk.round_read.connect(self._show_empty)
        desk.opened.connect(self.show)
        desk.region_read.connect(self.show)
        page.filtered.connect(self.show)

    def show(self) -> None:
        """Show what is open."""
        region = self._desk.region
        if region is None or not region.assessments:
            self._page.table.show_panel(None, self._page.show_only)
            self._show_empty()
            return
        self._show_header()
        self._page.table.show_panel(region, self._page.show_only)
        self._page.show_figures(self._count(region))

    def _show_empty(self) -> None:
        region, participant = self._desk.region, self._desk.participant
        if region is not None and region.assessments:
            return
        if participant is None:
            self._page.show_empty(self._invitation())
        elif self._desk.hidden:
            words = _(
                "The panel's scores of {region} are hidden from you.\n\n"
                "You have begun to score this region yourself and have not locked your assessment. "
                "So that nobody is led by what others gave, you see theirs once yours is locked."
            )
            text = words.format(region=participant.region.name)
            sheets = self._sheets(self._desk.open_coverage)
            self._page.show_empty(f"{text}\n\n{sheets}", offer_walk=True)
        elif region is None:
            self._page.show_empty(_("Reading the panel…"))
        else:
            words = _(
                "There is no sheet of {region} yet. "
                "Merge the sheets that the assessors sent, or score the region yourself."
            )
            text = words.format(region=participant.region.name)
            self._page.show_empty(text, offer_walk=True)

    def _invitation(self) -> str:
        if self._desk.is_round_known and not self._desk.coverage:
            return _("No region takes part in this round. Add regions to it first.")
        return _("Choose a region on the left to see its panel, or press Ctrl+K.")

    def _show_header(self) -> None:
        region = self._desk.region
        if region is not None and region.assessments:
            coverage = self._desk.open_coverage
            self._page.header.show_content(self._header(region, coverage))

    def _header(self, region: RegionPanel, coverage: PanelCoverage | None) -> HeaderContent:
        result = region.result
        return HeaderContent(
            region=region.participant.region.name,
            sheets=self._sheets(coverage),
            notice=" ".join((*self._invented(), *_notices(region))),
            index_title=_("Provisional index") if result.is_provisional else _("Final index"),
            index=show(result.final),
            dimensions=tuple(_dimension(one) for one in result.dimensions),
        )

    def _invented(self) -> tuple[str, ...]:
        shown = self._desk.round
        if shown is None or not shown.is_demonstration:
            return ()
        return (_("The scores of this round are invented."),)

    def _sheets(self, coverage: PanelCoverage | None) -> str:
        if coverage is None:
            return ""
        parts = (
            sheets_text(coverage),
            missing_text(coverage, everybody(self._desk)),
            _("{count} locked").format(count=coverage.locked),
        )
        return " · ".join(part for part in parts if part)

    def _count(self, region: RegionPanel) -> str:
        left = len(region.to_settle)
        rows = len(self._page.table.answers.answer_rows())
        if not rows and self._page.show_only is not Show.ALL:
            return _("No such question here. Choose “All questions” to see the panel.")
        words = ngettext("{shown} question", "{shown} questions", rows).format(shown=rows)
        return " · ".join((words, _("{count} to settle").format(count=left)))


def _notices(region: RegionPanel) -> Sequence[str]:
    """Return what the figures lack, each a sentence."""
    result, instrument = region.result, region.instrument
    found = []
    if result.is_provisional:
        unlocked = [one.assessor.name for one in region.assessments if not one.is_locked]
        found.append(
            _("Provisional: not locked by {names}.").format(names=", ".join(unlocked))
            if unlocked
            else _("Provisional: not everything is scored.")
        )
    if not instrument.is_official:
        found.append(
            _("Instrument: {confidence}").format(confidence=confidence_text(instrument.confidence))
            + "."
        )
    return found


def _dimension(result: DimensionResult) -> tuple[str, str, str, str]:
    part = result.contribution
    return (
        result.dimension.name.in_language(language()),
        show(result.mean),
        f"{result.dimension.weight} %",
        exact(None if part is None else Fraction(part)),
    )
