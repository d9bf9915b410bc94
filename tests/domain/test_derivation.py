"""How an index came about, step by step."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.derivation import derivation, improvement_derivation
from assessor.domain.ids import DimensionKey, QuestionKey
from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.records import PublishedResult
from assessor.domain.result import panel_result, panel_values
from assessor.domain.score import BLANK, Score
from tests.domain.examples import assessment, instrument, published_rows, question, shipped

KEYS = ("baseline.a", "baseline.b", "output.a", "output.b", "output.c")
LAST_YEAR = instrument(
    [question("baseline.a"), question("output.a")],
    {"baseline": 50, "output": 50},
    RoundingRule.COMPONENTS,
)
points = st.sampled_from([*map(Score, range(5)), BLANK, Score.not_applicable("belum ada")])


def under(rule: RoundingRule) -> Instrument:
    return instrument([question(key) for key in KEYS], {"baseline": 40, "output": 60}, rule)


def values(**by_key: Fraction | int | None) -> Mapping[QuestionKey, Fraction | None]:
    return {
        QuestionKey(key.replace("_", ".")): None if value is None else Fraction(value)
        for key, value in by_key.items()
    }


def test_a_dimension_tells_what_counts_its_sum_and_its_mean_before_and_after_rounding() -> None:
    found = derivation(
        under(RoundingRule.TOTAL),
        values(baseline_a=4, baseline_b=None, output_a=1, output_b=2, output_c=2),
    )

    baseline, output = found.steps
    assert (baseline.counted, baseline.sum, baseline.exact_mean) == (1, Fraction(4), Fraction(4))
    assert (output.counted, output.sum, output.exact_mean) == (3, Fraction(5), Fraction(5, 3))
    assert output.mean == Decimal("1.67")
    assert output.product == output.contribution == Decimal("1.002")
    assert (found.sum, found.final) == (Decimal("2.602"), Decimal("2.60"))


def test_components_are_rounded_before_they_are_added() -> None:
    found = derivation(
        under(RoundingRule.COMPONENTS),
        values(baseline_a=4, baseline_b=3, output_a=1, output_b=2, output_c=2),
    )

    output = found.steps[1]
    assert (output.product, output.contribution) == (Decimal("1.002"), Decimal("1.00"))
    assert found.sum == found.final == Decimal("2.40")


def test_a_dimension_without_any_score_leaves_no_index_and_no_figures_of_its_own() -> None:
    found = derivation(under(RoundingRule.TOTAL), values(output_a=1))

    baseline = found.steps[0]
    assert (baseline.counted, baseline.exact_mean, baseline.mean) == (0, None, None)
    assert (baseline.product, baseline.contribution) == (None, None)
    assert (found.sum, found.final) == (Decimal("0.60"), None)


@given(
    st.lists(st.fixed_dictionaries(dict.fromkeys(KEYS, points)), min_size=1, max_size=4),
    st.sampled_from(RoundingRule),
)
def test_it_gives_the_figures_that_results_show(
    panel: list[dict[str, Score]], rule: RoundingRule
) -> None:
    asked = under(rule)
    assessments = [assessment(scores) for scores in panel]
    shown = panel_result(asked, assessments)

    found = derivation(asked, panel_values(asked, assessments))

    assert found.final == shown.final
    assert [(one.mean, one.contribution) for one in found.steps] == [
        (one.mean, one.contribution) for one in shown.dimensions
    ]


def test_the_published_case_of_malang_follows_line_by_line() -> None:
    scores = {
        QuestionKey(row["key"]): Fraction(row["score_2022"])
        for row in published_rows("malang_2022.csv")
    }

    found = derivation(shipped("2022-early-phase"), scores)

    assert [str(step.mean) for step in found.steps] == ["1.40", "1.54", "2.92", "2.56", "3.08"]
    assert [str(step.contribution) for step in found.steps] == [
        "0.14",
        "0.31",
        "0.88",
        "0.26",
        "0.92",
    ]
    assert found.final == Decimal("2.51")


def test_last_years_index_is_derived_under_this_years_rule() -> None:
    baseline, output = (one.key for one in LAST_YEAR.dimensions)
    found = improvement_derivation(
        Decimal("2.00"),
        RoundingRule.TOTAL,
        published({baseline: Decimal("1.01"), output: Decimal("2.01")}),
    )

    assert found.recomputed is not None
    assert [step.contribution for step in found.recomputed.steps] == [
        Decimal("0.505"),
        Decimal("1.005"),
    ]
    assert found.recomputed.final == Decimal("1.51")
    assert found.previous.final == Decimal("1.52")
    assert found.improvement.recomputed == Decimal("0.49")
    assert found.improvement.differs


def test_without_last_years_dimensions_its_index_cannot_be_derived() -> None:
    found = improvement_derivation(
        Decimal("2.00"), RoundingRule.TOTAL, published({}, is_known=False)
    )

    assert found.recomputed is None
    assert found.improvement.of_finals == Decimal("0.48")


def published(means: Mapping[DimensionKey, Decimal], *, is_known: bool = True) -> PublishedResult:
    return PublishedResult(
        year=2024,
        final=Decimal("1.52"),
        source="",
        dimensions=means,
        instrument=LAST_YEAR if is_known else None,
    )
