"""What is shown of the results: a round, one region of it, some side by side.

Reading goes on beside the window; presenters share one desk and never call each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.records import Participant, PublishedResult, Round
from assessor.services.region_report import RegionReport, RoundReports, RoundStandings
from assessor.services.workspace import Workspace
from ui.events import AppEvents
from ui.reading import Reading
from ui.tasks import Tasks

FOLLOWED: Final = frozenset(set(Topic) - {Topic.MARKS, Topic.EVIDENCE})
"""What the figures and names on the screen come from."""
FEWEST: Final = 2
MOST: Final = 4
"""How many regions can be seen side by side: as many as there are dashes to tell them apart."""


@dataclass(frozen=True, slots=True)
class RegionRead:
    """A region's report, and its index over the years."""

    report: RegionReport
    trend: tuple[PublishedResult, ...]


class ResultsDesk(QObject):
    """Holds frozen records of what is shown; they are read again when they change."""

    round_read = Signal()
    """The figures of the round are known, known anew, or refused."""
    opened = Signal()
    """Another region is wanted, or none; its report comes shortly."""
    region_read = Signal()
    """The open region's report is there, or refused."""
    comparison_read = Signal()
    """The regions to compare are there, or are wanted."""

    def __init__(
        self, workspace: Workspace, events: AppEvents, tasks: Tasks, is_shown: Callable[[], bool]
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._is_shown = is_shown
        self._reading = Reading(tasks)
        self.round: Round | None = None
        self.standings: RoundStandings | None = None
        self.participant: Participant | None = None
        """The open region."""
        self.region: RegionRead | None = None
        self.refusal: UserError | None = None
        """Why there is no report of the open region."""
        self.round_refusal: UserError | None = None
        """Why there are no figures of the round."""
        self.compared: tuple[ParticipantId, ...] = ()
        self.comparison: RoundReports | None = None
        events.changed.connect(self._follow)

    def show_round(self, round_id: RoundId) -> None:
        """Take a round and read it, again if it is the same. Raises RoundUnknown."""
        shown = self.workspace.rounds.get(round_id)
        if self.round is None or self.round.id != round_id:
            self.standings = None
            self.leave_region()
            self.leave_comparison()
        self.round = shown
        self.read_again()

    def read_again(self) -> None:
        """Read everything shown anew."""
        if self.round is None:
            return
        round_id, reports = self.round.id, self.workspace.reports
        self._reading.read(
            "round", lambda: reports.of_round(round_id), self._take_round, self._refuse_round
        )
        if self.compared:
            self._read_comparison(round_id)

    def open(self, participant: Participant) -> None:
        """Open a region; its report is read beside the window."""
        self.leave_region()
        self.participant = participant
        self.opened.emit()
        self._read_region(participant.id)

    def leave_region(self) -> None:
        """Have no region open."""
        self._reading.drop("region")
        self.participant = self.region = self.refusal = None

    def compare(self, participants: Sequence[ParticipantId]) -> None:
        """Put two to four regions side by side."""
        if self.round is None or not FEWEST <= len(participants) <= MOST:
            return
        self.compared, self.comparison = tuple(participants), None
        self.comparison_read.emit()
        self._read_comparison(self.round.id)

    def leave_comparison(self) -> None:
        """Have nothing side by side."""
        self._reading.drop("comparison")
        self.compared, self.comparison = (), None

    def forget(self) -> None:
        """Wait for nothing any more: the workspace is closed."""
        self._reading.forget()
        self.round = None

    def _read_region(self, participant: ParticipantId) -> None:
        reports, standings = self.workspace.reports, self.standings

        def work() -> RegionRead:
            report = reports.of_region(participant, standings)
            return RegionRead(report, reports.trend(participant))

        self._reading.read("region", work, self._take_region, self._refuse_region)

    def _read_comparison(self, round_id: RoundId) -> None:
        reports, compared = self.workspace.reports, self.compared
        self._reading.read(
            "comparison", lambda: reports.of_regions(round_id, compared), self._take_comparison
        )

    def _take_round(self, found: RoundStandings) -> None:
        self.standings = found
        self.round_read.emit()
        # Read after the round, among whose regions it is ranked.
        if self.participant is not None:
            self._read_region(self.participant.id)

    def _refuse_round(self, error: UserError) -> None:
        self.standings, self.round_refusal = None, error
        self.round_read.emit()

    def _take_region(self, found: RegionRead) -> None:
        self.region, self.refusal = found, None
        self.region_read.emit()

    def _refuse_region(self, error: UserError) -> None:
        self.region, self.refusal = None, error
        self.region_read.emit()

    def _take_comparison(self, found: RoundReports) -> None:
        self.comparison = found
        self.comparison_read.emit()

    def _follow(self, changes: Changes) -> None:
        if self._is_shown() and changes.topics & FOLLOWED:
            self.read_again()
