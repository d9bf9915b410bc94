"""How far a region has come since last year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.records import PublishedResult
from assessor.domain.scoring import final_index


@dataclass(frozen=True, slots=True)
class Improvement:
    """This year's index less last year's, negative more often than not."""

    recomputed: Decimal | None
    """Against last year's index from its dimensions; None where only the index is known."""
    of_finals: Decimal
    """Against last year's index as it was printed."""

    @property
    def differs(self) -> bool:
        """Whether the two disagree, which has to be said wherever one of them is shown."""
        return self.recomputed is not None and self.recomputed != self.of_finals


def improvement(final: Decimal, rule: RoundingRule, previous: PublishedResult) -> Improvement:
    """Return the change of the index since `previous`.

    Last year's index is computed again from its rounded dimensions with its own weights, but
    under this year's rounding `rule`: 32 of 32 rows of letter B-1384/2023 that can be checked.
    """
    before = recomputed_final(previous, rule)
    return Improvement(
        recomputed=None if before is None else final - before, of_finals=final - previous.final
    )


def recomputed_final(result: PublishedResult, rule: RoundingRule) -> Decimal | None:
    """Return an earlier index from its dimensions; None where a dimension is not known."""
    if result.instrument is None:
        return None
    return index_of_means(result.dimensions, result.instrument, rule)


def index_of_means(
    means: Mapping[DimensionKey, Decimal | None], instrument: Instrument, rule: RoundingRule
) -> Decimal | None:
    """Return the index from rounded dimensions by key; None where one of them is not known.

    `instrument` gives the weights alone: an improvement rounds last year's index by another rule.
    """
    weighted = [
        (value, dimension.weight)
        for dimension in instrument.dimensions
        if (value := means.get(dimension.key)) is not None
    ]
    return final_index(weighted, rule) if len(weighted) == len(instrument.dimensions) else None
