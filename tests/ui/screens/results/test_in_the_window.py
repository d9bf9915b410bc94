"""The results in the whole window: the ways there and back, and what the menus offer."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from resources import i18n
from tests.ui.finding import find
from tests.ui.starting import Start
from tests.ui.test_mnemonics import assert_alone
from ui.application import Application
from ui.screens.printing.preview_view import PreviewView
from ui.screens.results.view import ResultsView
from ui.screens.walk.view import WalkView


@pytest.fixture
def application(start: Start, whole_round: Path, workspace_path: Path, qtbot: QtBot) -> Application:
    """The application in a round with results."""
    shutil.copy(whole_round, workspace_path)
    application = start()
    qtbot.waitUntil(lambda: not application.tasks.are_running)
    return application


def wait(application: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not application.tasks.are_running, timeout=20_000)


def to_results(application: Application, qtbot: QtBot) -> QTableView:
    find(application.window, QAction, "results").trigger()
    wait(application, qtbot)
    return find(application.window, QTableView, "results_table")


def shown(application: Application) -> object:
    screen = application.window.screen_shown
    return None if screen is None else screen.widget


def test_the_menu_leads_to_the_results_and_a_button_back(
    application: Application, qtbot: QtBot
) -> None:
    table = to_results(application, qtbot)
    assert isinstance(shown(application), ResultsView)
    assert table.hasFocus()
    assert "Demonstrasi 2023" in application.window.windowTitle()

    find(application.window, QPushButton, "results_back").click()

    assert isinstance(shown(application), WalkView)


def test_the_rounds_lead_to_the_results(application: Application) -> None:
    find(application.window, QAction, "rounds").trigger()

    find(application.window, QPushButton, "show_results").click()

    assert isinstance(shown(application), ResultsView)


def test_without_a_round_the_menu_offers_no_results(application: Application) -> None:
    find(application.window, QAction, "rounds").trigger()

    assert not find(application.window, QAction, "results").associatedObjects()


def test_what_was_copied_is_said_below(application: Application, qtbot: QtBot) -> None:
    to_results(application, qtbot)

    find(application.window, QPushButton, "results_copy").click()

    assert application.window.statusBar().currentMessage().startswith("12 regions copied")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_two_keys_open_the_same(application: Application, qtbot: QtBot, language: str) -> None:
    find(application.window, QAction, f"language_{language}").trigger()
    table = to_results(application, qtbot)
    assert_alone(application.window)

    table.activated.emit(table.model().index(0, 0))
    wait(application, qtbot)
    assert find(application.window, QPushButton, "radar_save").isVisible()
    assert_alone(application.window)

    find(application.window, QAction, "back_to_results").trigger()
    table.selectAll()
    table.clearSelection()
    for row in (0, 1):
        table.selectRow(row)
    find(application.window, QAction, "switch_results_page").trigger()
    wait(application, qtbot)
    assert_alone(application.window)


def test_a_regions_summary_is_previewed_from_its_page(
    application: Application, qtbot: QtBot
) -> None:
    table = to_results(application, qtbot)
    table.activated.emit(table.model().index(3, 0))
    wait(application, qtbot)

    find(application.window, QPushButton, "result_print").click()
    wait(application, qtbot)

    (preview,) = application.window.findChildren(PreviewView)
    regions = find(preview, QComboBox, "region")
    assert preview.isVisible()
    assert regions.count() == 1
    assert find(application.window, QLabel, "result_name").text() in regions.currentText()


def test_closing_while_results_are_read_loses_nothing(application: Application) -> None:
    find(application.window, QAction, "results").trigger()

    application.window.close()

    assert application.session is None
