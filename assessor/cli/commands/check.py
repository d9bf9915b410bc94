"""`check`: whether a workspace is whole, and whether its newest backup would bring it back."""

from pathlib import Path
from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command
from assessor.cli.terminal import Terminal
from assessor.domain.errors import NotFound, WorkspaceDamaged
from assessor.services.backups import Trial, defects, try_newest_backup
from resources.i18n import N_
from resources.i18n import gettext as _
from resources.i18n.sentences import sentence


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Examine both; 1 where either is not good. Without a backup there is nothing to try."""
    workspace_is_good = _check_workspace(arguments.workspace, terminal)
    backup_is_good = _check_backup(try_newest_backup(arguments.workspace), terminal)
    return 0 if workspace_is_good and backup_is_good else 1


def _check_workspace(path: Path, terminal: Terminal) -> bool:
    try:
        found = defects(path)
    except (NotFound, WorkspaceDamaged) as error:
        # The more reason to look at the backup.
        terminal.complain(sentence(error))
        return False
    for defect in found:
        terminal.complain(_("{path} is damaged: {defect}").format(path=path, defect=defect))
    if not found:
        terminal.say(_("{path} is whole.").format(path=path))
    return not found


def _check_backup(trial: Trial | None, terminal: Terminal) -> bool:
    if trial is None:
        terminal.say(_("There is no backup yet to try."))
        return True
    path = trial.backup.path
    if trial.went_well:
        terminal.say(
            _("The newest backup was restored for a trial and is whole: {path}").format(path=path)
        )
        return True
    if trial.problem is not None:
        terminal.complain(
            _("The newest backup {path} cannot be restored: {because}").format(
                path=path, because=sentence(trial.problem)
            )
        )
    for defect in trial.defects:
        terminal.complain(
            _("The newest backup {path} is damaged: {defect}").format(path=path, defect=defect)
        )
    return False


COMMAND: Final = Command(
    "check",
    N_("Examine a workspace, and restore its newest backup for a trial."),
    run,
    (WORKSPACE,),
)
