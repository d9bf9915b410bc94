"""Scores into figures."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import Instrument, Question, RoundingRule, Scope
from assessor.domain.records import AssessmentState
from assessor.domain.result import (
    answer_keys,
    assessment_result,
    final_range,
    is_answered,
    panel_result,
    panel_values,
    question_value,
)
from assessor.domain.score import BLANK, Score
from tests.domain.examples import Place, answer_key, assessment, instrument, question

Scores: TypeAlias = dict[Place, Score]
NOT_APPLICABLE = Score.not_applicable("belum ada")
CITY = ("baseline.a", "baseline.b", "output.a", "output.b", "output.c")
PER_PROGRAMME = ("quick_win.a", "quick_win.b")
PROGRAMMES = ("Tukad Bindu", "Sidarling")
EXAMPLE = instrument(
    [question(key) for key in CITY] + [question(key, Scope.PROGRAMME) for key in PER_PROGRAMME],
    {"baseline": 20, "output": 45, "quick_win": 35},
)
PLACES: list[Place] = [*CITY, *((key, name) for key in PER_PROGRAMME for name in PROGRAMMES)]
points = st.integers(0, 4).map(Score)
any_score = points | st.just(BLANK) | st.just(NOT_APPLICABLE)
whole = st.fixed_dictionaries(dict.fromkeys(PLACES, points))
partial = st.fixed_dictionaries(dict.fromkeys(PLACES, any_score))
rules = st.sampled_from(RoundingRule)


def asked(key: str) -> Question:
    return EXAMPLE.questions[QuestionKey(key)]


def index(rule: RoundingRule, all_scores: Iterable[Scores]) -> Decimal:
    """Return the index of a panel that left no dimension empty."""
    panel = [assessment(scores, PROGRAMMES) for scores in all_scores]
    final = panel_result(under(rule), panel).final
    assert final is not None
    return final


def output_mean(scores: Scores) -> Decimal:
    mean = assessment_result(EXAMPLE, assessment(scores, PROGRAMMES)).dimensions[1].mean
    assert mean is not None
    return mean


def under(rule: RoundingRule) -> Instrument:
    return instrument(
        list(EXAMPLE.questions.values()),
        {one.key: one.weight for one in EXAMPLE.dimensions},
        rule,
    )


def test_a_question_about_the_region_is_answered_once() -> None:
    scored = assessment({}, PROGRAMMES)

    assert answer_keys(asked("output.a"), scored) == (answer_key("output.a"),)


def test_a_question_about_programmes_is_answered_for_each_in_their_order() -> None:
    scored = assessment({}, PROGRAMMES)

    assert answer_keys(asked("quick_win.a"), scored) == (
        answer_key(("quick_win.a", "Tukad Bindu")),
        answer_key(("quick_win.a", "Sidarling")),
    )


def test_the_value_over_programmes_is_the_mean_of_those_with_a_score() -> None:
    benefit = asked("quick_win.a")
    programmes = ("one", "two", "three", "four")
    scored = assessment(
        {
            ("quick_win.a", "one"): Score(4),
            ("quick_win.a", "two"): Score(1),
            ("quick_win.a", "three"): NOT_APPLICABLE,
        },
        programmes,
    )

    assert question_value(benefit, scored) == Fraction(5, 2)


def test_scores_of_a_removed_programme_do_not_count() -> None:
    benefit = asked("quick_win.a")
    scored = assessment(
        {("quick_win.a", "kept"): Score(4), ("quick_win.a", "gone"): Score(0)}, ("kept",)
    )

    assert question_value(benefit, scored) == 4


@pytest.mark.parametrize(
    ("score", "answered"), [(Score(0), True), (NOT_APPLICABLE, True), (BLANK, False)]
)
def test_a_question_is_answered_by_points_or_by_not_applicable(
    score: Score, answered: bool
) -> None:
    assert is_answered(asked("output.a"), assessment({"output.a": score})) is answered


def test_a_question_about_programmes_is_answered_when_every_programme_is() -> None:
    benefit = asked("quick_win.a")
    scores = {("quick_win.a", "Tukad Bindu"): Score(2)}

    assert not is_answered(benefit, assessment(scores, PROGRAMMES))
    assert is_answered(benefit, assessment(scores, PROGRAMMES[:1]))


def test_without_programmes_their_questions_stay_open() -> None:
    assert not is_answered(asked("quick_win.a"), assessment({}))


def test_a_panels_value_is_the_mean_of_its_assessors_and_not_of_their_programmes() -> None:
    many = assessment(
        {("quick_win.a", "Tukad Bindu"): Score(4), ("quick_win.a", "Sidarling"): Score(4)},
        PROGRAMMES,
    )
    few = assessment({("quick_win.a", "Tukad Bindu"): Score(1)}, PROGRAMMES[:1])

    assert panel_values(EXAMPLE, (many, few))[QuestionKey("quick_win.a")] == Fraction(5, 2)


def test_an_assessor_without_a_value_drops_out_of_the_panel() -> None:
    panel = [assessment({"output.a": score}) for score in (Score(3), NOT_APPLICABLE, BLANK)]

    assert panel_values(EXAMPLE, panel)[QuestionKey("output.a")] == 3
    assert panel_values(EXAMPLE, panel)[QuestionKey("output.b")] is None


def test_a_whole_result_is_worked_out_dimension_by_dimension() -> None:
    scores: Scores = {
        "baseline.a": Score(4),
        "baseline.b": Score(1),
        "output.a": Score(2),
        "output.b": Score(2),
        "output.c": Score(1),
        ("quick_win.a", "Tukad Bindu"): Score(3),
        ("quick_win.b", "Tukad Bindu"): NOT_APPLICABLE,
    }
    scored = assessment(scores, PROGRAMMES[:1])

    result = assessment_result(EXAMPLE, scored)

    assert [one.mean for one in result.dimensions] == [
        Decimal("2.50"),
        Decimal("1.67"),
        Decimal("3.00"),
    ]
    assert [one.contribution for one in result.dimensions] == [
        Decimal("0.5"),
        Decimal("0.7515"),
        Decimal("1.05"),
    ]
    assert result.final == Decimal("2.30")
    assert (result.answered, result.total) == (7, 7)
    assert not result.is_provisional


def test_under_components_contributions_are_rounded() -> None:
    scored = assessment({"output.a": Score(1), "output.b": Score(2), "output.c": Score(2)})

    output = assessment_result(under(RoundingRule.COMPONENTS), scored).dimensions[1]

    assert output.contribution == Decimal("0.75")


def test_there_is_no_index_while_a_dimension_has_no_score() -> None:
    result = assessment_result(EXAMPLE, assessment({"baseline.a": Score(4)}))

    assert result.final is None
    assert result.dimensions[1].mean is None
    assert result.dimensions[1].contribution is None
    assert (result.answered, result.dimensions[0].answered, result.dimensions[0].total) == (1, 1, 2)
    assert result.is_provisional


@given(whole)
def test_a_complete_locked_result_is_not_provisional(scores: Scores) -> None:
    assert not assessment_result(EXAMPLE, assessment(scores, PROGRAMMES)).is_provisional


@given(whole, st.sampled_from(PLACES))
def test_one_blank_makes_a_result_provisional(scores: Scores, place: Place) -> None:
    scored = assessment({**scores, place: BLANK}, PROGRAMMES)

    assert assessment_result(EXAMPLE, scored).is_provisional


@given(whole)
def test_an_unlocked_assessment_makes_a_result_provisional(scores: Scores) -> None:
    draft = assessment(scores, PROGRAMMES, AssessmentState.DRAFT)
    final = assessment(scores, PROGRAMMES)

    assert panel_result(EXAMPLE, (final, draft)).is_provisional


@given(whole, st.sampled_from(PLACES))
def test_a_question_counts_as_answered_when_the_whole_panel_did(
    scores: Scores, place: Place
) -> None:
    whole_one = assessment(scores, PROGRAMMES)
    other = assessment({**scores, place: BLANK}, PROGRAMMES)

    result = panel_result(EXAMPLE, (whole_one, other))

    assert result.answered == result.total - 1


def test_a_panel_of_nobody_has_no_figures() -> None:
    result = panel_result(EXAMPLE, ())

    assert result.final is None
    assert result.answered == 0
    assert result.is_provisional


@given(st.lists(partial, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_panel_does_not_matter(all_scores: list[Scores], random: Random) -> None:
    panel = [assessment(scores, PROGRAMMES) for scores in all_scores]

    assert panel_result(EXAMPLE, random.sample(panel, len(panel))) == panel_result(EXAMPLE, panel)


@given(st.lists(whole, min_size=1, max_size=3), rules, st.data())
def test_raising_one_score_never_lowers_the_index(
    all_scores: list[Scores], rule: RoundingRule, data: st.DataObject
) -> None:
    before = index(rule, all_scores)
    place = data.draw(st.sampled_from(PLACES))
    points = all_scores[0][place].points
    assert points is not None
    higher = data.draw(st.integers(points, 4))

    assert index(rule, [{**all_scores[0], place: Score(higher)}, *all_scores[1:]]) >= before


@given(partial, rules)
def test_an_index_stays_on_the_scale(scores: Scores, rule: RoundingRule) -> None:
    final = assessment_result(under(rule), assessment(scores, PROGRAMMES)).final

    assert final is None or 0 <= final <= 4


@given(partial)
def test_a_blank_and_a_zero_differ_where_something_else_is_scored(scores: Scores) -> None:
    scores = {**scores, "output.a": Score(4), "output.b": BLANK}

    assert output_mean(scores) > output_mean({**scores, "output.b": Score(0)})


@given(partial)
def test_not_applicable_gives_the_figures_of_a_blank(scores: Scores) -> None:
    blank = assessment_result(EXAMPLE, assessment({**scores, "output.a": BLANK}, PROGRAMMES))
    dropped = assessment_result(
        EXAMPLE, assessment({**scores, "output.a": NOT_APPLICABLE}, PROGRAMMES)
    )

    assert dropped.final == blank.final
    assert dropped.answered == blank.answered + 1


@given(partial, st.integers(0, 4), rules)
def test_the_possible_range_holds_however_the_blanks_are_filled(
    scores: Scores, filling: int, rule: RoundingRule
) -> None:
    example = under(rule)
    filled = {place: Score(filling) if score.is_blank else score for place, score in scores.items()}
    final = assessment_result(example, assessment(filled, PROGRAMMES)).final
    possible = final_range(example, assessment(scores, PROGRAMMES))

    assert (possible is None) == (final is None)
    assume(possible is not None and final is not None)
    assert possible is not None
    assert final is not None
    low, high = possible
    assert low <= final <= high
    if filling == 0:
        assert final == low
    if filling == 4:
        assert final == high


def test_an_untouched_assessment_may_still_become_anything() -> None:
    assert final_range(EXAMPLE, assessment({})) == (Decimal("0.00"), Decimal("4.00"))


@given(whole)
def test_nothing_is_left_open_in_a_whole_assessment(scores: Scores) -> None:
    scored = assessment(scores, PROGRAMMES)
    final = assessment_result(EXAMPLE, scored).final

    assert final_range(EXAMPLE, scored) == (None if final is None else (final, final))


def test_no_index_is_possible_once_a_dimension_applies_nowhere() -> None:
    scored = assessment(
        dict.fromkeys(("output.a", "output.b", "output.c"), NOT_APPLICABLE)
        | dict.fromkeys(("baseline.a", "baseline.b"), Score(4))
    )

    assert final_range(EXAMPLE, scored) is None
