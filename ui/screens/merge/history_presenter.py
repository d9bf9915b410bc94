"""The merges of the workspace, and taking one of them back."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from assessor.domain.changes import Changes
from assessor.domain.errors import UserError
from assessor.domain.merging.report import MergeReport
from resources.i18n import gettext as _
from ui.messages import explain
from ui.screens.merge.history_dialog import HistoryDialog
from ui.screens.merge.needs import MergeNeeds

WORKBOOK: Final = ".xlsx"


class HistoryPresenter:
    """Shows merges, saves their reports, takes them back."""

    def __init__(self, parent: QWidget, needs: MergeNeeds, follow: Callable[[int], None]) -> None:
        self._parent = parent
        self._needs = needs
        self._follow = follow
        self._dialog: HistoryDialog | None = None

    def show(self) -> None:
        """Show all merges."""
        dialog = HistoryDialog(self._parent.window())
        self._dialog = dialog
        dialog.show_merges(self._needs.merging.batches())
        dialog.undo_wanted.connect(self.undo)
        dialog.report_wanted.connect(self._save)
        dialog.finished.connect(self._close)
        dialog.open()

    def undo(self, number: int) -> None:
        """Ask whether to take a merge back, and do it, or say what rests on it."""
        question = _(
            "Take merge {number} back? Everything it brought in is removed and what stood before "
            "is put back. The files stay where they are; they can be merged again."
        ).format(number=number)
        if not self._needs.dialogs.confirm(_("Take a merge back"), question, _("Take back")):
            return
        task = self._needs.tasks.task(lambda _control: self._needs.merging.undo(number))
        task.finished.connect(lambda changes: self._finish(number, changes))
        task.failed.connect(self._fail)
        task.start()

    def _finish(self, number: int, changes: Changes) -> None:
        self._needs.events.publish(changes)
        if self._dialog is not None:
            self._dialog.show_merges(self._needs.merging.batches())
        self._follow(number)

    def _fail(self, error: UserError) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(explain(error))
        else:
            self._needs.dialogs.problem(explain(error))

    def _save(self, number: int) -> None:
        save_report(self._needs, self._needs.merging.batch(number))

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None


def save_report(needs: MergeNeeds, report: MergeReport) -> None:
    """Ask where to, and write the report: a workbook or a text, as the name says."""
    folder = needs.preferences.last_folder or Path.home()
    name = _("merge report") if report.batch is None else _("report of merge") + f" {report.batch}"
    suggestion = (folder / name).with_suffix(WORKBOOK)
    pattern = _("Workbook") + " (*.xlsx);;" + _("Text") + " (*.txt)"
    path = needs.dialogs.save_file(_("Save the report"), suggestion, pattern)
    if path is None:
        return
    try:
        needs.merging.save_report(report, path)
    except UserError as error:
        needs.dialogs.problem(explain(error))
    else:
        needs.preferences.keep_last_folder(path.parent)
        needs.inform(_("Report saved to {path}.").format(path=path))
