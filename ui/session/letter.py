"""The letter of a round."""

from typing import TYPE_CHECKING

from resources.i18n import gettext as _
from ui.session.stage import Stage

if TYPE_CHECKING:
    from ui.screens.letter.presenter import LetterScreen


class LetterEntrance:
    """Builds the screen once and shows the letter of the open round in it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._screen: LetterScreen | None = None

    def open(self) -> None:
        """Show the letter of the open round."""
        stage = self._stage
        if stage.round is None:
            stage.frame.dialogs.problem(_("Open a round first; its letter is written."))
            return
        self._screen = screen = self._screen or self._build()
        stage.show(screen)
        screen.show_round(stage.round)
        stage.name_round(stage.round)

    def _build(self) -> "LetterScreen":
        from ui.screens.letter.presenter import LetterNeeds, LetterScreen
        from ui.session.letter_files import letter_files

        stage = self._stage
        new_id = stage.frame.surroundings.new_id
        needs = LetterNeeds(stage.workspace, stage.events, letter_files(stage), new_id)
        screen = LetterScreen(needs)
        stage.ask_before_closing(screen)
        stage.at_close(screen.close)
        return screen
