"""The panels in the whole window: the ways there and back, and what the menus offer."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from resources import i18n
from tests.ui.finding import find
from tests.ui.starting import Start
from tests.ui.test_mnemonics import assert_alone
from ui.application import Application
from ui.screens.panel.answer_table import AnswerTable
from ui.screens.panel.view import PanelView
from ui.screens.walk.view import WalkView


@pytest.fixture
def application(start: Start, full_round: Path, workspace_path: Path, qtbot: QtBot) -> Application:
    """The application in a round with whole panels."""
    shutil.copy(full_round, workspace_path)
    application = start()
    qtbot.waitUntil(lambda: not application.tasks.are_running)
    return application


def shown(application: Application) -> object:
    screen = application.window.screen_shown
    return None if screen is None else screen.widget


def to_panels(application: Application, qtbot: QtBot) -> None:
    find(application.window, QAction, "panels").trigger()
    qtbot.waitUntil(lambda: not application.tasks.are_running, timeout=20_000)


def test_the_menu_leads_to_the_panels_and_a_button_back(
    application: Application, qtbot: QtBot
) -> None:
    to_panels(application, qtbot)
    assert isinstance(shown(application), PanelView)
    assert "Demonstrasi 2022" in application.window.windowTitle()

    find(application.window, QPushButton, "panel_back").click()

    assert isinstance(shown(application), WalkView)


def test_the_rounds_lead_to_the_panels(application: Application) -> None:
    find(application.window, QAction, "rounds").trigger()

    find(application.window, QPushButton, "show_panels").click()

    assert isinstance(shown(application), PanelView)


def test_the_region_that_was_scored_is_open(application: Application, qtbot: QtBot) -> None:
    regions = find(application.window, QListView, "regions")
    regions.clicked.emit(regions.model().index(1, 0))

    to_panels(application, qtbot)

    name = find(application.window, QLabel, "panel_region").text()
    assert name == regions.model().index(1, 0).data()
    assert find(application.window, AnswerTable, "panel_answers").isVisible()


def test_without_a_round_the_menu_offers_no_panel(application: Application) -> None:
    find(application.window, QAction, "rounds").trigger()

    assert not find(application.window, QAction, "panels").associatedObjects()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_two_keys_open_the_same(application: Application, qtbot: QtBot, language: str) -> None:
    find(application.window, QAction, f"language_{language}").trigger()
    to_panels(application, qtbot)
    assert_alone(application.window)

    regions = find(application.window, QListView, "panel_regions")
    regions.clicked.emit(regions.model().index(0, 0))
    qtbot.waitUntil(lambda: not application.tasks.are_running, timeout=20_000)

    assert find(application.window, QPushButton, "settle").isVisible()
    assert_alone(application.window)


def test_closing_while_panels_are_read_loses_nothing(application: Application) -> None:
    find(application.window, QAction, "panels").trigger()

    application.window.close()

    assert application.session is None
