"""`letter`: the letter of the newest round and its annexes, as documents and as a PDF."""

from functools import partial
from pathlib import Path
from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command, Option
from assessor.cli.printing import BeginPrinting, Printing
from assessor.cli.rounds import newest_round
from assessor.cli.terminal import Terminal
from assessor.domain.errors import LetterIncomplete
from assessor.domain.ids import RoundId
from assessor.domain.letter import Letter
from assessor.services.annexes import AnnexOrder
from assessor.services.files import make_ready, put_file
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, read_workspace
from resources.i18n import N_
from resources.i18n import gettext as _
from resources.i18n.letter_fields import field_name

OUT: Final = Option("--out", N_("The folder for the files; made where missing."), N_("DIR"), True)
PROVISIONAL: Final = Option(
    "--provisional", N_("Write the letter although figures are not final, marked SEMENTARA.")
)


def run(begin_printing: BeginPrinting, arguments: Arguments, terminal: Terminal) -> int:
    """Write the files; 1 where the letter lacks something, with a line for each entry.

    Nothing is written then, and nothing in the workspace changes: a window may have it open.
    """
    folder = Path(arguments.all(OUT.name)[0])
    with read_workspace(arguments.workspace, Surroundings.real()) as workspace:
        round_id = newest_round(workspace).id
        try:
            letter = workspace.letters.finished(
                round_id, accepts_provisional=arguments.has(PROVISIONAL.name)
            )
        except LetterIncomplete as error:
            for field in error.missing:
                terminal.complain(_not_set(field))
            return 1
        make_ready(folder)
        paths = _Files(workspace, round_id, folder).write(letter, begin_printing())
    terminal.say(_("The letter and its annexes were written:"))
    for path in paths:
        terminal.say(f"  {path}")
    return 0


class _Files:
    """Where the files of one round's letter go."""

    def __init__(self, workspace: Workspace, round_id: RoundId, folder: Path) -> None:
        self._workspace, self._round, self._folder = workspace, round_id, folder

    def write(self, letter: Letter, printing: Printing) -> tuple[Path, ...]:
        """Write them one after the other, and return where they are."""
        names = self._workspace.letters.names(self._round)
        paths = [self._folder / name for name in (names.document, names.pages, names.annex)]
        document, pages, annex = paths
        self._workspace.letters.write(letter, document)
        put_file(pages, printing.letter(letter))
        self._workspace.annexes.write_annex(AnnexOrder(self._round), annex)
        return tuple(paths)


def _not_set(field: str) -> str:
    return _("“{field}” is not set. Enter it in the window, at File > Letter….").format(
        field=field_name(field)
    )


def command(begin_printing: BeginPrinting) -> Command:
    """Return the command, which has its pages drawn by what `begin_printing` loads."""
    return Command(
        "letter",
        N_("Write the letter of the newest round: a document, a PDF, and the annex."),
        partial(run, begin_printing),
        (WORKSPACE, OUT, PROVISIONAL),
    )
