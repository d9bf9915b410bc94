"""The walk through the regions of a round."""

from assessor.domain.ids import RoundId
from assessor.domain.records import Participant
from assessor.services.positions import Position
from ui.screens.walk.desk import REVIEW
from ui.screens.walk.screen import WalkScreen
from ui.session.stage import Stage


class WalkEntrance:
    """Builds the walk once and opens rounds in it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._screen: WalkScreen | None = None

    def open(self, round_id: RoundId) -> None:
        """Walk the regions of a round, from where it was left if it was the last."""
        self._screen = walk = self._screen or self._build()
        stage = self._stage
        stage.enter_round(round_id)
        # Shown first: only what is shown can take the focus.
        stage.show(walk)
        position = stage.workspace.positions.last()
        if position is None or position.round != round_id or not walk.restore():
            walk.show_round(round_id)
        stage.name_round(round_id)

    def open_review(self, round_id: RoundId, participant: Participant | None) -> None:
        """Walk a round, at the review of one region where it is named."""
        if participant is not None:
            place = Position(round_id, participant.id, REVIEW)
            self._stage.workspace.positions.remember(place)
        self.open(round_id)

    def _build(self) -> WalkScreen:
        stage, frame = self._stage, self._stage.frame
        walk = WalkScreen(stage.workspace, stage.events, frame.dialogs, frame.surroundings)
        walk.restore_layout(frame.preferences)
        # It may hold refused texts while another screen is shown.
        stage.ask_before_closing(walk)
        stage.at_close(walk.leave)
        stage.at_close(lambda: walk.keep_layout(frame.preferences))
        return walk
