"""How far assessors agree: each one against the others of their panels, and all together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeAlias

from assessor.domain.ids import AssessorId
from assessor.domain.krippendorff import Alpha, alpha
from assessor.domain.scoring import round_half_up

NOTABLE_DIFFERENCE: Final = Decimal("0.25")
"""From a quarter of a point on, an assessor is called lenient or strict; our own line, no rule."""

MINIMUM_PAIRS: Final = 64
"""Below so many pairs nobody is called anything.

Where differences scatter by a whole point, the standard error of a mean of 64 is 1/8 of a point:
`NOTABLE_DIFFERENCE` is then two standard errors, and hardly chance.
"""

Unit: TypeAlias = Mapping[AssessorId, int]
"""The points that assessors gave to one question of one region (and programme, if about one)."""


class Tendency(StrEnum):
    """Where an assessor stands against their panels; a comparison, not a judgement of either."""

    STRICT = "strict"
    IN_LINE = "in_line"
    LENIENT = "lenient"


@dataclass(frozen=True, slots=True)
class Leaning:
    """How far one assessor lies above or below the others of their panels."""

    assessor: AssessorId
    exact: Fraction | None
    """The mean, in points, of own score less the mean of the others'; None without a pair."""
    pairs: int
    """Units that the assessor and at least one other scored."""

    @property
    def difference(self) -> Decimal | None:
        """The mean difference half-up to two decimals, to be shown; above 0 is lenient."""
        return None if self.exact is None else round_half_up(self.exact)

    @property
    def tendency(self) -> Tendency | None:
        """What the shown difference amounts to; None below `MINIMUM_PAIRS`."""
        difference = self.difference
        if difference is None or self.pairs < MINIMUM_PAIRS:
            return None
        if abs(difference) < NOTABLE_DIFFERENCE:
            return Tendency.IN_LINE
        return Tendency.LENIENT if difference > 0 else Tendency.STRICT


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far assessors agree over some units."""

    alpha: Alpha
    leanings: tuple[Leaning, ...]
    """One for each assessor asked for, in the order asked."""


def agreement(units: Sequence[Unit], assessors: Iterable[AssessorId]) -> Agreement:
    """Return how far `assessors` agree over `units`; a score that is missing is left out."""
    return Agreement(
        alpha=alpha([tuple(unit.values()) for unit in units]),
        leanings=leanings(units, assessors),
    )


def leanings(units: Iterable[Unit], assessors: Iterable[AssessorId]) -> tuple[Leaning, ...]:
    """Return how far each of `assessors` lies above or below the others, in the order given."""
    sums: defaultdict[AssessorId, Counter[int]] = defaultdict(Counter)
    pairs: Counter[AssessorId] = Counter()
    for unit in units:
        size, total = len(unit), sum(unit.values())
        if size > 1:
            for assessor, points in unit.items():
                # The difference times the number of others stays whole: own * others - their sum.
                sums[assessor][size - 1] += points * size - total
                pairs[assessor] += 1
    return tuple(_leaning(one, sums[one], pairs[one]) for one in assessors)


def _leaning(assessor: AssessorId, sums: Mapping[int, int], pairs: int) -> Leaning:
    """Put one assessor's sums, by the number of others, together."""
    if not pairs:
        return Leaning(assessor, None, 0)
    total = sum((Fraction(found, others) for others, found in sums.items()), Fraction())
    return Leaning(assessor, total / pairs, pairs)
