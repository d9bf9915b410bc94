"""Draws of weights: exact, repeatable, ranked like the official figures."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.ranking import competition_ranks as official_ranks
from assessor.domain.scoring import final_index, round_half_up
from assessor.services.weight_draws import (
    SWING,
    WHOLE_WEIGHT,
    ScoredAlike,
    Small,
    competition_ranks,
    count_ranks,
    draw_factors,
    indices,
    middle_ranks,
    scale_back,
)
from tests.domain.examples import instrument, question, shipped

DIMENSIONS = 5
rules = st.sampled_from(RoundingRule)
seeds = st.integers(0, 2**32 - 1)
means = st.lists(st.tuples(*[st.integers(0, 400)] * DIMENSIONS), min_size=1, max_size=5)
"""Region by region the dimensions in hundredths."""


@st.composite
def whole_percents(draw: st.DrawFn) -> tuple[int, ...]:
    """Return weights of five dimensions that sum to 100."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=4, max_size=4)))
    return tuple(high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True))


def weighted(weights: Mapping[str, int], rule: RoundingRule = RoundingRule.TOTAL) -> Instrument:
    return instrument([question(f"{key}.a") for key in weights], weights, rule)


def table(rows: Sequence[Sequence[int]]) -> Small:
    """Return dimensions × regions, from the regions' rows."""
    return np.array(rows, np.int32).T


def counts(groups: Sequence[ScoredAlike], draws: int) -> list[list[int]]:
    """Return how often each region had each rank, from rank 0 on."""
    counted = count_ranks(groups, draws, seed=1)
    assert counted is not None
    return [[int(one) for one in row] for row in counted]


def by_fractions(weights: Sequence[int], row: Sequence[int], rule: RoundingRule) -> Decimal:
    """Return the index of one draw, as slowly and as surely as can be."""
    parts = [
        Fraction(mean, 100) * Fraction(weight, WHOLE_WEIGHT)
        for mean, weight in zip(row, weights, strict=True)
    ]
    if rule is RoundingRule.COMPONENTS:
        return sum((round_half_up(part) for part in parts), Decimal())
    return round_half_up(sum(parts, Fraction()))


@given(whole_percents(), means, seeds, rules)
def test_a_draw_agrees_with_fractions(
    percents: tuple[int, ...], rows: list[tuple[int, ...]], seed: int, rule: RoundingRule
) -> None:
    weights = scale_back(percents, draw_factors(DIMENSIONS, 4, seed))

    found = indices(weights, table(rows), rule)

    assert [[Decimal(int(one)).scaleb(-2) for one in draw] for draw in found] == [
        [by_fractions([int(one) for one in drawn], row, rule) for row in rows] for drawn in weights
    ]


@given(whole_percents(), means, rules)
def test_unmoved_weights_give_the_official_index(
    percents: tuple[int, ...], rows: list[tuple[int, ...]], rule: RoundingRule
) -> None:
    weights = scale_back(percents, np.full((1, DIMENSIONS), WHOLE_WEIGHT, np.int64))

    (found,) = indices(weights, table(rows), rule)

    assert [Decimal(int(one)).scaleb(-2) for one in found] == [
        final_index(
            [
                (Decimal(mean).scaleb(-2), weight)
                for mean, weight in zip(row, percents, strict=True)
            ],
            rule,
        )
        for row in rows
    ]


@given(whole_percents(), seeds)
def test_drawn_weights_are_scaled_back_to_the_whole(percents: tuple[int, ...], seed: int) -> None:
    factors = draw_factors(DIMENSIONS, 4, seed)

    drawn = scale_back(percents, factors)

    assert drawn.sum(axis=1).tolist() == [WHOLE_WEIGHT] * 4
    for weights, moved in zip(drawn.tolist(), (factors * percents).tolist(), strict=True):
        for weight, exact in zip(weights, moved, strict=True):
            assert abs(weight - Fraction(exact * WHOLE_WEIGHT, sum(moved))) <= 1


@given(st.lists(st.lists(st.integers(0, 400), min_size=6, max_size=6), min_size=1, max_size=4))
def test_ranks_are_those_of_official_tables(draws: list[list[int]]) -> None:
    found = competition_ranks(np.array(draws, np.int32))

    assert found.tolist() == [
        list(official_ranks({place: Decimal(one) for place, one in enumerate(draw)}).values())
        for draw in draws
    ]


