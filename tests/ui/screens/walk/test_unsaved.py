"""What is typed while the workspace refuses it: nothing is lost, nothing lands elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from assessor.domain.records import NarrativeSection
from assessor.domain.score import AnswerKey
from tests.ui.finding import find
from tests.ui.screens.walk.driver import BADUNG, DENPASAR, Walker
from ui.widgets.saving_text import SavingText

TOO_LONG = "x" * 40_000


def note(walk: Walker) -> QPlainTextEdit:
    return find(walk.widget, QPlainTextEdit, "note")


def reason(walk: Walker) -> QLineEdit:
    return find(walk.widget, QLineEdit, "reason")


def weaknesses(walk: Walker) -> QPlainTextEdit:
    return find(walk.widget, QPlainTextEdit, "weaknesses")


def question(walk: Walker, place: int) -> AnswerKey:
    return AnswerKey(list(walk.instrument().questions)[place])


def away(walk: Walker) -> Path:
    """Take the workspace's file away; returns where it is."""
    path = walk.workspace.path
    return path.rename(path.with_name("elsewhere"))


def back(walk: Walker) -> None:
    path = walk.workspace.path
    path.with_name("elsewhere").rename(path)


@pytest.fixture
def narrative(denpasar: Walker) -> Walker:
    """Denpasar is open at its narrative, the cursor in the first list."""
    for _step in range(5):
        denpasar.keys("Ctrl+Right")
    weaknesses(denpasar).setFocus()
    return denpasar


def test_undo_in_a_note_brings_nothing_back_from_another_question(denpasar: Walker) -> None:
    denpasar.keys("Return")
    denpasar.type("milik satu")
    denpasar.keys("Ctrl+A", "Del", "Esc", "Down", "Return", "Ctrl+Z", "Esc")

    assert note(denpasar).toPlainText() == ""
    assert denpasar.saved().answer(question(denpasar, 1)).note == ""


def test_undo_in_a_list_brings_nothing_back_from_another_region(narrative: Walker) -> None:
    narrative.type("milik Denpasar")
    narrative.keys("Ctrl+A", "Del")
    narrative.open(BADUNG)
    for _step in range(5):
        narrative.keys("Ctrl+Right")
    weaknesses(narrative).setFocus()
    narrative.keys("Ctrl+Z", "Esc")

    assert narrative.saved(BADUNG).items(NarrativeSection.WEAKNESSES) == ()


def test_undo_in_a_reason_brings_nothing_back_from_another_question(denpasar: Walker) -> None:
    denpasar.keys("N")
    denpasar.type("milik satu")
    denpasar.keys("Ctrl+A", "Del", "Esc", "Down", "N", "Ctrl+Z")

    assert reason(denpasar).text() == ""


def test_a_refused_note_is_saved_when_the_workspace_is_back(denpasar: Walker) -> None:
    denpasar.keys("Return")
    away(denpasar)
    denpasar.type("jangan hilang")
    denpasar.keys("Esc")
    assert denpasar.is_told("problem")
    back(denpasar)

    denpasar.settle()

    assert denpasar.saved().answer(question(denpasar, 0)).note == "jangan hilang"
    assert not denpasar.is_told("problem")


def test_a_refused_note_is_tried_again_by_itself(denpasar: Walker) -> None:
    denpasar.keys("Return")
    (timer,) = find(denpasar.widget, SavingText, "note").unsaved.findChildren(QTimer)
    timer.setInterval(20)
    away(denpasar)
    denpasar.type("jangan hilang")
    denpasar.keys("Esc", "Down")
    back(denpasar)

    denpasar.qtbot.waitUntil(
        lambda: denpasar.saved().answer(question(denpasar, 0)).note == "jangan hilang"
    )
    assert denpasar.saved().answer(question(denpasar, 1)).note == ""


def test_a_refused_list_stays_as_typed_when_another_is_saved(narrative: Walker) -> None:
    weaknesses(narrative).setPlainText(TOO_LONG)
    narrative.keys("Tab")
    narrative.type("Forum aktif")
    narrative.keys("Tab")

    assert narrative.saved().items(NarrativeSection.STRENGTHS) == ("Forum aktif",)
    assert weaknesses(narrative).toPlainText() == TOO_LONG
    assert "characters" in narrative.text("narrative_problem")


def test_a_refused_list_is_shown_again_with_its_region(narrative: Walker) -> None:
    weaknesses(narrative).setPlainText(TOO_LONG)
    narrative.keys("Tab")
    narrative.open(BADUNG)
    narrative.open(DENPASAR)
    for _step in range(5):
        narrative.keys("Ctrl+Right")

    assert weaknesses(narrative).toPlainText() == TOO_LONG
    assert narrative.is_told("narrative_problem")


def test_a_refused_reason_stays_as_typed(denpasar: Walker) -> None:
    denpasar.keys("N")
    away(denpasar)
    denpasar.type("Tidak ada pantai")
    denpasar.keys("Return")
    denpasar.keys("Tab")
    denpasar.table.setFocus()
    denpasar.keys("Down", "Up")
    assert reason(denpasar).text() == "Tidak ada pantai"
    assert denpasar.is_told("problem")
    back(denpasar)

    denpasar.settle()

    score = denpasar.saved().answer(question(denpasar, 0)).score
    assert score.reason == "Tidak ada pantai"


def test_a_pasted_note_keeps_the_cursor_where_it_was(denpasar: Walker) -> None:
    QGuiApplication.clipboard().setText("dari\x07 lampiran")
    denpasar.keys("Return", "Ctrl+V")
    denpasar.settle()
    denpasar.type(" tiga")
    denpasar.settle()

    assert denpasar.saved().answer(question(denpasar, 0)).note == "dari lampiran tiga"


def test_going_about_in_a_vanished_workspace_says_so_once(denpasar: Walker) -> None:
    away(denpasar)

    denpasar.keys("Down", "Down", "Ctrl+Right", "Ctrl+Left")
    denpasar.settle()

    assert str(denpasar.workspace.path) in denpasar.text("told")
    assert denpasar.answers.said == []
