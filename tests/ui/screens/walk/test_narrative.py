"""Weaknesses, strengths, recommendations."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from assessor.domain.records import NarrativeSection
from tests.ui.finding import find
from tests.ui.screens.walk.driver import BADUNG, Walker

HALF_A_SECOND = 500


@pytest.fixture
def narrative(denpasar: Walker) -> Walker:
    """Denpasar is open at its narrative, the cursor in the first list."""
    for _step in range(5):
        denpasar.keys("Ctrl+Right")
    find(denpasar.widget, QPlainTextEdit, "weaknesses").setFocus()
    return denpasar


def test_a_list_is_saved_half_a_second_after_the_last_key(narrative: Walker) -> None:
    with narrative.qtbot.waitSignal(narrative.events.changed, timeout=HALF_A_SECOND):
        narrative.type("Anggaran kecil")

    assert narrative.saved().items(NarrativeSection.WEAKNESSES) == ("Anggaran kecil",)


def test_every_line_is_an_item(narrative: Walker) -> None:
    narrative.keys("Tab")
    narrative.type("Wali kota mendukung")
    narrative.keys("Return")
    narrative.type("Forum aktif")
    narrative.keys("Esc")

    assert narrative.saved().items(NarrativeSection.STRENGTHS) == (
        "Wali kota mendukung",
        "Forum aktif",
    )


def test_the_step_counts_lists_with_items(narrative: Walker) -> None:
    narrative.type("Anggaran kecil")
    narrative.keys("Esc")
    narrative.settle()

    step = find(narrative.widget, QAbstractButton, "step_narrative")
    assert step.accessibleName() == "Narrative: 1 of 3"


def test_going_to_another_region_keeps_every_key(narrative: Walker) -> None:
    narrative.type("jangan hilang")
    narrative.open(BADUNG)

    assert narrative.saved().items(NarrativeSection.WEAKNESSES) == ("jangan hilang",)


def test_another_region_shows_its_own_lists(narrative: Walker) -> None:
    narrative.type("milik Denpasar")
    narrative.open(BADUNG)
    for _step in range(5):
        narrative.keys("Ctrl+Right")

    assert find(narrative.widget, QPlainTextEdit, "weaknesses").toPlainText() == ""


def test_undo_takes_a_stay_in_a_list_back(narrative: Walker) -> None:
    narrative.type("Anggaran kecil")
    narrative.keys("Esc")
    narrative.settle()

    narrative.keys("Ctrl+Z")

    assert narrative.saved().items(NarrativeSection.WEAKNESSES) == ()
    assert find(narrative.widget, QPlainTextEdit, "weaknesses").toPlainText() == ""
    assert narrative.text("told") == "Undone: narrative"


def test_a_locked_narrative_is_read_only(narrative: Walker) -> None:
    narrative.score_all()
    narrative.workspace.assessments.lock(narrative.saved().id)
    narrative.screen.show_round(narrative.round)
    narrative.open()
    narrative.keys("Ctrl+Left")

    assert find(narrative.widget, QPlainTextEdit, "strengths").isReadOnly()


def test_undo_and_redo_go_on_from_the_list_that_changed(narrative: Walker) -> None:
    strengths = find(narrative.widget, QPlainTextEdit, "strengths")
    weaknesses = find(narrative.widget, QPlainTextEdit, "weaknesses")
    narrative.type("Anggaran kecil")
    narrative.keys("Tab")
    narrative.type("Forum aktif")
    narrative.keys("Esc")
    narrative.settle()

    narrative.keys("Ctrl+Z")
    narrative.settle()
    assert strengths.hasFocus()
    narrative.keys("Ctrl+Z")
    narrative.settle()
    assert weaknesses.hasFocus()
    assert (weaknesses.toPlainText(), strengths.toPlainText()) == ("", "")

    narrative.keys("Ctrl+Shift+Z")
    narrative.settle()
    assert weaknesses.hasFocus()
    narrative.keys("Ctrl+Shift+Z")
    assert strengths.hasFocus()
    assert narrative.saved().items(NarrativeSection.WEAKNESSES) == ("Anggaran kecil",)
    assert narrative.saved().items(NarrativeSection.STRENGTHS) == ("Forum aktif",)
