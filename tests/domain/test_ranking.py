"""Ranks by the two-decimal index."""

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.ranking import competition_ranks

finals = st.dictionaries(
    st.integers(), st.integers(0, 400).map(lambda hundredths: Decimal(hundredths) / 100)
)


def test_a_shared_rank_leaves_the_next_one_out() -> None:
    ranks = competition_ranks(
        {"Denpasar": Decimal("3.48"), "Sleman": Decimal("3.47"), "Surakarta": Decimal("3.48")}
    )

    assert ranks == {"Denpasar": 1, "Surakarta": 1, "Sleman": 3}


def test_nobody_to_rank_gives_no_ranks() -> None:
    assert competition_ranks({}) == {}


def test_figures_that_look_alike_share_a_rank() -> None:
    assert competition_ranks({"a": Decimal("3.1"), "b": Decimal("3.10")}) == {"a": 1, "b": 1}


@given(finals)
def test_a_rank_is_one_more_than_the_regions_above(given_finals: dict[int, Decimal]) -> None:
    ranks = competition_ranks(given_finals)

    assert ranks == {
        key: 1 + sum(other > final for other in given_finals.values())
        for key, final in given_finals.items()
    }


@given(finals, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(
    given_finals: dict[int, Decimal], random: Random
) -> None:
    shuffled = dict(random.sample(list(given_finals.items()), len(given_finals)))

    assert competition_ranks(shuffled) == competition_ranks(given_finals)
