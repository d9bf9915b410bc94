"""Where a panel lies apart, and what it settles there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from assessor.domain.errors import ReasonMissing, ScoreOutOfScale
from assessor.domain.ids import AssessorId, ParticipantId, ProgrammeId, QuestionKey
from assessor.domain.instrument import Scope
from assessor.domain.panel import (
    Moderation,
    PanelAnswer,
    Standpoint,
    checked_moderation,
    is_blind,
    latest,
    panel_answers,
    settled_values,
)
from assessor.domain.records import Assessment, AssessmentState, Assessor
from assessor.domain.result import panel_result, panel_values, question_value
from assessor.domain.score import BLANK, AnswerKey, Score
from tests.domain.examples import assessment, instrument, question
from tests.domain.merging.examples import AYU, BUDI

LAW = AnswerKey(QuestionKey("output.law"))
BENEFIT = QuestionKey("quickwin.benefit")
INSTRUMENT = instrument(
    [question("output.law"), question("quickwin.benefit", Scope.PROGRAMME)],
    {"output": 60, "quickwin": 40},
)
Scores = dict[str | tuple[str, str], Score]
NOT_HERE = Score.not_applicable("tidak ada")


def panel(*scores: Scores, programmes: Sequence[str] = ()) -> list[Assessment]:
    return [assessment(one, programmes) for one in scores]


def moderation(settled: str | None, mean: Fraction | None = Fraction(2)) -> Moderation:
    value = None if settled is None else Decimal(settled)
    now = dt.datetime(2023, 11, 1, tzinfo=dt.UTC)
    return Moderation(ParticipantId("p"), LAW, value, mean, "dibahas", None, now)


def answer(*scores: Score, moderations: dict[AnswerKey, Moderation] | None = None) -> PanelAnswer:
    found = panel_answers(
        INSTRUMENT, panel(*(Scores({"output.law": one}) for one in scores)), moderations or {}
    )
    return found[0]


@pytest.mark.parametrize(
    ("scores", "is_apart", "spread"),
    [
        ([Score(1), Score(3)], True, 2),
        ([Score(2), Score(3)], False, 1),
        ([NOT_HERE, Score(3)], True, 0),
        ([NOT_HERE, NOT_HERE], False, 0),
        ([BLANK, Score(3)], False, 0),
        ([Score(4)], False, 0),
        ([], False, 0),
    ],
)
def test_what_is_to_be_talked_about(scores: list[Score], is_apart: bool, spread: int) -> None:
    found = answer(*scores)

    assert (found.is_apart, found.spread) == (is_apart, spread)
    assert found.standpoint is (Standpoint.OPEN if is_apart else Standpoint.AGREED)
    assert found.is_to_settle is is_apart


@pytest.mark.parametrize(
    ("settled", "mean", "standpoint"),
    [
        ("3", Fraction(2), Standpoint.SETTLED),
        (None, Fraction(2), Standpoint.LEFT),
        ("3", Fraction(1), Standpoint.OUTDATED),
    ],
)
def test_how_far_a_panel_has_come(
    settled: str | None, mean: Fraction, standpoint: Standpoint
) -> None:
    found = answer(Score(1), Score(3), moderations={LAW: moderation(settled, mean)})

    assert found.standpoint is standpoint


def test_programmes_are_answered_one_by_one() -> None:
    found = panel_answers(INSTRUMENT, panel({}, programmes=("a", "b")), {})

    assert [one.key.programme for one in found] == [None, "a", "b"]


def test_the_delta_is_what_was_settled_less_the_mean() -> None:
    assert moderation("3.50").delta == Fraction(3, 2)
    assert moderation(None).delta is None
    assert moderation("3", mean=None).delta is None


def test_the_last_moderation_counts_and_one_that_leaves_the_mean_settles_nothing() -> None:
    first, last = moderation("3"), moderation(None)

    assert latest([first, last]) == {LAW: last}
    assert settled_values(latest([first, last])) == {}
    assert settled_values(latest([last, first])) == {LAW: Fraction(3)}


@pytest.mark.parametrize("value", ["-1", "4.01", "2.505", "NaN", "Infinity"])
def test_a_value_that_cannot_be_settled(value: str) -> None:
    with pytest.raises(ScoreOutOfScale):
        checked_moderation(Decimal(value), "dibahas")


@pytest.mark.parametrize("value", ["0", "4", "2.50", None])
def test_a_value_that_can_be_settled(value: str | None) -> None:
    assert checked_moderation(None if value is None else Decimal(value), " dibahas ") == "dibahas"


def test_a_moderation_needs_a_reason() -> None:
    with pytest.raises(ReasonMissing):
        checked_moderation(Decimal(3), "  ")


def test_a_settled_value_counts_and_the_scores_stay() -> None:
    both = panel({"output.law": Score(1)}, {"output.law": Score(3)})

    assert panel_values(INSTRUMENT, both, {LAW: Fraction(7, 2)})[LAW.question] == Fraction(7, 2)
    assert panel_result(INSTRUMENT, both, {LAW: Fraction(7, 2)}).dimensions[0].mean == Decimal(
        "3.50"
    )
    assert panel_values(INSTRUMENT, both)[LAW.question] == 2


def test_a_settled_programme_stands_for_what_assessors_said_of_it() -> None:
    scores: Scores = {(BENEFIT, "a"): Score(0), (BENEFIT, "b"): Score(2)}
    only_b: Scores = {(BENEFIT, "b"): NOT_HERE}
    settled = {AnswerKey(BENEFIT, ProgrammeId("a")): Fraction(4)}
    asked = INSTRUMENT.questions[BENEFIT]
    first, second = panel(scores, only_b, programmes=("a", "b"))

    assert question_value(asked, first, settled) == 3
    assert question_value(asked, second, settled) is None


@pytest.mark.parametrize(
    ("me", "state", "has_begun", "blind"),
    [
        (AYU, AssessmentState.DRAFT, True, True),
        (AYU, AssessmentState.DRAFT, False, False),
        (AYU, AssessmentState.FINAL, True, False),
        (BUDI, AssessmentState.DRAFT, True, False),
        (None, AssessmentState.DRAFT, True, False),
    ],
)
def test_an_assessor_is_blind_until_the_own_scores_are_locked(
    me: Assessor | None, state: AssessmentState, has_begun: bool, blind: bool
) -> None:
    at = dt.datetime(2023, 11, 1, tzinfo=dt.UTC) if has_begun else None
    own = replace(assessment({}, state=state), assessor=AYU, changed_at=at)
    of_another = replace(assessment({}), assessor=Assessor(AssessorId("citra"), "Citra", ""))

    assert is_blind(me, [own, of_another]) is blind


def test_nobody_is_blind_to_what_they_alone_have_scored() -> None:
    own = replace(assessment({}), assessor=AYU, changed_at=dt.datetime(2023, 11, 1, tzinfo=dt.UTC))

    assert not is_blind(AYU, [own])
