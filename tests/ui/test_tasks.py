"""Long work: off the window's thread, cancellable, and never lost."""

import threading
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from assessor.domain.errors import DiskFull, UserError
from ui.tasks import TaskControl, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    assert qtbot is not None
    return Tasks()


def test_work_is_done_on_another_thread(tasks: Tasks, qtbot: QtBot) -> None:
    task = tasks.task(lambda _control: threading.get_ident())

    with qtbot.waitSignal(task.finished) as told:
        task.start()

    assert told.args != [threading.get_ident()]


def test_what_it_tells_arrives_on_the_thread_of_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[tuple[int, int, str, int]] = []
    task = tasks.task(lambda control: control.report(1, 2, "KOTA DENPASAR"))
    task.progressed.connect(
        lambda done, total, name: heard.append((done, total, name, threading.get_ident()))
    )

    with qtbot.waitSignal(task.ended):
        task.start()

    assert heard == [(1, 2, "KOTA DENPASAR", threading.get_ident())]


def test_when_it_has_ended_its_thread_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    left: list[bool] = []
    for _time in range(50):
        task = tasks.task(lambda control: control.report(1, 1, ""))
        task.ended.connect(
            lambda: left.append(any(one.name == "task" for one in threading.enumerate()))
        )
        with qtbot.waitSignal(task.ended):
            task.start()

    assert left == [False] * 50


def test_what_a_person_can_mend_is_told(tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    problem = DiskFull(tmp_path)

    def fail(_control: TaskControl) -> None:
        raise problem

    task = tasks.task(fail)

    with qtbot.waitSignal(task.failed) as told:
        task.start()

    assert told.args == [problem]
    assert isinstance(problem, UserError)


def test_a_mistake_of_the_program_reaches_the_crash_hook(tasks: Tasks, qtbot: QtBot) -> None:
    task = tasks.task(lambda _control: 1 // 0)

    with capture_exceptions() as caught, qtbot.waitSignal(task.ended):
        task.start()

    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_work_hears_that_it_was_cancelled(tasks: Tasks, qtbot: QtBot) -> None:
    began = threading.Event()

    def work(control: TaskControl) -> str:
        began.set()
        while not control.is_cancelled():
            threading.Event().wait(0.001)
        return "stopped"

    task = tasks.task(work)
    task.start()
    began.wait()

    with qtbot.waitSignal(task.finished) as told:
        task.cancel()

    assert told.args == ["stopped"]


def test_stopping_cancels_what_runs_and_waits_for_it(tasks: Tasks, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def work(control: TaskControl) -> None:
        while not control.is_cancelled():
            threading.Event().wait(0.001)
        stopped.set()

    task = tasks.task(work)
    task.start()

    tasks.stop()

    assert stopped.is_set()
    qtbot.waitUntil(lambda: not tasks.are_running)
