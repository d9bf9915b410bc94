"""The arithmetic of the index."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.instrument import RoundingRule
from assessor.domain.score import BLANK, Score
from assessor.domain.scoring import (
    contribution,
    dimension_mean,
    final_index,
    mean_points,
    mean_ratio,
    round_half_up,
)

Weighted: TypeAlias = list[tuple[Decimal, int]]
HUNDREDTH = Decimal("0.01")
means = st.integers(0, 400).map(lambda hundredths: Decimal(hundredths) / 100)
values = st.lists(st.none() | st.fractions(0, 4, max_denominator=60), max_size=12)
scores = st.lists(
    st.integers(0, 4).map(Score) | st.just(BLANK) | st.just(Score.not_applicable("belum ada"))
)


@st.composite
def weighted(draw: st.DrawFn) -> Weighted:
    """Draw dimensions with whole weights that sum to 100."""
    cuts = draw(st.lists(st.integers(1, 99), unique=True, min_size=1, max_size=7).map(sorted))
    weights = [after - before for before, after in zip([0, *cuts], [*cuts, 100], strict=True)]
    return [(draw(means), weight) for weight in weights]


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("2.545", "2.55"),
        ("2.5449", "2.54"),
        ("0.005", "0.01"),
        ("0", "0.00"),
        ("-0.285", "-0.29"),
        ("-0.284", "-0.28"),
        ("4", "4.00"),
    ],
)
def test_halves_are_rounded_away_from_zero(exact: str, rounded: str) -> None:
    assert str(round_half_up(Fraction(exact))) == rounded


def test_a_third_is_rounded_from_its_exact_value() -> None:
    assert round_half_up(Fraction(8, 3)) == Decimal("2.67")


@given(st.decimals(-1000, 1000, places=6))
def test_rounding_agrees_with_decimals_own(value: Decimal) -> None:
    assert round_half_up(Fraction(value)) == value.quantize(HUNDREDTH, ROUND_HALF_UP)


@given(st.fractions(-4, 4))
def test_rounding_moves_a_value_by_half_a_hundredth_at_most(value: Fraction) -> None:
    assert abs(Fraction(round_half_up(value)) - value) <= Fraction(1, 200)


def test_there_is_no_mean_of_nothing() -> None:
    assert mean_ratio([]) is None
    assert mean_points([]) is None
    assert dimension_mean([]) is None


def test_the_mean_is_exact() -> None:
    assert mean_ratio([(1, 1), (2, 1), (2, 1)]) == (5, 3)


@given(st.lists(st.fractions(0, 4), min_size=1))
def test_the_mean_of_ratios_is_that_of_the_fractions(values: list[Fraction]) -> None:
    ratio = mean_ratio([value.as_integer_ratio() for value in values])

    assert ratio is not None
    assert Fraction(*ratio) == sum(values, Fraction()) / len(values)


def test_a_blank_is_not_a_zero() -> None:
    assert mean_points([Score(4), BLANK]) == 4
    assert mean_points([Score(4), Score(0)]) == 2


def test_not_applicable_drops_out_of_the_mean() -> None:
    assert mean_points([Score(1), Score.not_applicable("tidak berlaku"), Score(4)]) == Fraction(
        5, 2
    )


def test_a_zero_alone_is_a_mean() -> None:
    assert mean_points([Score(0)]) == 0


@given(scores)
def test_what_has_no_points_never_moves_a_mean(given_scores: list[Score]) -> None:
    with_points = [score for score in given_scores if score.points is not None]

    assert mean_points(given_scores) == mean_points(with_points)


@given(scores, st.randoms(use_true_random=False))
def test_the_order_of_scores_does_not_matter(given_scores: list[Score], random: Random) -> None:
    shuffled = random.sample(given_scores, len(given_scores))

    assert mean_points(shuffled) == mean_points(given_scores)


def test_a_dimension_is_the_mean_of_its_questions_rounded() -> None:
    assert dimension_mean([(2, 1), (1, 1), (2, 1)]) == Decimal("1.67")


def test_an_unscored_question_drops_out_of_its_dimension() -> None:
    assert dimension_mean([(3, 1), None]) == Decimal("3.00")
    assert dimension_mean([None, None]) is None


@given(values)
def test_a_dimension_lies_between_its_lowest_and_highest_question(
    questions: list[Fraction | None],
) -> None:
    scored = [value for value in questions if value is not None]
    result = dimension_mean(
        None if value is None else value.as_integer_ratio() for value in questions
    )

    if result is not None:
        assert round_half_up(min(scored)) <= result <= round_half_up(max(scored))
    else:
        assert not scored


@pytest.mark.parametrize(
    ("rule", "share"), [(RoundingRule.TOTAL, "0.8775"), (RoundingRule.COMPONENTS, "0.88")]
)
def test_a_contribution_is_rounded_under_components_alone(rule: RoundingRule, share: str) -> None:
    assert contribution(Decimal("2.925"), 30, rule) == Decimal(share)


def test_the_worked_example_of_2022_adds_rounded_components() -> None:
    dimensions = [
        (Decimal("1.40"), 10),
        (Decimal("1.54"), 20),
        (Decimal("2.92"), 30),
        (Decimal("2.56"), 10),
        (Decimal("3.08"), 30),
    ]

    assert final_index(dimensions, RoundingRule.COMPONENTS) == Decimal("2.51")
    assert final_index(dimensions, RoundingRule.TOTAL) == Decimal("2.50")


def test_a_half_in_the_total_goes_up() -> None:
    assert final_index([(Decimal("2.54"), 50), (Decimal("2.55"), 50)], RoundingRule.TOTAL) == (
        Decimal("2.55")
    )


def test_an_index_has_always_two_decimals() -> None:
    assert str(final_index([(Decimal(4), 100)], RoundingRule.TOTAL)) == "4.00"


@pytest.mark.parametrize("weights", [(60, 41), (60, 39), ()])
def test_weights_that_do_not_sum_to_100_are_never_scaled(weights: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"^\["):
        final_index([(Decimal(1), weight) for weight in weights], RoundingRule.TOTAL)


@given(weighted())
def test_both_rules_agree_with_a_naive_reckoning(dimensions: Weighted) -> None:
    shares = [value * weight / Decimal(100) for value, weight in dimensions]
    total = sum(shares, Decimal()).quantize(HUNDREDTH, ROUND_HALF_UP)
    components = sum(share.quantize(HUNDREDTH, ROUND_HALF_UP) for share in shares)

    assert final_index(dimensions, RoundingRule.TOTAL) == total
    assert final_index(dimensions, RoundingRule.COMPONENTS) == components


@given(weighted())
def test_an_index_under_total_lies_between_the_lowest_and_highest_dimension(
    dimensions: Weighted,
) -> None:
    index = final_index(dimensions, RoundingRule.TOTAL)
    found = [value for value, _ in dimensions]

    assert min(found) <= index <= max(found)


@given(weighted(), st.sampled_from(RoundingRule), st.randoms(use_true_random=False))
def test_the_order_of_dimensions_does_not_matter(
    dimensions: Weighted, rule: RoundingRule, random: Random
) -> None:
    shuffled = random.sample(dimensions, len(dimensions))

    assert final_index(shuffled, rule) == final_index(dimensions, rule)


@given(weighted(), st.sampled_from(RoundingRule), st.data())
def test_raising_one_dimension_never_lowers_the_index(
    dimensions: Weighted, rule: RoundingRule, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(dimensions) - 1))
    value, weight = dimensions[at]
    raised = [*dimensions]
    raised[at] = (data.draw(means.filter(lambda higher: higher >= value)), weight)

    assert final_index(raised, rule) >= final_index(dimensions, rule)


@pytest.mark.parametrize("rule", RoundingRule)
@pytest.mark.parametrize("points", [0, 4])
def test_the_ends_of_the_scale_are_reached(rule: RoundingRule, points: int) -> None:
    dimensions = [(Decimal(points), weight) for weight in (10, 20, 30, 10, 30)]

    assert final_index(dimensions, rule) == points
