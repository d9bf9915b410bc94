"""How an index came about, step by step: for people who want to recompute it by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessor.domain.ids import DimensionKey, QuestionKey
from assessor.domain.improvement import Improvement, improvement
from assessor.domain.instrument import Dimension, Instrument, RoundingRule
from assessor.domain.records import PublishedResult
from assessor.domain.scoring import WEIGHT_SUM, contribution, final_index, round_half_up


@dataclass(frozen=True, slots=True)
class DimensionStep:
    """How one dimension adds to the index."""

    dimension: Dimension
    values: tuple[Fraction | None, ...]
    """Each question's value in the order of the paper, None where it has none; empty where only
    the rounded mean is known, as of a published table."""
    mean: Decimal | None
    """Half-up to two decimals; None while nothing is scored."""
    contribution: Decimal | None
    """Rounded half-up to two decimals under COMPONENTS, exact under TOTAL."""

    @property
    def counted(self) -> int:
        """How many questions have a value and so count."""
        return sum(value is not None for value in self.values)

    @property
    def sum(self) -> Fraction:
        """The sum of the values, exact."""
        return sum((value for value in self.values if value is not None), Fraction())

    @property
    def exact_mean(self) -> Fraction | None:
        """The mean before rounding; None where no question counts."""
        return self.sum / self.counted if self.counted else None

    @property
    def product(self) -> Decimal | None:
        """The rounded mean times the weight, exact: before a contribution is rounded."""
        return None if self.mean is None else self.mean * self.dimension.weight / WEIGHT_SUM


@dataclass(frozen=True, slots=True)
class Derivation:
    """The steps from dimensions to an index."""

    rounding: RoundingRule
    steps: tuple[DimensionStep, ...]
    """One for each dimension, in the order of the paper."""
    sum: Decimal
    """What the contributions that are known add up to, before the last rounding."""
    final: Decimal | None
    """The index, 0 to 4 with two decimals; None while a dimension has no mean."""


@dataclass(frozen=True, slots=True)
class ImprovementDerivation:
    """How the change since last year came about."""

    previous: PublishedResult
    """Its `final` is last year's index as printed."""
    recomputed: Derivation | None
    """Last year's index from its own dimensions and weights under this year's rounding rule;
    None where only the index is known."""
    improvement: Improvement


def derivation(instrument: Instrument, values: Mapping[QuestionKey, Fraction | None]) -> Derivation:
    """Return how the index follows from what counts for each question."""
    steps = []
    for dimension in instrument.dimensions:
        of_questions = tuple(values.get(question.key) for question in dimension.questions)
        known = [value for value in of_questions if value is not None]
        mean = round_half_up(sum(known, Fraction()) / len(known)) if known else None
        steps.append(_step(dimension, of_questions, mean, instrument.rounding))
    return _derivation(steps, instrument.rounding)


def improvement_derivation(
    final: Decimal, rule: RoundingRule, previous: PublishedResult
) -> ImprovementDerivation:
    """Return how the change from `previous` to `final` follows under this year's `rule`."""
    return ImprovementDerivation(
        previous=previous,
        recomputed=None
        if previous.instrument is None
        else _of_means(previous.instrument, previous.dimensions, rule),
        improvement=improvement(final, rule, previous),
    )


def _of_means(
    instrument: Instrument, means: Mapping[DimensionKey, Decimal], rule: RoundingRule
) -> Derivation:
    steps = [_step(one, (), means.get(one.key), rule) for one in instrument.dimensions]
    return _derivation(steps, rule)


def _step(
    dimension: Dimension,
    values: tuple[Fraction | None, ...],
    mean: Decimal | None,
    rule: RoundingRule,
) -> DimensionStep:
    adds = None if mean is None else contribution(mean, dimension.weight, rule)
    return DimensionStep(dimension, values, mean, adds)


def _derivation(steps: list[DimensionStep], rule: RoundingRule) -> Derivation:
    known = [(step.mean, step.dimension.weight) for step in steps if step.mean is not None]
    adds = (step.contribution for step in steps if step.contribution is not None)
    return Derivation(
        rounding=rule,
        steps=tuple(steps),
        sum=sum(adds, Decimal()),
        final=final_index(known, rule) if len(known) == len(steps) else None,
    )
