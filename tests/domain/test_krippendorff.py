"""Krippendorff's alpha, against published examples and against its definition."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import chain, permutations
from math import ceil
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessor.domain.krippendorff import (
    MINIMUM_UNITS,
    Alpha,
    NoAlpha,
    alpha,
    alpha_of,
    count_coincidences,
    ordinal,
)

Units: TypeAlias = list[list[int]]
units_of_points = st.lists(st.lists(st.integers(0, 4), max_size=6), max_size=12)

OBSERVERS_2011 = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, example D."""

OBSERVERS_2007 = (
    "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1",
    "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1",
    "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1",
    ". 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .",
    "2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1",
)
"""A. F. Hayes and K. Krippendorff, "Answering the Call for a Standard Reliability Measure for
Coding Data", 2007, table 1."""


def units(observers: Sequence[str]) -> Units:
    """Return the scores of each unit from one line for each observer, "." for a missing one."""
    columns = zip(*(line.split() for line in observers), strict=True)
    return [[int(value) for value in column if value != "."] for column in columns]


def plain(given_units: Units) -> Fraction | None:
    """Return ordinal alpha however few the units."""
    found = count_coincidences(given_units)
    return alpha_of(found, ordinal(found.frequencies))


def rounded(value: Fraction | None, places: str) -> Decimal:
    """Return a figure as papers print it."""
    assert value is not None
    return (Decimal(value.numerator) / value.denominator).quantize(Decimal(places), ROUND_HALF_UP)


def by_definition(given_units: Units) -> Fraction | None:
    """Return ordinal alpha by visiting every pair of scores, as it is defined."""
    paired = [unit for unit in given_units if len(unit) > 1]
    pooled = list(chain.from_iterable(paired))

    def squared(one: int, other: int) -> Fraction:
        low, high = sorted((one, other))
        ranks = [Fraction(1, 2) if value in (low, high) else Fraction(1) for value in pooled]
        inside = (rank for rank, at in zip(ranks, pooled, strict=True) if low <= at <= high)
        return sum(inside, Fraction()) ** 2 if low != high else Fraction()

    expected = sum((squared(*pair) for pair in permutations(pooled, 2)), Fraction())
    if not expected:
        return None
    observed = sum(
        (squared(*pair) / (len(unit) - 1) for unit in paired for pair in permutations(unit, 2)),
        Fraction(),
    )
    return 1 - (observed / len(pooled)) / (expected / (len(pooled) * (len(pooled) - 1)))


@pytest.mark.parametrize(
    ("observers", "places", "published"),
    [(OBSERVERS_2011, "0.001", "0.815"), (OBSERVERS_2007, "0.0001", "0.7598")],
)
def test_ordinal_alpha_is_as_published(
    observers: Sequence[str], places: str, published: str
) -> None:
    assert rounded(plain(units(observers)), places) == Decimal(published)


@pytest.mark.parametrize(
    ("observers", "places", "nominal", "interval"),
    [
        (OBSERVERS_2011, "0.001", "0.743", "0.849"),
        (OBSERVERS_2007, "0.001", "0.477", "0.757"),
    ],
)
def test_coincidences_give_the_published_alphas_of_other_metrics(
    observers: Sequence[str], places: str, nominal: str, interval: str
) -> None:
    found = count_coincidences(units(observers))

    of_names = alpha_of(found, lambda _low, _high: Fraction(1))
    of_distances = alpha_of(found, lambda low, high: Fraction((high - low) ** 2))

    assert rounded(of_names, places) == Decimal(nominal)
    assert rounded(of_distances, places) == Decimal(interval)


def test_coincidences_give_the_published_ratio_alpha() -> None:
    found = count_coincidences(units(OBSERVERS_2011))

    of_ratios = alpha_of(found, lambda low, high: Fraction(high - low, high + low) ** 2)

    assert rounded(of_ratios, "0.001") == Decimal("0.797")


def test_a_score_alone_in_its_unit_is_left_out() -> None:
    found = count_coincidences(units(OBSERVERS_2011))

    assert found.units == 11
    assert found.scores == 40
    assert found.frequencies == {1: 9, 2: 13, 3: 10, 4: 5, 5: 3}


def test_values_that_met_are_counted_as_published() -> None:
    assert count_coincidences(units(OBSERVERS_2011)).unlike == {
        (1, 2): Fraction(4, 3),
        (1, 3): Fraction(1, 3),
        (1, 4): Fraction(1, 3),
        (2, 3): Fraction(4, 3),
        (2, 4): Fraction(1, 3),
        (3, 4): Fraction(1, 3),
    }


