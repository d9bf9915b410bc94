"""Backups while the window is open."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.domain.errors import WorkspaceExists
from tests.ui.answers import Answers
from tests.ui.starting import Start
from ui.application import LOOK_AT_THE_DAY, Application, Setting
from ui.messages import explain


def test_a_backup_is_made_after_the_window_stands(
    start: Start, workspace_path: Path, qtbot: QtBot
) -> None:
    application = start()
    folder = workspace_path.with_name("penilaian saya.sqlite-backups")

    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1)
    qtbot.waitUntil(lambda: not application.tasks.are_running)


def test_a_backup_is_made_when_asked_for(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    target = workspace_path.with_name("salinan.sqlite")
    answers.answer(target)

    application.window.actions_.back_up.trigger()

    qtbot.waitUntil(lambda: not application.tasks.are_running)
    assert target.is_file()
    assert str(target) in application.window.statusBar().currentMessage()


def test_a_backup_that_cannot_be_made_says_why(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    workspace_path.with_name("file").touch()
    answers.answer(workspace_path.with_name("file") / "salinan.sqlite")

    application.window.actions_.back_up.trigger()

    qtbot.waitUntil(lambda: bool(answers.said))
    assert "salinan.sqlite" in answers.said[0]


def test_another_workspace_is_backed_up_as_well(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    other = workspace_path.with_name("lain.sqlite")
    qtbot.waitUntil(lambda: application.window.was_painted)
    answers.answer(other)

    application.window.actions_.new_workspace.trigger()

    folder = workspace_path.with_name("lain.sqlite-backups")
    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1)
    qtbot.waitUntil(lambda: not application.tasks.are_running)


def test_a_backup_never_takes_the_place_of_the_open_workspace(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    qtbot.waitUntil(lambda: application.window.was_painted)
    answers.answer(workspace_path)

    application.window.actions_.back_up.trigger()

    qtbot.waitUntil(lambda: bool(answers.said))
    assert answers.said == [explain(WorkspaceExists(workspace_path))]


def test_another_day_is_backed_up_while_the_window_stays_open(
    qtbot: QtBot, qapp: QApplication, setting: Setting, workspace_path: Path
) -> None:
    now = [dt.datetime(2020, 11, 23, 5, 0, tzinfo=dt.UTC)]
    clock = replace(setting.surroundings, clock=lambda: now[0])
    application = Application(qapp, replace(setting, surroundings=clock))
    assert application.start(workspace_path)
    folder = workspace_path.with_name("penilaian saya.sqlite-backups")
    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1)
    (timer,) = (
        one for one in application.findChildren(QTimer) if one.interval() == LOOK_AT_THE_DAY
    )

    now[0] += dt.timedelta(days=1)
    timer.setInterval(5)

    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 2)
    qtbot.waitUntil(lambda: not application.tasks.are_running)
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()
