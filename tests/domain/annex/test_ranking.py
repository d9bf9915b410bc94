"""The team's ranking shares ranks and says who shares them."""

from dataclasses import replace
from decimal import Decimal

from assessor.domain.annex.ranking import compose_ranking
from assessor.domain.figures import NOTHING
from tests.domain.annex.examples import absent, change, facts, region


def test_equal_indices_share_a_rank_and_say_so() -> None:
    lines = facts(
        region("KAB. SLEMAN", "3.47"),
        region("KOTA DENPASAR", "3.48"),
        region("KOTA SURAKARTA", "3.48"),
    )

    rows = compose_ranking(lines).table.rows

    assert [row[:2] for row in rows] == [
        (1, "KOTA DENPASAR"),
        (1, "KOTA SURAKARTA"),
        (3, "KAB. SLEMAN"),
    ]
    assert [row[-1] for row in rows] == ["seri 2 daerah", "seri 2 daerah", NOTHING]


def test_both_differences_to_last_year_stand_beside_each_other() -> None:
    lines = facts(replace(region(), improvement=change("-0.29", "-0.28")))

    (row,) = compose_ranking(lines).table.rows

    assert row[3:] == (Decimal("2.97"), Decimal("-0.29"), Decimal("-0.28"), "*)")


def test_a_region_without_an_index_comes_last_without_a_rank() -> None:
    lines = facts(region("KAB. BATANG", None), region(), absent())

    rows = compose_ranking(lines).table.rows

    assert [row[:2] for row in rows] == [(1, "KAB. BADUNG"), (NOTHING, "KAB. BATANG")]
    assert rows[1][3:] == (NOTHING, NOTHING, NOTHING, "belum lengkap")


def test_it_says_that_it_is_no_part_of_the_letter() -> None:
    page = compose_ranking(facts(region()))

    assert page.head == ("Untuk tim evaluasi; bukan bagian dari surat dan lampirannya",)
    assert page.absent.rows == ()
