"""What pages rest on is read again, the last time asked for counts."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from assessor.domain.errors import RoundUnknown, UserError
from tests.ui.answers import Answers
from ui.letters.rereading import Rereading
from ui.tasks import Tasks


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()


def test_only_what_was_asked_for_last_is_told(
    qtbot: QtBot, qapp: QObject, tasks: Tasks, answers: Answers
) -> None:
    rereading, gate = Rereading(qapp, tasks, answers), threading.Event()
    told: list[object] = []
    rereading.came.connect(told.append)

    def first() -> str:
        gate.wait()
        return "first"

    rereading.ask(first)
    rereading.ask(lambda: "second")
    rereading.ask(lambda: "third")
    gate.set()
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["third"]


def test_what_cannot_be_read_is_explained(
    qtbot: QtBot, qapp: QObject, tasks: Tasks, answers: Answers
) -> None:
    rereading = Rereading(qapp, tasks, answers)

    def fail() -> object:
        error: UserError = RoundUnknown(found="Evaluasi 2020")
        raise error

    rereading.ask(fail)
    qtbot.waitUntil(lambda: bool(answers.said))

    assert "Evaluasi 2020" in answers.said[0]
