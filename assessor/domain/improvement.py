"""How far a region has come since last year."""

from dataclasses import dataclass
from decimal import Decimal

from assessor.domain.instrument import RoundingRule
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
    means = [
        (result.dimensions[dimension.key], dimension.weight)
        for dimension in result.instrument.dimensions
        if dimension.key in result.dimensions
    ]
    if len(means) < len(result.instrument.dimensions):
        return None
    return final_index(means, rule)
