"""The merge of returned sheets."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.session.stage import Stage
from ui.session.ways import Ways

if TYPE_CHECKING:
    from ui.screens.merge.presenter import MergePresenter


class MergeEntrance:
    """Builds the screen once and hands it what is to be read."""

    def __init__(self, stage: Stage, ways: Ways) -> None:
        self._stage = stage
        self._ways = ways
        self._screen: MergePresenter | None = None

    def enter(self, paths: Sequence[Path]) -> None:
        """Show what is being merged, and read the files and folders at `paths`."""
        self._screen = self._screen or self._build()
        self._stage.show(self._screen)
        self._stage.name_round(None)
        self._screen.enter(paths)

    def _build(self) -> "MergePresenter":
        from ui.screens.merge.needs import MergeNeeds
        from ui.screens.merge.presenter import MergePresenter
        from ui.screens.merge.view import MergeView

        stage, frame = self._stage, self._stage.frame
        needs = MergeNeeds(
            merging=stage.workspace.merging,
            rounds=stage.workspace.rounds,
            events=stage.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
            preferences=frame.preferences,
            inform=frame.window.show_message,
            open_assignment=self._ways.open_assignment,
            leave=self._ways.begin,
        )
        return MergePresenter(MergeView(), needs)
