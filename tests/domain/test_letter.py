"""Foreign words are told apart, and enumerations end like sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.letter import listed, numbered_items, plain, runs


def foreign(text: str) -> list[str]:
    return [run.text for run in runs(text) if run.is_foreign]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kota Cerdas (Smart City) Tahun 2023", ["Smart City"]),
        ("Baseline dengan bobot 10%", ["Baseline"]),
        ("program percepatan (quick win)", ["quick win"]),
        ("Tingkat improvement", ["improvement"]),
        ("Program Kolaborasi dengan bobot 10%", []),
        ("keluaran dan dampak", []),
        ("", []),
    ],
)
def test_words_that_are_not_indonesian_stand_apart(text: str, found: list[str]) -> None:
    assert foreign(text) == found


def test_a_foreign_word_inside_another_word_is_none() -> None:
    assert foreign("keimpactan outputnya") == []


@given(st.text() | st.from_regex(r"(smart city|impact|[a-z ]){1,9}"))
def test_nothing_is_lost_where_a_text_is_taken_apart(text: str) -> None:
    assert plain(runs(text)) == text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], ""),
        (["satu"], "satu"),
        (["satu", "dua"], "satu dan dua"),
        (["satu", "dua", "tiga"], "satu, dua, dan tiga"),
    ],
)
def test_a_list_reads_as_a_sentence(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence


def test_lettered_items_end_as_parts_of_one_sentence() -> None:
    assert [plain(one) for one in numbered_items(["a", "b", "c"])] == ["a;", "b; dan", "c."]


def test_a_single_item_ends_the_sentence() -> None:
    assert [plain(one) for one in numbered_items(["a"])] == ["a."]
