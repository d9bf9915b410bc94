"""Recomputing a published table."""

import dataclasses
from decimal import Decimal

import pytest

from assessor.domain.audit import (
    Audit,
    Mismatch,
    PublishedRow,
    PublishedTable,
    audit,
    cohort_key,
)
from assessor.domain.instrument import Instrument, RoundingRule
from tests.domain.examples import instrument, means, question

THIS_YEAR = instrument(
    [question("baseline.a"), question("output.a")], {"baseline": 30, "output": 70}
)
LAST_YEAR = instrument(
    [question("baseline.a"), question("output.a")],
    {"baseline": 50, "output": 50},
    RoundingRule.COMPONENTS,
)


def row(
    name: str = "KAB. BATANG",
    figures: tuple[str | None, str | None] = ("2.00", "3.00"),
    final: str | None = "2.70",
    improvement: str | None = None,
    cohort: str = "",
) -> PublishedRow:
    baseline, output = figures
    return PublishedRow(
        name=name,
        dimensions=means(baseline=baseline, output=output),
        final=None if final is None else Decimal(final),
        improvement=None if improvement is None else Decimal(improvement),
        cohort=cohort,
    )


def table(
    *rows: PublishedRow, of: Instrument = THIS_YEAR, has_improvements: bool = True
) -> PublishedTable:
    return PublishedTable(of, rows, has_improvements)


def test_a_row_that_follows_from_its_dimensions_matches() -> None:
    found = audit(table(row()), ["REGULER"])

    assert found == Audit(rows=1, skipped=0, mismatches=())
    assert found.matched == 1


def test_a_final_that_does_not_follow_is_told_with_what_it_should_be() -> None:
    found = audit(table(row(), row("KOTA CIMAHI", final="2.71", improvement="0.10")), ["REGULER"])

    assert found.mismatches == (
        Mismatch("KOTA CIMAHI", Decimal("2.71"), Decimal("2.70"), Decimal("0.10"), None),
    )
    assert (found.rows, found.matched) == (2, 1)


@pytest.mark.parametrize(
    "odd", [row(figures=("2.00", None)), row(final=None)], ids=["dimension", "final"]
)
def test_a_missing_figure_is_a_mismatch(odd: PublishedRow) -> None:
    (mismatch,) = audit(table(odd), []).mismatches

    assert mismatch.published == odd.final
    assert mismatch.recomputed == (None if odd.final else Decimal("2.70"))


def test_two_missing_figures_do_not_match_each_other() -> None:
    assert len(audit(table(row(figures=("2.00", None), final=None)), []).mismatches) == 1


@pytest.mark.parametrize(
    "absent",
    [row(figures=("0", "0.00"), final="0"), row(figures=(None, None), final=None)],
    ids=["zeros", "dashes"],
)
def test_a_region_that_did_not_take_part_is_skipped(absent: PublishedRow) -> None:
    assert audit(table(absent, row()), []) == Audit(rows=1, skipped=1, mismatches=())


def test_one_figure_is_enough_to_have_taken_part() -> None:
    assert row(figures=("0", "0"), final="0.01").took_part
    assert row(figures=("0", "0.01"), final=None).took_part


@pytest.mark.parametrize(
    ("cohort", "checked"),
    [
        ("REGULER", 1),
        ("reguler ", 1),
        ("KPPN&IKN", 0),
        ("KPPN IKN", 0),
        ("kppn & ikn", 0),
        ("KPPN & IKN; sementara, *)", 0),
        ("REGULER; sementara", 1),
        ("", 1),
        ("baru ikut", 1),
    ],
)
def test_a_row_of_another_cohort_is_skipped_however_it_is_spelled(
    cohort: str, checked: int
) -> None:
    found = audit(table(row(cohort=cohort)), ["REGULER", "KPPN & IKN"])

    assert (found.rows, found.skipped) == (checked, 1 - checked)


def test_an_instruments_own_cohort_is_never_another_one() -> None:
    own = dataclasses.replace(THIS_YEAR, cohort="KPPN & IKN")

    found = audit(table(row(cohort="KPPN IKN"), of=own), ["KPPN&IKN", "REGULER"])

    assert (found.rows, found.skipped) == (1, 0)


def test_spellings_of_a_cohort_are_one() -> None:
    assert cohort_key("KPPN&IKN") == cohort_key("KPPN IKN") == cohort_key("Kppn & Ikn")
    assert cohort_key("REGULER") != cohort_key("KPPN & IKN")


# Halved, 0.505 and 1.005 give 1.52 when each is rounded, and 1.51 when their sum is.
BEFORE = row(figures=("1.01", "2.01"), final="1.52")


def test_an_improvement_takes_last_years_weights_and_this_years_rounding() -> None:
    now = row(improvement="1.19")

    assert audit(table(now), [], table(BEFORE, of=LAST_YEAR)).mismatches == ()


def test_the_difference_of_the_published_finals_is_a_mismatch() -> None:
    now = row(improvement="1.18")

    (mismatch,) = audit(table(now), [], table(BEFORE, of=LAST_YEAR)).mismatches

    assert mismatch == Mismatch(
        "KAB. BATANG", Decimal("2.70"), Decimal("2.70"), Decimal("1.18"), Decimal("1.19")
    )


def test_a_dash_where_an_improvement_follows_is_a_mismatch() -> None:
    (mismatch,) = audit(table(row()), [], table(BEFORE, of=LAST_YEAR)).mismatches

    assert (mismatch.improvement_published, mismatch.improvement_recomputed) == (
        None,
        Decimal("1.19"),
    )


def test_names_of_two_years_are_matched_however_they_are_spelled() -> None:
    now = row("Kabupaten  Batang", improvement="1.00")

    (mismatch,) = audit(table(now), [], table(BEFORE, of=LAST_YEAR)).mismatches

    assert mismatch.improvement_recomputed == Decimal("1.19")


def test_a_region_that_is_not_in_last_years_table_is_not_checked_for_improvement() -> None:
    now = row("KOTA BATANG", improvement="1.00")

    assert audit(table(now), [], table(BEFORE, of=LAST_YEAR)).mismatches == ()


def test_without_the_column_no_improvement_is_checked() -> None:
    now = table(row(), has_improvements=False)

    assert audit(now, [], table(BEFORE, of=LAST_YEAR)).mismatches == ()


def test_who_did_not_take_part_last_year_has_no_improvement() -> None:
    absent = table(row(figures=("0", "0"), final="0"), of=LAST_YEAR)

    assert audit(table(row()), [], absent).mismatches == ()
    assert len(audit(table(row(improvement="2.70")), [], absent).mismatches) == 1


def test_an_index_that_cannot_be_had_gives_no_improvement() -> None:
    now = row(figures=("2.00", None), improvement="1.00")

    (mismatch,) = audit(table(now), [], table(BEFORE, of=LAST_YEAR)).mismatches

    assert mismatch.improvement_recomputed is None


def test_last_years_rows_count_whatever_their_cohort() -> None:
    before = dataclasses.replace(BEFORE, cohort="KPPN & IKN")

    found = audit(table(row(improvement="1.18")), ["KPPN & IKN"], table(before, of=LAST_YEAR))

    assert len(found.mismatches) == 1
