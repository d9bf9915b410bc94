"""The form for a round."""

from assessor.domain.ids import RoundId
from ui.screen import Screen
from ui.session.stage import Stage
from ui.session.ways import Ways


class NewRoundEntrance:
    """Keeps the form as it was left, until its round is started or given up."""

    def __init__(self, stage: Stage, ways: Ways) -> None:
        self._stage = stage
        self._ways = ways
        self._draft: Screen | None = None

    def show(self) -> None:
        """Show the form as it was left, or an empty one."""
        if self._draft is None:
            self._show_empty_form()
        else:
            self._stage.show(self._draft)

    def _show_empty_form(self) -> None:
        from ui.screens.new_round.cohorts_presenter import NewRoundNeeds
        from ui.screens.new_round.presenter import NewRoundPresenter
        from ui.screens.new_round.view import NewRoundView

        stage = self._stage
        needs = NewRoundNeeds(
            rounds=stage.workspace.rounds,
            instruments=stage.workspace.instruments,
            events=stage.events,
            dialogs=stage.frame.dialogs,
            this_year=stage.now().year,
            open_round=self._open_begun,
            cancel=self._give_up,
        )
        view = NewRoundView(stage.workspace.rounds.regions())
        self._draft = NewRoundPresenter(view, needs)
        stage.show(self._draft)
        view.form.go_to("name")

    def _open_begun(self, round_id: RoundId) -> None:
        self._let_go()
        self._ways.open_round(round_id)

    def _give_up(self) -> None:
        self._let_go()
        self._ways.begin()

    def _let_go(self) -> None:
        if self._draft is not None:
            self._stage.let_go(self._draft)
            self._draft = None
