"""Regions and assessments."""

import pytest

from assessor.domain.ids import QuestionKey
from assessor.domain.records import (
    NO_ANSWER,
    AssessmentState,
    NarrativeSection,
    narrative_items,
)
from assessor.domain.score import AnswerKey, Score
from tests.domain.examples import BATANG, DENPASAR, assessment


def test_a_bare_name_leaves_the_kind_out() -> None:
    assert [DENPASAR.bare_name, BATANG.bare_name] == ["DENPASAR", "BATANG"]


def test_kabupaten_stand_before_kota_in_tables() -> None:
    assert sorted([DENPASAR, BATANG], key=lambda region: region.table_order) == [BATANG, DENPASAR]


def test_an_untouched_question_has_a_blank_answer() -> None:
    touched = assessment({"baseline.a": Score(0)})

    assert touched.answer(AnswerKey(QuestionKey("baseline.a"))).score == Score(0)
    assert touched.answer(AnswerKey(QuestionKey("baseline.b"))) is NO_ANSWER


def test_the_narrative_has_one_item_a_line() -> None:
    told = assessment({}, narrative={NarrativeSection.STRENGTHS: " Satu \n\n  \nDua"})

    assert told.items(NarrativeSection.STRENGTHS) == ("Satu", "Dua")
    assert told.items(NarrativeSection.WEAKNESSES) == ()
    assert narrative_items("") == ()


def test_a_final_assessment_is_locked() -> None:
    assert assessment({}, state=AssessmentState.FINAL).is_locked
    assert not assessment({}, state=AssessmentState.DRAFT).is_locked


@pytest.mark.parametrize(("revisions", "lags"), [((1, 0), False), ((2, 2), False), ((3, 2), True)])
def test_an_exported_sheet_lags_behind_when_the_revision_rose(
    revisions: tuple[int, int], lags: bool
) -> None:
    assert assessment({}, revisions=revisions).changed_since_export is lags
