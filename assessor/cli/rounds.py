"""The round and the regions that a command is about."""

from collections.abc import Iterable
from typing import Final

from assessor.cli.arguments import Option
from assessor.cli.problems import Refused
from assessor.domain.errors import RegionUnknown
from assessor.domain.records import Participant, Region, Round
from assessor.services.workspace import Workspace
from resources.i18n import N_
from resources.i18n import gettext as _

REGION: Final = Option(
    "--region",
    N_("The code of a region, such as 51.71; all regions by default."),
    N_("CODE"),
    is_repeatable=True,
)


def newest_round(workspace: Workspace) -> Round:
    """Return the workspace's newest round; raises Refused where it has none."""
    rounds = workspace.rounds.all()
    if not rounds:
        raise Refused(
            _(
                "The workspace {path} has no round yet. Begin one in the window, "
                "or make a demonstration with the command demo."
            ).format(path=workspace.path)
        )
    return rounds[0]


def regions_meant(
    workspace: Workspace, shown: Round, codes: Iterable[str]
) -> tuple[Participant, ...]:
    """Return the regions of a round that the codes of any regulation, or names, mean.

    All of them where there is no code. Raises RegionUnknown.
    """
    participants = workspace.rounds.participants(shown.id)
    regions = {_region(workspace, participants, code).id for code in codes}
    return tuple(one for one in participants if not regions or one.region.id in regions)


def _region(workspace: Workspace, participants: Iterable[Participant], code: str) -> Region:
    own = {one.region.id for one in participants}
    meant = {one.region.id: one.region for one in workspace.rounds.match_names(code) if one.region}
    if len(meant) != 1 or not meant.keys() <= own:
        raise RegionUnknown(found=code)
    return next(iter(meant.values()))
