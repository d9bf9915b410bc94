"""`demo`: a workspace filled with a made-up but lifelike round."""

from typing import Final

from assessor.cli.arguments import WORKSPACE, Arguments, Command, Option
from assessor.cli.terminal import Terminal
from assessor.services.demo import (
    MOST_ASSESSORS,
    MOST_REGIONS,
    YEARS,
    DemonstrationOrder,
    region_count,
)
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from resources.i18n import N_, ngettext
from resources.i18n import gettext as _

ROUND: Final = Option(
    "--round",
    N_("The published round whose regions take part; 2020 unless said otherwise."),
    "|".join(map(str, YEARS)),
)
REGIONS: Final = Option("--regions", N_("How many regions; all of the round by default."), "N")
ASSESSORS: Final = Option(
    "--assessors",
    N_(
        "How many assessors; a whole panel by default. "
        "0 makes the team lead's workspace: the same regions and programmes, no scores."
    ),
    "N",
)
COMPLETE: Final = Option("--complete", N_("Have everything scored and locked."))
SEED: Final = Option("--seed", N_("Another number gives other scores; 1 by default."), "S")


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Make the workspace, or refuse one that has a round already."""
    order = _order(arguments)
    with open_workspace(arguments.workspace, Surroundings.real()) as workspace:
        count = region_count(order.year) if order.regions is None else order.regions
        made = workspace.demonstrate(order, terminal.progress(count))
        (name,) = (one.name for one in workspace.rounds.all())
    terminal.say(
        _("{path}: {round}, all scores invented.").format(path=arguments.workspace, round=name)
    )
    for line in (
        ngettext("{number} region", "{number} regions", made.regions).format(number=made.regions),
        ngettext("{number} assessor", "{number} assessors", made.assessors).format(
            number=made.assessors
        ),
        ngettext("{number} assessment", "{number} assessments", made.assessments).format(
            number=made.assessments
        ),
    ):
        terminal.say(f"  {line}")
    return 0


def _order(arguments: Arguments) -> DemonstrationOrder:
    year = int(arguments.choice(ROUND.name, tuple(map(str, YEARS))) or YEARS[0])
    regions = arguments.whole_number(REGIONS.name, range(1, MOST_REGIONS + 1))
    seed = arguments.whole_number(SEED.name)
    return DemonstrationOrder(
        year=year,
        regions=regions,
        assessors=arguments.whole_number(ASSESSORS.name, range(MOST_ASSESSORS + 1)),
        is_complete=arguments.has(COMPLETE.name),
        seed=1 if seed is None else seed,
    )


COMMAND: Final = Command(
    "demo",
    N_("Make a workspace with a made-up but lifelike round: real regions, invented scores."),
    run,
    (WORKSPACE, ROUND, REGIONS, ASSESSORS, COMPLETE, SEED),
)
