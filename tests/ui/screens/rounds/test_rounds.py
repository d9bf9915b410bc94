"""The list of rounds: what there is, and what to do while there is nothing."""

import datetime as dt
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from assessor.domain.changes import Changes, Topic
from assessor.domain.ids import InstrumentId, RoundId
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.workspace import Workspace
from resources import i18n
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.rounds.model import RoundsModel
from ui.screens.rounds.presenter import RoundsExits, RoundsPresenter
from ui.screens.rounds.view import RoundsView


@pytest.fixture
def events() -> AppEvents:
    return AppEvents()


@pytest.fixture
def opened() -> list[RoundId]:
    return []


@dataclass
class Led:
    """Where the rounds led to."""

    panels: list[RoundId] = field(default_factory=list)
    results: list[RoundId] = field(default_factory=list)


@pytest.fixture
def led() -> Led:
    return Led()


@pytest.fixture
def rounds(
    qtbot: QtBot,
    workspace: Workspace,
    events: AppEvents,
    opened: list[RoundId],
    led: Led,
) -> RoundsPresenter:
    workspace.people.introduce("Dewi", "Universitas Contoh")
    view = RoundsView()
    qtbot.addWidget(view)
    exits = RoundsExits(
        open_round=opened.append,
        show_panels=led.panels.append,
        show_results=led.results.append,
        new_round=lambda: None,
        merge_sheets=lambda: None,
    )
    return RoundsPresenter(view, (workspace.rounds, workspace.overview), events, exits)


def new_round(workspace: Workspace, year: int, *, is_demonstration: bool = False) -> RoundId:
    region = workspace.rounds.regions()[0]
    cohort = NewCohort("REGULER", InstrumentId("2023-reguler"), (region.id,))
    return workspace.rounds.create(
        NewRound(
            year=year,
            name=f"Evaluasi {year}",
            cohorts=(cohort,),
            starts_on=dt.date(year, 11, 23),
            ends_on=dt.date(year, 11, 27),
            is_demonstration=is_demonstration,
        )
    )


def table(rounds: RoundsPresenter) -> QTableView:
    return find(rounds.widget, QTableView, "rounds_table")


def row(rounds: RoundsPresenter, number: int) -> list[str]:
    model = table(rounds).model()
    return [str(model.index(number, place).data()) for place in range(model.columnCount())]


def is_offered(rounds: RoundsPresenter, name: str) -> bool:
    return not find(rounds.widget, QPushButton, name).isHidden()


def test_an_empty_list_offers_the_sample(rounds: RoundsPresenter, opened: list[RoundId]) -> None:
    assert table(rounds).isHidden()
    assert not is_offered(rounds, "open_round")

    find(rounds.widget, QPushButton, "sample").click()

    assert len(opened) == 1


def test_the_sample_is_offered_once(rounds: RoundsPresenter) -> None:
    find(rounds.widget, QPushButton, "sample").click()

    assert not is_offered(rounds, "sample")


def test_a_round_says_when_it_was_and_how_far_it_is(
    rounds: RoundsPresenter, workspace: Workspace, events: AppEvents
) -> None:
    round_id = new_round(workspace, 2021)
    (participant,) = workspace.rounds.participants(round_id)
    workspace.assessments.open(participant.id)

    events.publish(Changes.of(Topic.ROUNDS))

    assert row(rounds, 0) == [
        "Evaluasi 2021",
        "2021",
        "23 November 2021 – 27 November 2021",
        "1",
        "1 begun, 0 locked",
    ]


def test_days_follow_the_language(
    rounds: RoundsPresenter, workspace: Workspace, events: AppEvents
) -> None:
    region = workspace.rounds.regions()[0]
    cohort = NewCohort("REGULER", InstrumentId("2023-reguler"), (region.id,))
    workspace.rounds.create(NewRound(2021, "Evaluasi", (cohort,), starts_on=dt.date(2021, 12, 6)))
    i18n.use_language("id")

    events.publish(Changes.of(Topic.ROUNDS))

    assert row(rounds, 0)[2] == "6 Desember 2021"


def test_invented_scores_are_said_to_be_invented(
    rounds: RoundsPresenter, workspace: Workspace, events: AppEvents
) -> None:
    new_round(workspace, 2022, is_demonstration=True)

    events.publish(Changes.of(Topic.ROUNDS))

    assert "demonstration" in row(rounds, 0)[0]


def test_enter_opens_the_round_chosen(
    rounds: RoundsPresenter,
    workspace: Workspace,
    events: AppEvents,
    opened: list[RoundId],
    qtbot: QtBot,
) -> None:
    wanted = new_round(workspace, 2021)
    new_round(workspace, 2022)
    events.publish(Changes.of(Topic.ROUNDS))
    rounds.widget.show()
    qtbot.waitUntil(rounds.widget.isActiveWindow)
    table(rounds).setFocus()

    QTest.keyClick(table(rounds), Qt.Key.Key_Down)
    QTest.keyClick(table(rounds), Qt.Key.Key_Return)

    assert opened == [wanted]


def test_the_panels_of_the_round_chosen_can_be_seen(
    rounds: RoundsPresenter, workspace: Workspace, events: AppEvents, led: Led
) -> None:
    wanted = new_round(workspace, 2021)
    events.publish(Changes.of(Topic.ROUNDS))

    find(rounds.widget, QPushButton, "show_panels").click()

    assert led.panels == [wanted]


def test_the_results_of_the_round_chosen_can_be_seen(
    rounds: RoundsPresenter, workspace: Workspace, events: AppEvents, led: Led
) -> None:
    wanted = new_round(workspace, 2021)
    events.publish(Changes.of(Topic.ROUNDS))

    find(rounds.widget, QPushButton, "show_results").click()

    assert led.results == [wanted]


def test_what_does_not_concern_it_is_not_read_again(
    rounds: RoundsPresenter, workspace: Workspace, events: AppEvents
) -> None:
    new_round(workspace, 2021)

    events.publish(Changes.of(Topic.NOTES))

    assert table(rounds).model().rowCount() == 0


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    assert qtbot is not None
    model = RoundsModel()

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(())

    assert model.rowCount() == 0
