"""Places in the walk: in which step a question stands."""

from dataclasses import dataclass

from assessor.domain.instrument import Instrument, Scope
from assessor.domain.score import AnswerKey


@dataclass(frozen=True, slots=True)
class Place:
    """A step, and a question in it where it is about one."""

    step: str
    key: AnswerKey | None = None


def step_of(instrument: Instrument, key: AnswerKey) -> str:
    """Return the step in which a question stands, "" where the instrument has no such question."""
    question = instrument.questions.get(key.question)
    return "" if question is None else question.dimension


def programme_step(instrument: Instrument) -> str:
    """Return the first step with questions about programmes, "" without any."""
    steps = (
        one.key
        for one in instrument.dimensions
        if any(question.scope is Scope.PROGRAMME for question in one.questions)
    )
    return next(steps, "")
