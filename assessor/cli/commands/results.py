"""`results`: every region's figures and rank in the newest round, also as workbooks."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from assessor.cli.arguments import JSON, WORKSPACE, Arguments, Command, Option
from assessor.cli.files import require_target
from assessor.cli.problems import WrongUsage
from assessor.cli.results_table import results_table
from assessor.cli.rounds import newest_round
from assessor.cli.terminal import Terminal
from assessor.domain.annex.records import AnnexLayout
from assessor.domain.records import Round
from assessor.services.annexes import AnnexOrder
from assessor.services.results import RegionResult
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, read_workspace
from resources.i18n import N_
from resources.i18n import gettext as _

OUT: Final = Option(
    "--out", N_("Also write the annex of the letter as this workbook."), N_("FILE.xlsx")
)
LAYOUT: Final = Option(
    "--layout",
    N_("The annex as of 2022 (weights) or of 2023 (improvement); by default as the instruments."),
    "|".join(AnnexLayout),
)
DRAFT: Final = Option(
    "--draft", N_("Write the annex although number or date of the letter are not set.")
)
RANKING: Final = Option(
    "--ranking", N_("Also write the team's ranking as this workbook."), N_("FILE.xlsx")
)


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write the figures as a table or as JSON, also while a window has the workspace open."""
    _require_files_of_their_own(arguments)
    for option in (OUT, RANKING):
        path = arguments.path(option.name)
        if path is not None:
            require_target(path, ".xlsx")
    with read_workspace(arguments.workspace, Surroundings.real()) as workspace:
        shown = newest_round(workspace)
        lines = workspace.results.of_round(shown.id)
        absent = [one for one in workspace.rounds.participants(shown.id) if not one.takes_part]
        written = _write(workspace, shown, arguments)
    if arguments.has(JSON.name):
        terminal.say_document(_document(shown, lines))
    else:
        for line in results_table(shown, lines, [one.region.name for one in absent]):
            terminal.say(line)
        for path in written:
            terminal.say(_("Written to {path} and verified: 0 differences.").format(path=path))
    return 0


def _require_files_of_their_own(arguments: Arguments) -> None:
    """Raise WrongUsage where one file would be written over another one of the same line."""
    names = [option.name for option in (WORKSPACE, OUT, RANKING)]
    paths = {name: path.resolve() for name in names if (path := arguments.path(name)) is not None}
    for one, other in combinations(paths, 2):
        if paths[one] == paths[other]:
            raise WrongUsage(
                _("{option} and {other} name the same file.").format(option=one, other=other)
            )


def _write(workspace: Workspace, shown: Round, arguments: Arguments) -> list[Path]:
    """Write the workbooks that were asked for, in place of what stood there; return where."""
    layout = arguments.choice(LAYOUT.name, list(AnnexLayout))
    order = AnnexOrder(
        round=shown.id,
        layout=None if layout is None else AnnexLayout(layout),
        is_draft=arguments.has(DRAFT.name),
        sees_all=True,
    )
    annex, ranking = arguments.path(OUT.name), arguments.path(RANKING.name)
    if annex is not None:
        workspace.annexes.write_annex(order, annex)
    if ranking is not None:
        workspace.annexes.write_ranking(order, ranking)
    return [path for path in (annex, ranking) if path is not None]


def _document(shown: Round, lines: Sequence[RegionResult]) -> dict[str, Any]:
    """Return what the contract promises; a round of two cohorts has both instruments, "a+b"."""
    return {
        "round": shown.id,
        "year": shown.year,
        "stage": shown.stage,
        "name": shown.name,
        "demonstration": shown.is_demonstration,
        "instrument": "+".join(sorted({line.instrument.id for line in lines})),
        "provisional": any(line.result.is_provisional for line in lines),
        "regions": [_region(line) for line in lines],
    }


def _region(line: RegionResult) -> dict[str, Any]:
    change = None if line.improvement is None else line.improvement.recomputed
    return {
        "code": line.participant.region.code,
        "name": line.participant.region.name,
        "cohort": line.participant.cohort.name,
        "instrument": line.instrument.id,
        "dimensions": {one.dimension.key: _figure(one.mean) for one in line.result.dimensions},
        "final": _figure(line.result.final),
        "rank": line.rank,
        "improvement": _figure(change),
        "provisional": line.result.is_provisional,
        "assessors": line.assessors,
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


COMMAND: Final = Command(
    "results",
    N_("Show every region's dimensions, index, rank and improvement in the newest round."),
    run,
    (WORKSPACE, JSON, OUT, LAYOUT, DRAFT, RANKING),
)
