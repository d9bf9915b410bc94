"""Edits: one field set from an old to a new value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.changes import Changes, Topic
from assessor.domain.edits import (
    TOPICS,
    Field,
    FieldAddress,
    Undone,
    score_value,
    value_score,
)
from assessor.domain.ids import AssessmentId, ProgrammeId, QuestionKey
from assessor.domain.score import BLANK, AnswerKey, Score

ASSESSMENT = AssessmentId("assessment")
KEY = AnswerKey(QuestionKey("quickwin.benefit"), ProgrammeId("programme"))
scores = (
    st.just(BLANK)
    | st.integers(0, 4).map(Score)
    | st.text(min_size=1).filter(lambda reason: bool(reason.split())).map(Score.not_applicable)
)


@pytest.mark.parametrize("field", [Field.SCORE, Field.NOTE, Field.MARK])
def test_the_address_of_an_answers_field_leads_back_to_the_answer(field: Field) -> None:
    address = FieldAddress.of_answer(ASSESSMENT, field, KEY)

    assert address == FieldAddress(ASSESSMENT, field, "quickwin.benefit", ProgrammeId("programme"))
    assert address.answer == KEY


@pytest.mark.parametrize("field", set(Field) - {Field.SCORE, Field.NOTE, Field.MARK})
def test_other_fields_belong_to_no_answer(field: Field) -> None:
    assert FieldAddress(ASSESSMENT, field, "subject").answer is None


def test_every_field_says_what_setting_it_changes() -> None:
    assert set(TOPICS) == set(Field)


def test_a_score_that_is_set_changes_the_scores_of_its_assessment() -> None:
    address = FieldAddress.of_answer(ASSESSMENT, Field.SCORE, KEY)

    assert address.changes == Changes.of(Topic.SCORES, assessment=ASSESSMENT)
    assert Undone(address, None, {"points": 3}).changes == address.changes


@given(scores)
def test_a_score_comes_back_from_the_change_log(score: Score) -> None:
    assert value_score(score_value(score)) == score


def test_blank_zero_and_not_applicable_are_stored_apart() -> None:
    assert score_value(BLANK) is None
    assert score_value(Score(0)) == {"points": 0}
    assert score_value(Score.not_applicable("belum ada")) == {"reason": "belum ada"}
