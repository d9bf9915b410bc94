"""The published tables of earlier years, a dialog over the screen that is shown."""

from ui.session.stage import Stage


class LastYearEntrance:
    """Opens it each time anew; what answers goes with the dialog."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def show(self) -> None:
        """Show what was taken in, and ask for a file."""
        from ui.screens.last_year.presenter import LastYearNeeds, LastYearPresenter
        from ui.screens.last_year.view import LastYearView

        stage, workspace, frame = self._stage, self._stage.workspace, self._stage.frame
        stage.leave_fields()
        rounds = {one.id: one for one in workspace.rounds.all()}
        shown = rounds.get(stage.round) if stage.round else next(iter(rounds.values()), None)
        needs = LastYearNeeds(
            published=workspace.published,
            instruments=workspace.instruments.available(),
            expected_year=(stage.now().year if shown is None else shown.year) - 1,
            events=stage.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
        )
        view = LastYearView(frame.window, workspace.published.regions())
        LastYearPresenter(view, needs)
        view.finished.connect(view.deleteLater)
        view.open()
