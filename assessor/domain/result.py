"""Scores into figures: one assessment's running result, and the panel's result of a region."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import SCALE, Dimension, Instrument, Question, Scope
from assessor.domain.records import Assessment
from assessor.domain.score import AnswerKey
from assessor.domain.scoring import contribution, dimension_mean, final_index, mean, mean_points


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One dimension's figures; `mean` is None while nothing in it is scored."""

    dimension: Dimension
    mean: Decimal | None
    contribution: Decimal | None
    """What it adds to the index, exact or rounded as the instrument's rule says."""
    answered: int
    """Questions that are done: scored or not applicable (for every programme, if about those)."""

    @property
    def total(self) -> int:
        """How many questions the dimension has."""
        return len(self.dimension.questions)


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of an assessment or of a panel."""

    dimensions: tuple[DimensionResult, ...]
    final: Decimal | None
    """The index, 0 to 4; None while a dimension has no score at all."""
    is_provisional: bool
    """Whether it rests on incomplete scores or on an assessment that is not locked."""

    @property
    def answered(self) -> int:
        """Questions that are done, over all dimensions."""
        return sum(dimension.answered for dimension in self.dimensions)

    @property
    def total(self) -> int:
        """Questions of the instrument."""
        return sum(dimension.total for dimension in self.dimensions)


def answer_keys(question: Question, assessment: Assessment) -> tuple[AnswerKey, ...]:
    """Return where the question is answered: once, or once for every programme."""
    if question.scope is Scope.CITY:
        return (AnswerKey(question.key),)
    return tuple(AnswerKey(question.key, programme.id) for programme in assessment.programmes)


def question_value(question: Question, assessment: Assessment) -> Fraction | None:
    """Return the assessor's value: the points, or the mean over the programmes with a score."""
    return mean_points(assessment.answer(key).score for key in answer_keys(question, assessment))


def is_answered(question: Question, assessment: Assessment) -> bool:
    """Return whether nothing is left to say; a region without programmes leaves theirs open."""
    keys = answer_keys(question, assessment)
    return bool(keys) and all(not assessment.answer(key).score.is_blank for key in keys)


def panel_values(
    instrument: Instrument, assessments: Sequence[Assessment]
) -> dict[QuestionKey, Fraction | None]:
    """Return each question's mean over the assessors who gave it a value."""
    return {
        key: mean(
            [
                value
                for assessment in assessments
                if (value := question_value(question, assessment)) is not None
            ]
        )
        for key, question in instrument.questions.items()
    }


def panel_result(instrument: Instrument, assessments: Sequence[Assessment]) -> Result:
    """Return the figures that the assessments of one region give together."""
    values = panel_values(instrument, assessments)
    dimensions = tuple(
        _dimension_result(instrument, dimension, values, assessments)
        for dimension in instrument.dimensions
    )
    means = [(result.mean, result.dimension.weight) for result in dimensions]
    known = [(value, weight) for value, weight in means if value is not None]
    complete = bool(assessments) and all(one.answered == one.total for one in dimensions)
    return Result(
        dimensions=dimensions,
        final=final_index(known, instrument.rounding) if len(known) == len(means) else None,
        is_provisional=not complete or not all(one.is_locked for one in assessments),
    )


def assessment_result(instrument: Instrument, assessment: Assessment) -> Result:
    """Return the figures of one assessment by itself: a panel of one."""
    return panel_result(instrument, (assessment,))


def final_range(instrument: Instrument, assessment: Assessment) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and highest index still possible when what is blank gets 0 or 4.

    None where no index can come of it: a dimension that applies nowhere has no mean.
    """
    low, high = (
        _final_when_blank_is(instrument, assessment, points) for points in (SCALE[0], SCALE[-1])
    )
    return None if low is None or high is None else (low, high)


def _final_when_blank_is(
    instrument: Instrument, assessment: Assessment, points: int
) -> Decimal | None:
    means = []
    for dimension in instrument.dimensions:
        values = [_value_when_blank_is(one, assessment, points) for one in dimension.questions]
        means.append((dimension_mean(values), dimension.weight))
    known = [(value, weight) for value, weight in means if value is not None]
    return final_index(known, instrument.rounding) if len(known) == len(means) else None


def _value_when_blank_is(
    question: Question, assessment: Assessment, points: int
) -> Fraction | None:
    keys = answer_keys(question, assessment)
    if not keys:
        return Fraction(points)
    scores = [assessment.answer(key).score for key in keys]
    filled = [points if score.is_blank else score.points for score in scores]
    return mean([Fraction(value) for value in filled if value is not None])


def _dimension_result(
    instrument: Instrument,
    dimension: Dimension,
    values: dict[QuestionKey, Fraction | None],
    assessments: Sequence[Assessment],
) -> DimensionResult:
    value = dimension_mean(values[question.key] for question in dimension.questions)
    return DimensionResult(
        dimension=dimension,
        mean=value,
        contribution=None
        if value is None
        else contribution(value, dimension.weight, instrument.rounding),
        answered=sum(
            bool(assessments) and all(is_answered(question, one) for one in assessments)
            for question in dimension.questions
        ),
    )
