"""The round that a command is about."""

from assessor.cli.problems import Refused
from assessor.domain.records import Round
from assessor.services.workspace import Workspace
from resources.i18n import gettext as _


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
