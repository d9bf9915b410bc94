"""Scores into figures: one assessment's running result, and the panel's result of a region."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import SCALE, Dimension, Instrument, Question, Scope
from assessor.domain.records import Assessment
from assessor.domain.score import AnswerKey
from assessor.domain.scoring import Ratio, contribution, dimension_mean, final_index, mean_ratio

Settled: TypeAlias = Mapping[AnswerKey, Fraction]
"""Values that a panel agreed on, of a question or of one programme in it."""
NOTHING_SETTLED: Final[Settled] = {}

_ENDS: Final = (SCALE[0], SCALE[-1])
"""The least and the most that a question can get."""


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


def keys_in_order(dimension: Dimension, assessment: Assessment) -> Iterator[AnswerKey]:
    """Yield where a dimension is answered: about the region first, then programme by programme."""
    yield from (AnswerKey(one.key) for one in dimension.questions if one.scope is Scope.CITY)
    for programme in assessment.programmes:
        for question in dimension.questions:
            if question.scope is Scope.PROGRAMME:
                yield AnswerKey(question.key, programme.id)


class _Tally(NamedTuple):
    """What one assessor said to one question, over all the places where it is answered."""

    points: int
    """Their sum."""
    scored: int
    """Places with points."""
    blank: int
    places: int

    @property
    def is_answered(self) -> bool:
        """Whether nothing is left to say."""
        return self.places > 0 and self.blank == 0

    def ratio(self, of_blank: int | None = None) -> Ratio | None:
        """Return the mean of the points, blank places left out or with `of_blank` points each."""
        if of_blank is None:
            return (self.points, self.scored) if self.scored else None
        if not self.places:
            return of_blank, 1
        counted = self.scored + self.blank
        return (self.points + of_blank * self.blank, counted) if counted else None


def _tally(question: Question, assessment: Assessment) -> _Tally:
    keys = answer_keys(question, assessment)
    points, scored, blank = 0, 0, 0
    for key in keys:
        score = assessment.answer(key).score
        if score.points is not None:
            points += score.points
            scored += 1
        elif score.reason is None:
            blank += 1
    return _Tally(points, scored, blank, len(keys))


def question_value(
    question: Question, assessment: Assessment, settled: Settled = NOTHING_SETTLED
) -> Fraction | None:
    """Return the assessor's value: the points, or the mean over the programmes with a score.

    Where the panel settled a programme's value, it stands for what the assessor said there.
    """
    return _fraction(value_ratio(question, assessment, settled))


def is_answered(question: Question, assessment: Assessment) -> bool:
    """Return whether nothing is left to say; a region without programmes leaves theirs open."""
    return _tally(question, assessment).is_answered


def panel_values(
    instrument: Instrument,
    assessments: Sequence[Assessment],
    settled: Settled = NOTHING_SETTLED,
) -> dict[QuestionKey, Fraction | None]:
    """Return each question's value: what was settled, else the mean of the assessors' values."""
    return {
        key: _fraction(_panel_ratio(question, assessments, settled))
        for key, question in instrument.questions.items()
    }


def panel_result(
    instrument: Instrument,
    assessments: Sequence[Assessment],
    settled: Settled = NOTHING_SETTLED,
) -> Result:
    """Return the figures that the assessments of one region give together.

    `settled` are the values that the panel agreed on where its scores lay apart.
    """
    dimensions = tuple(
        _dimension_result(instrument, dimension, assessments, settled)
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
    tallies = [
        [_tally(question, assessment) for question in dimension.questions]
        for dimension in instrument.dimensions
    ]
    low, high = (_final_when_blank_is(instrument, tallies, points) for points in _ENDS)
    return None if low is None or high is None else (low, high)


def _final_when_blank_is(
    instrument: Instrument, tallies: Sequence[Sequence[_Tally]], points: int
) -> Decimal | None:
    means = []
    for dimension, said in zip(instrument.dimensions, tallies, strict=True):
        means.append((dimension_mean(one.ratio(points) for one in said), dimension.weight))
    known = [(value, weight) for value, weight in means if value is not None]
    return final_index(known, instrument.rounding) if len(known) == len(means) else None


def _dimension_result(
    instrument: Instrument,
    dimension: Dimension,
    assessments: Sequence[Assessment],
    settled: Settled,
) -> DimensionResult:
    value = dimension_mean(
        _panel_ratio(question, assessments, settled) for question in dimension.questions
    )
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


def _panel_ratio(
    question: Question, assessments: Sequence[Assessment], settled: Settled
) -> Ratio | None:
    said = [value_ratio(question, one, settled) for one in assessments]
    return panel_ratio(question, said, settled)


def panel_ratio(question: Question, said: Sequence[Ratio | None], settled: Settled) -> Ratio | None:
    """Return what was settled, else the mean over the assessors who gave the question a value."""
    agreed = settled.get(AnswerKey(question.key)) if settled else None
    if agreed is not None:
        return agreed.as_integer_ratio()
    return mean_ratio([value for value in said if value is not None])


def value_ratio(question: Question, assessment: Assessment, settled: Settled) -> Ratio | None:
    """Return what `question_value` does, not reduced."""
    tally = _tally(question, assessment)
    keys = answer_keys(question, assessment) if settled else ()
    if not any(key in settled for key in keys):
        return tally.ratio()
    scores = ((key, assessment.answer(key).score) for key in keys)
    said = [settled.get(key, score.points) for key, score in scores if not score.is_blank]
    return mean_ratio([Fraction(value).as_integer_ratio() for value in said if value is not None])


def _fraction(ratio: Ratio | None) -> Fraction | None:
    return None if ratio is None else Fraction(*ratio)
