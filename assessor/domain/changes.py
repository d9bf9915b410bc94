"""What a call changed, so that screens know what to read again."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from assessor.domain.ids import AssessmentId


class Topic(StrEnum):
    """What a screen can depend on."""

    PEOPLE = "people"
    ROUNDS = "rounds"
    INSTRUMENTS = "instruments"
    PARTICIPANTS = "participants"
    SCORES = "scores"
    NOTES = "notes"
    MARKS = "marks"
    PROGRAMMES = "programmes"
    NARRATIVE = "narrative"
    EVIDENCE = "evidence"
    MODERATION = "moderation"
    LETTER = "letter"
    PUBLISHED = "published"
    """Tables of earlier years: last year's figures and improvements."""
    STATE = "state"
    """Locked, reopened, exported."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics a committed call touched, and the assessment, where it was about one."""

    topics: frozenset[Topic] = frozenset()
    assessment: AssessmentId | None = None

    @classmethod
    def of(cls, *topics: Topic, assessment: AssessmentId | None = None) -> Self:
        """Return the changes of `topics`, of one assessment where it is named."""
        return cls(frozenset(topics), assessment)
