"""Where the screens lead: the session goes there."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.records import Participant


class Ways(Protocol):
    """What one screen may ask of the session so that another is shown."""

    def begin(self) -> None:
        """Show where the user was, or where a new one begins."""

    def show_new_round(self) -> None:
        """Show the form for a round."""

    def open_round(self, round_id: RoundId) -> None:
        """Walk the regions of a round."""

    def show_review(self, round_id: RoundId, participant: Participant | None) -> None:
        """Walk a round, at the review of one region where it is named."""

    def show_panels(self, round_id: RoundId | None = None) -> None:
        """Show the panels of a round, of the open one unless another is named."""

    def show_results(self, round_id: RoundId | None = None) -> None:
        """Show the results of a round, of the open one unless another is named."""

    def preview_region(self, round_id: RoundId, participant: ParticipantId) -> None:
        """Show how the score summary of one region will look."""

    def merge_sheets(self, paths: Sequence[Path] = ()) -> None:
        """Show what is being merged, and read the files and folders at `paths`."""

    def open_assignment(self, path: Path) -> None:
        """Make ready what a handed-out sheet asks for, and show its region to be scored."""
