"""The list of regions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from assessor.domain.figures import NOTHING
from assessor.domain.score import Score
from assessor.services.positions import Position
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.screens.walk.driver import BADUNG, DENPASAR, Walker
from ui.events import AppEvents
from ui.screens.walk.desk import Desk
from ui.screens.walk.region_list import RegionList
from ui.screens.walk.region_model import PROGRESS_ROLE, RegionState, state_of
from ui.screens.walk.region_presenter import RegionPresenter
from ui.screens.walk.view import WalkView


def listed(walk: Walker) -> QListView:
    return find(walk.widget, QListView, "regions")


def shown(walk: Walker) -> list[str]:
    model = listed(walk).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def state(walk: Walker, name: str) -> RegionState:
    model = listed(walk).model()
    row = shown(walk).index(name)
    return state_of(model.index(row, 0).data(PROGRESS_ROLE))


def test_the_round_stands_in_official_order(walk: Walker) -> None:
    names = shown(walk)

    assert len(names) == 75
    assert names[0].startswith("KAB. ")
    assert names[-1].startswith("KOTA ")


def test_kota_and_kabupaten_of_one_name_are_told_apart(walk: Walker) -> None:
    walk.keys("Ctrl+K")
    walk.type("bandung")

    assert shown(walk) == ["KAB. BANDUNG", "KOTA BANDUNG"]
    walk.keys("Esc", "Ctrl+K")
    walk.type("kota bandung")
    assert shown(walk) == ["KOTA BANDUNG"]


def test_a_region_is_found_by_its_code_and_province(walk: Walker) -> None:
    walk.keys("Ctrl+K")
    walk.type("51.71")
    assert shown(walk) == ["KOTA DENPASAR"]

    walk.keys("Esc", "Ctrl+K")
    walk.type("bali")
    assert shown(walk) == ["KAB. BADUNG", "KOTA DENPASAR"]


def test_nothing_found_says_what_to_do(walk: Walker) -> None:
    walk.keys("Ctrl+K")
    walk.type("atlantis")

    assert "Clear the search" in walk.text("region_count")


def test_a_region_that_was_only_looked_at_is_not_started(denpasar: Walker) -> None:
    denpasar.settle()

    assert state(denpasar, "KOTA DENPASAR") is RegionState.NOT_STARTED


def test_progress_and_state_follow_the_scores(denpasar: Walker) -> None:
    denpasar.keys("3", "2")
    denpasar.settle()

    index = listed(denpasar).currentIndex()
    assert index.data(PROGRESS_ROLE).answered == 2
    assert state(denpasar, "KOTA DENPASAR") is RegionState.DRAFT
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "KOTA DENPASAR, BALI: in progress, 2 of 111 questions"


def test_a_locked_region_is_counted(denpasar: Walker) -> None:
    denpasar.score_all()
    denpasar.workspace.assessments.lock(denpasar.saved().id)
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()

    assert state(denpasar, "KOTA DENPASAR") is RegionState.FINAL
    assert denpasar.text("region_count") == "1 of 75 locked"


def test_the_filter_shows_regions_of_one_state(denpasar: Walker) -> None:
    denpasar.keys("3")
    denpasar.settle()
    choice = find(denpasar.widget, QComboBox, "region_filter")

    choice.setCurrentIndex(2)
    assert shown(denpasar) == ["KOTA DENPASAR"]

    choice.setCurrentIndex(1)
    assert len(shown(denpasar)) == 74


def test_the_wheel_over_the_filter_chooses_nothing(walk: Walker) -> None:
    choice = find(walk.widget, QComboBox, "region_filter")

    walk.turn_wheel(choice)

    assert choice.currentIndex() == 0


def test_the_model_keeps_qts_rules(denpasar: Walker) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(listed(denpasar).model(), mode)

    denpasar.keys("1")
    denpasar.settle()
    denpasar.keys("Ctrl+K")
    denpasar.type("kab")

    assert 0 < tester.model().rowCount() < 75


def test_a_region_that_does_not_take_part_is_not_scored(walk: Walker) -> None:
    absent = walk.participant(BADUNG)
    walk.workspace.rounds.set_taking_part(absent.id, False, "Mengundurkan diri")
    walk.screen.show_round(walk.round)
    walk.open(BADUNG)
    listed(walk).setFocus()

    assert "does not take part" in walk.text("empty")
    assert walk.workspace.assessments.mine(walk.round) == {}


def test_a_region_is_taken_out_and_back_with_a_reason(denpasar: Walker) -> None:
    denpasar.keys("3")
    denpasar.settle()
    action = denpasar.screen.actions.taking_part
    denpasar.answers.answer("Mengundurkan diri")

    action.trigger()
    denpasar.settle()

    assert not denpasar.participant(DENPASAR).takes_part
    assert "does not take part" in denpasar.text("empty")
    regions = find(denpasar.widget, RegionList, "region_column")
    index = regions.model.index_of(denpasar.participant(DENPASAR).id)
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "does not take part" in spoken
    assert action.text() == "&Takes part after all…"
    denpasar.answers.answer("Surat tugas menyusul")

    action.trigger()
    denpasar.settle()

    assert denpasar.participant(DENPASAR).takes_part
    assert [answer.score.points for answer in denpasar.saved().answers.values()] == [3]


def test_an_empty_walk_says_what_to_do(walk: Walker) -> None:
    assert "Ctrl+K" in walk.text("empty")


def test_no_figures_of_the_region_before_stand_beside_a_new_one(denpasar: Walker) -> None:
    assert denpasar.text("index") == NOTHING

    denpasar.keys("Ctrl+K")
    denpasar.type("badung")
    denpasar.keys("Return")

    assert denpasar.text("region_name") == "KAB. BADUNG"
    assert not find(denpasar.widget, QLabel, "index").isVisible()
    denpasar.settle()
    assert find(denpasar.widget, QLabel, "index").isVisible()
    assert denpasar.text("index") == NOTHING


def test_a_round_opens_with_the_cursor_in_the_search(walk: Walker) -> None:
    assert find(walk.widget, QLineEdit, "region_search").hasFocus()


@pytest.mark.parametrize("step", ["", "a step of another year"])
def test_a_region_kept_without_a_step_opens_at_its_first_open_one(walk: Walker, step: str) -> None:
    region = walk.participant("KOTA DENPASAR")
    walk.workspace.positions.remember(Position(walk.round, region.id, step))

    walk.screen.restore()

    assert walk.step() == "baseline"
    walk.keys("3")
    assert [one.score for one in walk.saved().answers.values()] == [Score(3)]


def test_choosing_the_current_region_opens_it_where_nothing_is_open(
    qtbot: QtBot, workspace: Workspace, answers: Answers
) -> None:
    workspace.people.introduce("Dewi", "Universitas Contoh")
    round_id = workspace.rounds.create_sample()
    events, view = AppEvents(), WalkView(lambda: "")
    qtbot.addWidget(view)
    desk = Desk(workspace, events)
    desk.show_round(round_id)
    presenter = RegionPresenter(desk, view, answers, events)
    first = workspace.rounds.participants(round_id)[0]
    desk.open(first)

    presenter.choose(first)

    assert desk.step == "baseline"
