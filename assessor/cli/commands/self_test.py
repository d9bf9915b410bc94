"""`self-test`: whether this machine can do what the program needs, line by line."""

from typing import Final

from assessor.cli.arguments import Arguments, Command
from assessor.cli.terminal import Terminal
from assessor.domain.errors import UserError
from assessor.services.self_test import Check, Failure, self_test
from assessor.services.surroundings import Surroundings
from resources.i18n import N_
from resources.i18n import gettext as _
from resources.i18n.sentences import sentence

CHECKS: Final = {
    Check.WORKSPACE: N_("A workspace was made and opened."),
    Check.SCORES: N_("Scores and notes were saved and found again."),
    Check.RESULT: N_("The index was computed."),
    Check.EXPORT: N_("A score sheet was exported and verified."),
    Check.MERGE: N_("The score sheet was merged into another workspace."),
    Check.BACKUP: N_("A backup was made."),
    Check.RESTORING: N_("The workspace is whole and the backup was restored for a trial."),
}
FAILED: Final = {
    Check.WORKSPACE: N_("Making and opening a workspace failed: {because}"),
    Check.SCORES: N_("Saving scores and notes failed: {because}"),
    Check.RESULT: N_("Computing the index failed: {because}"),
    Check.EXPORT: N_("Exporting a score sheet failed: {because}"),
    Check.MERGE: N_("Merging the score sheet failed: {because}"),
    Check.BACKUP: N_("Making a backup failed: {because}"),
    Check.RESTORING: N_("Checking the workspace and its backup failed: {because}"),
}


def run(_arguments: Arguments, terminal: Terminal) -> int:
    """Say what works; 1 at the first thing that does not, for the next ones build on it."""
    for check, failure in self_test(Surroundings.real()):
        if failure is not None:
            terminal.complain(_(FAILED[check]).format(because=_because(failure)))
            return 1
        terminal.say(_("OK: {line}").format(line=_(CHECKS[check])))
    terminal.say(_("Everything works."))
    return 0


def _because(failure: Failure) -> str:
    return sentence(failure) if isinstance(failure, UserError) else str(failure)


COMMAND: Final = Command(
    "self-test",
    N_("Try everything in a temporary folder, and say what works."),
    run,
)
