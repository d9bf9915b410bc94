"""Krippendorff's alpha: how far scores agree beyond chance, on points that are ordered.

Reckoned from value counts: units with the same scores are counted, not visited, and every sum is
exact. Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011. Why it is not
taken from a library: docs/decisions/0011-krippendorff-alpha.md.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import Final, TypeAlias

from assessor.domain.scoring import round_half_up

MINIMUM_UNITS: Final = 96
"""Below so many units that two assessors scored, alpha is refused.

The sample at which an alpha of 0.667, the lowest that Krippendorff lets carry tentative
conclusions, is told from chance variation at the 5 % level on a scale of five points:
2 z² ((1 + a)(3 - a) / (4 (1 - a) p (1 - p)) - a) with a = 0.667, z = 1.645 and p = 1/5 gives 95.2.
Source: K. Krippendorff, "Content Analysis: An Introduction to Its Methodology", 2019, after
D. A. Bloch and H. C. Kraemer, "2 x 2 Kappa Coefficients: Measures of Agreement or Association",
1989.
"""

SquaredDifference: TypeAlias = Callable[[int, int], Fraction]
"""How much it weighs that one scores the lower and another the higher of two values."""


class NoAlpha(StrEnum):
    """Why there is no alpha."""

    TOO_FEW = "too_few"
    """Fewer than `MINIMUM_UNITS` units were scored by two assessors: a figure would be chance."""
    NO_VARIATION = "no_variation"
    """All gave the same points everywhere: whether they can tell units apart was never tried."""


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha, ordinal, and what it rests on."""

    exact: Fraction | None
    """1 for full agreement, about 0 for chance, below 0 for less than chance; None if refused."""
    units: int
    """Units that at least two assessors scored."""
    scores: int
    """Scores given in those units."""

    @property
    def value(self) -> Decimal | None:
        """Alpha half-up to two decimals, to be shown."""
        return None if self.exact is None else round_half_up(self.exact)

    @property
    def refusal(self) -> NoAlpha | None:
        """Why there is no alpha; None where there is one."""
        if self.exact is not None:
            return None
        return NoAlpha.TOO_FEW if self.units < MINIMUM_UNITS else NoAlpha.NO_VARIATION


@dataclass(frozen=True, slots=True)
class Coincidences:
    """Which values met within units; a score alone in its unit meets nothing and is left out."""

    units: int
    frequencies: Mapping[int, int]
    """How often each value was given."""
    unlike: Mapping[tuple[int, int], Fraction]
    """How often two different values met, the lower first, each score counted once in all."""

    @property
    def scores(self) -> int:
        """Scores in the units counted."""
        return sum(self.frequencies.values())


def alpha(units: Iterable[Sequence[int]]) -> Alpha:
    """Return alpha over `units`, each the points that its assessors gave; who gave none is absent.

    The order of units and of the points in them does not matter.
    """
    found = count_coincidences(units)
    enough = found.units >= MINIMUM_UNITS
    exact = alpha_of(found, ordinal(found.frequencies)) if enough else None
    return Alpha(exact, found.units, found.scores)


def count_coincidences(units: Iterable[Sequence[int]]) -> Coincidences:
    """Return how often which values met, over the units with two scores or more."""
    patterns = Counter(tuple(sorted(points)) for points in units if len(points) > 1)
    frequencies: Counter[int] = Counter()
    unlike: defaultdict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for pattern, times in patterns.items():
        counts = Counter(pattern)
        for value, count in counts.items():
            frequencies[value] += count * times
        for (low, lows), (high, highs) in combinations(counts.items(), 2):
            unlike[low, high] += Fraction(lows * highs * times, len(pattern) - 1)
    return Coincidences(patterns.total(), frequencies, unlike)


def ordinal(frequencies: Mapping[int, int]) -> SquaredDifference:
    """Return the difference of ranks: how many scores stand between two values, squared."""

    def squared(low: int, high: int) -> Fraction:
        between = sum(count for value, count in frequencies.items() if low <= value <= high)
        return (between - Fraction(frequencies[low] + frequencies[high], 2)) ** 2

    return squared


def alpha_of(found: Coincidences, squared: SquaredDifference) -> Fraction | None:
    """Return alpha however small the sample; None where nothing varies and it is undefined."""
    frequencies = found.frequencies
    expected = sum(
        frequencies[low] * frequencies[high] * squared(low, high)
        for low, high in combinations(sorted(frequencies), 2)
    )
    if not expected:
        return None
    observed = sum(met * squared(low, high) for (low, high), met in found.unlike.items())
    return 1 - (found.scores - 1) * observed / expected
