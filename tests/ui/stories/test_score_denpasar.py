"""An assessor scores Denpasar's 2020 walk from the first question to the lock, by keys alone."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from assessor.domain.records import AssessmentState, NarrativeSection
from assessor.domain.result import assessment_result
from assessor.domain.score import AnswerKey, Score
from assessor.services.workspace import open_workspace
from tests.services.examples import surroundings
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.screens.walk.driver import Walker, begin
from ui.screens.walk.programme_list import OneProgramme, ProgrammeList

DIMENSIONS = ("baseline", "output", "outcome", "impact")
POINTS = "34232"
"""Typed again and again, question after question."""
PROGRAMMES = 15
QUESTIONS_ABOUT_A_PROGRAMME = 10


def test_denpasar_from_the_first_question_to_the_lock(qtbot: QtBot, tmp_path: Path) -> None:
    around = surroundings()
    answers = Answers()
    with open_workspace(tmp_path / "putaran 2020.sqlite", around) as workspace:
        walk = begin(qtbot, workspace, around, answers)
        walk.open()

        score_the_dimensions(walk)
        score_the_quick_wins(walk)
        write_the_narrative(walk)
        assert walk.step() == "review"
        assert walk.text("review_summary").startswith("All 111 questions are done")
        answers.queue.append(True)
        walk.screen.actions.lock.trigger()

        saved = walk.saved()
        assert saved.state is AssessmentState.FINAL
        result = assessment_result(walk.instrument(), saved)
        assert (result.answered, result.is_provisional) == (111, False)
        assert walk.text("review_result") == f"Index: {result.final}".replace(".", ",")
        walk.settle()
        assert walk.text("region_count") == "1 of 75 locked"


def score_the_dimensions(walk: Walker) -> None:
    """Type a digit for every question; one does not apply, one gets a note."""
    for dimension in DIMENSIONS:
        assert walk.step() == dimension
        questions = len(walk.table.questions.question_rows())
        for place in range(questions):
            walk.keys(POINTS[place % len(POINTS)])
        walk.keys("Ctrl+Right")
    walk.keys("Ctrl+Left", "Home", "N")
    walk.type("Tidak ada layanan daring")
    walk.keys("Return", "Return")
    walk.type("Prosedur terbuka di situs")
    walk.keys("Esc", "Ctrl+Right")
    (second,) = (answer.note for answer in walk.saved().answers.values() if answer.note)
    assert second == "Prosedur terbuka di situs"


def score_the_quick_wins(walk: Walker) -> None:
    """Score the two questions about the region, then the programmes one after the other."""
    assert walk.step() == "quick_win"
    walk.keys("2", "3")
    walk.keys("Shift+F6")
    for _programme in range(PROGRAMMES):
        go_to_the_next_programme(walk)
        walk.keys("Return", "Home")
        walk.type("4" * QUESTIONS_ABOUT_A_PROGRAMME)
        walk.keys("Shift+F6")
    scores = [
        walk.saved().answer(AnswerKey(question.key, programme.id)).score
        for programme in walk.saved().programmes
        for question in walk.instrument().questions.values()
        if question.scope.value == "program"
    ]
    assert scores == [Score(4)] * PROGRAMMES * QUESTIONS_ABOUT_A_PROGRAMME


def go_to_the_next_programme(walk: Walker) -> None:
    """Press Down until a programme is reached: entries that add one lie between."""
    listed = find(walk.widget, ProgrammeList, "programmes")
    for _entry in range(listed.entries.rowCount()):
        walk.keys("Down")
        if isinstance(listed.current_key(), OneProgramme):
            return


def write_the_narrative(walk: Walker) -> None:
    """Write one item into each of the three lists."""
    walk.keys("Ctrl+Right")
    for section in ("Anggaran masih kecil", "Wali kota mendukung", "Tambah anggaran"):
        walk.type(section)
        walk.keys("Tab")
    walk.keys("Shift+Tab", "Esc", "Ctrl+Right")
    assert walk.saved().items(NarrativeSection.RECOMMENDATIONS) == ("Tambah anggaran",)
