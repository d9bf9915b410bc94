"""How far assessors lie above or below their panels, and how far they agree."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.agreement import (
    MINIMUM_PAIRS,
    Leaning,
    Tendency,
    agreement,
    leanings,
)
from assessor.domain.ids import AssessorId
from assessor.domain.krippendorff import MINIMUM_UNITS, NoAlpha, alpha

Panel: TypeAlias = dict[AssessorId, int]
ANI, BUDI, CITRA, DEWI = EVERYBODY = tuple(map(AssessorId, "ABCD"))
panels = st.lists(st.dictionaries(st.sampled_from(EVERYBODY), st.integers(0, 4)), max_size=20)


def leaning(assessor: AssessorId, *units: Panel) -> Leaning:
    """Return how one assessor leans over some units."""
    (found,) = leanings(units, [assessor])
    return found


def by_definition(assessor: AssessorId, units: list[Panel]) -> list[Fraction]:
    """Return own score less the mean of the others', for every unit that has both."""
    return [
        unit[assessor] - Fraction(sum(others), len(others))
        for unit in units
        if assessor in unit
        and (others := [points for one, points in unit.items() if one != assessor])
    ]


def test_an_assessor_is_compared_with_the_mean_of_the_others() -> None:
    assert leaning(ANI, {ANI: 4, BUDI: 2, CITRA: 3}) == Leaning(ANI, Fraction(3, 2), 1)


def test_differences_above_and_below_make_up_for_each_other() -> None:
    found = leaning(ANI, {ANI: 4, BUDI: 2}, {ANI: 1, BUDI: 2, CITRA: 4}, {ANI: 3, CITRA: 3})

    assert found == Leaning(ANI, Fraction(0), 3)


def test_a_question_counts_only_where_both_scored() -> None:
    found = leaning(ANI, {ANI: 4}, {BUDI: 1, CITRA: 2}, {}, {ANI: 1, BUDI: 2})

    assert found == Leaning(ANI, Fraction(-1), 1)


@pytest.mark.parametrize("units", [[], [{ANI: 4}], [{BUDI: 1, CITRA: 2}]])
def test_without_anybody_to_compare_with_there_is_no_difference(units: list[Panel]) -> None:
    found = leaning(ANI, *units)

    assert found == Leaning(ANI, None, 0)
    assert found.difference is None
    assert found.tendency is None


def test_assessors_come_in_the_order_asked() -> None:
    found = leanings([{ANI: 4, BUDI: 2}], [CITRA, BUDI, ANI])

    assert [one.assessor for one in found] == [CITRA, BUDI, ANI]
    assert [one.exact for one in found] == [None, Fraction(-2), Fraction(2)]


@pytest.mark.parametrize(
    ("difference", "tendency"),
    [
        ("0.25", Tendency.LENIENT),
        ("0.245", Tendency.LENIENT),
        ("0.244", Tendency.IN_LINE),
        ("0", Tendency.IN_LINE),
        ("-0.244", Tendency.IN_LINE),
        ("-0.245", Tendency.STRICT),
        ("-4", Tendency.STRICT),
    ],
)
def test_the_shown_difference_decides_what_an_assessor_is_called(
    difference: str, tendency: Tendency
) -> None:
    assert Leaning(ANI, Fraction(difference), MINIMUM_PAIRS).tendency is tendency


def test_nobody_is_called_anything_below_the_stated_number_of_pairs() -> None:
    found = leaning(ANI, *[{ANI: 4, BUDI: 0}] * (MINIMUM_PAIRS - 1))

    assert found == Leaning(ANI, Fraction(4), MINIMUM_PAIRS - 1)
    assert found.difference == Decimal("4.00")
    assert found.tendency is None


def test_differences_are_shown_half_up_with_two_decimals() -> None:
    assert str(Leaning(ANI, Fraction(2, 3), 3).difference) == "0.67"
    assert str(Leaning(ANI, Fraction(-1, 200), 200).difference) == "-0.01"


def test_agreement_puts_alpha_and_leanings_together() -> None:
    units: list[Panel] = [{ANI: 2, BUDI: 2}, {ANI: 3, BUDI: 3, CITRA: 3}] * (MINIMUM_UNITS // 2)

    found = agreement(units, [ANI, BUDI, CITRA])

    assert found.alpha == alpha([(2, 2), (3, 3, 3)] * (MINIMUM_UNITS // 2))
    assert found.alpha.exact == 1
    assert [one.pairs for one in found.leanings] == [96, 96, 48]
    assert [one.exact for one in found.leanings] == [0, 0, 0]


def test_agreement_over_little_is_refused_with_its_count() -> None:
    found = agreement([{ANI: 2, BUDI: 3}, {ANI: 1}], [ANI])

    assert found.alpha.refusal is NoAlpha.TOO_FEW
    assert (found.alpha.units, found.alpha.scores) == (1, 2)


@given(panels)
def test_leanings_agree_with_their_definition(units: list[Panel]) -> None:
    for found in leanings(units, EVERYBODY):
        differences = by_definition(found.assessor, units)

        assert found.pairs == len(differences)
        if differences:
            assert found.exact == sum(differences) / len(differences)


@given(panels, st.randoms(use_true_random=False))
def test_the_order_of_units_and_of_assessors_does_not_matter(
    units: list[Panel], random: Random
) -> None:
    shuffled = [dict(random.sample(list(unit.items()), len(unit))) for unit in units]
    random.shuffle(shuffled)

    assert agreement(shuffled, EVERYBODY) == agreement(units, EVERYBODY)


@given(panels)
def test_the_differences_of_each_two_are_opposite(units: list[Panel]) -> None:
    of_two = [{one: unit[one] for one in (ANI, BUDI) if one in unit} for unit in units]

    first, second = leanings(of_two, (ANI, BUDI))

    assert first.pairs == second.pairs
    assert first.exact is None or first.exact == -(second.exact or 0)


@given(panels, st.integers(1, 3))
def test_who_gives_everything_some_points_more_leans_by_as_much_more(
    units: list[Panel], more: int
) -> None:
    raised = [
        {one: points + more if one == ANI else points for one, points in unit.items()}
        for unit in units
    ]

    before, after = leaning(ANI, *units), leaning(ANI, *raised)

    assert after.exact == (None if before.exact is None else before.exact + more)
