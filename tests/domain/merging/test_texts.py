"""Texts of one author join without repeating anything."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.merging.texts import join_items, join_texts

TEXTS = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=4).map("\n".join)


@pytest.mark.parametrize(
    ("base", "texts", "joined"),
    [
        ("", ["satu", ""], "satu"),
        ("satu", ["satu", "dua"], "dua"),
        ("satu", ["", "satu"], "satu"),
        ("", ["satu", "satu\ndua"], "satu\ndua"),
        ("satu", ["satu\ndua", "satu\ntiga"], "satu\ndua\ntiga"),
        ("", ["satu\nsatu", "satu"], "satu\nsatu"),
        ("", [], ""),
    ],
)
def test_texts_join(base: str, texts: list[str], joined: str) -> None:
    assert join_texts(base, texts) == joined


def test_items_join_like_paragraphs() -> None:
    assert join_items(("a",), [("a", "b"), ("a", "c"), ()]) == ("a", "b", "c")


@given(st.lists(TEXTS, max_size=4), st.randoms(use_true_random=False))
def test_the_order_in_which_texts_come_means_nothing(texts: list[str], random: Random) -> None:
    mixed = random.sample(texts, len(texts))

    assert join_texts("", mixed) == join_texts("", texts)


@given(st.lists(TEXTS, max_size=4))
def test_joining_again_adds_nothing(texts: list[str]) -> None:
    joined = join_texts("", texts)

    assert set(join_texts("", [*texts, joined]).split("\n")) == set(joined.split("\n"))
