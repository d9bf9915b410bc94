"""What lies on the assessor's desk: the open assessment, and the place in it.

All edits of the walk pass through here: one call, then everybody is told and what is open is read
again. Presenters share one desk and never call each other.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.ids import AssessmentId, ParticipantId, ProgrammeId, RoundId
from assessor.domain.instrument import Dimension, Instrument
from assessor.domain.records import Answer, Assessment, Participant, PublishedResult, Round
from assessor.domain.result import Result, assessment_result
from assessor.domain.score import AnswerKey
from assessor.services.positions import Position
from assessor.services.results import NO_VALUES, PreviousValues
from assessor.services.workspace import Workspace
from ui.events import AppEvents
from ui.screens.walk.settling import Settling

NARRATIVE: Final = "narrative"
REVIEW: Final = "review"
Value = TypeVar("Value")


class Desk(QObject):
    """Holds frozen records of what is open; they are read again when they change."""

    leaving = Signal()
    """Another place comes: save what is being typed."""
    opened = Signal()
    """Another region is open, or none."""
    went = Signal()
    """The place is another one: step, programme or question."""
    read_again = Signal(object)
    """The `Changes` for which the open assessment was read again."""
    trouble = Signal(object)
    """The `UserError` for which something beside an edit was not read or not remembered."""
    previous_known = Signal()
    """Last year's values were read after the region was shown."""

    def __init__(self, workspace: Workspace, events: AppEvents) -> None:
        super().__init__()
        self.workspace = workspace
        self._events = events
        self.round: Round | None = None
        self.participant: Participant | None = None
        self.instrument: Instrument | None = None
        self.assessment: Assessment | None = None
        self.previous: PublishedResult | None = None
        self.previous_values: PreviousValues | None = NO_VALUES
        """None while they are not read yet."""
        self.step = ""
        self.key: AnswerKey | None = None
        self._set_answer: tuple[AnswerKey, Answer] | None = None
        self._behind: AnswerKey | None = None
        self._has_earlier_round, self._is_previous_read = False, True
        self._is_going = False
        self._result: tuple[Assessment, Result] | None = None
        self.settling = Settling(self)
        self.settling.trouble.connect(self.trouble)
        for follow in (self._catch_up, self._read_previous):
            self.settling.add(follow)
        self._visited: dict[tuple[ParticipantId, str], AnswerKey] = {}
        events.changed.connect(self._read_what_changed)

    @property
    def dimension(self) -> Dimension | None:
        """The dimension that is open, None at narrative and review."""
        return None if self.instrument is None else dimension_of(self.instrument, self.step)

    @property
    def result(self) -> Result | None:
        """The figures of the open assessment, worked out when they are asked for."""
        if self.assessment is None or self.instrument is None:
            return None
        if self._result is None or self._result[0] is not self.assessment:
            figures = assessment_result(self.instrument, self.assessment)
            self._result = (self.assessment, figures)
        return self._result[1]

    @property
    def programme(self) -> ProgrammeId | None:
        """The programme whose questions are open, None at those about the region."""
        return None if self.key is None else self.key.programme

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed: no assessment is open, or it is locked."""
        return self.assessment is None or self.assessment.is_locked

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the open region in their order."""
        if self.instrument is None:
            return ()
        return (*(one.key for one in self.instrument.dimensions), NARRATIVE, REVIEW)

    def show_round(self, round_id: RoundId) -> None:
        """Take another round; no region is open then. Raises RoundUnknown."""
        self.leaving.emit()
        self.round = self.workspace.rounds.get(round_id)
        self._has_earlier_round = self.workspace.results.has_earlier_round(round_id)
        self.participant = self.instrument = self.assessment = None
        self.step, self.key = "", None
        self.opened.emit()
        self.settling.begin()

    def open(self, participant: Participant) -> None:
        """Open a region and begin its assessment where there is none. Raises WhoIsMissing."""
        self.leaving.emit()
        assessment = None
        if participant.takes_part:
            assessment = self.workspace.assessments.open_whole(participant.id)
        self.participant = participant
        self.instrument = self.workspace.rounds.instrument_of(participant)
        self.previous = None
        self.previous_values = None if self._has_earlier_round else NO_VALUES
        self._is_previous_read = False
        self._behind, self.assessment = None, assessment
        self.step, self.key = "", None
        self.opened.emit()
        self.settling.begin()

    def go(self, step: str, key: AnswerKey | None = None) -> None:
        """Go to a step, and to a question in it; without one to where it was left."""
        if step not in self.steps:
            return
        self.leaving.emit()
        if key is None and self.participant is not None:
            key = self._visited.get((self.participant.id, step))
        self.step, self.key = step, key
        self._is_going = True
        self.went.emit()
        self._is_going = False
        self._remember()

    def go_to_next(self) -> None:
        """Go to the step after the open one; at the last one stay."""
        self._go_by(1)

    def go_to_previous(self) -> None:
        """Go to the step before the open one; at the first one stay."""
        self._go_by(-1)

    def stand_at(self, key: AnswerKey) -> None:
        """Note that the user moved to `key` within the step that is open."""
        if key != self.key:
            self.key = key
            if not self._is_going:
                self._remember()

    def edit(self, call: Callable[[AssessmentId], Changes]) -> UserError | None:
        """Make one edit of the open assessment and tell everybody; returns what refused it."""
        assessment = self.assessment
        return None if assessment is None else self.save(lambda: call(assessment.id))

    def save(self, call: Callable[[], Changes]) -> UserError | None:
        """Make one edit, whichever region is open, and tell everybody; returns what refused it."""
        try:
            changes = call()
        except UserError as error:
            return error
        self.publish(changes)
        return None

    def edit_answer(
        self, key: AnswerKey, answer: Answer, call: Callable[[AssessmentId], Changes]
    ) -> UserError | None:
        """Make an edit that leaves `answer` at `key`; returns what refused it.

        Once committed, the answer is shown at once; all else is read again right after the paint.
        """
        self._set_answer = (key, answer)
        try:
            return self.edit(call)
        finally:
            self._set_answer = None

    def publish(self, changes: Changes) -> None:
        """Tell everybody about a committed edit."""
        self._events.publish(changes)

    def tried(self, call: Callable[[], Value]) -> Value | None:
        """Return what `call` returns; tell of the trouble and return None where it is refused.

        For all that follows the user around: nobody can mend a workspace that is gone, or held by
        another program, by answering one dialog for each step.
        """
        try:
            return call()
        except UserError as error:
            self.trouble.emit(error)
            return None

    def leave(self) -> None:
        """Save what is being typed, and leave nothing to do: the workspace may be closed."""
        self.leaving.emit()
        self.settling.finish()

    def _go_by(self, places: int) -> None:
        steps = self.steps
        if self.step in steps:
            target = steps.index(self.step) + places
            if 0 <= target < len(steps):
                self.go(steps[target])

    def _catch_up(self) -> None:
        """Read again what stands on disk where an answer was shown before that."""
        if self._behind is not None and self.assessment is not None:
            assessments = self.workspace.assessments
            self.assessment = assessments.read_again(self.assessment, self._behind)
        self._behind = None

    def _read_previous(self) -> None:
        if self._is_previous_read or self.participant is None:
            return
        self._is_previous_read = True
        self.previous = self.workspace.results.previous(self.participant)
        if self.previous_values is None:
            self.previous_values = self.workspace.results.previous_values(self.participant)
            self.previous_known.emit()

    def _read_what_changed(self, changes: Changes) -> None:
        if self.assessment is None or changes.assessment not in (None, self.assessment.id):
            return
        opened = self.assessment.id
        if self._set_answer is None:
            self.tried(lambda: self._read(opened))
        else:
            self.tried(self._catch_up)
            self._behind, answer = self._set_answer
            answers = {**self.assessment.answers, self._behind: answer}
            self.assessment = replace(self.assessment, answers=answers)
        if Topic.PUBLISHED in changes.topics:
            self._is_previous_read = False
        self.read_again.emit(changes)
        self.settling.begin()

    def _read(self, assessment: AssessmentId) -> None:
        self._behind = None
        self.assessment = self.workspace.assessments.get(assessment)

    def _remember(self) -> None:
        if self.round is None or self.participant is None:
            return
        if self.key is not None:
            self._visited[self.participant.id, self.step] = self.key
        # At once: whoever kills the process finds the walk where it was.
        place = Position(self.round.id, self.participant.id, self.step, self.key)
        self.tried(lambda: self.workspace.positions.remember(place))


def dimension_of(instrument: Instrument, step: str) -> Dimension | None:
    """Return the dimension that is the step `step`."""
    return next((one for one in instrument.dimensions if one.key == step), None)
