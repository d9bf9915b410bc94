"""Edits: every change of an assessment is one field set from an old to a new value.

The change log keeps them; undo and redo set the same fields again.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from assessor.domain.changes import Changes, Topic
from assessor.domain.ids import AssessmentId, EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.records import Assessor, Evidence
from assessor.domain.score import BLANK, AnswerKey, Score

Value: TypeAlias = bool | int | str | list[str] | dict[str, int] | dict[str, str] | None
"""What a field holds, as the change log stores it (JSON)."""


class Field(StrEnum):
    """What can be set; the subject of an address says for which question, programme and so on."""

    SCORE = "score"
    NOTE = "note"
    MARK = "mark"
    PROGRAMME_NOTE = "programme_note"
    NARRATIVE = "narrative"
    PROGRAMME_PRESENCE = "programme_presence"
    PROGRAMME_NAME = "programme_name"
    PROGRAMME_PILLAR = "programme_pillar"
    PROGRAMME_ORDER = "programme_order"
    EVIDENCE_PRESENCE = "evidence_presence"
    STATE = "state"
    TAKING_PART = "taking_part"
    PUBLISHED_TABLE = "published_table"


TOPICS: Final = {
    Field.SCORE: Topic.SCORES,
    Field.NOTE: Topic.NOTES,
    Field.MARK: Topic.MARKS,
    Field.PROGRAMME_NOTE: Topic.NOTES,
    Field.NARRATIVE: Topic.NARRATIVE,
    Field.PROGRAMME_PRESENCE: Topic.PROGRAMMES,
    Field.PROGRAMME_NAME: Topic.PROGRAMMES,
    Field.PROGRAMME_PILLAR: Topic.PROGRAMMES,
    Field.PROGRAMME_ORDER: Topic.PROGRAMMES,
    Field.EVIDENCE_PRESENCE: Topic.EVIDENCE,
    Field.STATE: Topic.STATE,
    Field.TAKING_PART: Topic.PARTICIPANTS,
    Field.PUBLISHED_TABLE: Topic.PUBLISHED,
}


class Via(StrEnum):
    """How a change came about."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class FieldAddress:
    """One field of one assessment.

    `subject` is a question key (score, note, mark), a programme id (programme fields), an evidence
    id, a section of the narrative, or "" (order, state).
    """

    assessment: AssessmentId
    field: Field
    subject: str = ""
    programme: ProgrammeId | None = None

    @classmethod
    def of_answer(cls, assessment: AssessmentId, field: Field, key: AnswerKey) -> "FieldAddress":
        """Return the address of an answer's score, note or mark."""
        return cls(assessment, field, key.question, key.programme)

    @property
    def answer(self) -> AnswerKey | None:
        """The answer the field belongs to, if it belongs to one."""
        if self.field in (Field.SCORE, Field.NOTE, Field.MARK):
            return AnswerKey(QuestionKey(self.subject), self.programme)
        return None

    @property
    def changes(self) -> Changes:
        """What setting the field changes."""
        return Changes.of(TOPICS[self.field], assessment=self.assessment)


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One line of the change log."""

    at: dt.datetime
    who: Assessor | None
    address: FieldAddress
    old: Value
    new: Value
    reason: str | None
    via: Via


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the changes of one assessment may be about, what was removed since included."""

    programmes: Mapping[ProgrammeId, str]
    """Their names."""
    evidence: Mapping[EvidenceId, Evidence]


@dataclass(frozen=True, slots=True)
class UndoState:
    """The changes that undo and redo would act on."""

    undo: FieldAddress | None
    redo: FieldAddress | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What undo or redo set, so that a screen can go there and say it."""

    address: FieldAddress
    old: Value
    new: Value

    @property
    def changes(self) -> Changes:
        """What was changed."""
        return self.address.changes


def score_value(score: Score) -> Value:
    """Return `score` as the change log stores it."""
    if score.points is not None:
        return {"points": score.points}
    return None if score.reason is None else {"reason": score.reason}


def value_score(value: Value) -> Score:
    """Return the score that `score_value` stored."""
    if not isinstance(value, dict):
        return BLANK
    points, reason = value.get("points"), value.get("reason")
    return Score(
        points=points if isinstance(points, int) else None,
        reason=reason if isinstance(reason, str) else None,
    )
