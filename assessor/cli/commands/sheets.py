"""`sheets`: score sheets of the newest round, filled or blank."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command, Option
from assessor.cli.files import require_existing
from assessor.cli.problems import Refused
from assessor.cli.rounds import REGION, newest_round, regions_meant
from assessor.cli.terminal import Terminal
from assessor.domain.ids import AssessorId
from assessor.services.files import make_ready
from assessor.services.sheets import ExportSummary, SheetOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace, read_workspace
from resources.i18n import N_, ngettext
from resources.i18n import gettext as _
from resources.i18n.sentences import sentence

OUT: Final = Option("--out", N_("The folder for the sheets; made where missing."), N_("DIR"), True)
ASSESSOR: Final = Option(
    "--assessor",
    N_("The name of an assessor in the workspace; all of them by default."),
    N_("NAME"),
    is_repeatable=True,
)
BLANK: Final = Option("--blank", N_("Sheets without scores, to be filled in."))


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write the sheets; 1 where one of them could not be written, with a line for each.

    Filled sheets are noted as exported, which takes the workspace for this program alone; blank
    ones change nothing and can be written while a window has it open.
    """
    path, folder = arguments.workspace, Path(arguments.all(OUT.name)[0])
    require_existing(path)
    enter = read_workspace if arguments.has(BLANK.name) else open_workspace
    with enter(path, Surroundings.real()) as workspace:
        orders = _orders(arguments, workspace)
        make_ready(folder)
        summary = workspace.sheets.export(orders, folder, terminal.progress(len(orders)))
    _report(terminal, folder, summary)
    return 1 if summary.failed else 0


def _orders(arguments: Arguments, workspace: Workspace) -> Sequence[SheetOrder]:
    shown = newest_round(workspace)
    meant = {one.id for one in regions_meant(workspace, shown, arguments.all(REGION.name))}
    planned = workspace.sheets.plan(
        shown.id,
        assessors=_assessors(workspace, arguments.all(ASSESSOR.name)),
        is_blank=arguments.has(BLANK.name),
    )
    orders = [one for one in planned if one.participant.id in meant]
    if not orders:
        raise Refused(
            _(
                "There is nothing to write: no assessment that fits was begun in {round}. "
                "Choose other regions or assessors, or blank sheets with --blank."
            ).format(round=shown.name)
        )
    return orders


def _assessors(workspace: Workspace, names: Sequence[str]) -> frozenset[AssessorId]:
    known = workspace.people.assessors()
    if not names:
        return frozenset(one.id for one in known)
    chosen = set()
    for name in names:
        found = [one for one in known if name == one.id or _plain(name) == _plain(one.name)]
        if not found:
            raise Refused(
                _("There is no assessor “{name}” in the workspace. There are: {names}.").format(
                    name=name, names=", ".join(one.name for one in known) or "–"
                )
            )
        if len(found) > 1:
            raise Refused(
                _("Several assessors have the name “{name}”. Give one of the ids: {ids}.").format(
                    name=name, ids=", ".join(one.id for one in found)
                )
            )
        chosen.add(found[0].id)
    return frozenset(chosen)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _report(terminal: Terminal, folder: Path, summary: ExportSummary) -> None:
    number = len(summary.written)
    terminal.say(
        ngettext(
            "{number} score sheet written to {folder} and verified: 0 differences.",
            "{number} score sheets written to {folder} and verified: 0 differences.",
            number,
        ).format(number=number, folder=folder)
    )
    for order, error in summary.failed:
        terminal.complain(
            _("{region}, {assessor}: {because}").format(
                region=order.participant.region.name,
                assessor=order.assessor.name,
                because=sentence(error),
            )
        )


COMMAND: Final = Command(
    "sheets",
    N_("Write the score sheets of the newest round, each read back and verified."),
    run,
    (WORKSPACE, OUT, REGION, ASSESSOR, BLANK),
)
