"""Short questions: an answer is a text, or no answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.during import during
from tests.ui.finding import find
from ui.dialogs import TextQuestion, WindowDialogs


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def dialogs(window: QWidget) -> WindowDialogs:
    return WindowDialogs(window)


def test_a_reason_that_is_empty_cannot_be_given(window: QWidget) -> None:
    question = TextQuestion(window, "Reopen", "Why?", QPlainTextEdit())
    accept = find(question, QPushButton, "accept")
    assert not accept.isEnabled()

    find(question, QPlainTextEdit, "answer").setPlainText("  \n")
    assert not accept.isEnabled()

    find(question, QPlainTextEdit, "answer").setPlainText("evidence came late")
    assert accept.isEnabled()


def test_the_answer_comes_back_trimmed(dialogs: WindowDialogs) -> None:
    def type_it(question: QWidget) -> None:
        find(question, QLineEdit, "answer").setText("  Tukad Bindu ")
        find(question, QPushButton, "accept").click()

    with during(TextQuestion, type_it):
        assert dialogs.ask_name("Programme", "Name") == "Tukad Bindu"


def test_thinking_better_of_it_is_no_answer(dialogs: WindowDialogs) -> None:
    with during(TextQuestion, lambda question: find(question, QPushButton, "cancel").click()):
        assert dialogs.ask_reason("Reopen", "Why?") is None


def test_escape_chooses_nothing(dialogs: WindowDialogs) -> None:
    with during(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Escape)):
        assert dialogs.choose("Open", "Which one?", ("one", "two")) is None


def test_enter_chooses_the_first(dialogs: WindowDialogs) -> None:
    with during(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Return)):
        assert dialogs.choose("Open", "Which one?", ("one", "two")) == 0


def test_enter_never_confirms(dialogs: WindowDialogs) -> None:
    with during(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Return)):
        assert not dialogs.confirm("Remove", "Remove it?", "Remove")


def test_the_button_confirms(dialogs: WindowDialogs) -> None:
    with during(QMessageBox, lambda box: find(box, QPushButton, "option_1").click()):
        assert dialogs.confirm("Remove", "Remove it?", "Remove")


def test_a_problem_is_told_in_the_language_of_the_window(dialogs: WindowDialogs) -> None:
    said: list[str] = []

    def read(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        find(box, QPushButton, "accept").click()

    with during(QMessageBox, read):
        dialogs.problem("The disk is full.")

    assert said == ["The disk is full."]


@pytest.mark.parametrize("details", ["", "the last line"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_problem_is_put_away_with_one_key(
    dialogs: WindowDialogs, key: Qt.Key, details: str
) -> None:
    with during(QMessageBox, lambda box: QTest.keyClick(box, key)):
        dialogs.problem("The disk is full.", details)
