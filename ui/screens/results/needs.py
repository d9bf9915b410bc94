"""What the screen of results is given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.ids import ParticipantId, RoundId
from assessor.services.workspace import Workspace
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class ResultsNeeds:
    """Services, and the ways out."""

    workspace: Workspace
    events: AppEvents
    tasks: Tasks
    dialogs: Dialogs
    inform: Callable[[str], None]
    """Says something below that need not be answered."""
    pictures: Callable[[], Path]
    """Returns the folder in which pictures of charts are offered to be saved."""
    print_region: Callable[[RoundId, ParticipantId], None]
    """Shows the preview of a region's summary, which carries the derivation."""
    open_walk: Callable[[RoundId], None]
    """Leads to the scoring of a round."""
