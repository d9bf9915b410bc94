"""Each key of the map does what the map says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from assessor.domain.ids import QuestionKey
from assessor.domain.score import BLANK, AnswerKey, Score
from tests.ui.finding import find
from tests.ui.screens.walk.driver import Walker
from ui.widgets.keyboard_map import KEY_MAP, KeyboardMap

FIRST = "baseline.planning.legal_basis"
SECOND = "baseline.planning.council_activity"
LAST = "baseline.realization.action_plans"


def first_key(walk: Walker) -> AnswerKey:
    return AnswerKey(next(iter(walk.instrument().questions)))


@pytest.mark.parametrize("points", range(5))
def test_a_digit_scores_and_moves_on(denpasar: Walker, points: int) -> None:
    denpasar.keys(str(points))

    assert denpasar.saved().answer(first_key(denpasar)).score == Score(points)
    assert denpasar.question() == SECOND


def test_a_blank_is_not_a_zero(denpasar: Walker) -> None:
    denpasar.keys("0", "Up", "Delete")

    assert denpasar.saved().answer(first_key(denpasar)).score == BLANK


def test_after_the_last_question_the_walk_stays_there(denpasar: Walker) -> None:
    denpasar.keys("End", "3")

    assert denpasar.question() == LAST


def test_a_digit_too_many_does_not_change_the_last_question(denpasar: Walker) -> None:
    last = AnswerKey(QuestionKey(LAST))
    denpasar.keys("End", "3", "1")

    assert denpasar.saved().answer(last).score == Score(3)
    assert denpasar.text("told").startswith("That was the last question of this step.")
    assert "Output" in denpasar.text("told")


@pytest.mark.parametrize("move", [("Down",), ("Up", "Down"), ("Delete",)])
def test_after_a_move_the_last_question_takes_a_digit_again(
    denpasar: Walker, move: tuple[str, ...]
) -> None:
    last = AnswerKey(QuestionKey(LAST))
    denpasar.keys("End", "3", *move, "1")

    assert denpasar.saved().answer(last).score == Score(1)


def test_a_reason_for_the_last_question_ends_the_step_too(denpasar: Walker) -> None:
    denpasar.keys("End", "N")
    denpasar.type("Tidak ada laut")
    denpasar.keys("Return", "1")

    last = AnswerKey(QuestionKey(LAST))
    assert denpasar.saved().answer(last).score == Score.not_applicable("Tidak ada laut")


def test_a_step_chosen_by_the_mouse_takes_the_next_digit(denpasar: Walker) -> None:
    tab = find(denpasar.widget, QAbstractButton, "step_output")
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    key = denpasar.table.current_key()
    assert key is not None

    denpasar.keys("4")

    assert denpasar.step() == "output"
    assert denpasar.saved().answer(key).score == Score(4)


def test_control_and_page_keys_go_through_the_steps_from_every_field(denpasar: Walker) -> None:
    denpasar.keys("Return")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    visited = []
    for _step in range(6):
        denpasar.keys("Ctrl+PgDown")
        visited.append(denpasar.step())
    denpasar.keys("Ctrl+PgUp")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    denpasar.keys("Ctrl+PgUp")

    assert visited == ["output", "outcome", "impact", "quick_win", "narrative", "review"]
    assert denpasar.step() == "quick_win"


def test_control_and_an_arrow_move_by_a_word_in_a_text(denpasar: Walker) -> None:
    denpasar.keys("Return")
    denpasar.type("satu dua")
    denpasar.keys("Ctrl+Left")
    denpasar.type("x")

    assert denpasar.step() == "baseline"
    assert find(denpasar.widget, QPlainTextEdit, "note").toPlainText() == "satu xdua"


def test_what_is_said_leaves_the_heading_its_room_and_goes_with_the_language(
    denpasar: Walker,
) -> None:
    denpasar.keys("2")
    denpasar.settle()
    denpasar.keys("Ctrl+Z")
    denpasar.settle()
    told, caption = (find(denpasar.widget, QLabel, name) for name in ("told", "caption"))
    assert told.isVisible()
    assert told.geometry().top() >= caption.geometry().bottom()

    denpasar.screen.retranslate()

    assert not told.isVisible()


def test_up_and_down_pass_over_headings(denpasar: Walker) -> None:
    denpasar.keys("Down", "Down", "Down")
    assert denpasar.question() == "baseline.realization.programs"

    denpasar.keys("Up")
    assert denpasar.question() == "baseline.planning.managing_body_activity"


def test_home_and_end_go_to_the_first_and_last_question(denpasar: Walker) -> None:
    denpasar.keys("End")
    assert denpasar.question() == LAST

    denpasar.keys("Home")
    assert denpasar.question() == FIRST


def test_page_down_and_page_up_go_further_than_one_question(denpasar: Walker) -> None:
    for _step in range(3):
        denpasar.keys("Ctrl+Right")
    denpasar.keys("Home")
    start = denpasar.table.currentIndex().row()

    denpasar.keys("PgDown")
    assert denpasar.table.currentIndex().row() > start + 2

    denpasar.keys("PgUp")
    assert denpasar.table.currentIndex().row() == start


def test_n_asks_why_and_scores_only_with_a_reason(denpasar: Walker) -> None:
    denpasar.keys("N", "Return")
    assert denpasar.saved().answer(first_key(denpasar)).score == BLANK
    assert "reason" in denpasar.text("problem")

    denpasar.type("Tidak ada laut")
    denpasar.keys("Return")

    score = Score.not_applicable("Tidak ada laut")
    assert denpasar.saved().answer(first_key(denpasar)).score == score
    assert denpasar.question() == SECOND


def test_escape_drops_the_question_why(denpasar: Walker) -> None:
    denpasar.keys("N")
    denpasar.type("sudah")
    denpasar.keys("Esc", "2")

    assert denpasar.saved().answer(first_key(denpasar)).score == Score(2)


def test_enter_writes_the_note_and_escape_returns(denpasar: Walker) -> None:
    denpasar.keys("Return")
    denpasar.type("Perda ada 2N")
    denpasar.keys("Esc", "Down")

    assert denpasar.saved().answer(first_key(denpasar)).note == "Perda ada 2N"
    assert denpasar.question() == SECOND


def test_m_marks_and_unmarks(denpasar: Walker) -> None:
    denpasar.keys("M")
    assert denpasar.saved().answer(first_key(denpasar)).is_marked

    denpasar.keys("M")
    assert not denpasar.saved().answer(first_key(denpasar)).is_marked


def test_e_takes_a_link_as_evidence(denpasar: Walker) -> None:
    denpasar.keys("E")
    denpasar.type("https://example.go.id/12")
    denpasar.keys("Tab")
    denpasar.type("Perda smart city")
    denpasar.keys("Return")

    (piece,) = denpasar.saved().evidence
    assert (piece.title, piece.link) == ("Perda smart city", "https://example.go.id/12")
    assert piece.question == FIRST


def test_control_and_arrows_go_through_the_steps(denpasar: Walker) -> None:
    visited = [denpasar.step()]
    for _step in range(6):
        denpasar.keys("Ctrl+Right")
        visited.append(denpasar.step())
        if visited[-1] == "narrative":
            denpasar.keys("Esc")
    denpasar.keys("Ctrl+Left")

    dimensions = ["baseline", "output", "outcome", "impact", "quick_win"]
    assert visited == [*dimensions, "narrative", "review"]
    assert denpasar.step() == "narrative"


@pytest.mark.parametrize(
    "keys", [("Ctrl+Right",), ("3",), ("Ctrl+K", "B", "A", "D", "U", "Return")]
)
def test_what_was_undone_is_said_until_the_next_step_edit_or_region(
    denpasar: Walker, keys: tuple[str, ...]
) -> None:
    denpasar.keys("2")
    denpasar.settle()
    denpasar.keys("Ctrl+Z")
    denpasar.settle()
    assert denpasar.text("told").startswith("Undone")

    denpasar.keys(*keys)

    assert denpasar.text("told") == ""


def test_undo_and_redo_go_where_it_happened_and_say_so(denpasar: Walker) -> None:
    denpasar.keys("2", "Ctrl+Right")
    denpasar.settle()

    denpasar.keys("Ctrl+Z")
    assert denpasar.saved().answer(first_key(denpasar)).score == BLANK
    assert (denpasar.step(), denpasar.question()) == ("baseline", FIRST)
    assert denpasar.text("told").startswith("Undone: score of")
    assert denpasar.text("told").endswith("2 → –")

    denpasar.settle()
    denpasar.keys("Ctrl+Shift+Z")
    assert denpasar.saved().answer(first_key(denpasar)).score == Score(2)

    denpasar.settle()
    denpasar.keys("Ctrl+Z")
    denpasar.settle()
    denpasar.keys("Ctrl+Y")
    assert denpasar.saved().answer(first_key(denpasar)).score == Score(2)


@pytest.mark.parametrize("redo", ["Ctrl+Shift+Z", "Ctrl+Y"])
def test_in_a_note_undo_is_the_notes_own(denpasar: Walker, redo: str) -> None:
    denpasar.keys("3", "Return")
    denpasar.type("abc")
    note = find(denpasar.widget, QPlainTextEdit, "note")

    for _press in range(4):
        denpasar.keys("Ctrl+Z")
    assert note.toPlainText() == ""
    assert denpasar.saved().answer(first_key(denpasar)).score == Score(3)

    denpasar.keys(redo)
    assert note.toPlainText() == "abc"


def test_f6_goes_round_the_parts_of_the_window(denpasar: Walker) -> None:
    start = QApplication.focusWidget()
    seen = {start}
    for _part in range(4):
        denpasar.keys("F6")
        seen.add(QApplication.focusWidget())
    denpasar.keys("F6")

    assert len(seen) == 5
    assert QApplication.focusWidget() is start


def test_control_k_finds_a_region_by_part_of_its_name(walk: Walker) -> None:
    walk.keys("Ctrl+K")
    walk.type("denpas")
    walk.keys("Return")

    assert walk.text("region_name") == "KOTA DENPASAR"
    assert find(walk.widget, QLineEdit, "region_search").text() == ""


def test_escape_gives_the_search_up(denpasar: Walker) -> None:
    denpasar.keys("Ctrl+K")
    denpasar.type("sleman")
    denpasar.keys("Esc", "1")

    assert denpasar.saved().answer(first_key(denpasar)).score == Score(1)


def test_the_map_names_every_key_in_words(walk: Walker) -> None:
    dialog = KeyboardMap(walk.widget)
    walk.qtbot.addWidget(dialog)

    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {use.meaning for group in KEY_MAP for use in group.uses} <= shown


@pytest.mark.parametrize(("key", "column"), [("F8", "region_column"), ("F9", "result_column")])
def test_the_outer_columns_are_folded_away_and_back(
    denpasar: Walker, key: str, column: str
) -> None:
    folded = find(denpasar.widget, QWidget, column)
    denpasar.keys(key)
    assert folded.isHidden()

    denpasar.keys(key)
    assert folded.isVisible()


def test_a_note_typed_right_after_a_step_is_about_its_question(denpasar: Walker) -> None:
    left = denpasar.table.current_key()
    assert left is not None

    denpasar.keys("Ctrl+Right", "Return")
    denpasar.type("Seen on site")
    came = denpasar.table.current_key()
    assert came is not None
    denpasar.settle()

    assert denpasar.saved().answer(came).note == "Seen on site"
    assert denpasar.saved().answer(left).note == ""


def test_the_words_of_the_question_follow_the_step(denpasar: Walker) -> None:
    denpasar.keys("Ctrl+Right")
    denpasar.settle()

    line = denpasar.table.current_line()
    assert line is not None
    assert denpasar.text("question_text").endswith(line.text)


def test_another_step_shows_its_questions_without_a_reset_of_the_table(denpasar: Walker) -> None:
    denpasar.keys("Down", "Down")
    with denpasar.qtbot.assertNotEmitted(denpasar.table.questions.modelReset):
        denpasar.keys("Ctrl+Right")

    first = denpasar.table.questions.question_rows()[0]
    assert denpasar.table.currentIndex().row() == first
    assert denpasar.table.verticalScrollBar().value() == 0
