"""How far a region has come since last year."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from assessor.domain.ids import DimensionKey
from assessor.domain.improvement import Improvement, improvement, index_of_means, recomputed_final
from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.records import PublishedResult
from tests.domain.examples import instrument, question

LAST_YEAR = instrument(
    [question("baseline.a"), question("output.a")],
    {"baseline": 50, "output": 50},
    RoundingRule.COMPONENTS,
)
BASELINE, OUTPUT = (dimension.key for dimension in LAST_YEAR.dimensions)
MEANS = {BASELINE: Decimal("1.01"), OUTPUT: Decimal("2.01")}


def published(
    means: Mapping[DimensionKey, Decimal], of: Instrument | None = LAST_YEAR
) -> PublishedResult:
    return PublishedResult(
        year=2024, final=Decimal("1.52"), source="", dimensions=means, instrument=of
    )


def test_last_years_index_is_taken_under_this_years_rule() -> None:
    found = improvement(Decimal("2.00"), RoundingRule.TOTAL, published(MEANS))

    assert found == Improvement(recomputed=Decimal("0.49"), of_finals=Decimal("0.48"))
    assert found.differs


def test_under_the_same_rule_both_improvements_agree() -> None:
    found = improvement(Decimal("1.00"), RoundingRule.COMPONENTS, published(MEANS))

    assert found == Improvement(recomputed=Decimal("-0.52"), of_finals=Decimal("-0.52"))
    assert not found.differs


def test_where_only_the_final_is_known_the_finals_are_compared() -> None:
    found = improvement(Decimal("2.00"), RoundingRule.TOTAL, published({}, of=None))

    assert found == Improvement(recomputed=None, of_finals=Decimal("0.48"))
    assert not found.differs


@pytest.mark.parametrize(
    "means", [{}, {OUTPUT: Decimal("2.01")}, {OUTPUT: Decimal("2.01"), BASELINE: None}]
)
def test_a_dimension_that_is_not_known_leaves_no_index(
    means: Mapping[DimensionKey, Decimal | None],
) -> None:
    assert index_of_means(means, LAST_YEAR, RoundingRule.TOTAL) is None


def test_without_an_instrument_an_earlier_index_cannot_be_recomputed() -> None:
    assert recomputed_final(published(MEANS, of=None), RoundingRule.TOTAL) is None
    assert recomputed_final(published(MEANS), RoundingRule.TOTAL) == Decimal("1.51")


def test_a_dimension_of_zero_is_known() -> None:
    means = {BASELINE: Decimal(0), OUTPUT: Decimal(0)}

    assert index_of_means(means, LAST_YEAR, RoundingRule.TOTAL) == 0
