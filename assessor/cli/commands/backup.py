"""`backup`: a verified copy of a workspace, whether or not a window has it open."""

from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command, Option
from assessor.cli.terminal import Terminal
from assessor.services.backups import Occasion, back_up, backup_path
from assessor.services.surroundings import Surroundings
from resources.i18n import N_
from resources.i18n import gettext as _

OUT: Final = Option(
    "--out",
    N_("The new file; by default one named by date and time in the folder of backups."),
    N_("FILE"),
)


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Copy the workspace and say where to; a file that stands there is never replaced."""
    path = arguments.workspace
    now = Surroundings.real().clock()
    target = arguments.path(OUT.name) or backup_path(path, now, Occasion.MANUAL)
    back_up(path, target)
    terminal.say(_("Backed up and verified: {path}").format(path=target))
    return 0


COMMAND: Final = Command(
    "backup", N_("Copy a workspace, whole and verified."), run, (WORKSPACE, OUT)
)
