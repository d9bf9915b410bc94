"""The left column: the round's regions and how far their panels are."""

from collections.abc import Sequence

from assessor.domain.ids import ParticipantId
from assessor.domain.records import Assessor
from assessor.services.panels import PanelCoverage
from resources.i18n import gettext as _
from ui.screens.panel.region_model import ACCEPTS, RegionModel
from ui.widgets.region_column import RegionColumn


class RegionList(RegionColumn):
    """Says below the list how much of the round is still to come or to settle."""

    def __init__(self) -> None:
        regions = RegionModel()
        super().__init__(regions, ACCEPTS, "panel_")
        self._regions = regions
        self._is_reading = True
        self._open: ParticipantId | None = None
        self.narrowed.connect(self._show_narrowed)
        self.chosen.connect(self.forget_search)
        self.left.connect(self.view.setFocus)

    def show_regions(self, regions: Sequence[PanelCoverage], everybody: Sequence[Assessor]) -> None:
        """Show the regions of a round."""
        self._is_reading = False
        self._regions.show_regions(regions, everybody)
        self.filter.invalidate()
        self._say_count()

    def show_reading(self) -> None:
        """Say that the regions are being read."""
        self._is_reading = True
        self._regions.show_regions((), ())
        self._say_count()

    def select(self, participant: ParticipantId | None) -> None:
        """Show which region is open; none where it is filtered away."""
        self._open = participant
        shown = self.filter.mapFromSource(self._regions.index_of(participant))
        if shown.isValid():
            self.show_current(shown)
        else:
            self.view.selectionModel().clear()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        choices = (_("All regions"), _("Sheets missing"), _("Something to settle"))
        self.retranslate_column(_("Regions of the round and their panels"), choices)
        self._say_count()

    def _show_narrowed(self) -> None:
        # The view itself would take a neighbour for the open region that is filtered away.
        self.select(self._open)
        self._say_count()

    def _say_count(self) -> None:
        regions = self._regions.regions
        if self._is_reading:
            words = _("Reading the sheets…")
        elif not regions:
            words = _("No region takes part in this round. Add regions to it first.")
        elif not self.filter.rowCount():
            words = _("No region matches. Clear the search, or choose “All regions”.")
        else:
            words = " · ".join((*self.shown_count(), *_totals(regions)))
        self.count(words)


def _totals(regions: Sequence[PanelCoverage]) -> tuple[str, str]:
    present = sum(len(one.present) for one in regions)
    expected = sum(one.expected for one in regions)
    sheets = _("{present} of {expected} sheets").format(present=present, expected=expected)
    open_ = sum(one.to_settle or 0 for one in regions)
    return sheets, _("{count} to settle").format(count=open_)
