"""What one assessment says, whole: what a sheet carries, and what merging compares and writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from assessor.domain.ids import ProgrammeId, QuestionKey
from assessor.domain.records import (
    NO_ANSWER,
    Answer,
    Assessment,
    AssessmentState,
    Evidence,
    NarrativeSection,
    Programme,
)
from assessor.domain.score import AnswerKey


@dataclass(frozen=True, slots=True)
class Content:
    """State, scores, notes, narrative and evidence under one revision."""

    state: AssessmentState
    revision: int
    base_revision: int
    answers: Mapping[AnswerKey, Answer] = field(default_factory=dict)
    """Only what was said, without private marks."""
    programmes: tuple[Programme, ...] = ()
    """The region's programmes as this assessor saw them."""
    programme_notes: Mapping[ProgrammeId, str] = field(default_factory=dict)
    narrative: Mapping[NarrativeSection, tuple[str, ...]] = field(default_factory=dict)
    """The items of each list; empty lists are left out."""
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, assessment: Assessment) -> Self:
        """Return what `assessment` says."""
        return cls(
            state=assessment.state,
            revision=assessment.revision,
            base_revision=assessment.base_revision,
            answers=said_answers(assessment.answers.items()),
            programmes=assessment.programmes,
            programme_notes={key: note for key, note in assessment.programme_notes.items() if note},
            narrative={
                section: items
                for section in NarrativeSection
                if (items := assessment.items(section))
            },
            evidence=assessment.evidence,
        )

    def items(self, section: NarrativeSection) -> tuple[str, ...]:
        """Return the items of one list of the narrative."""
        return self.narrative.get(section, ())

    def answer(self, key: AnswerKey) -> Answer:
        """Return what was said at `key`, blank when nothing was."""
        return self.answers.get(key, NO_ANSWER)

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was said."""
        return not (self.answers or self.programme_notes or self.narrative or self.evidence)

    def says_the_same(self, other: "Content") -> bool:
        """Whether both say the same, whatever their revision and their list of programmes."""
        return self.state is other.state and self.says_the_same_but_for_state(other)

    def says_the_same_but_for_state(self, other: "Content") -> bool:
        """Whether both say the same, one of them perhaps not yet final."""
        return (
            self.answers == other.answers
            and self.programme_notes == other.programme_notes
            and self.narrative == other.narrative
            and evidence_facts(self.evidence) == evidence_facts(other.evidence)
        )


EvidenceFacts = tuple[QuestionKey | None, ProgrammeId | None, str, str, str]


def said_answers(answers: Iterable[tuple[AnswerKey, Answer]]) -> dict[AnswerKey, Answer]:
    """Return the answers that say something, without marks."""
    return {
        key: replace(answer, is_marked=False) if answer.is_marked else answer
        for key, answer in answers
        if answer.note or not answer.score.is_blank
    }


def evidence_fact(one: Evidence) -> EvidenceFacts:
    """Return what a piece of evidence says; its id and size are not part of it."""
    return one.question, one.programme, one.title, one.link, one.sha256


def evidence_facts(evidence: Iterable[Evidence]) -> frozenset[EvidenceFacts]:
    """Return what the pieces say, in no order."""
    return frozenset(evidence_fact(one) for one in evidence)
