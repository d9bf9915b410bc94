"""The table of questions and the panel below it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assessor.domain.ids import InstrumentId, RegionId
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.screens.walk.driver import Walker, again
from ui.screens.walk.question_model import Column, QuestionModel
from ui.widgets.score_cells import NOT_APPLICABLE

FIRST = "baseline.planning.legal_basis"
SIX = ("2020", "2022-early-phase", "2022-reguler", "2023-kppn-ikn", "2023-reguler", "2024-reguler")
HALF_A_SECOND = 500


def first_key(walk: Walker) -> AnswerKey:
    return AnswerKey(next(iter(walk.instrument().questions)))


def second_key(walk: Walker) -> AnswerKey:
    return AnswerKey(list(walk.instrument().questions)[1])


def note(walk: Walker) -> QPlainTextEdit:
    return find(walk.widget, QPlainTextEdit, "note")


def test_the_model_keeps_qts_rules(denpasar: Walker) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(denpasar.table.questions, mode)

    denpasar.keys("1", "2")
    denpasar.keys("Ctrl+Right", "Ctrl+Right")

    assert tester.model().rowCount() > 33


@pytest.mark.parametrize("points", range(5))
def test_a_click_on_a_painted_button_scores_and_stays(denpasar: Walker, points: int) -> None:
    denpasar.click_score(first_key(denpasar), points)

    assert denpasar.saved().answer(first_key(denpasar)).score == Score(points)
    assert denpasar.question() == FIRST


def test_a_click_on_not_applicable_asks_why(denpasar: Walker) -> None:
    denpasar.click_score(first_key(denpasar), NOT_APPLICABLE)

    assert find(denpasar.widget, QLineEdit, "reason").hasFocus()
    assert denpasar.saved().answer(first_key(denpasar)).score == BLANK


def test_a_reason_that_was_not_confirmed_is_kept(denpasar: Walker) -> None:
    denpasar.keys("N")
    denpasar.type("Tidak ada laut")
    denpasar.click_score(second_key(denpasar), 3)

    saved = denpasar.saved()
    assert saved.answer(first_key(denpasar)).score == Score.not_applicable("Tidak ada laut")
    assert saved.answer(second_key(denpasar)).score == Score(3)


def test_leaving_the_question_why_empty_scores_nothing(denpasar: Walker) -> None:
    denpasar.keys("N")
    denpasar.click_score(second_key(denpasar), 3)

    assert denpasar.saved().answer(first_key(denpasar)).score == BLANK
    assert not find(denpasar.widget, QLineEdit, "reason").isVisible()


def test_the_wheel_scrolls_and_never_scores(denpasar: Walker) -> None:
    denpasar.keys("Ctrl+Right", "Ctrl+Right")
    before = denpasar.saved()
    scroll_bar = denpasar.table.verticalScrollBar()
    assert scroll_bar.value() == 0

    for _turn in range(5):
        denpasar.turn_wheel(denpasar.table.viewport())

    assert scroll_bar.value() > 0
    assert denpasar.saved().answers == before.answers


def test_nothing_starts_with_a_score(denpasar: Walker) -> None:
    model = denpasar.table.questions
    scores = [line.answer.score for row in model.question_rows() if (line := model.question(row))]

    assert scores
    assert all(score == BLANK for score in scores)


def test_a_score_is_read_out_with_its_question(denpasar: Walker) -> None:
    denpasar.keys("4", "Up")

    cell = denpasar.table.currentIndex()
    spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Question 1: Legal status of the smart city masterplan. Score: 4"


def test_a_note_is_saved_half_a_second_after_the_last_key(denpasar: Walker) -> None:
    denpasar.keys("Return")
    with denpasar.qtbot.waitSignal(denpasar.events.changed, timeout=HALF_A_SECOND):
        denpasar.type("Rapat dua kali")

    assert denpasar.saved().answer(first_key(denpasar)).note == "Rapat dua kali"


def test_leaving_the_field_saves_at_once(denpasar: Walker) -> None:
    denpasar.keys("Return")
    denpasar.type("Ada")
    denpasar.keys("Tab")

    assert denpasar.saved().answer(first_key(denpasar)).note == "Ada"


@pytest.mark.parametrize("leaving", ["Ctrl+K", "F6"])
def test_going_elsewhere_keeps_every_key(denpasar: Walker, leaving: str) -> None:
    denpasar.keys("Return")
    denpasar.type("jangan hilang")
    denpasar.keys(leaving)

    assert denpasar.saved().answer(first_key(denpasar)).note == "jangan hilang"


def test_one_stay_in_a_note_is_one_step_of_undo(denpasar: Walker) -> None:
    denpasar.keys("Return")
    for word in ("satu ", "dua ", "tiga"):
        with denpasar.qtbot.waitSignal(denpasar.events.changed):
            denpasar.type(word)
    denpasar.keys("Esc")
    denpasar.settle()

    denpasar.keys("Ctrl+Z")

    assert denpasar.saved().answer(first_key(denpasar)).note == ""
    assert note(denpasar).toPlainText() == ""


def test_a_note_that_is_too_long_is_refused_and_stays_as_typed(denpasar: Walker) -> None:
    typed = "x" * 40_000
    denpasar.keys("Return")
    note(denpasar).setPlainText(typed)
    denpasar.keys("Esc")
    assert "characters" in denpasar.text("problem")

    denpasar.keys("Down", "Up")

    assert note(denpasar).toPlainText() == typed
    assert denpasar.is_told("problem")
    assert denpasar.saved().answer(first_key(denpasar)).note == ""


def test_the_mark_is_a_tick_too(denpasar: Walker) -> None:
    find(denpasar.widget, QCheckBox, "mark").click()

    assert denpasar.saved().answer(first_key(denpasar)).is_marked


def test_a_file_becomes_evidence_with_its_fingerprint(denpasar: Walker, tmp_path: Path) -> None:
    paper = tmp_path / "Perda 12.pdf"
    paper.write_bytes(b"perda")
    denpasar.answers.answer(paper)

    find(denpasar.widget, QPushButton, "evidence_file").click()

    (piece,) = denpasar.saved().evidence
    assert (piece.title, piece.size) == ("Perda 12.pdf", 5)
    assert len(piece.sha256) == 64
    evidence = denpasar.table.questions.index(denpasar.table.currentIndex().row(), Column.EVIDENCE)
    assert evidence.data() == "1"


def test_a_file_that_is_gone_is_refused_at_the_question(denpasar: Walker, tmp_path: Path) -> None:
    denpasar.answers.answer(tmp_path / "hilang.pdf")

    find(denpasar.widget, QPushButton, "evidence_file").click()

    assert "hilang.pdf" in denpasar.text("problem")


def test_evidence_is_removed_and_comes_back(denpasar: Walker) -> None:
    denpasar.keys("E")
    denpasar.type("https://example.go.id")
    denpasar.keys("Return")
    find(denpasar.widget, QListView, "evidence").setFocus()
    denpasar.keys("Down", "Delete", "Esc")
    denpasar.settle()
    assert denpasar.saved().evidence == ()

    denpasar.keys("Ctrl+Z")

    assert [one.link for one in denpasar.saved().evidence] == ["https://example.go.id"]


def test_the_scale_says_that_it_is_an_example(denpasar: Walker) -> None:
    assert "not official" in denpasar.text("scale_title")
    assert denpasar.text("scale").splitlines()[0].startswith("0  Example")


def test_a_locked_assessment_is_read_only_and_says_why(denpasar: Walker) -> None:
    denpasar.score_all()
    denpasar.workspace.assessments.lock(denpasar.saved().id)
    before = denpasar.saved()
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()
    denpasar.keys("Ctrl+Left", "Ctrl+Left", "Ctrl+Left")
    denpasar.table.setFocus()

    denpasar.keys("0", "Delete", "N", "M")
    denpasar.click_score(AnswerKey(denpasar.question()), 0)

    assert denpasar.saved().answers == before.answers
    assert note(denpasar).isReadOnly()
    assert "locked" in denpasar.text("problem")
    assert "reopen" in denpasar.text("closed_because")


@pytest.mark.parametrize("instrument", SIX)
def test_every_instrument_is_walked(
    qtbot: QtBot,
    workspace: Workspace,
    surroundings: Surroundings,
    answers: Answers,
    instrument: str,
) -> None:
    workspace.people.introduce("Ayu Lestari", "")
    region = next(one for one in workspace.rounds.regions() if one.name == "KOTA DENPASAR")
    cohort = NewCohort("SEMUA", InstrumentId(instrument), (RegionId(region.id),))
    round_id = workspace.rounds.create(NewRound(2023, "Uji", (cohort,)))
    walk = again(qtbot, workspace, surroundings, answers, round_id)
    walk.open()
    dimensions = walk.instrument().dimensions

    assert walk.steps() == [*(one.name.english for one in dimensions), "Narrative", "Review"]
    for dimension in dimensions:
        assert walk.step() == dimension.key
        shown = len(walk.table.questions.question_rows())
        assert shown == sum(one.scope.value == "city" for one in dimension.questions)
        walk.keys("Ctrl+Right")


def test_the_headers_fit_their_columns(denpasar: Walker) -> None:
    table = denpasar.table
    metrics = table.horizontalHeader().fontMetrics()

    for column in Column:
        title = table.questions.headerData(column, Qt.Orientation.Horizontal)
        if not table.isColumnHidden(column):
            assert metrics.horizontalAdvance(str(title)) < table.columnWidth(column)


@pytest.mark.parametrize("width", [683, 960, 1366, 1920])
def test_the_table_never_scrolls_sideways(denpasar: Walker, width: int) -> None:
    denpasar.widget.resize(width, 384)
    denpasar.qtbot.wait(1)

    assert denpasar.table.horizontalScrollBar().maximum() == 0
    assert denpasar.widget.width() == width
    assert denpasar.table.columnWidth(Column.QUESTION) > 120


def test_every_control_has_a_name_of_its_own_and_one_to_be_read_out(denpasar: Walker) -> None:
    controls = [
        *denpasar.widget.findChildren(QPushButton),
        *denpasar.widget.findChildren(QLineEdit),
        *denpasar.widget.findChildren(QPlainTextEdit),
        *denpasar.widget.findChildren(QCheckBox),
    ]

    assert all(one.objectName() for one in controls)
    assert all(one.accessibleName() or one.property("text") for one in controls)


def test_last_year_stands_beside_the_score_where_a_round_here_has_it(denpasar: Walker) -> None:
    denpasar.score_all(points=3)
    region = denpasar.participant("KOTA DENPASAR").region.id
    cohort = NewCohort("REGULER", InstrumentId("2023-reguler"), (region,))
    denpasar.round = denpasar.workspace.rounds.create(NewRound(2021, "Evaluasi 2021", (cohort,)))
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()

    model: QuestionModel = denpasar.table.questions
    first = model.question_rows()[0]
    value = model.index(first, Column.PREVIOUS)
    # One assessor who has not locked is no whole panel.
    assert value.data() == "3,00*"
    assert value.data(Qt.ItemDataRole.ToolTipRole).startswith("Provisional")
    assert "Provisional" in value.data(Qt.ItemDataRole.AccessibleTextRole)
    # The index is the published one: one assessor here is no whole panel.
    assert denpasar.text("previous_result").startswith("Last year (2020): 3,48")


def test_on_a_narrow_screen_the_regions_come_when_asked_for(denpasar: Walker) -> None:
    denpasar.widget.resize(683, 384)
    denpasar.qtbot.waitUntil(lambda: denpasar.widget.width() == 683)
    column = find(denpasar.widget, QWidget, "region_column")
    assert column.isHidden()

    denpasar.keys("Ctrl+K")
    assert column.isVisible()

    denpasar.type("badung")
    denpasar.keys("Return")
    assert column.isHidden()
    assert denpasar.text("region_name") == "KAB. BADUNG"
