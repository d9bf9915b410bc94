"""The versions of a fork field by field, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessor.domain.content import Content
from assessor.domain.edits import Field, FieldAddress, Value, score_value
from assessor.domain.ids import ProgrammeId
from assessor.domain.merging.joining import Conflict
from assessor.domain.merging.region import Fork
from assessor.domain.records import NarrativeSection


@dataclass(frozen=True, slots=True)
class Compared:
    """One field on which the versions of a fork differ."""

    address: FieldAddress
    base: Value
    """What stood there before either; None or "" for nothing."""
    values: tuple[Value, ...]
    """What each side says, in the order of the fork's sides."""
    joined: Value
    """What will stand; None or "" while a decision is missing."""
    conflict: Conflict | None = None
    """What a person decides here; None where joining needs nobody."""


def compare(fork: Fork) -> tuple[Compared, ...]:
    """Return the fields on which the sides differ: scores and notes, programmes, narrative."""
    asked = {one.address: one for one in fork.asked}
    contents = [side.content for side in fork.sides]
    found = []
    for address in _addresses(fork, [*contents, fork.base]):
        values = tuple(value_at(one, address) for one in contents)
        if any(value != values[0] for value in values):
            found.append(
                Compared(
                    address=address,
                    base=value_at(fork.base, address),
                    values=values,
                    joined=value_at(fork.joined, address),
                    conflict=asked.get(address),
                )
            )
    return tuple(found)


def value_at(content: Content, address: FieldAddress) -> Value:
    """Return what a content says in a field: a score's value, or a text."""
    key = address.answer
    if key is not None:
        answer = content.answer(key)
        return score_value(answer.score) if address.field is Field.SCORE else answer.note
    if address.field is Field.PROGRAMME_NOTE:
        return content.programme_notes.get(ProgrammeId(address.subject), "")
    return "\n".join(content.items(NarrativeSection(address.subject)))


def _addresses(fork: Fork, contents: list[Content]) -> Iterator[FieldAddress]:
    keys = {key for one in contents for key in one.answers}
    for key in sorted(keys, key=lambda one: (one.question, one.programme or "")):
        yield FieldAddress.of_answer(fork.assessment, Field.SCORE, key)
        yield FieldAddress.of_answer(fork.assessment, Field.NOTE, key)
    for programme in sorted({one for content in contents for one in content.programme_notes}):
        yield FieldAddress(fork.assessment, Field.PROGRAMME_NOTE, programme)
    for section in NarrativeSection:
        yield FieldAddress(fork.assessment, Field.NARRATIVE, section)
