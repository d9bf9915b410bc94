"""All regions with their check marks."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from assessor.domain.ids import RegionId
from assessor.domain.records import RegionKind
from assessor.services.catalogue import shipped_regions
from ui.screens.new_round.region_model import COHORT, NAME, RegionFilter, RegionModel

REGIONS = shipped_regions()
DENPASAR = next(region for region in REGIONS if region.name == "KOTA DENPASAR")


@pytest.fixture
def model(qtbot: QtBot) -> RegionModel:
    assert qtbot is not None
    return RegionModel(REGIONS)


@pytest.fixture
def shown(model: RegionModel) -> RegionFilter:
    return RegionFilter(model)


def index_of(model: RegionModel, region: RegionId, column: int = NAME) -> QModelIndex:
    return model.index([one.id for one in REGIONS].index(region), column)


def names(shown: RegionFilter) -> list[str]:
    return [shown.index(row, NAME).data() for row in range(shown.rowCount())]


def test_the_model_keeps_the_rules_of_models(model: RegionModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_chosen(frozenset({DENPASAR.id}), {DENPASAR.id: "REGULER"})

    assert model.rowCount() == 514


def test_a_chosen_region_is_checked_and_names_its_cohort(model: RegionModel) -> None:
    model.show_chosen(frozenset({DENPASAR.id}), {DENPASAR.id: "REGULER"})

    checked = index_of(model, DENPASAR.id).data(Qt.ItemDataRole.CheckStateRole)
    assert checked == Qt.CheckState.Checked
    assert index_of(model, DENPASAR.id, COHORT).data() == "REGULER"


def test_checking_tells_which_region(model: RegionModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.toggled) as told:
        model.setData(
            index_of(model, DENPASAR.id), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )

    assert told.args == [DENPASAR.id, True]


def test_a_region_of_another_cohort_cannot_be_checked(model: RegionModel) -> None:
    model.show_chosen(frozenset(), {DENPASAR.id: "KPPN & IKN"})

    place = index_of(model, DENPASAR.id)

    assert not model.flags(place) & Qt.ItemFlag.ItemIsUserCheckable
    assert "KPPN & IKN" in str(place.data(Qt.ItemDataRole.ToolTipRole))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("denpasar", ["KOTA DENPASAR"]),
        ("den kota bali", ["KOTA DENPASAR"]),
        ("51.71", ["KOTA DENPASAR"]),
        ("malang", ["KAB. MALANG", "KOTA MALANG"]),
        ("atlantis", []),
    ],
)
def test_the_search_looks_at_name_province_and_code(
    shown: RegionFilter, words: str, found: list[str]
) -> None:
    shown.search(words)

    assert [name for name in names(shown) if "PEMALANG" not in name] == found


def test_one_kind_can_be_shown(shown: RegionFilter) -> None:
    shown.show_kind(RegionKind.KOTA)

    assert all(name.startswith("KOTA ") for name in names(shown))
    assert shown.rowCount() == 98


def test_what_is_shown_can_be_chosen_but_for_other_cohorts(
    model: RegionModel, shown: RegionFilter
) -> None:
    model.show_chosen(frozenset(), {DENPASAR.id: "KPPN & IKN"})
    shown.search("bali")

    assert DENPASAR.id not in shown.shown()
    assert len(shown.shown()) == shown.rowCount() - 1


def test_only_what_was_chosen_can_be_shown(shown: RegionFilter) -> None:
    shown.show_only(frozenset({DENPASAR.id}))

    assert names(shown) == ["KOTA DENPASAR"]
