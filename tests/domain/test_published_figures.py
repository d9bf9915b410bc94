"""Every published figure at hand follows from its dimensions, and those from their questions."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import pytest

from assessor.domain.instrument import Instrument, RoundingRule
from assessor.domain.ranking import competition_ranks
from assessor.domain.scoring import dimension_mean, final_index
from tests.domain.examples import published_rows, rows_of, shipped

Row: TypeAlias = dict[str, str]
EARLY = shipped("2022-early-phase")
COLUMNS = {"collaboration": "kolaborasi"}
ROWS_2022 = [
    row for row in published_rows("results_2022_early_phase.csv") if row["baseline"] != "0"
]
ROWS_2023 = [row for row in published_rows("results_2023.csv") if row["baseline"] != "0"]
INSTRUMENTS_2023 = {"REGULER": "2023-reguler", "KPPN&IKN": "2023-kppn-ikn"}


def final_of(row: Row, instrument: Instrument, rule: RoundingRule) -> Decimal:
    return final_index(
        [
            (Decimal(row[COLUMNS.get(one.key, one.key)]), one.weight)
            for one in instrument.dimensions
        ],
        rule,
    )


def test_every_row_at_hand_is_checked() -> None:
    cohorts = [row["ket"] for row in ROWS_2023]

    assert len(ROWS_2022) == 26
    assert cohorts.count("REGULER") == 40
    assert cohorts.count("KPPN&IKN") == 22


@pytest.mark.parametrize("row", ROWS_2022, ids=lambda row: row["nama"])
def test_a_final_of_2022_follows_from_its_rounded_components(row: Row) -> None:
    assert final_of(row, EARLY, EARLY.rounding) == Decimal(row["nilai_final"])


@pytest.mark.parametrize("row", ROWS_2023, ids=lambda row: row["nama"])
def test_a_final_of_2023_follows_from_its_rounded_total(row: Row) -> None:
    instrument = shipped(INSTRUMENTS_2023[row["ket"]])

    assert final_of(row, instrument, instrument.rounding) == Decimal(row["nilai_final"])


def test_the_other_rounding_rule_would_print_other_finals() -> None:
    other_2022 = [final_of(row, EARLY, RoundingRule.TOTAL) for row in ROWS_2022]
    other_2023 = [
        final_of(row, shipped(INSTRUMENTS_2023[row["ket"]]), RoundingRule.COMPONENTS)
        for row in ROWS_2023
    ]

    assert other_2022 != [Decimal(row["nilai_final"]) for row in ROWS_2022]
    assert other_2023 != [Decimal(row["nilai_final"]) for row in ROWS_2023]


BOTH_YEARS = [
    (row, before) for row in ROWS_2023 for before in ROWS_2022 if row["nama"] == before["nama"]
]


def test_every_improvement_that_can_be_checked_is_checked() -> None:
    assert len(BOTH_YEARS) == 10


@pytest.mark.parametrize(("row", "before"), BOTH_YEARS, ids=lambda row: row["nama"])
def test_an_improvement_takes_last_year_under_this_years_rule(row: Row, before: Row) -> None:
    instrument = shipped(INSTRUMENTS_2023[row["ket"]])
    now = final_of(row, instrument, instrument.rounding)
    then = final_of(before, EARLY, instrument.rounding)

    assert now - then == Decimal(row["tingkat_improvement"])


def test_the_published_finals_alone_do_not_give_the_improvements() -> None:
    plain = [
        Decimal(row["nilai_final"]) - Decimal(before["nilai_final"]) for row, before in BOTH_YEARS
    ]

    assert plain != [Decimal(row["tingkat_improvement"]) for row, _ in BOTH_YEARS]


MALANG = {
    row["key"]: Fraction(row["score_2022"]).as_integer_ratio()
    for row in published_rows("malang_2022.csv")
}


def test_malang_answers_all_59_questions_of_its_instrument() -> None:
    assert list(MALANG) == list(EARLY.questions)
    assert len(MALANG) == 59


@pytest.mark.parametrize(
    ("dimension", "published"),
    [
        ("baseline", "1.40"),
        ("output", "1.54"),
        ("outcome", "2.92"),
        ("impact", "2.56"),
        ("quick_win", "3.08"),
    ],
)
def test_malangs_dimensions_follow_from_its_questions(dimension: str, published: str) -> None:
    questions = next(one.questions for one in EARLY.dimensions if one.key == dimension)

    assert dimension_mean(MALANG[one.key] for one in questions) == Decimal(published)


def test_malangs_final_follows_from_its_questions() -> None:
    means = [
        (dimension_mean(MALANG[one.key] for one in dimension.questions), dimension.weight)
        for dimension in EARLY.dimensions
    ]
    dimensions = [(mean, weight) for mean, weight in means if mean is not None]

    assert final_index(dimensions, EARLY.rounding) == Decimal("2.51")


def test_denpasar_and_surakarta_share_the_first_rank_and_sleman_is_third() -> None:
    finals = {row["name"]: Decimal(row["final"]) for row in rows_of("results", "published.csv")[:9]}
    ranks = competition_ranks(finals)

    assert (ranks["KOTA DENPASAR"], ranks["KOTA SURAKARTA"], ranks["KAB. SLEMAN"]) == (1, 1, 3)


@pytest.mark.parametrize("year", ["2019", "2020"])
def test_published_ranks_follow_from_the_published_finals(year: str) -> None:
    rows = [row for row in rows_of("results", "published.csv") if row["year"] == year]
    ranks = competition_ranks({row["name"]: Decimal(row["final"]) for row in rows})

    assert ranks == {row["name"]: int(row["rank"]) for row in rows}


def test_the_shipped_finals_are_the_published_ones() -> None:
    def facts(rows: list[Row], name: str) -> list[tuple[str, ...]]:
        return [(row["year"], row["letter_number"], row[name], row["final"]) for row in rows]

    assert facts(rows_of("results", "published.csv"), "name") == facts(
        published_rows("results_2019_2020_published.csv"), "name_official"
    )
