"""What a person decides before sheets are merged; one record for window and terminal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from assessor.domain.edits import FieldAddress, Value
from assessor.domain.ids import AssessorId, ParticipantId, ProgrammeId


class ProgrammeChange(StrEnum):
    """How a sheet's list of programmes differs from the region's."""

    ADDED = "added"
    RENAMED = "renamed"
    MOVED = "moved"
    """Under another pillar."""
    MISSING = "missing"
    """Taken off the list since an earlier version of the same assessment."""
    NEAR_MISS = "near_miss"
    """Its name is nearly that of a programme of the region."""


@dataclass(frozen=True, slots=True)
class ProgrammeQuestion:
    """One difference about one programme, the same whichever sheet shows it."""

    participant: ParticipantId
    change: ProgrammeChange
    programme: ProgrammeId
    """As the region has it; for one added, the id it gets."""
    known: str = ""
    """Its name, or for one moved its pillar, as the region has it."""
    found: str = ""
    """The same as the sheet has it."""

    @property
    def must_be_answered(self) -> bool:
        """Whether the sheet waits for an answer; otherwise there is a safe one."""
        return self.change is ProgrammeChange.NEAR_MISS


@dataclass(frozen=True, slots=True)
class Decisions:
    """Answers, by what they are about; what is missing is not decided."""

    fields: Mapping[FieldAddress, Value] = field(default_factory=dict)
    """Which of a conflict's candidates stands."""
    programmes: Mapping[ProgrammeQuestion, bool] = field(default_factory=dict)
    """Whether the change is taken; for a near miss, whether it is the same programme.

    Without a decision one that was added is taken; a new name, another pillar and a removal are
    left.
    """
    assessors: Mapping[AssessorId, AssessorId] = field(default_factory=dict)
    """Whose id in a sheet means which known person; others are who their id says."""

    def takes(self, question: ProgrammeQuestion) -> bool:
        """Return the answer to a question that need not be answered."""
        return self.programmes.get(question, question.change is ProgrammeChange.ADDED)


UNDECIDED: Final = Decisions()
