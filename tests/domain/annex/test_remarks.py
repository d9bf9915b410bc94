"""What has to be said of an improvement stands in its row and below the table."""

from dataclasses import replace

from assessor.domain.annex.records import AnnexLayout
from assessor.domain.annex.remarks import mark_of, remarks_of
from tests.domain.annex.examples import absent, change, facts, region

LAYOUT = AnnexLayout.IMPROVEMENT
DIFFERS = replace(region(), improvement=change("-0.29", "-0.28"))
UNKNOWN = replace(region("KOTA DENPASAR"), improvement=change(None, "0.52"))


def test_an_improvement_that_both_ways_give_needs_no_remark() -> None:
    agreed = replace(region(), improvement=change("0.10", "0.10"))

    assert mark_of(agreed, LAYOUT) == ""
    assert list(remarks_of(facts(agreed), LAYOUT)) == []


def test_an_improvement_that_the_printed_indices_do_not_give_is_explained() -> None:
    (remark,) = remarks_of(facts(DIFFERS), LAYOUT)

    assert mark_of(DIFFERS, LAYOUT) == "*)"
    assert remark.startswith("*) ")
    assert "bobot tahun 2022 dan aturan pembulatan tahun 2023" in remark
    assert remark.endswith("KAB. BADUNG -0,28.")


def test_an_improvement_that_cannot_be_recomputed_is_explained() -> None:
    (remark,) = remarks_of(facts(UNKNOWN), LAYOUT)

    assert mark_of(UNKNOWN, LAYOUT) == "**)"
    assert remark.endswith("KOTA DENPASAR +0,52.")


def test_an_improvement_on_a_figure_that_is_not_final_says_so() -> None:
    early = replace(region(), improvement=change("0.10", "0.10"), rests_on_provisional=True)

    (remark,) = remarks_of(facts(early), LAYOUT)

    assert mark_of(early, LAYOUT) == "tahun lalu sementara"
    assert "nilai 2022 yang belum final" in remark


def test_a_layout_without_improvements_says_nothing_of_them() -> None:
    lines = facts(DIFFERS, UNKNOWN)

    assert mark_of(DIFFERS, AnnexLayout.WEIGHTS) == ""
    assert list(remarks_of(lines, AnnexLayout.WEIGHTS)) == []


def test_who_did_not_take_part_has_nothing_to_explain() -> None:
    assert mark_of(absent(), LAYOUT) == ""
    assert list(remarks_of(facts(absent()), LAYOUT)) == []
