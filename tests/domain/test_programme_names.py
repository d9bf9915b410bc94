"""Names of quick-win programmes as people type them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.programme_names import programme_key

names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


@pytest.mark.parametrize(
    "spelled",
    ["TUKAD BINDU ", "  tukad\tbindu", "Tukad\u00a0Bindu", "Tukad \n Bindu", "Tukad\u200b Bindu"],
)
def test_case_and_white_space_do_not_count(spelled: str) -> None:
    assert programme_key(spelled) == programme_key("Tukad Bindu")


def test_a_composed_letter_is_the_letter() -> None:
    assert programme_key(unicodedata.normalize("NFD", "Café Désa")) == programme_key("Café Désa")


@pytest.mark.parametrize("other", ["Tukad Badung", "Tukad-Bindu", "TukadBindu", "Tukad Bindu 2"])
def test_other_names_stay_other_names(other: str) -> None:
    assert programme_key(other) != programme_key("Tukad Bindu")


def test_a_name_of_invisible_characters_is_empty() -> None:
    assert programme_key(" \u00a0\u200b") == ""


@given(names)
def test_a_key_is_its_own_key(name: str) -> None:
    assert programme_key(programme_key(name)) == programme_key(name)


@given(names)
def test_surrounding_space_never_counts(name: str) -> None:
    assert programme_key(f" {name}\u00a0") == programme_key(name)
