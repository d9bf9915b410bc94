"""The table of results as a model: columns, ties, order, search, filters."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from assessor.domain.ids import ParticipantId, RegionId, RoundId
from assessor.domain.improvement import Improvement
from assessor.domain.records import Cohort, Participant, Region, RegionKind, Round
from assessor.domain.result import DimensionResult, Result
from assessor.services.region_report import RegionStanding, RoundStandings
from assessor.services.results import RegionResult
from tests.domain.examples import shipped
from ui.screens.results.columns import Fixed
from ui.screens.results.lines import State, table_of
from ui.screens.results.model import SORT_ROLE, ResultsFilter

pytestmark = pytest.mark.usefixtures("qapp")

ROUND = Round(RoundId("2023"), 2023, "", "Evaluasi 2023", "", None, None, None, False)
FIVE, SIX = shipped("2023-reguler"), shipped("2023-kppn-ikn")
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def standing(
    name: str,
    final: str | None = None,
    rank: int | None = None,
    change: Improvement | None = None,
    has_six: bool = False,
) -> RegionStanding:
    instrument = SIX if has_six else FIVE
    cohort = "KPPN & IKN" if has_six else "REGULER"
    kind = RegionKind.KOTA if name.startswith("KOTA") else RegionKind.KABUPATEN
    participant = Participant(
        ParticipantId(name),
        ROUND.id,
        Region(RegionId(len(name)), "33.25", name, kind, "JAWA TENGAH"),
        Cohort(cohort, instrument.id, instrument.checksum),
        takes_part=True,
    )
    mean = None if final is None else Decimal(final)
    parts = tuple(DimensionResult(one, mean, mean, 1) for one in instrument.dimensions)
    result = Result(parts, mean, is_provisional=final is None)
    line = RegionResult(participant, instrument, result, 3, rank, None, change)
    return RegionStanding(participant, instrument, present=3, locked=3, line=line)


def proxy(*regions: RegionStanding) -> ResultsFilter:
    shown = ResultsFilter()
    shown.results.show_table(table_of(RoundStandings(ROUND, regions, ())))
    return shown


def sort(shown: ResultsFilter, kind: Fixed, order: Qt.SortOrder = UP) -> None:
    shown.sort(shown.results.column_of(kind), order)


def names(shown: ResultsFilter) -> list[str]:
    place = shown.results.column_of(Fixed.REGION)
    return [str(shown.index(row, place).data()) for row in range(shown.rowCount())]


def column(shown: ResultsFilter, kind: Fixed) -> list[str]:
    place = shown.results.column_of(kind)
    return [str(shown.index(row, place).data()) for row in range(shown.rowCount())]


BATANG = standing("KAB. BATANG", "3.10", 2)
DENPASAR = standing("KOTA DENPASAR", "3.48", 1)
KARO = standing("KAB. KARO", "3.10", 2, has_six=True)
SLEMAN = standing("KAB. SLEMAN")


def test_the_model_keeps_the_rules_of_models() -> None:
    shown = proxy(BATANG, DENPASAR, KARO, SLEMAN)
    QAbstractItemModelTester(shown.results, QAbstractItemModelTester.FailureReportingMode.Warning)
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Warning)

    sort(shown, Fixed.FINAL, DOWN)
    shown.search("kab")
    shown.search("")


def test_a_dimension_that_one_instrument_lacks_is_a_dash_there() -> None:
    shown = proxy(BATANG, KARO)

    headings = [one.heading() for one in shown.results.columns]
    place = headings.index("Collaboration Programmes")
    assert [shown.index(row, place).data() for row in range(2)] == ["–", "3,10"]
    assert headings.count("Impact") == 1


def test_a_column_names_every_weight_that_its_dimension_has() -> None:
    shown = proxy(BATANG, KARO)

    (outcome,) = (one for one in shown.results.columns if one.heading() == "Outcome")

    assert set(outcome.weights) == {20, 30}
    assert "30 %" in outcome.described()
    assert "20 %" in outcome.described()


def test_regions_that_share_a_rank_show_it() -> None:
    assert column(proxy(BATANG, DENPASAR, KARO, SLEMAN), Fixed.RANK) == ["2 =", "1", "2 =", "–"]


def test_figures_sort_as_figures_and_what_has_none_comes_last_both_ways() -> None:
    high = standing("KAB. TINGGI", "10.00", 1)
    shown = proxy(SLEMAN, BATANG, high, DENPASAR)

    sort(shown, Fixed.FINAL)
    upwards = names(shown)
    sort(shown, Fixed.FINAL, DOWN)

    assert upwards == ["KAB. BATANG", "KOTA DENPASAR", "KAB. TINGGI", "KAB. SLEMAN"]
    assert names(shown) == ["KAB. TINGGI", "KOTA DENPASAR", "KAB. BATANG", "KAB. SLEMAN"]


def test_equal_figures_stay_in_the_order_of_official_tables() -> None:
    shown = proxy(BATANG, KARO, DENPASAR)

    sort(shown, Fixed.RANK)

    assert names(shown) == ["KOTA DENPASAR", "KAB. BATANG", "KAB. KARO"]


def test_improvements_sort_by_what_counts_of_them() -> None:
    fallen = standing("KAB. A", "3.00", 1, Improvement(Decimal("-0.29"), Decimal("0.10")))
    printed = standing("KAB. B", "3.00", 1, Improvement(None, Decimal("0.05")))
    shown = proxy(printed, SLEMAN, fallen)

    sort(shown, Fixed.IMPROVEMENT)

    assert column(shown, Fixed.IMPROVEMENT) == ["-0,29 (+0,10)", "(+0,05)", "–"]


@pytest.mark.parametrize(
    ("searched", "found"),
    [
        ("sleman", ["KAB. SLEMAN"]),
        ("KOTA den", ["KOTA DENPASAR"]),
        ("33.25 karo", ["KAB. KARO"]),
        ("jawa tengah batang", ["KAB. BATANG"]),
        ("nowhere", []),
    ],
)
def test_every_word_is_searched_in_name_code_and_province(
    searched: str, found: Sequence[str]
) -> None:
    shown = proxy(BATANG, KARO, SLEMAN, DENPASAR)

    shown.search(searched)

    assert names(shown) == found


def test_a_cohort_can_be_shown_alone() -> None:
    shown = proxy(BATANG, KARO, SLEMAN)

    shown.show_cohort("KPPN & IKN")
    only = names(shown)
    shown.show_cohort("")

    assert only == ["KAB. KARO"]
    assert shown.rowCount() == 3


def test_states_can_be_shown_alone() -> None:
    hidden = replace(standing("KAB. TERSEMBUNYI"), line=None)
    shown = proxy(BATANG, SLEMAN, hidden)

    found = {}
    for state in State:
        shown.show_states(frozenset({state}))
        found[state] = names(shown)

    assert found == {
        State.FINAL: ["KAB. BATANG"],
        State.PROVISIONAL: [],
        State.EMPTY: ["KAB. SLEMAN"],
        State.HIDDEN: ["KAB. TERSEMBUNYI"],
    }


def test_panels_that_lack_assessors_can_be_shown_alone() -> None:
    whole = replace(BATANG, present=FIVE.panel_size)
    shown = proxy(whole, DENPASAR)

    shown.show_states(frozenset(State), is_incomplete_only=True)

    assert names(shown) == ["KOTA DENPASAR"]


def test_a_hidden_region_shows_no_figure() -> None:
    shown = proxy(replace(DENPASAR, line=None))

    line = shown.results.lines[0]
    assert set(line.texts) == {"–", "KOTA DENPASAR", "REGULER", "3 of 5", "hidden"}


def test_a_cell_says_its_region_and_column_to_a_screen_reader() -> None:
    shown = proxy(SLEMAN)
    index = shown.index(0, shown.results.column_of(Fixed.FINAL))

    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "KAB. SLEMAN, Index: none"


def test_sort_keys_are_exact() -> None:
    shown = proxy(standing("KAB. A", "2.55", 1))

    assert shown.index(0, shown.results.column_of(Fixed.FINAL)).data(SORT_ROLE) == 255
