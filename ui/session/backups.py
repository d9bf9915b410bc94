"""Backups of the workspace that is open."""

from collections.abc import Callable
from pathlib import Path

from assessor.domain.errors import UserError
from assessor.services.backups import Occasion, back_up, backup_path, daily_backup
from resources.i18n import gettext as _
from ui.messages import explain
from ui.session.stage import Stage
from ui.tasks import TaskControl


class Backups:
    """Made off the window's thread; the window says how they ended."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def make_daily(self) -> None:
        """Back up once a day, without keeping anybody waiting."""
        stage = self._stage
        path, now = stage.workspace.path, stage.frame.surroundings.clock()
        task = stage.frame.tasks.task(lambda _control: daily_backup(path, now))
        task.failed.connect(self._tell_daily_failed)
        task.start()

    def ask(self) -> None:
        """Ask where to put a backup, and make it."""
        stage, frame = self._stage, self._stage.frame
        path, now = stage.workspace.path, frame.surroundings.clock()
        suggestion = backup_path(path, now, Occasion.MANUAL)
        pattern = _("Workspaces") + " (*.sqlite)"
        target = frame.dialogs.save_file(_("Back up the workspace"), suggestion, pattern)
        if target is None:
            return
        stage.leave_fields()
        task = frame.tasks.task(_backing_up(path, target))
        task.finished.connect(lambda _nothing: self._tell_made(target))
        task.failed.connect(lambda error: frame.dialogs.problem(explain(error)))
        task.start()

    def _tell_daily_failed(self, error: UserError) -> None:
        text = _("Today's backup was not made. {reason}")
        self._stage.frame.window.show_message(text.format(reason=explain(error)))

    def _tell_made(self, target: Path) -> None:
        self._stage.frame.window.show_message(_("Backed up to {path}.").format(path=target))


def _backing_up(path: Path, target: Path) -> Callable[[TaskControl], None]:
    return lambda _control: back_up(path, target)
