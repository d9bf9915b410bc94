"""Every row of a published table is recomputed, and its region is known or asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessor.domain.audit import PublishedRow, PublishedTable
from assessor.domain.ids import RegionId
from assessor.domain.records import PublishedResult, Region
from assessor.domain.region_names import MatchKind, RegionNames
from assessor.domain.taking_in import Answers, CheckedRow, Knowledge, RowState, check_rows
from tests.domain.examples import BATANG, DENPASAR, rows_of, shipped

INSTRUMENT = shipped("2023-reguler")
NAMES = RegionNames.of_rows(rows_of("regions", "permendagri-72-2019.csv"))
COHORTS = ("REGULER", "KPPN & IKN")
KNOWN = Knowledge(NAMES.match, COHORTS, {})


def row(
    name: str = "KAB. BATANG", final: str | None = "2.50", points: str = "2.50"
) -> PublishedRow:
    return PublishedRow(
        name=name,
        dimensions={one.key: Decimal(points) for one in INSTRUMENT.dimensions},
        final=None if final is None else Decimal(final),
    )


def checked(
    *rows: PublishedRow, known: Knowledge = KNOWN, answers: Answers | None = None
) -> tuple[CheckedRow, ...]:
    table = PublishedTable(INSTRUMENT, rows, has_improvements=True)
    return check_rows(table, known, answers or {})


def last_year(points: str, region: Region = BATANG) -> Knowledge:
    dimensions = {one.key: Decimal(points) for one in INSTRUMENT.dimensions}
    before = PublishedResult(2022, Decimal(points), "letter", dimensions, INSTRUMENT)
    return replace(KNOWN, before={region.id: before})


def test_a_row_with_an_exact_name_is_taken_with_its_region() -> None:
    (found,) = checked(row("Kab. Batang"))

    assert (found.state, found.region) == (RowState.TAKEN, BATANG)
    assert found.follows


def test_an_index_that_does_not_follow_is_taken_and_said_to_mismatch() -> None:
    (found,) = checked(row(final="2.51"))

    assert found.state is RowState.TAKEN
    assert (found.recomputed, found.follows) == (Decimal("2.50"), False)


def test_a_row_without_one_of_its_dimensions_cannot_follow() -> None:
    dimensions = {one.key: None for one in INSTRUMENT.dimensions[:1]}
    (found,) = checked(replace(row(), dimensions={**row().dimensions, **dimensions}))

    assert (found.state, found.recomputed, found.follows) == (RowState.TAKEN, None, False)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("KOTA SLEMAN", MatchKind.WRONG_KIND),
        ("MALANG", MatchKind.AMBIGUOUS_KIND),
        ("KAB. BATAN", MatchKind.NEAR_MISS),
        ("KAB. QQQQ", MatchKind.UNKNOWN),
    ],
)
def test_a_name_that_is_not_exact_waits_for_a_person(name: str, kind: MatchKind) -> None:
    (found,) = checked(row(name))

    assert (found.state, found.match.kind, found.region) == (RowState.DOUBTFUL, kind, None)
    assert found.recomputed == Decimal("2.50")


def test_a_person_says_which_region_a_name_means() -> None:
    (found,) = checked(row("BATAN"), answers={0: BATANG})

    assert (found.state, found.region) == (RowState.TAKEN, BATANG)


def test_a_person_leaves_a_row_out() -> None:
    found = checked(row("BATAN"), row(), answers={0: None, 1: None})

    assert [one.state for one in found] == [RowState.LEFT_OUT] * 2


def test_two_rows_of_one_region_wait_until_one_is_left_out() -> None:
    twice = (row(), row("BATANG"), row("KOTA DENPASAR"))

    states = [one.state for one in checked(*twice)]
    decided = [one.state for one in checked(*twice, answers={1: None})]

    assert states == [RowState.TWICE, RowState.TWICE, RowState.TAKEN]
    assert decided == [RowState.TAKEN, RowState.LEFT_OUT, RowState.TAKEN]


def test_other_cohorts_absent_regions_and_rows_without_index_are_skipped() -> None:
    zeros = row("KOTA BOGOR", "0", "0")

    found = checked(replace(row(), cohort="KPPN&IKN"), zeros, row("KOTA DENPASAR", None))

    assert [one.state for one in found] == [
        RowState.OTHER_COHORT,
        RowState.ABSENT,
        RowState.NO_INDEX,
    ]


def test_an_improvement_is_checked_where_the_year_before_is_known() -> None:
    right, wrong = replace(row(), improvement=Decimal("0.50")), row()

    (follows,) = checked(right, known=last_year("2.00"))
    (differs,) = checked(wrong, known=last_year("2.00"))
    (unknown,) = checked(right)

    assert (follows.improvement, follows.follows) == (Decimal("0.50"), True)
    assert (differs.follows_in_index, differs.follows_in_improvement) == (True, False)
    assert (unknown.improvement, unknown.follows) == (None, True)


def test_an_index_of_the_year_before_without_dimensions_checks_nothing() -> None:
    bare = PublishedResult(2022, Decimal("2.00"), "letter")

    (found,) = checked(row(), known=replace(KNOWN, before={RegionId(DENPASAR.id): bare}))

    assert (found.is_improvement_checked, found.follows) == (False, True)
