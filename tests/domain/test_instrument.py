"""Questions, wordings and how sure an instrument is."""

import dataclasses

import pytest

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import Confidence, Wording
from tests.domain.examples import instrument, question


def test_questions_are_found_by_key_in_the_order_of_the_paper() -> None:
    example = instrument(
        [question("output.b"), question("baseline.z"), question("baseline.a")],
        {"baseline": 40, "output": 60},
    )

    assert list(example.questions) == ["baseline.z", "baseline.a", "output.b"]
    assert example.questions[QuestionKey("output.b")].text == Wording(
        "output.b (id)", "output.b (en)"
    )


@pytest.mark.parametrize(("language", "text"), [("id", "Bobot"), ("en", "Weight"), ("fr", "Bobot")])
def test_indonesian_stands_for_every_language_but_english(language: str, text: str) -> None:
    assert Wording("Bobot", "Weight").in_language(language) == text


@pytest.mark.parametrize("confidence", Confidence)
def test_only_what_was_printed_is_official(confidence: Confidence) -> None:
    example = instrument([question("baseline.a")], {"baseline": 100})

    assert dataclasses.replace(example, confidence=confidence).is_official is (
        confidence is Confidence.PRINTED
    )
