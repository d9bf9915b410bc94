"""`dump`: everything in a workspace as JSON."""

from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command
from assessor.cli.terminal import Terminal
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import read_workspace
from resources.i18n import N_


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write the document."""
    with read_workspace(arguments.workspace, Surroundings.real()) as workspace:
        document = workspace.dump()
    terminal.say_document(document)
    return 0


COMMAND: Final = Command(
    "dump",
    N_("Write everything in a workspace as JSON, for people and scripts."),
    run,
    (WORKSPACE,),
)
