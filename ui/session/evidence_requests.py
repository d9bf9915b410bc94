"""The requests for evidence of a round."""

from typing import TYPE_CHECKING

from ui.session.stage import Stage

if TYPE_CHECKING:
    from ui.screens.evidence_requests.presenter import EvidenceRequestScreen


class EvidenceRequestEntrance:
    """Builds the screen once and shows the requests of the open round in it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._screen: EvidenceRequestScreen | None = None

    def open(self) -> None:
        """Show the requests of the open round; nothing happens where none is open."""
        stage = self._stage
        if stage.round is None:
            return
        self._screen = screen = self._screen or self._build()
        stage.show(screen)
        screen.show_round(stage.round)
        stage.name_round(stage.round)

    def _build(self) -> "EvidenceRequestScreen":
        from ui.screens.evidence_requests.presenter import EvidenceRequestScreen, RequestNeeds
        from ui.session.letter_files import letter_files

        stage = self._stage
        new_id = stage.frame.surroundings.new_id
        needs = RequestNeeds(stage.workspace, stage.events, letter_files(stage), new_id)
        screen = EvidenceRequestScreen(needs)
        stage.ask_before_closing(screen)
        stage.at_close(screen.close)
        return screen