def test_alpha_is_refused_below_the_stated_number_of_units() -> None:
    too_few = [[0, 0], [4, 4]] + [[2, 3]] * (MINIMUM_UNITS - 3) + [[1]]

    found = alpha(too_few)

    assert found == Alpha(None, units=MINIMUM_UNITS - 1, scores=2 * (MINIMUM_UNITS - 1))
    assert found.value is None
    assert found.refusal is NoAlpha.TOO_FEW


def test_alpha_is_given_from_the_stated_number_of_units_on() -> None:
    found = alpha([[0, 0], [4, 4, 4]] + [[2, 2]] * (MINIMUM_UNITS - 2))

    assert found == Alpha(Fraction(1), units=MINIMUM_UNITS, scores=2 * MINIMUM_UNITS + 1)
    assert str(found.value) == "1.00"
    assert found.refusal is None


@pytest.mark.parametrize(
    ("least", "values", "required"),
    [("0.667", 4, 81), ("0.800", 4, 139), ("0.667", 5, MINIMUM_UNITS)],
)
def test_the_stated_number_comes_from_the_formula_of_the_printed_table(
    least: str, values: int, required: int
) -> None:
    tentative, z, share = Fraction(least), Fraction("1.645"), Fraction(1, values)
    spread = (1 + tentative) * (3 - tentative) / (4 * (1 - tentative) * share * (1 - share))

    assert ceil(2 * z**2 * (spread - tentative)) == required


def test_the_same_points_everywhere_leave_alpha_undefined() -> None:
    found = alpha([[3, 3, 3]] * MINIMUM_UNITS)

    assert found == Alpha(None, units=MINIMUM_UNITS, scores=3 * MINIMUM_UNITS)
    assert found.refusal is NoAlpha.NO_VARIATION


def test_nothing_scored_is_too_few() -> None:
    assert alpha([]) == Alpha(None, units=0, scores=0)
    assert alpha([]).refusal is NoAlpha.TOO_FEW


def test_alpha_is_shown_half_up() -> None:
    assert Alpha(Fraction("0.665"), units=96, scores=192).value == Decimal("0.67")
    assert Alpha(Fraction("-0.005"), units=96, scores=192).value == Decimal("-0.01")


def test_two_who_always_contradict_fall_below_chance() -> None:
    assert alpha([[0, 4]] * MINIMUM_UNITS).exact == Fraction(-95, 96)


@given(units_of_points)
def test_alpha_agrees_with_its_definition(given_units: Units) -> None:
    assert plain(given_units) == by_definition(given_units)


@given(units_of_points, st.randoms(use_true_random=False))
def test_the_order_of_units_and_of_assessors_does_not_matter(
    given_units: Units, random: Random
) -> None:
    shuffled = [random.sample(unit, len(unit)) for unit in given_units]
    random.shuffle(shuffled)

    assert count_coincidences(shuffled) == count_coincidences(given_units)
    assert plain(shuffled) == plain(given_units)


@given(units_of_points)
def test_alpha_is_at_most_1(given_units: Units) -> None:
    found = plain(given_units)

    assert found is None or found <= 1


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(2, 5)), min_size=2))
def test_perfect_agreement_is_1(agreed: list[tuple[int, int]]) -> None:
    assume(len({points for points, _ in agreed}) > 1)

    assert plain([[points] * assessors for points, assessors in agreed]) == 1


@given(units_of_points, st.sets(st.integers(-50, 50), min_size=5, max_size=5))
def test_other_labels_in_the_same_order_change_nothing(
    given_units: Units, labels: set[int]
) -> None:
    rising = sorted(labels)

    for names in (rising, rising[::-1]):
        assert plain([[names[points] for points in unit] for unit in given_units]) == plain(
            given_units
        )


@given(units_of_points, st.integers(0, 4))
def test_a_unit_with_one_score_or_none_changes_nothing(given_units: Units, points: int) -> None:
    assert plain([*given_units, [points], []]) == plain(given_units)


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_thrown_dice_give_about_0(seed: int) -> None:
    dice = Random(seed)

    found = plain([[dice.randrange(5) for _ in range(3)] for _ in range(3_000)])

    assert found is not None
    assert abs(found) < Fraction(1, 20)
