"""Staff print a round; weeks later somebody holds a page and asks whether it still stands."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from tests.ui.finding import find
from tests.ui.starting import Start
from ui.main_window import MainWindow
from ui.preferences import Preferences


@pytest.fixture
def folder(preferences: Preferences, tmp_path: Path) -> Path:
    """Where things were put last."""
    made = tmp_path / "cetakan"
    made.mkdir()
    preferences.keep_last_folder(made)
    return made


@pytest.fixture
def scored(workspace_path: Path, surroundings: Surroundings) -> None:
    """Two regions, scored and locked by one assessor."""
    with open_workspace(workspace_path, surroundings) as made:
        made.demonstrate(DemonstrationOrder(regions=2, assessors=1, is_complete=True))


def print_everything(window: MainWindow, qtbot: QtBot) -> None:
    find(window, QAction, "print").trigger()
    printing = find(window, QDialog, "print_summaries")
    find(printing, QRadioButton, "extent_all").click()
    start_printing = find(printing, QPushButton, "start_printing")
    start_printing.click()
    qtbot.waitUntil(start_printing.isEnabled)
    find(printing, QPushButton, "cancel").click()


def ask_about(check: QDialog, code: str, qtbot: QtBot) -> str:
    field = find(check, QLineEdit, "code")
    field.clear()
    QTest.keyClicks(field, code)
    find(check, QPushButton, "check").click()
    qtbot.waitUntil(field.isEnabled)
    return find(check, QLabel, "answer").text()


def take_up_again(workspace: Workspace, code: str) -> None:
    """Reopen one's assessment of the region with this code."""
    (region,) = (
        one
        for one in workspace.rounds.participants(workspace.rounds.all()[0].id)
        if one.region.code == code
    )
    workspace.assessments.reopen(workspace.assessments.open(region.id), "Bukti baru")


@pytest.mark.usefixtures("scored")
def test_from_the_printed_page_to_the_revision_that_overtook_it(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    application = start()
    window, session = application.window, application.session
    assert session is not None
    session.open_round(session.workspace.rounds.all()[0].id)

    print_everything(window, qtbot)
    assert len(list(folder.glob("*.pdf"))) == 2

    # The code is typed off the paper.
    (paper,) = folder.glob("*_51.71_*.pdf")
    code = paper.stem.rpartition("_")[2].lower()
    find(window, QAction, "check_code").trigger()
    check = find(window, QDialog, "check_code")
    assert ask_about(check, code, qtbot).startswith("Current")

    take_up_again(session.workspace, "51.71")
    answer = ask_about(check, code, qtbot)
    assert answer.startswith("Superseded by revision 2 of 23 November 2020")
