"""What is shown is read again beside the window; the last time asked for counts."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from assessor.domain.errors import RoundUnknown, UserError
from ui.reading import Reading
from ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()
    qtbot.waitUntil(lambda: not tasks.are_running)


class Gate:
    """Work that waits until it may go on, and what was read and told."""

    def __init__(self, tasks: Tasks) -> None:
        self.reading = Reading(tasks)
        self.read: list[str] = []
        self.told: list[object] = []
        self._open = threading.Event()

    def ask(self, name: str, kind: str = "round") -> None:
        self.reading.read(kind, self._work(name), self.told.append)

    def open(self) -> None:
        self._open.set()

    def _work(self, name: str) -> Callable[[], object]:
        def work() -> str:
            self._open.wait()
            self.read.append(name)
            return name

        return work


@pytest.fixture
def gate(tasks: Tasks) -> Gate:
    return Gate(tasks)


def test_only_what_was_asked_for_last_is_told(qtbot: QtBot, tasks: Tasks, gate: Gate) -> None:
    for name in ("first", "second", "third"):
        gate.ask(name)
    gate.open()
    qtbot.waitUntil(lambda: not tasks.are_running)

    assert gate.told == ["third"]


def test_what_was_overtaken_before_its_turn_is_not_even_read(
    qtbot: QtBot, tasks: Tasks, gate: Gate
) -> None:
    for name in ("first", "second", "third"):
        gate.ask(name)
    gate.open()
    qtbot.waitUntil(lambda: not tasks.are_running)

    assert gate.read == ["first", "third"]


def test_each_kind_is_read_for_itself(qtbot: QtBot, gate: Gate) -> None:
    gate.ask("all", "round")
    gate.ask("one", "region")
    gate.open()
    qtbot.waitUntil(lambda: len(gate.told) == 2)

    assert sorted(map(str, gate.told)) == ["all", "one"]


def test_what_was_dropped_is_not_told(qtbot: QtBot, tasks: Tasks, gate: Gate) -> None:
    gate.ask("first")
    gate.reading.drop("round")
    gate.open()
    qtbot.waitUntil(lambda: not tasks.are_running)

    assert gate.told == []


def test_after_a_drop_the_next_wish_is_read(qtbot: QtBot, gate: Gate) -> None:
    gate.ask("first")
    gate.reading.drop("round")
    gate.ask("second")
    gate.open()
    qtbot.waitUntil(lambda: bool(gate.told))

    assert gate.told == ["second"]


def test_a_refusal_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    refused: list[UserError] = []

    def fail() -> object:
        raise RoundUnknown(found="Evaluasi 2020")

    Reading(tasks).read("round", fail, told.append, refused.append)
    qtbot.waitUntil(lambda: bool(refused))

    assert isinstance(refused[0], RoundUnknown)
    assert told == []


def test_a_mistake_of_the_program_does_not_stop_the_next_reading(
    qtbot: QtBot, tasks: Tasks, gate: Gate
) -> None:
    def stumble() -> object:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as crashed:
        gate.reading.read("round", stumble, gate.told.append)
        qtbot.waitUntil(lambda: not tasks.are_running)
    gate.ask("second")
    gate.open()
    qtbot.waitUntil(lambda: bool(gate.told))

    assert [kind for kind, _error, _traceback in crashed] == [ZeroDivisionError]
    assert gate.told == ["second"]
