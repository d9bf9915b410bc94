"""How firmly ranks stand, as the page shows it: with its seed, and never more than I may see."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from assessor.domain.changes import Changes, Topic
from assessor.services.demo import DemonstrationOrder
from assessor.services.robustness import DrawOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from resources import i18n
from tests.services.examples import surroundings as counted
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.results.robustness_model import Column
from ui.screens.results.robustness_page import RobustnessPage
from ui.screens.results.robustness_presenter import RobustnessNeeds, RobustnessPresenter
from ui.tasks import Tasks

FULL = DemonstrationOrder(year=2022, regions=9, assessors=3, is_complete=True)
BEGUN = DemonstrationOrder(year=2022, regions=9, assessors=0)


class Driver:
    """Looks at the page, draws again, cancels."""

    def __init__(self, workspace: Workspace, qtbot: QtBot) -> None:
        self.workspace = workspace
        self.events, self.tasks = AppEvents(), Tasks()
        self.page = RobustnessPage()
        needs = RobustnessNeeds(workspace, self.events, self.tasks)
        self.presenter = RobustnessPresenter(self.page, needs)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.resize(1000, 600)
        self.page.show()
        (self.round,) = workspace.rounds.all()
        self.presenter.show_round(self.round)

    def show(self) -> None:
        self.presenter.show()
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.tasks.are_running, timeout=20_000)

    @property
    def table(self) -> QTableView:
        return find(self.page, QTableView, "robustness_table")

    @property
    def seed(self) -> QSpinBox:
        return find(self.page, QSpinBox, "robustness_seed")

    def button(self, name: str) -> QPushButton:
        return find(self.page, QPushButton, name)

    def text(self, name: str) -> str:
        return find(self.page, QLabel, name).text()

    def column(self, column: Column) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def says(self, words: str) -> bool:
        """Whether a visible text of the page says this."""
        labels = [one for one in self.page.findChildren(QLabel) if one.isVisible()]
        return any(words in one.text() for one in labels)


@pytest.fixture(scope="module")
def full_round(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file with whole panels, made once."""
    path = tmp_path_factory.mktemp("robustness") / "full.sqlite"
    with open_workspace(path, counted()) as workspace:
        workspace.demonstrate(FULL)
    return path


@pytest.fixture
def driver(
    qtbot: QtBot, full_round: Path, workspace_path: Path, surroundings: Surroundings
) -> Iterator[Driver]:
    """The page on a copy of the round, before anybody looks at it."""
    shutil.copy(full_round, workspace_path)
    with open_workspace(workspace_path, surroundings) as workspace:
        driver = Driver(workspace, qtbot)
        yield driver
        driver.tasks.stop()


@pytest.fixture
def unscored(qtbot: QtBot, workspace: Workspace) -> Iterator[Driver]:
    """The page on a round in which nobody has scored anything."""
    workspace.demonstrate(BEGUN)
    driver = Driver(workspace, qtbot)
    yield driver
    driver.tasks.stop()


def test_nothing_is_drawn_before_somebody_looks(driver: Driver) -> None:
    assert not driver.tasks.are_running


def test_every_ranked_region_is_shown_as_the_service_found_it(driver: Driver) -> None:
    driver.show()

    found = driver.workspace.robustness.of_round(driver.round.id, DrawOrder())
    assert found is not None
    assert driver.column(Column.RANK) == [str(one.rank) for one in found.regions]
    assert driver.column(Column.REGION) == [one.participant.region.name for one in found.regions]
    assert driver.column(Column.KEPT) == [f"{one.kept // 100} %" for one in found.regions]
    for shown, one in zip(driver.column(Column.DRAWN), found.regions, strict=True):
        assert shown in (f"{one.drawn.best}–{one.drawn.worst}", str(one.drawn.best))


def test_the_seed_is_shown_and_the_same_one_gives_the_same(driver: Driver) -> None:
    driver.show()
    first = driver.column(Column.KEPT)

    driver.button("robustness_draw").click()
    driver.wait()

    assert driver.seed.value() == 1
    assert driver.says("10,000 draws, seed 1:")
    assert driver.column(Column.KEPT) == first


def test_another_seed_is_typed_and_drawn_by_keyboard(driver: Driver) -> None:
    driver.show()
    driver.seed.setFocus()
    driver.seed.selectAll()

    QTest.keyClicks(driver.seed, "2024")
    QTest.keyClick(driver.seed, Qt.Key.Key_Return)
    driver.wait()

    assert driver.says("seed 2024:")
    assert "(seed 2024)" in driver.presenter.region_text(
        driver.workspace.rounds.participants(driver.round.id)[0].id
    )


