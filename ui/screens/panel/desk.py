"""What lies on the lead's desk: the panels of a round, one of them open.

Reading goes on beside the window; presenters share one desk and never call each other.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.panel import PanelAnswer
from assessor.domain.records import Participant, Round
from assessor.domain.score import AnswerKey
from assessor.services.agreement import RoundAgreement
from assessor.services.panels import PanelCoverage, RegionPanel
from assessor.services.workspace import Workspace
from ui.events import AppEvents
from ui.reading import Reading
from ui.tasks import Tasks

FOLLOWED: Final = frozenset(set(Topic) - {Topic.MARKS, Topic.EVIDENCE})
"""What the figures and names on the screen come from."""


class _Reading(StrEnum):
    ROUND = "round"
    REGION = "region"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class AgreementRead:
    """How far the assessors agree, and what it leaves out."""

    agreement: RoundAgreement
    left_out: int
    """Regions whose scores are still kept from me."""


class PanelDesk(QObject):
    """Holds frozen records of what is shown; they are read again when they change."""

    round_read = Signal()
    """How much has come in is known, or known anew."""
    opened = Signal()
    """Another region is wanted, or none; its panel comes shortly."""
    region_read = Signal()
    """The open region's panel is there, or is hidden."""
    agreement_read = Signal()
    """How far the assessors agree is known, or is to be read again."""

    def __init__(
        self, workspace: Workspace, events: AppEvents, tasks: Tasks, is_shown: Callable[[], bool]
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._events = events
        self._is_shown = is_shown
        self._reading = Reading(tasks)
        self._is_noting = False
        self.round: Round | None = None
        self.coverage: tuple[PanelCoverage, ...] = ()
        self.is_round_known = False
        self.participant: Participant | None = None
        self.region: RegionPanel | None = None
        self.hidden = False
        """Whether the open region's scores are kept from me until I lock my own."""
        self.agreement: AgreementRead | None = None
        events.changed.connect(self._follow)

    @property
    def open_coverage(self) -> PanelCoverage | None:
        """How much has come in of the open region."""
        if self.participant is None:
            return None
        return self._coverage_of(self.participant.id)

    def show_round(self, round_id: RoundId) -> None:
        """Take a round and read it, again if it is the same. Raises RoundUnknown."""
        shown = self.workspace.rounds.get(round_id)
        if self.round is None or self.round.id != round_id:
            self.coverage, self.is_round_known = (), False
            self._leave_region()
        self.round = shown
        self.read_again()

    def read_again(self) -> None:
        """Read everything shown anew."""
        if self.round is None:
            return
        self.agreement = None
        self._reading.drop(_Reading.AGREEMENT)
        round_id = self.round.id
        panels = self.workspace.panels
        self._reading.read(_Reading.ROUND, lambda: panels.of_round(round_id), self._take_round)
        if self.participant is not None:
            self._read_region(self.participant.id)
        self.agreement_read.emit()

    def open(self, participant: Participant) -> None:
        """Open a region; its panel is read beside the window."""
        if self.participant is not None and participant.id == self.participant.id:
            return
        self._leave_region()
        self.participant = participant
        self.opened.emit()
        self._read_region(participant.id)

    def read_agreement(self) -> None:
        """Find out how far the assessors agree, unless that is known or under way."""
        if self.round is None or not self.is_round_known or self.agreement is not None:
            return
        if self._reading.is_under_way(_Reading.AGREEMENT):
            return
        round_id = self.round.id
        hidden = [one.participant.id for one in self.coverage if one.is_hidden]

        def work() -> AgreementRead:
            found = self.workspace.agreements.of_round(round_id, hidden)
            return AgreementRead(found, len(hidden))

        self._reading.read(_Reading.AGREEMENT, work, self._take_agreement)

    def note(self, call: Callable[[ParticipantId], Changes]) -> UserError | None:
        """Let the panel of the open region settle something; returns what refused it."""
        if self.participant is None:
            return None
        try:
            changes = call(self.participant.id)
        except UserError as error:
            return error
        self._is_noting = True
        self._events.publish(changes)
        self._is_noting = False
        self._read_region(self.participant.id)
        return None

    def answer(self, key: AnswerKey) -> PanelAnswer | None:
        """Return what the open region's panel says at `key`."""
        answers = () if self.region is None else self.region.answers
        return next((one for one in answers if one.key == key), None)

    def forget(self) -> None:
        """Wait for nothing any more: the workspace is closed."""
        self._reading.forget()
        self.round = None

    def _leave_region(self) -> None:
        self._reading.drop(_Reading.REGION)
        self.participant = self.region = None
        self.hidden = False
        self.opened.emit()

    def _read_region(self, participant: ParticipantId) -> None:
        panels = self.workspace.panels
        self._reading.read(
            _Reading.REGION,
            lambda: panels.of_region(participant),
            self._take_region,
            self._take_hidden,
        )

    def _take_round(self, found: tuple[PanelCoverage, ...]) -> None:
        self.coverage, self.is_round_known = found, True
        self.round_read.emit()
        self.agreement_read.emit()

    def _take_region(self, found: RegionPanel) -> None:
        self.region, self.hidden = found, False
        self.region_read.emit()
        self._recount(found)

    def _take_hidden(self, _error: UserError) -> None:
        self.region, self.hidden = None, True
        self.region_read.emit()

    def _take_agreement(self, found: AgreementRead) -> None:
        self.agreement = found
        self.agreement_read.emit()

    def _recount(self, region: RegionPanel) -> None:
        """Put what one region has left to settle into the round, without reading all of it."""
        coverage = self._coverage_of(region.participant.id)
        if coverage is None or coverage.to_settle == len(region.to_settle):
            return
        changed = replace(coverage, to_settle=len(region.to_settle))
        self.coverage = tuple(changed if one is coverage else one for one in self.coverage)
        self.round_read.emit()

    def _coverage_of(self, participant: ParticipantId) -> PanelCoverage | None:
        return next((one for one in self.coverage if one.participant.id == participant), None)

    def _follow(self, changes: Changes) -> None:
        if not self._is_noting and self._is_shown() and changes.topics & FOLLOWED:
            self.read_again()
