"""What writing the files of letters needs of the session."""

from ui.folders import documents_folder, show_folder
from ui.letters.exporting import ExportNeeds
from ui.session.stage import Stage


def letter_files(stage: Stage) -> ExportNeeds:
    """Return what an export of letters works with."""
    return ExportNeeds(
        tasks=stage.frame.tasks,
        dialogs=stage.frame.dialogs,
        preferences=stage.frame.preferences,
        show_folder=show_folder,
        suggested_folder=documents_folder(),
    )
