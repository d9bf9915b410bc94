"""What is left to do in an assessment: what keeps it from being locked, and what was marked."""

from collections.abc import Iterator

from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Dimension, Instrument, Question, Scope
from assessor.domain.records import Assessment
from assessor.domain.result import answer_keys, keys_in_order
from assessor.domain.score import AnswerKey


def can_be_answered(question: Question | None, key: AnswerKey, assessment: Assessment) -> bool:
    """Return whether `key` can be: its question is asked, its programme not removed."""
    return question is not None and key in answer_keys(question, assessment)


def blanks(dimension: Dimension, assessment: Assessment) -> Iterator[AnswerKey]:
    """Yield where nothing was said yet, in the order of `keys_in_order`."""
    for key in keys_in_order(dimension, assessment):
        if assessment.answer(key).score.is_blank:
            yield key


def where_to_begin(
    dimension: Dimension, assessment: Assessment, programme: ProgrammeId | None = None
) -> AnswerKey | None:
    """Return the first blank of a dimension, its first question where none is blank.

    With `programme` only its own questions count.
    """
    keys = [
        key for key in keys_in_order(dimension, assessment) if programme in (None, key.programme)
    ]
    blank = (key for key in keys if assessment.answer(key).score.is_blank)
    return next(blank, next(iter(keys), None))


def lacks_programmes(dimension: Dimension, assessment: Assessment) -> bool:
    """Return whether a dimension asks about programmes and the region has none."""
    asks = any(one.scope is Scope.PROGRAMME for one in dimension.questions)
    return asks and not assessment.programmes


def first_unfinished(instrument: Instrument, assessment: Assessment) -> Dimension | None:
    """Return the first dimension that hinders locking, None where none does."""
    for dimension in instrument.dimensions:
        blank = next(blanks(dimension, assessment), None)
        if blank is not None or lacks_programmes(dimension, assessment):
            return dimension
    return None


def marked(instrument: Instrument, assessment: Assessment) -> Iterator[AnswerKey]:
    """Yield where the assessor wants to come back to."""
    return (key for key in _keys(instrument, assessment) if assessment.answer(key).is_marked)


def _keys(instrument: Instrument, assessment: Assessment) -> Iterator[AnswerKey]:
    for dimension in instrument.dimensions:
        yield from keys_in_order(dimension, assessment)