def test_a_half_is_rounded_up_and_decides_the_tie() -> None:
    evenly = np.array([[500_000, 500_000]], np.int32)

    found = indices(evenly, table([(254, 255), (255, 255), (254, 254)]), RoundingRule.TOTAL)

    assert found.tolist() == [[255, 255, 254]]
    assert competition_ranks(found).tolist() == [[1, 1, 3]]


def test_components_are_rounded_one_by_one() -> None:
    evenly = np.array([[500_000, 500_000]], np.int32)

    found = indices(evenly, table([(255, 255), (254, 255)]), RoundingRule.COMPONENTS)

    assert found.tolist() == [[256, 255]]


def test_factors_stay_within_a_quarter_and_reach_its_ends() -> None:
    factors = draw_factors(5, 20_000, seed=7)

    low, high = WHOLE_WEIGHT - SWING, WHOLE_WEIGHT + SWING
    assert factors.min() >= low
    assert factors.max() <= high
    assert factors.min() < low + 100
    assert factors.max() > high - 100
    assert abs(factors.mean() - WHOLE_WEIGHT) < SWING / 100


def test_a_seed_gives_the_same_factors_for_good() -> None:
    assert draw_factors(2, 2, seed=1).tolist() == [[1_005_911, 1_225_232], [822_079, 1_224_325]]


def test_another_seed_gives_other_factors() -> None:
    assert draw_factors(5, 10, seed=1).tolist() != draw_factors(5, 10, seed=2).tolist()


def test_the_better_in_everything_is_first_in_every_draw() -> None:
    group = ScoredAlike(shipped("2023-reguler"), ((100,) * 5, (300,) * 5, (200,) * 5))

    assert counts([group], 1_000) == [[0, 0, 0, 1_000], [0, 1_000, 0, 0], [0, 0, 1_000, 0]]


def test_every_draw_is_counted_once_for_every_region() -> None:
    rows = tuple((place % 401,) * 5 for place in range(514))

    counted = counts([ScoredAlike(shipped("2023-reguler"), rows)], 1_001)

    assert [sum(one) for one in counted] == [1_001] * 514
    assert {len(one) for one in counted} == {515}


def test_a_dimension_gets_one_factor_in_all_instruments() -> None:
    weights = {"baseline": 50, "output": 50}
    row = ((400, 0),)
    groups = [
        ScoredAlike(weighted(weights), row),
        ScoredAlike(weighted({"output": 50, "baseline": 50}), ((0, 400),)),
    ]

    assert counts(groups, 500) == [[0, 500, 0], [0, 500, 0]]


def test_each_instrument_rounds_and_weighs_in_its_own_way() -> None:
    groups = [
        ScoredAlike(weighted({"baseline": 80, "output": 20}), ((400, 0),)),
        ScoredAlike(weighted({"baseline": 20, "output": 80}), ((400, 0),)),
        ScoredAlike(shipped("2023-kppn-ikn"), ((400,) * 6,)),
    ]

    assert counts(groups, 500) == [[0, 0, 500, 0], [0, 0, 0, 500], [0, 500, 0, 0]]


def test_a_close_race_is_won_by_either_side() -> None:
    group = ScoredAlike(weighted({"baseline": 50, "output": 50}), ((400, 0), (0, 400)))

    counted = counts([group], 2_000)

    assert min(counted[0][1:]) > 800
    assert counted[0][1] + counted[1][1] >= 2_000


def test_progress_counts_up_to_the_last_draw() -> None:
    group = ScoredAlike(shipped("2023-reguler"), tuple((place % 401,) * 5 for place in range(514)))
    heard: list[int] = []

    count_ranks([group], 1_000, 1, heard.append)

    assert heard == sorted(heard)
    assert len(heard) > 2
    assert heard[-1] == 1_000


def test_a_cancelled_draw_gives_nothing() -> None:
    group = ScoredAlike(shipped("2023-reguler"), ((100,) * 5,))

    assert count_ranks([group], 1_000, 1, is_cancelled=lambda: True) is None


@pytest.mark.parametrize("draws", [1, 7])
def test_few_draws_are_as_good(draws: int) -> None:
    group = ScoredAlike(shipped("2022-early-phase"), ((100,) * 5,))

    assert counts([group], draws) == [[0, draws]]


def test_the_middle_of_the_draws_holds_95_percent_of_them() -> None:
    counted = [
        (0, 25, 950, 25, 0),
        (0, 26, 949, 25, 0),
        (0, 25, 949, 26, 0),
        (0, 0, 25, 0, 975),
        (0, 1000, 0, 0, 0),
    ]

    assert middle_ranks(np.array(counted)) == [(2, 2), (1, 2), (2, 3), (4, 4), (1, 1)]
