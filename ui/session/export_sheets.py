"""The export of score sheets, a dialog over the screen that is shown."""

from resources.i18n import gettext as _
from ui.folders import documents_folder, show_folder
from ui.session.stage import Stage


class ExportEntrance:
    """Asks each time anew; what answers goes with the dialog."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def ask(self) -> None:
        """Ask which score sheets of the open round to write, and write them."""
        from ui.screens.export_sheets.presenter import ExportNeeds, ExportPresenter
        from ui.screens.export_sheets.view import ExportView

        stage, workspace, frame = self._stage, self._stage.workspace, self._stage.frame
        me = workspace.people.me()
        if stage.round is None or me is None:
            frame.dialogs.problem(_("Open a round first; its score sheets are exported."))
            return
        stage.leave_fields()
        participants = workspace.rounds.participants(stage.round)
        view = ExportView(frame.window, [one for one in participants if one.takes_part])
        needs = ExportNeeds(
            sheets=workspace.sheets,
            people=workspace.people,
            events=stage.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
            preferences=frame.preferences,
            show_folder=show_folder,
            me=me.id,
            round=stage.round,
            current=stage.open_region(),
        )
        ExportPresenter(view, needs, documents_folder())
        view.finished.connect(view.deleteLater)
        view.open()
