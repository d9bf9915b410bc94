"""`print`: the score summaries of the newest round as PDF, one file for each region."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command, Option
from assessor.cli.files import require_existing
from assessor.cli.printing import BeginPrinting, Printing
from assessor.cli.problems import Refused
from assessor.cli.rounds import REGION, newest_round, regions_meant
from assessor.cli.terminal import Terminal
from assessor.domain.errors import NothingAssessed, UserError
from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from assessor.services.files import make_ready, put_file
from assessor.services.summaries import RegionSummary, RoundSummaries, Summaries
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from resources.i18n import N_, ngettext
from resources.i18n import gettext as _
from resources.i18n.sentences import sentence

OUT: Final = Option(
    "--out", N_("The folder for the summaries; made where missing."), N_("DIR"), True
)
PAPER: Final = Option("--paper", N_("The size of the paper; A4 by default."), "|".join(Paper))


def run(begin_printing: BeginPrinting, arguments: Arguments, terminal: Terminal) -> int:
    """Write the summaries; 1 where one that was asked for could not be written.

    Their codes are noted in the workspace, which takes it for this program alone.
    """
    path, folder = arguments.workspace, Path(arguments.all(OUT.name)[0])
    paper = Paper(arguments.choice(PAPER.name, list(Paper)) or Paper.A4)
    require_existing(path)
    with open_workspace(path, Surroundings.real()) as workspace:
        found = _found(arguments, workspace)
        is_all = not arguments.has(REGION.name)
        if is_all and not found.ready and _is_untouched(found):
            raise Refused(_("Nobody has begun to assess a region yet, so nothing was printed."))
        make_ready(folder)
        order = _Order(begin_printing(), workspace.summaries, folder, paper)
        failed = order.write(found, terminal)
    _report(terminal, folder, len(found.ready) - len(failed))
    # Of all regions, those that nobody has begun are no failure: a round takes weeks.
    left = [one for one in found.left_out if not (is_all and isinstance(one[1], NothingAssessed))]
    return 1 if _complain(terminal, [*left, *failed]) else 0


def _is_untouched(found: RoundSummaries) -> bool:
    """Return whether nobody has begun any of the regions."""
    return all(isinstance(why, NothingAssessed) for _region, why in found.left_out)


class _Order:
    """Where the summaries go and on which paper."""

    def __init__(
        self, printing: Printing, summaries: Summaries, folder: Path, paper: Paper
    ) -> None:
        self._printing, self._summaries = printing, summaries
        self._folder, self._paper = folder, paper

    def write(
        self, found: RoundSummaries, terminal: Terminal
    ) -> list[tuple[Participant, UserError]]:
        """Write and note one after the other; return which could not be written."""
        progress = terminal.progress(len(found.ready))
        failed = []
        for done, one in enumerate(found.ready, start=1):
            try:
                self._write(one)
            except UserError as error:
                failed.append((one.participant, error))
            progress(done)
        return failed

    def _write(self, one: RegionSummary) -> None:
        content = self._printing.summary(one.content, self._paper)
        put_file(self._folder / one.file_name, content)
        self._summaries.note_printed((one,))


def _found(arguments: Arguments, workspace: Workspace) -> RoundSummaries:
    shown = newest_round(workspace)
    meant = regions_meant(workspace, shown, arguments.all(REGION.name))
    for one in meant:
        if not one.takes_part and arguments.has(REGION.name):
            raise Refused(
                _("{region} does not take part in {round}, so it has no summary.").format(
                    region=one.region.name, round=shown.name
                )
            )
    return workspace.summaries.of_regions(shown.id, {one.id for one in meant})


def _report(terminal: Terminal, folder: Path, number: int) -> None:
    terminal.say(
        ngettext(
            "{number} summary written to {folder}.",
            "{number} summaries written to {folder}.",
            number,
        ).format(number=number, folder=folder)
    )


def _complain(terminal: Terminal, failed: Sequence[tuple[Participant, UserError]]) -> bool:
    for participant, error in failed:
        terminal.complain(
            _("{region}: {because}").format(region=participant.region.name, because=sentence(error))
        )
    return bool(failed)


def command(begin_printing: BeginPrinting) -> Command:
    """Return the command, which has its pages drawn by what `begin_printing` loads."""
    return Command(
        "print",
        N_("Write the score summaries of the newest round as PDF, one file for each region."),
        partial(run, begin_printing),
        (WORKSPACE, OUT, REGION, PAPER),
    )
