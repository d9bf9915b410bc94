"""The folder of a dialog that writes files: asked for, tried before the work, remembered."""

from pathlib import Path

from assessor.domain.errors import FileProblem, NotFound
from assessor.services.files import make_ready
from ui.dialogs import Dialogs
from ui.messages import explain
from ui.preferences import Preferences
from ui.widgets.job_dialog import JobDialog


def typed_folder(view: JobDialog) -> Path:
    """Return the folder as it stands in the dialog."""
    return Path(view.folder.text().strip())


def ask_folder(view: JobDialog, dialogs: Dialogs, title: str) -> None:
    """Let another folder be chosen."""
    folder = dialogs.choose_folder(title, typed_folder(view))
    if folder is not None:
        view.folder.setText(str(folder))


def ready_folder(view: JobDialog, preferences: Preferences) -> Path | None:
    """Return the folder, made where it was missing; None where it cannot be, with the reason shown.

    It is offered again the next time.
    """
    folder = typed_folder(view)
    try:
        if not folder.is_absolute():
            # Nothing, or a name that would be looked for wherever the program was started.
            raise NotFound(folder)
        make_ready(folder)
    except FileProblem as problem:
        view.show_problem(explain(problem))
        return None
    view.show_problem("")
    preferences.keep_last_folder(folder)
    return folder
