"""The first start: who you are, and where to begin."""

import getpass
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from assessor.domain.ids import RoundId
from assessor.services.workspace import Workspace
from resources import i18n
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.welcome.presenter import WelcomeExits, WelcomePresenter
from ui.screens.welcome.view import WelcomeView


@dataclass
class Led:
    """Where the first start led to."""

    rounds: list[RoundId] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


@pytest.fixture
def led() -> Led:
    return Led()


@pytest.fixture
def events() -> AppEvents:
    return AppEvents()


@pytest.fixture
def welcome(qtbot: QtBot, workspace: Workspace, events: AppEvents, led: Led) -> WelcomePresenter:
    view = WelcomeView()
    qtbot.addWidget(view)
    exits = WelcomeExits(
        use_language=led.languages.append,
        open_round=led.rounds.append,
        new_round=lambda: led.others.append("new round"),
        open_workspace=lambda: led.others.append("workspace"),
    )
    return WelcomePresenter(view, (workspace.people, workspace.rounds), events, exits)


@pytest.fixture
def view(welcome: WelcomePresenter) -> WelcomeView:
    assert isinstance(welcome.widget, WelcomeView)
    return welcome.widget


def press(view: WelcomeView, name: str) -> None:
    find(view, QPushButton, name).click()


def problem(view: WelcomeView) -> str:
    return find(view, QLabel, "problem").text()


def test_nobody_is_named_beforehand(view: WelcomeView) -> None:
    assert view.name.text() == ""
    assert view.institution.text() == ""
    assert getpass.getuser() not in [label.text() for label in view.findChildren(QLabel)]


def test_without_a_name_nothing_begins(view: WelcomeView, led: Led) -> None:
    view.institution.setText("Universitas Contoh")

    press(view, "sample")

    assert problem(view) == "The name is empty. Enter a name."
    assert view.institution.text() == "Universitas Contoh"
    assert led.rounds == []


def test_the_sample_is_opened_for_who_was_named(
    view: WelcomeView, led: Led, workspace: Workspace
) -> None:
    view.name.setText("  Dewi  Contoh ")
    view.institution.setText("Universitas Contoh")

    press(view, "sample")

    me = workspace.people.me()
    assert me is not None
    assert (me.name, me.institution) == ("Dewi Contoh", "Universitas Contoh")
    assert led.rounds == [workspace.rounds.all()[0].id]
    assert len(workspace.rounds.participants(led.rounds[0])) == 75


def test_a_new_round_begins_with_the_name_taken_down(
    view: WelcomeView, led: Led, workspace: Workspace
) -> None:
    view.name.setText("Dewi")

    press(view, "new_round")

    assert led.others == ["new round"]
    assert workspace.people.me() is not None


def test_another_workspace_needs_no_name(view: WelcomeView, led: Led) -> None:
    press(view, "open_workspace")

    assert led.others == ["workspace"]


def test_the_language_is_chosen_first_of_all(view: WelcomeView, led: Led) -> None:
    find(view, QRadioButton, "language_id").click()

    assert led.languages == ["id"]


def test_texts_follow_the_language_and_what_was_typed_stays(
    view: WelcomeView, events: AppEvents
) -> None:
    view.name.setText("Dewi")
    i18n.use_language("id")

    events.language_changed.emit()

    assert find(view, QRadioButton, "language_id").isChecked()
    assert view.name.text() == "Dewi"


def test_the_keyboard_alone_is_enough(view: WelcomeView, led: Led, qtbot: QtBot) -> None:
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.name.setFocus()
    QTest.keyClicks(view.name, "Dewi")
    QTest.keyClick(view.name, Qt.Key.Key_Return)
    QTest.keyClicks(view.institution, "Kampus")
    QTest.keyClick(view.institution, Qt.Key.Key_Return)

    QTest.keyClick(find(view, QPushButton, "sample"), Qt.Key.Key_Return)

    assert len(led.rounds) == 1