def test_it_is_explained_in_two_sentences_and_said_to_be_advice(driver: Driver) -> None:
    driver.show()

    assert driver.text("robustness_explanation").count(". ") == 1
    assert "a quarter, 10,000 times" in driver.text("robustness_explanation")
    assert driver.text("robustness_advice").startswith("This is advice for the team.")


def test_invented_scores_are_said_to_be_invented(driver: Driver) -> None:
    driver.show()

    assert driver.text("robustness_notice").startswith("Demonstration: all scores are invented.")


def test_an_instrument_that_no_letter_prints_is_named(driver: Driver) -> None:
    driver.show()

    assert "Inferred, not printed" in driver.text("robustness_notice")


def test_provisional_figures_are_said_to_be_provisional(driver: Driver) -> None:
    region = driver.workspace.panels.of_round(driver.round.id)[0].participant
    theirs = driver.workspace.panels.of_region(region.id).assessments[-1]
    driver.workspace.assessments.reopen(theirs.id, "perlu dilihat lagi")

    driver.show()

    assert "provisional" in driver.text("robustness_notice")
    finals = dict(zip(driver.column(Column.REGION), driver.column(Column.FINAL), strict=True))
    assert finals.pop(region.region.name).endswith(", provisional")
    assert not any(final.endswith("provisional") for final in finals.values())


def test_a_region_hidden_from_me_shows_nothing(driver: Driver) -> None:
    region = driver.workspace.panels.of_round(driver.round.id)[0].participant
    me = driver.workspace.people.me()
    (mine,) = (
        one.id
        for one in driver.workspace.panels.of_region(region.id).assessments
        if one.assessor == me
    )
    driver.workspace.assessments.reopen(mine, "perlu dilihat lagi")

    driver.show()

    assert "1 region is left out" in driver.text("robustness_notice")
    assert region.region.name not in driver.column(Column.REGION)
    assert driver.presenter.region_text(region.id) == ""


def test_the_regions_page_gets_one_line(driver: Driver) -> None:
    told: list[None] = []
    driver.presenter.found_out.connect(lambda: told.append(None))
    region = driver.workspace.rounds.participants(driver.round.id)[0].id
    assert driver.presenter.region_text(region) == ""

    driver.presenter.find_out()
    driver.wait()

    assert told
    assert "in at least 95 % of 10,000 draws (seed 1)" in driver.presenter.region_text(region)
    assert "any one assessor left out" in driver.presenter.region_text(region)


def test_a_changed_score_has_the_ranks_tried_again(driver: Driver) -> None:
    driver.show()

    driver.events.publish(Changes.of(Topic.SCORES))

    assert driver.tasks.are_running
    driver.wait()
    assert driver.column(Column.RANK)


def test_what_no_rank_rests_on_changes_nothing(driver: Driver) -> None:
    driver.show()

    driver.events.publish(Changes.of(Topic.NOTES))

    assert not driver.tasks.are_running


def test_cancelling_says_so_and_drawing_again_goes_on(driver: Driver) -> None:
    driver.presenter.show()
    assert find(driver.page, QProgressBar, "robustness_progress").isVisible()
    assert not driver.button("robustness_draw").isEnabled()

    driver.button("robustness_cancel").click()
    driver.wait()

    assert driver.says("You cancelled; no rank was tried.")
    driver.button("robustness_draw").click()
    driver.wait()
    assert driver.column(Column.RANK)


def test_columns_sort_by_what_they_mean(driver: Driver) -> None:
    driver.show()

    driver.table.sortByColumn(Column.RANK, Qt.SortOrder.DescendingOrder)

    ranks = [int(one) for one in driver.column(Column.RANK)]
    assert ranks == sorted(ranks, reverse=True)
    driver.table.sortByColumn(Column.KEPT, Qt.SortOrder.AscendingOrder)
    shares = [int(one.removesuffix(" %")) for one in driver.column(Column.KEPT)]
    assert shares == sorted(shares)


def test_cells_are_read_out_with_region_and_heading(driver: Driver) -> None:
    driver.show()

    cell = driver.table.model().index(0, Column.DRAWN)

    spoken = str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == f"{driver.column(Column.REGION)[0]}, In 95 % of the draws: {cell.data()}"


def test_a_round_without_scores_says_that_there_is_no_rank(unscored: Driver) -> None:
    unscored.show()

    assert unscored.says("There is no rank to try yet: no region has a final index.")


def test_it_speaks_indonesian(driver: Driver) -> None:
    i18n.use_language("id")

    driver.show()

    assert driver.says("10.000 undian, benih 1:")
    assert driver.says("Komputer mengubah bobot setiap dimensi")
