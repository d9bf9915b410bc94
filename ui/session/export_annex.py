"""The export of the annex, a dialog over the screen that is shown."""

from resources.i18n import gettext as _
from ui.folders import documents_folder, show_folder
from ui.session.stage import Stage


class ExportAnnexEntrance:
    """Asks each time anew; what answers goes with the dialog."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def ask(self) -> None:
        """Ask what of the open round's table to write, and write it."""
        from ui.printing.printer import printer_names
        from ui.screens.export_annex.presenter import ExportAnnexNeeds, ExportAnnexPresenter
        from ui.screens.export_annex.view import ExportAnnexView

        stage, workspace, frame = self._stage, self._stage.workspace, self._stage.frame
        if stage.round is None:
            frame.dialogs.problem(_("Open a round first; its annex is exported."))
            return
        stage.leave_fields()
        view = ExportAnnexView(frame.window)
        needs = ExportAnnexNeeds(
            annexes=workspace.annexes,
            events=stage.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
            preferences=frame.preferences,
            show_folder=show_folder,
            printers=printer_names,
            round=workspace.rounds.get(stage.round),
        )
        ExportAnnexPresenter(view, needs, documents_folder())
        view.finished.connect(view.deleteLater)
        view.open()
