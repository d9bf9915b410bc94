"""A marked copy of a sheet with problems, for whoever filled it in."""

from pathlib import Path

from assessor.domain.merging.report import FileReport
from assessor.services.merging.mending import name_of_copy, write_copy
from resources.i18n import gettext as _
from ui.messages import explain
from ui.screens.merge.needs import MergeNeeds


def send_back(needs: MergeNeeds, report: FileReport) -> None:
    """Ask where to, and write the copy on a thread of its own."""
    path = Path(report.path)
    pattern = _("Score sheets") + " (*.xlsx)"
    title = _("Write a copy to send back")
    target = needs.dialogs.save_file(title, name_of_copy(path), pattern)
    if target is None:
        return
    task = needs.tasks.task(lambda _control: write_copy(path, report.problems, target))
    told = _("The copy lies at {path}. Send it back to be mended.").format(path=target)
    task.finished.connect(lambda _nothing: needs.inform(told))
    task.failed.connect(lambda error: needs.dialogs.problem(explain(error)))
    task.start()
