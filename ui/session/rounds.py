"""The rounds of the workspace."""

from typing import TYPE_CHECKING

from ui.session.stage import Stage
from ui.session.ways import Ways

if TYPE_CHECKING:
    from ui.screens.rounds.presenter import RoundsPresenter


class RoundsEntrance:
    """Builds the list once and shows it."""

    def __init__(self, stage: Stage, ways: Ways) -> None:
        self._stage = stage
        self._ways = ways
        self._screen: RoundsPresenter | None = None

    def show(self) -> None:
        """Show the rounds."""
        self._screen = self._screen or self._build()
        self._stage.show(self._screen)
        self._stage.name_round(None)

    def _build(self) -> "RoundsPresenter":
        from ui.screens.rounds.presenter import RoundsExits, RoundsPresenter
        from ui.screens.rounds.view import RoundsView

        stage, ways = self._stage, self._ways
        exits = RoundsExits(
            open_round=ways.open_round,
            show_panels=ways.show_panels,
            show_results=ways.show_results,
            new_round=ways.show_new_round,
            merge_sheets=ways.merge_sheets,
        )
        services = (stage.workspace.rounds, stage.workspace.overview)
        return RoundsPresenter(RoundsView(), services, stage.events, exits)
