"""A mistake of the program: written down, shown with a report, and nothing personal in it."""

import getpass
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from assessor.domain.errors import WorkspaceVanished
from tests.ui.finding import find
from ui import crash
from ui.crash import CrashDialog, CrashHook, describe
from ui.messages import explain


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def hook(tmp_path: Path, shown: list[str], qtbot: QtBot) -> Iterator[CrashHook]:
    """The hook, installed for this test only."""
    assert qtbot is not None
    before = sys.excepthook, threading.excepthook
    installed = CrashHook(tmp_path / "logs" / "crash.log", shown.append)
    installed.install()
    yield installed
    sys.excepthook, threading.excepthook = before


def caught_error(text: str = "a name somebody typed") -> ValueError:
    """Return an error that was raised and therefore knows where."""
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def catch(hook: CrashHook, error: BaseException) -> None:
    hook.caught(type(error), error, error.__traceback__)


def test_it_is_shown_and_written_down(hook: CrashHook, shown: list[str], qtbot: QtBot) -> None:
    catch(hook, caught_error())

    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "ValueError" in shown[0]
    assert shown[0] in hook.log_file.read_text(encoding="utf-8")


def test_a_mistake_in_a_thread_is_shown_as_well(
    hook: CrashHook, shown: list[str], qtbot: QtBot
) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "ZeroDivisionError" in shown[0]
    assert hook.log_file.exists()


def test_the_report_quotes_nothing_that_was_typed_and_no_folder() -> None:
    error = caught_error()

    report = describe(error, error.__traceback__)

    assert "a name somebody typed" not in report.replace('"a name somebody typed"', "")
    assert str(Path.home()) not in report
    assert getpass.getuser() not in report
    assert "tests/ui/test_crash.py" in report


def test_a_long_log_is_put_aside(hook: CrashHook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "LOG_BYTES", 10)
    catch(hook, caught_error())
    first = hook.log_file.read_text(encoding="utf-8")

    catch(hook, caught_error())

    assert hook.log_file.with_suffix(".old.log").read_text(encoding="utf-8") == first


def test_a_log_that_cannot_be_written_does_not_hide_the_error(
    tmp_path: Path, shown: list[str], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    hook = CrashHook(tmp_path / "file" / "crash.log", shown.append)

    catch(hook, caught_error())

    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "ValueError" in capsys.readouterr().err


def test_one_report_is_shown_at_a_time(tmp_path: Path, qtbot: QtBot) -> None:
    shown: list[str] = []

    def show(report: str) -> None:
        shown.append(report)
        if len(shown) == 1:
            catch(once, caught_error())
            QGuiApplication.processEvents()

    once = CrashHook(tmp_path / "crash.log", show)

    catch(once, caught_error())

    qtbot.waitUntil(lambda: bool(shown))
    assert len(shown) == 1


def test_what_a_person_can_mend_is_said_in_its_words(
    tmp_path: Path, shown: list[str], qtbot: QtBot
) -> None:
    said: list[str] = []
    hook = CrashHook(tmp_path / "crash.log", shown.append, said.append)

    catch(hook, WorkspaceVanished(tmp_path / "kota.sqlite"))

    qtbot.waitUntil(lambda: len(said) == 1)
    assert said == [explain(WorkspaceVanished(tmp_path / "kota.sqlite"))]
    assert shown == []


def test_before_the_window_runs_an_error_is_said_in_the_terminal(
    hook: CrashHook, capsys: pytest.CaptureFixture[str]
) -> None:
    catch(hook, caught_error())

    assert "ValueError" in capsys.readouterr().err


def test_the_report_can_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("what happened", tmp_path / "crash.log")
    qtbot.addWidget(dialog)

    find(dialog, QPushButton, "copy").click()

    assert QGuiApplication.clipboard().text() == "what happened"
    assert find(dialog, QPlainTextEdit, "report").isReadOnly()
