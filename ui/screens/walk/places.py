"""Places in the walk: where a question stands, what is open, where to begin."""

from dataclasses import dataclass

from assessor.domain.instrument import Dimension, Instrument, Question, Scope
from assessor.domain.records import Assessment
from assessor.domain.result import answer_keys, keys_in_order
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


def first_open(dimension: Dimension, assessment: Assessment) -> AnswerKey | None:
    """Return the first blank of a dimension, its first question where none is blank."""
    keys = list(keys_in_order(dimension, assessment))
    blank = (key for key in keys if assessment.answer(key).score.is_blank)
    return next(blank, keys[0] if keys else None)


def is_there(question: Question | None, key: AnswerKey, assessment: Assessment) -> bool:
    """Return whether `key` can be answered: the question is asked, the programme not removed."""
    return question is not None and key in answer_keys(question, assessment)
