"""The panels of a round."""

from typing import TYPE_CHECKING

from assessor.domain.ids import RoundId
from ui.session.stage import Stage
from ui.session.ways import Ways

if TYPE_CHECKING:
    from ui.screens.panel.screen import PanelScreen


class PanelsEntrance:
    """Builds the panels once and opens rounds in them."""

    def __init__(self, stage: Stage, ways: Ways) -> None:
        self._stage = stage
        self._ways = ways
        self._screen: PanelScreen | None = None

    def open(self, round_id: RoundId) -> None:
        """Show the panels of a round, its region open where the user was last."""
        self._screen = panels = self._screen or self._build()
        self._stage.enter_round(round_id)
        self._stage.show(panels)
        region = self._stage.open_region()
        panels.show_round(round_id, None if region is None else region.id)
        self._stage.name_round(round_id)

    def _build(self) -> "PanelScreen":
        from ui.screens.panel.screen import PanelNeeds, PanelScreen

        stage, frame = self._stage, self._stage.frame
        needs = PanelNeeds(stage.workspace, stage.events, frame.tasks, self._ways.show_review)
        panels = PanelScreen(needs)
        panels.restore_layout(frame.preferences)
        stage.at_close(panels.close)
        stage.at_close(lambda: panels.keep_layout(frame.preferences))
        return panels
