"""The list of regions: shown, kept up to date, one of them opened."""

from PySide6.QtCore import QObject

from assessor.domain.records import Assessor, Participant
from ui.screens.panel.desk import PanelDesk
from ui.screens.panel.panel_page import PanelPage


class RegionPresenter(QObject):
    """Shows how much of each panel has come in."""

    def __init__(self, desk: PanelDesk, page: PanelPage) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        desk.round_read.connect(self.show)
        desk.opened.connect(self._select)
        page.regions.chosen.connect(self._choose)

    def show(self) -> None:
        """Show the regions of the round."""
        if self._desk.is_round_known:
            self._page.regions.show_regions(self._desk.coverage, everybody(self._desk))
        else:
            self._page.regions.show_reading()
        self._select()

    def _select(self) -> None:
        participant = self._desk.participant
        self._page.regions.select(None if participant is None else participant.id)

    def _choose(self, participant: Participant) -> None:
        self._desk.open(participant)
        self._page.table.setFocus()


def everybody(desk: PanelDesk) -> tuple[Assessor, ...]:
    """Return who has a sheet anywhere in the round, by name."""
    found = {who.id: who for one in desk.coverage for who in one.present}
    return tuple(sorted(found.values(), key=lambda one: (one.name, one.id)))
