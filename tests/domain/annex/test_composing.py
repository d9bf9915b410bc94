"""What stands on the annex, in the layouts of 2022 and of 2023."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessor.domain.annex.composing import compose_annex, letter_gap
from assessor.domain.annex.records import AnnexLayout, AnnexPage, LetterGap, usual_layout
from assessor.domain.figures import NOTHING
from assessor.domain.records import Round
from tests.domain.annex.examples import (
    EARLY,
    KPPN,
    REGULAR,
    REGULAR_2022,
    ROUND,
    absent,
    change,
    facts,
    region,
    sixth,
)
from tests.domain.examples import shipped

IMPROVEMENT, WEIGHTS = AnnexLayout.IMPROVEMENT, AnnexLayout.WEIGHTS


def only(annex_page: tuple[AnnexPage, ...]) -> AnnexPage:
    (page,) = annex_page
    return page


def test_the_layout_of_2023_has_improvement_and_cohort() -> None:
    lines = facts(replace(region(), improvement=change("-0.29", "-0.29")))

    page = only(compose_annex(lines, IMPROVEMENT).pages)

    assert page.table.headings == (
        *("NO", "KAB/KOTA", "BASELINE", "OUTPUT", "OUTCOME", "IMPACT", "QUICK WINS"),
        *("NILAI FINAL", "TINGKAT IMPROVEMENT", "KET"),
    )
    assert page.table.weights == ()
    assert page.table.rows == (
        (1, "KAB. BADUNG", *[Decimal("3.10")] * 5, Decimal("2.97"), Decimal("-0.29"), "REGULER"),
    )


def test_the_layout_of_2022_has_the_weights_in_the_head() -> None:
    early = replace(region(), instrument=EARLY, cohort="EARLY PHASE")

    page = only(compose_annex(facts(early), WEIGHTS).pages)

    assert page.table.headings[-2:] == ("QUICK WINS", "NILAI FINAL")
    assert page.table.weights == (
        *("", "", "(10,00)", "(20,00)", "(30,00)", "(10,00)", "(30,00)", ""),
    )
    assert page.table.rows[0][-1] == Decimal("2.97")


def test_a_dimension_that_an_instrument_lacks_is_a_dash() -> None:
    page = only(compose_annex(facts(region(), sixth()), IMPROVEMENT).pages)

    place = page.table.headings.index("PROGRAM KOLABORASI")
    assert [row[place] for row in page.table.rows] == [NOTHING, Decimal("2.00")]
    assert [row[-1] for row in page.table.rows] == ["REGULER", "KPPN & IKN"]


def test_two_instruments_have_two_tables_where_weights_are_in_the_head() -> None:
    first = replace(region(), instrument=REGULAR_2022)
    second = replace(region("KOTA SURABAYA"), instrument=EARLY, cohort="EARLY PHASE")

    pages = compose_annex(facts(first, second), WEIGHTS).pages

    assert [page.name for page in pages] == ["Lampiran II (1)", "Lampiran II (2)"]
    assert [page.title[-1] for page in pages] == ["REGULER, TAHUN 2023", "EARLY PHASE, TAHUN 2023"]
    assert [page.table.rows[0][-1] for page in pages] == ["REGULER", "EARLY PHASE"]
    assert [page.table.rows[0][0] for page in pages] == [1, 1]


def test_number_and_date_of_the_letter_stand_in_the_head() -> None:
    page = only(compose_annex(facts(region()), IMPROVEMENT).pages)

    assert page.head == (
        "Lampiran II",
        "Nomor: B-1384/DJAI/AI.01.04/12/2023",
        "Tanggal: 18 Desember 2023",
    )
    assert page.warnings == ()


def test_a_letter_without_number_and_date_makes_a_draft_that_says_so() -> None:
    unset = replace(ROUND, letter_number="", letter_date=None)

    page = only(compose_annex(facts(region(), of=unset), IMPROVEMENT).pages)

    assert page.head[1:] == ("Nomor: belum ditetapkan", "Tanggal: belum ditetapkan")
    assert [line[:4] for line in page.warnings] == ["DRAF"]


@pytest.mark.parametrize(
    ("unset", "missing"),
    [
        (ROUND, None),
        (replace(ROUND, letter_number=""), LetterGap.NUMBER),
        (replace(ROUND, letter_date=None), LetterGap.DATE),
        (replace(ROUND, letter_number="", letter_date=None), LetterGap.BOTH),
    ],
    ids=["nothing", "number", "date", "both"],
)
def test_what_the_letter_lacks_is_named(unset: Round, missing: LetterGap | None) -> None:
    assert letter_gap(unset) is missing


def test_the_stage_stands_beside_the_year() -> None:
    second = replace(ROUND, stage="Tahap II")

    page = only(compose_annex(facts(region(), of=second), IMPROVEMENT).pages)

    assert page.title[-1] == "TAHUN 2023 TAHAP II"
    assert len(page.title) == 3


def test_who_did_not_take_part_stands_in_a_table_of_its_own_with_dashes() -> None:
    page = only(compose_annex(facts(region(), absent()), IMPROVEMENT).pages)

    assert [row[1] for row in page.table.rows] == ["KAB. BADUNG"]
    assert page.absent.rows == ((1, "KOTA SUKABUMI", *[NOTHING] * 7, "REGULER"),)


def test_a_half_scored_region_has_no_figure_and_says_why() -> None:
    page = only(compose_annex(facts(region(final=None)), IMPROVEMENT).pages)

    assert page.table.rows[0][2:] == (*[NOTHING] * 7, "REGULER; belum lengkap")
    assert any(remark.startswith("Belum lengkap:") for remark in page.remarks)


def test_a_provisional_figure_says_so_in_its_row_and_above_the_table() -> None:
    page = only(compose_annex(facts(replace(region(), is_provisional=True)), WEIGHTS).pages)

    assert page.table.rows[0][-1] == "REGULER; sementara"
    assert [line[:9] for line in page.warnings] == ["SEMENTARA"]


def test_invented_figures_say_so() -> None:
    invented = replace(ROUND, is_demonstration=True)

    page = only(compose_annex(facts(region(), of=invented), IMPROVEMENT).pages)

    assert page.warnings[0].startswith("DEMONSTRASI")


def test_the_usual_layout_follows_the_rounding_of_the_instruments() -> None:
    assert usual_layout([EARLY, REGULAR_2022]) is WEIGHTS
    assert usual_layout([REGULAR, KPPN]) is IMPROVEMENT
    assert usual_layout([EARLY, REGULAR]) is IMPROVEMENT


def test_an_unconfirmed_instrument_is_named_below_the_table() -> None:
    unconfirmed = replace(region(), instrument=shipped("2020"))

    page = only(compose_annex(facts(unconfirmed), IMPROVEMENT).pages)

    assert [remark.endswith("belum terkonfirmasi.") for remark in page.remarks] == [True]


def test_every_row_is_as_long_as_the_head() -> None:
    lines = facts(region(), sixth(), absent(), region("KOTA BOGOR", None))
    for layout in AnnexLayout:
        for page in compose_annex(lines, layout).pages:
            rows = (*page.table.rows, *page.absent.rows)
            assert {len(row) for row in rows} == {len(page.table.headings)}


def test_figures_that_are_kept_back_are_dashes_and_said_to_be() -> None:
    hidden = replace(region("KOTA BOGOR", None), is_hidden=True, means={})

    page = only(compose_annex(facts(region(), hidden), IMPROVEMENT).pages)

    assert page.table.rows[1][2:] == (*[NOTHING] * 7, "REGULER; disembunyikan")
    assert "nilai 1 daerah disembunyikan" in page.warnings[0]
    assert page.remarks == ()
