"""Work that the user waits for: on a thread of its own, with progress and Cancel."""

import gc
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assessor.domain.errors import UserError
from assessor.services.merging.merging import MergePreview
from resources.i18n import gettext as _
from ui.messages import explain
from ui.screens.merge.draft import Draft
from ui.screens.merge.needs import MergeNeeds
from ui.screens.merge.progress_dialog import ProgressDialog
from ui.tasks import TaskControl, Work

Finish = Callable[[object], None]


def quietly(work: Work) -> Work:
    """Return `work` without looks for garbage, which would hold up the window meanwhile.

    A season's sheets are half a million objects without circles: there is nothing to find among
    them, now or later, and every look would take a fifth of a second.
    """

    def act(control: TaskControl) -> object:
        gc.disable()
        try:
            return work(control)
        finally:
            gc.freeze()
            gc.enable()

    return act


def run_waiting(needs: MergeNeeds, dialog: ProgressDialog, work: Work, finish: Finish) -> None:
    """Do `work` behind `dialog`, which closes before `finish` gets what came out."""
    task = needs.tasks.task(quietly(work))

    def end() -> None:
        if dialog.isVisible():
            dialog.done(0)
            dialog.deleteLater()

    def fail(error: UserError) -> None:
        end()
        needs.dialogs.problem(explain(error))

    def succeed(outcome: object) -> None:
        end()
        finish(outcome)

    dialog.cancelled.connect(task.cancel)
    task.progressed.connect(dialog.show_progress)
    task.finished.connect(succeed)
    task.failed.connect(fail)
    task.ended.connect(end)
    dialog.open()
    task.start()


class MergeWork:
    """Merges what a draft holds."""

    def __init__(self, parent: QWidget, needs: MergeNeeds) -> None:
        self._parent = parent
        self._needs = needs

    def merge(self, draft: Draft, finish: Callable[[MergePreview | None], None]) -> None:
        """Merge as one batch; `finish` gets what was done, None where it was cancelled."""
        files, decisions, merging = draft.taking_part, draft.decisions, self._needs.merging
        dialog = ProgressDialog(
            self._parent.window(),
            _("Merging…"),
            _("A backup is made first. Until the end nothing is changed; Cancel leaves all as is."),
        )
        run_waiting(
            self._needs,
            dialog,
            lambda control: merging.merge(files, decisions, control.is_cancelled),
            lambda done: finish(done if isinstance(done, MergePreview) else None),
        )
