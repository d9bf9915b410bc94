"""`results`: every region's figures and rank in the newest round."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from assessor.cli.arguments import JSON, WORKSPACE, Arguments, Command
from assessor.cli.results_table import results_table
from assessor.cli.rounds import newest_round
from assessor.cli.terminal import Terminal
from assessor.domain.records import Round
from assessor.services.results import RegionResult
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import read_workspace
from resources.i18n import N_


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write the figures as a table or as JSON, also while a window has the workspace open."""
    with read_workspace(arguments.workspace, Surroundings.real()) as workspace:
        shown = newest_round(workspace)
        lines = workspace.results.of_round(shown.id)
        absent = [one for one in workspace.rounds.participants(shown.id) if not one.takes_part]
    if arguments.has(JSON.name):
        terminal.say_document(_document(shown, lines))
    else:
        for line in results_table(shown, lines, [one.region.name for one in absent]):
            terminal.say(line)
    return 0


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
    (WORKSPACE, JSON),
)
