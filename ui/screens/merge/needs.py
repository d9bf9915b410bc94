"""What merging in the window works with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessor.services.merging.merging import Merging
from assessor.services.rounds import Rounds
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.preferences import Preferences
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class MergeNeeds:
    """Services, the window's surroundings, and where the screen leads."""

    merging: Merging
    rounds: Rounds
    events: AppEvents
    tasks: Tasks
    dialogs: Dialogs
    preferences: Preferences
    inform: Callable[[str], None]
    """Says something in the window that need not be answered."""
    open_assignment: Callable[[Path], None]
    leave: Callable[[], None]
