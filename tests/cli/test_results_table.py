"""The table of results says what a figure rests on."""

from decimal import Decimal

from assessor.cli.results_table import results_table
from assessor.domain.improvement import Improvement
from assessor.domain.records import Round
from assessor.domain.result import assessment_result
from assessor.domain.score import Score
from assessor.services.results import RegionResult
from tests.domain.examples import assessment, instrument, question

REMARK = (
    "In brackets: the difference of the two printed indices, where last year's index "
    "cannot be recomputed or gives another figure."
)


def line(change: Improvement | None) -> RegionResult:
    """Return Denpasar's line: one question, three points, with this improvement."""
    scored_with = instrument([question("output.a")], {"output": 100})
    scored = assessment({"output.a": Score(3)})
    return RegionResult(
        participant=scored.participant,
        instrument=scored_with,
        result=assessment_result(scored_with, scored),
        assessors=1,
        rank=1,
        previous=None,
        improvement=change,
    )


def table(change: Improvement | None) -> list[str]:
    """Return the table of a round in which Denpasar has this improvement."""
    round_ = Round(
        id=assessment({}).participant.round,
        year=2025,
        stage="",
        name="Evaluasi 2025",
        letter_number="",
        letter_date=None,
        starts_on=None,
        ends_on=None,
        is_demonstration=False,
    )
    return list(results_table(round_, [line(change)], []))


def test_a_recomputed_improvement_that_agrees_stands_alone() -> None:
    lines = table(Improvement(recomputed=Decimal("-0.12"), of_finals=Decimal("-0.12")))

    assert lines[4].split() == ["1", "KOTA", "DENPASAR", "3,00", "3,00", "-0,12"]
    assert REMARK not in lines


def test_two_improvements_that_differ_are_both_shown_and_explained() -> None:
    lines = table(Improvement(recomputed=Decimal("0.12"), of_finals=Decimal("0.11")))

    assert lines[4].endswith("+0,12 (+0,11)")
    assert lines[-1] == REMARK


def test_an_improvement_that_cannot_be_recomputed_stands_in_brackets() -> None:
    lines = table(Improvement(recomputed=None, of_finals=Decimal("0.11")))

    assert lines[4].endswith("  (+0,11)")
    assert lines[-1] == REMARK


def test_without_last_year_there_is_a_dash() -> None:
    assert table(None)[4].endswith("  –")


def test_the_instrument_says_how_sure_it_is() -> None:
    assert table(None)[1] == "example (en) (an instrument of your own)"
