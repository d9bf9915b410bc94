"""What is left to do in an assessment."""

from dataclasses import replace

from assessor.domain.ids import DimensionKey, QuestionKey
from assessor.domain.instrument import Scope
from assessor.domain.open_work import (
    blanks,
    can_be_answered,
    first_unfinished,
    lacks_programmes,
    marked,
    where_to_begin,
)
from assessor.domain.records import Answer
from assessor.domain.result import keys_in_order
from assessor.domain.score import AnswerKey, Score
from tests.domain.examples import Place, answer_key, assessment, instrument, question

EXAMPLE = instrument(
    [
        question("baseline.a"),
        question("quick_win.a", Scope.PROGRAMME),
        question("quick_win.b", Scope.PROGRAMME),
        question("quick_win.c"),
    ],
    {"baseline": 40, "quick_win": 60},
)
BASELINE, QUICK_WIN = EXAMPLE.dimensions
ORDER: list[Place] = [
    "quick_win.c",
    ("quick_win.a", "Bindu"),
    ("quick_win.b", "Bindu"),
    ("quick_win.a", "Badung"),
    ("quick_win.b", "Badung"),
]
ALL: list[Place] = ["baseline.a", *ORDER]
PROGRAMMES = ("Bindu", "Badung")
WHOLE = assessment(dict.fromkeys(ALL, Score(2)), PROGRAMMES)
EMPTY = assessment({}, PROGRAMMES)


def test_the_region_is_asked_about_before_its_programmes_one_by_one() -> None:
    assert list(keys_in_order(QUICK_WIN, EMPTY)) == [answer_key(one) for one in ORDER]


def test_what_was_not_scored_is_blank_and_not_applicable_is_not() -> None:
    said: dict[Place, Score] = {
        "quick_win.c": Score(0),
        ("quick_win.a", "Bindu"): Score.not_applicable("baru"),
    }

    found = list(blanks(QUICK_WIN, assessment(said, PROGRAMMES)))

    assert found == [answer_key(one) for one in ORDER[2:]]


def test_one_begins_at_the_first_blank() -> None:
    begun = assessment({"quick_win.c": Score(1)}, PROGRAMMES)

    assert where_to_begin(QUICK_WIN, begun) == answer_key(ORDER[1])


def test_one_begins_at_the_first_question_where_none_is_blank() -> None:
    assert where_to_begin(QUICK_WIN, WHOLE) == answer_key(ORDER[0])


def test_there_is_nowhere_to_begin_where_nothing_can_be_answered() -> None:
    (only,) = instrument([question("quick_win.a", Scope.PROGRAMME)], {"quick_win": 100}).dimensions

    assert where_to_begin(only, assessment({})) is None


def test_a_removed_programme_cannot_be_answered() -> None:
    asked = EXAMPLE.questions[QuestionKey("quick_win.a")]

    assert can_be_answered(asked, answer_key(ORDER[1]), EMPTY)
    assert not can_be_answered(asked, answer_key(ORDER[1]), assessment({}))
    assert not can_be_answered(None, AnswerKey(QuestionKey("gone")), EMPTY)


def test_only_a_dimension_about_programmes_lacks_them() -> None:
    assert lacks_programmes(QUICK_WIN, assessment({}))
    assert not lacks_programmes(QUICK_WIN, EMPTY)
    assert not lacks_programmes(BASELINE, assessment({}))


def test_the_first_dimension_with_a_blank_is_unfinished() -> None:
    begun = assessment({"baseline.a": Score(1)}, PROGRAMMES)

    assert first_unfinished(EXAMPLE, EMPTY) is BASELINE
    assert first_unfinished(EXAMPLE, begun) is QUICK_WIN
    assert first_unfinished(EXAMPLE, WHOLE) is None


def test_a_dimension_whose_programmes_are_missing_is_unfinished() -> None:
    answered = assessment({"baseline.a": Score(1), "quick_win.c": Score(1)})

    unfinished = first_unfinished(EXAMPLE, answered)

    assert unfinished is not None
    assert unfinished.key == DimensionKey("quick_win")


def test_what_is_marked_is_found() -> None:
    key = answer_key(ORDER[3])
    noted = replace(WHOLE, answers={**WHOLE.answers, key: Answer(Score(1), is_marked=True)})

    assert list(marked(EXAMPLE, noted)) == [key]
    assert list(marked(EXAMPLE, WHOLE)) == []
