"""What comes for a dialog after it was closed: the figures it asked for, another language."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from assessor.services.surroundings import Surroundings
from tests.ui.finding import find
from tests.ui.places import (
    introduced,
    to_export,
    to_export_annex,
    to_last_year,
    to_preview,
    to_printing,
    to_walk,
)
from tests.ui.starting import Start
from ui.application import Application

Way = Callable[[Application], QWidget]


def to_checked_code(application: Application) -> QWidget:
    """Ask about a code; the answer is not there yet."""
    assert application.session is not None
    to_walk(application)
    application.session.check_code()
    dialog = find(application.window, QDialog, "check_code")
    find(dialog, QLineEdit, "code").setText("7F3K-9Q2M-X")
    find(dialog, QPushButton, "check").click()
    return dialog


WAYS: Final = (
    to_checked_code,
    to_export,
    to_export_annex,
    to_last_year,
    to_preview,
    to_printing,
)


@pytest.mark.parametrize("way", WAYS)
def test_a_closed_dialog_is_left_alone(
    start: Start, workspace_path: Path, surroundings: Surroundings, qtbot: QtBot, way: Way
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    dialog = way(application)
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))

    find(application.window, QAction, "language_id").trigger()

    qtbot.waitUntil(lambda: not application.tasks.are_running)
    assert find(application.window, QAction, "language_id").isChecked()


def test_dialogs_closed_one_after_the_other_are_left_alone(
    start: Start, workspace_path: Path, surroundings: Surroundings, qtbot: QtBot
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    for way in (*WAYS, *WAYS):
        way(application).close()
        qtbot.waitUntil(lambda: not application.window.findChildren(QDialog))

    find(application.window, QAction, "language_id").trigger()

    qtbot.waitUntil(lambda: not application.tasks.are_running)
    assert find(application.window, QAction, "language_id").isChecked()
