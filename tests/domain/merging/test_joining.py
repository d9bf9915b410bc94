"""Versions of one assessment join field by field; only two-sided changes ask."""

import pytest

from assessor.domain.content import Content
from assessor.domain.edits import Field, FieldAddress
from assessor.domain.merging.joining import NOTHING, Chosen, Join
from assessor.domain.records import AssessmentState, NarrativeSection
from assessor.domain.score import BLANK, Score
from assessor.domain.texts import CELL_LIMIT
from tests.domain.merging.examples import LAW, SERVICE, content, link, own

LAW_SCORE = FieldAddress.of_answer(own(), Field.SCORE, LAW)


def join(*sides: Content, base: Content = NOTHING, chosen: Chosen | None = None) -> Join:
    return Join(own(), base, sides, chosen or {})


def test_a_value_beats_a_blank_even_if_the_blank_is_the_change() -> None:
    joined = join(content({SERVICE: 1}), content({LAW: 3}), base=content({LAW: 3})).result()

    assert joined.answer(LAW).score == Score(3)
    assert joined.answer(SERVICE).score == Score(1)


def test_a_change_on_one_side_is_taken() -> None:
    joined = join(content({LAW: 2}), content({LAW: 4}), base=content({LAW: 2}))

    assert joined.result().answer(LAW).score == Score(4)
    assert joined.conflicts == []


def test_two_changes_ask_and_take_nothing() -> None:
    joining = join(content({LAW: 1}), content({LAW: 4}), base=content({LAW: 2}))

    joined = joining.result()

    (conflict,) = joining.conflicts
    assert joined.answer(LAW).score == BLANK
    assert conflict.address == LAW_SCORE
    assert conflict.base == {"points": 2}
    assert conflict.candidates == ({"points": 1}, {"points": 4})


def test_not_applicable_against_points_asks() -> None:
    joining = join(content({LAW: None}), content({LAW: 4}))
    joining.result()

    assert len(joining.conflicts) == 1


def test_a_decision_ends_a_conflict() -> None:
    joining = join(content({LAW: 1}), content({LAW: 4}), chosen={LAW_SCORE: {"points": 4}})

    assert joining.result().answer(LAW).score == Score(4)
    assert joining.decided
    assert joining.conflicts == []


def test_a_decision_for_a_value_that_nobody_gave_decides_nothing() -> None:
    joining = join(content({LAW: 1}), content({LAW: 4}), chosen={LAW_SCORE: {"points": 2}})
    joining.result()

    assert len(joining.conflicts) == 1


def test_notes_join_by_paragraph() -> None:
    joined = join(
        content(notes={LAW: "satu\ndua"}),
        content(notes={LAW: "satu\ntiga"}),
        base=content(notes={LAW: "satu"}),
    ).result()

    assert joined.answer(LAW).note == "satu\ndua\ntiga"


def test_notes_that_together_fit_no_cell_ask() -> None:
    first, second = "a" * CELL_LIMIT, "b" * CELL_LIMIT
    joining = join(content(notes={LAW: first}), content(notes={LAW: second}))

    joined = joining.result()

    assert joining.conflicts[0].candidates == (first, second)
    assert joined.answer(LAW).note == ""


def test_notes_on_programmes_and_lists_join() -> None:
    joined = join(
        content(programme_notes={"p": "satu"}, strengths=("a",)),
        content(programme_notes={"q": "dua"}, strengths=("b",)),
    ).result()

    assert joined.programme_notes == {"p": "satu", "q": "dua"}
    assert joined.items(NarrativeSection.STRENGTHS) == ("a", "b")


def test_evidence_comes_once() -> None:
    first, again = link("https://a", "e1"), link("https://a", "e2")
    other = link("https://b", "e3")

    joined = join(content(evidence=(again,)), content(evidence=(first, other))).result()

    assert joined.evidence == (first, other)


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (content({LAW: 1}, is_final=True), content({SERVICE: 1}, is_final=True), "final"),
        (content({LAW: 1, SERVICE: 1}, is_final=True), content({SERVICE: 1}), "final"),
        (content({LAW: 1}, is_final=True), content({SERVICE: 1}), "draft"),
    ],
)
def test_final_is_only_what_somebody_declared_final(
    first: Content, second: Content, state: str
) -> None:
    assert join(first, second).result().state is AssessmentState(state)
