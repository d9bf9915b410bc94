"""`unmerge`: one merge taken back."""

from typing import Final

from assessor.cli.arguments import JSON, WORKSPACE, Arguments, Command
from assessor.cli.files import require_existing
from assessor.cli.terminal import Terminal
from assessor.domain.errors import MergeUnknown
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from resources.i18n import N_, ngettext

LONGEST_NUMBER: Final = 9


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Take the merge back whole, or say what rests on it and change nothing."""
    require_existing(arguments.workspace)
    batch = arguments.operands[0]
    if not (batch.isascii() and batch.isdigit() and len(batch) <= LONGEST_NUMBER):
        raise MergeUnknown(found=batch)
    with open_workspace(arguments.workspace, Surroundings.real()) as workspace:
        workspace.merging.undo(int(batch))
        report = workspace.merging.batch(int(batch))
    if arguments.has(JSON.name):
        terminal.say_document({"batch": report.batch, "undone": True, "files": report.taken})
    else:
        terminal.say(
            ngettext(
                "Merge {batch} of {number} file was taken back.",
                "Merge {batch} of {number} files was taken back.",
                report.taken,
            ).format(batch=report.batch, number=report.taken)
        )
    return 0


COMMAND: Final = Command(
    "unmerge",
    N_("Take a merge back; everything is then as it was before it."),
    run,
    (WORKSPACE, JSON),
    operand=N_("BATCH"),
)
