"""The arithmetic of the index: exact, with Fraction and Decimal only.

Rules read from the annexes of letters B-1004/DJAI/AI.01.04/12/2022 and
B-1384/DJAI/AI.01.04/12/2023 and checked on every row published there.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from assessor.domain.instrument import RoundingRule
from assessor.domain.score import Score

HUNDREDTH: Final = Decimal("0.01")
WEIGHT_SUM: Final = 100
"""Weights are percent."""
Ratio: TypeAlias = tuple[int, int]
"""A numerator over a denominator above zero, not reduced."""


def round_half_up(value: Fraction) -> Decimal:
    """Return `value` with two decimals, halves away from zero (2.545 is 2.55)."""
    scaled = value * WEIGHT_SUM * 2
    hundredths, _ = divmod(abs(scaled.numerator) + scaled.denominator, scaled.denominator * 2)
    return Decimal(hundredths if value >= 0 else -hundredths).scaleb(-2)


def mean_ratio(ratios: Sequence[Ratio]) -> Ratio | None:
    """Return the simple mean, exact and not reduced; None where there is nothing to average.

    Adding fractions is slow; this adds the numerators of like ones, and reduces nothing on the way.
    """
    if not ratios:
        return None
    numerators: dict[int, int] = {}
    for above, below in ratios:
        numerators[below] = numerators.get(below, 0) + above
    total, common = 0, 1
    for below, above in numerators.items():
        total, common = total * below + above * common, common * below
    return total, common * len(ratios)


def mean_points(scores: Iterable[Score]) -> Fraction | None:
    """Return the mean of the scores that have points; blank and not applicable drop out."""
    ratio = points_ratio(scores)
    return None if ratio is None else Fraction(*ratio)


def points_ratio(scores: Iterable[Score]) -> Ratio | None:
    """Return what `mean_points` does, not reduced."""
    points = [score.points for score in scores if score.points is not None]
    return (sum(points), len(points)) if points else None


def dimension_mean(questions: Iterable[Ratio | None]) -> Decimal | None:
    """Return the simple mean of the questions' values, half-up; None when nothing is scored.

    Every question counts alike, however many stand under its indicator.
    """
    value = mean_ratio([question for question in questions if question is not None])
    return None if value is None else round_half_up(Fraction(*value))


def contribution(dimension: Decimal, weight: int, rule: RoundingRule) -> Decimal:
    """Return what a dimension adds to the index: rounded under COMPONENTS, exact under TOTAL."""
    share = dimension * weight / WEIGHT_SUM
    return share.quantize(HUNDREDTH, ROUND_HALF_UP) if rule is RoundingRule.COMPONENTS else share


def final_index(dimensions: Sequence[tuple[Decimal, int]], rule: RoundingRule) -> Decimal:
    """Return the index, 0 to 4 with two decimals, from rounded dimensions and their weights.

    Raises ValueError where the weights are not whole percents that sum to 100.
    """
    if sum(weight for _, weight in dimensions) != WEIGHT_SUM:
        raise ValueError(dimensions)
    total = sum((contribution(value, weight, rule) for value, weight in dimensions), Decimal())
    return total.quantize(HUNDREDTH, ROUND_HALF_UP)
