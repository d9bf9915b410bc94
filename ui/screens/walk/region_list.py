"""The left column: the round's regions and how far they are scored."""

from collections.abc import Sequence

from assessor.domain.ids import ParticipantId
from assessor.services.overview import RegionProgress
from resources.i18n import gettext as _
from ui.screens.walk.region_model import ACCEPTS, RegionModel
from ui.widgets.region_column import RegionColumn


class RegionList(RegionColumn):
    """Says below the list how many of the regions are done."""

    def __init__(self) -> None:
        regions = RegionModel()
        super().__init__(regions, ACCEPTS)
        self._regions = regions
        self.narrowed.connect(self._say_count)
        self.retranslate()

    @property
    def model(self) -> RegionModel:
        """All regions, whatever is searched for."""
        return self._regions

    def show_regions(self, regions: Sequence[RegionProgress]) -> None:
        """Show the regions of a round."""
        self._regions.show_regions(regions)
        self._say_count()

    def show_region(self, region: RegionProgress) -> None:
        """Show one region as it is now."""
        if self._regions.show_region(region):
            self._say_count()

    def select(self, participant: ParticipantId | None) -> None:
        """Show which region is open."""
        self.show_current(self.filter.mapFromSource(self._regions.index_of(participant)))

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        choices = (_("All regions"), _("Not started"), _("In progress"), _("Locked"))
        self.retranslate_column(_("Regions of the round"), choices)
        self._say_count()

    def _say_count(self) -> None:
        total = self._regions.rowCount()
        if total and not self.filter.rowCount():
            words = _("No region matches. Clear the search, or choose “All regions”.")
        else:
            locked = _("{locked} of {total} locked").format(
                locked=self._regions.locked, total=total
            )
            words = " · ".join((*self.shown_count(), locked))
        self.count(words)
