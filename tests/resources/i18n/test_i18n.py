"""The catalogue facade: two languages, switchable, English where nothing is translated."""

from collections.abc import Iterator

import pytest

from resources import i18n


@pytest.fixture(autouse=True)
def language_before() -> Iterator[None]:
    """Leave the language as it was for the next test."""
    before = i18n.language()
    yield
    i18n.use_language(before)


def test_the_language_in_use_is_the_one_chosen() -> None:
    i18n.use_language("id")

    assert i18n.language() == "id"


def test_a_language_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        i18n.use_language("fr")


def test_a_sentence_nobody_translated_stays_english() -> None:
    i18n.use_language("id")

    assert i18n.gettext("a sentence that stands in no catalogue") == (
        "a sentence that stands in no catalogue"
    )


def test_english_counts_one_and_many() -> None:
    i18n.use_language("en")

    forms = [i18n.ngettext("one region", "many regions", number) for number in (0, 1, 2)]

    assert forms == ["many regions", "one region", "many regions"]


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en_GB.UTF-8", "en"), ("id_ID.UTF-8", "id"), ("C", "id"), ("", "id"), ("EN", "en")],
)
def test_a_locale_leads_to_a_language(locale: str, language: str) -> None:
    assert i18n.language_of(locale) == language
