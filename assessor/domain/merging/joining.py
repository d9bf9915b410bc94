"""Several versions of one assessment into one, field by field.

A value beats a blank, always. What only one side changed since the base is taken; where two sides
changed a score to different values a person decides. Notes are joined without repeating anything.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assessor.domain.content import Content, evidence_fact
from assessor.domain.edits import Field, FieldAddress, Value, score_value, value_score
from assessor.domain.ids import AssessmentId, ProgrammeId
from assessor.domain.merging.texts import join_items, join_texts
from assessor.domain.records import (
    Answer,
    AssessmentState,
    Evidence,
    NarrativeSection,
    Programme,
)
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.domain.texts import CELL_LIMIT, length_in_cell

NOTHING: Final = Content(AssessmentState.DRAFT, revision=0, base_revision=0)
Chosen = Mapping[FieldAddress, Value]
"""What a person decided for fields in conflict; a value that no side has decides nothing."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two versions changed to different values."""

    address: FieldAddress
    base: Value
    """What stood there before either; None where that was blank or is not known."""
    candidates: tuple[Value, ...]


@dataclass(slots=True)
class Join:
    """What joining came to, and what it leaves to a person."""

    assessment: AssessmentId
    base: Content
    sides: Sequence[Content]
    chosen: Chosen
    conflicts: list[Conflict] = field(default_factory=list)
    decided: bool = False
    """Whether a decision of a person went into it."""

    def result(self) -> Content:
        """Return the joined content, under the revision of its sides; conflicts are kept blank."""
        first = self.sides[0]
        joined = replace(
            first,
            base_revision=max(side.base_revision for side in self.sides),
            answers=self._answers(),
            programmes=_programmes(self.sides),
            programme_notes=self._programme_notes(),
            narrative=self._narrative(),
            evidence=_evidence(self.sides),
        )
        return replace(joined, state=_state(joined, self.sides))

    def _answers(self) -> dict[AnswerKey, Answer]:
        keys = _in_order(key for side in self.sides for key in side.answers)
        answers = {key: Answer(self._score(key), self._note(key)) for key in keys}
        return {key: answer for key, answer in answers.items() if answer != Answer()}

    def _score(self, key: AnswerKey) -> Score:
        base = self.base.answer(key).score
        said = {side.answer(key).score for side in self.sides} - {BLANK}
        changed = said - {base} or said
        if len(changed) <= 1:
            return next(iter(changed), BLANK)
        address = FieldAddress.of_answer(self.assessment, Field.SCORE, key)
        values = sorted((score_value(score) for score in said), key=str)
        return value_score(self._choose(address, score_value(base), values))

    def _note(self, key: AnswerKey) -> str:
        address = FieldAddress.of_answer(self.assessment, Field.NOTE, key)
        return self._text(address, lambda side: side.answer(key).note)

    def _programme_notes(self) -> dict[ProgrammeId, str]:
        found = {}
        for programme in sorted({one for side in self.sides for one in side.programme_notes}):
            address = FieldAddress(self.assessment, Field.PROGRAMME_NOTE, programme)
            found[programme] = self._text(address, _note_on(programme))
        return {programme: note for programme, note in found.items() if note}

    def _text(self, address: FieldAddress, text: Callable[[Content], str]) -> str:
        base, texts = text(self.base), sorted({text(side) for side in self.sides} - {""})
        joined = join_texts(base, texts)
        if length_in_cell(joined) <= CELL_LIMIT or joined in texts:
            return joined
        return str(self._choose(address, base, texts) or "")

    def _narrative(self) -> dict[NarrativeSection, tuple[str, ...]]:
        joined = {
            section: join_items(
                self.base.items(section), (side.items(section) for side in self.sides)
            )
            for section in NarrativeSection
        }
        return {section: items for section, items in joined.items() if items}

    def _choose(self, address: FieldAddress, base: Value, values: Sequence[Value]) -> Value:
        chosen = self.chosen.get(address)
        if chosen in values:
            self.decided = True
            return chosen
        self.conflicts.append(Conflict(address, base, tuple(values)))
        return None


def _note_on(programme: ProgrammeId) -> Callable[[Content], str]:
    return lambda side: side.programme_notes.get(programme, "")


def _in_order(keys: Iterable[AnswerKey]) -> list[AnswerKey]:
    return sorted(set(keys), key=lambda key: (key.question, key.programme or ""))


def _programmes(sides: Sequence[Content]) -> tuple[Programme, ...]:
    return tuple({one.id: one for side in sides for one in side.programmes}.values())


def _evidence(sides: Sequence[Content]) -> tuple[Evidence, ...]:
    """Return every piece once; which id it bears must not depend on who came first."""
    found: dict[object, Evidence] = {}
    for one in sorted((one for side in sides for one in side.evidence), key=lambda one: one.id):
        found.setdefault(evidence_fact(one), one)
    return tuple(found.values())


def _state(joined: Content, sides: Sequence[Content]) -> AssessmentState:
    """Return final only for what somebody declared final as it is."""
    final = [side for side in sides if side.state is AssessmentState.FINAL]
    if len(final) == len(sides):
        return AssessmentState.FINAL
    as_declared = any(side.says_the_same_but_for_state(joined) for side in final)
    return AssessmentState.FINAL if as_declared else AssessmentState.DRAFT
