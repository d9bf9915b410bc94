"""The results of a round."""

from pathlib import Path
from typing import TYPE_CHECKING

from assessor.domain.ids import RoundId
from ui.folders import documents_folder
from ui.session.stage import Stage
from ui.session.ways import Ways

if TYPE_CHECKING:
    from ui.screens.results.screen import ResultsScreen


class ResultsEntrance:
    """Builds the screen once and opens rounds in it."""

    def __init__(self, stage: Stage, ways: Ways) -> None:
        self._stage = stage
        self._ways = ways
        self._screen: ResultsScreen | None = None

    def open(self, round_id: RoundId) -> None:
        """Show the results of a round."""
        self._screen = results = self._screen or self._build()
        self._stage.enter_round(round_id)
        self._stage.show(results)
        results.show_round(round_id)
        self._stage.name_round(round_id)

    def _build(self) -> "ResultsScreen":
        from ui.screens.results.needs import ResultsNeeds
        from ui.screens.results.screen import ResultsScreen

        stage, frame = self._stage, self._stage.frame
        needs = ResultsNeeds(
            workspace=stage.workspace,
            events=stage.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
            inform=frame.window.show_message,
            pictures=self._pictures,
            print_region=self._ways.preview_region,
            open_walk=self._ways.open_round,
        )
        results = ResultsScreen(needs)
        stage.at_close(results.close)
        return results

    def _pictures(self) -> Path:
        return self._stage.frame.preferences.last_folder or documents_folder()
