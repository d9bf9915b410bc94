"""The quick-win programmes: named in place, scored one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import Pillar
from assessor.domain.records import Programme
from assessor.domain.score import BLANK, AnswerKey, Score
from tests.ui.finding import find
from tests.ui.screens.walk.driver import BADUNG, Walker
from ui.screens.walk.programme_list import NewProgramme, OneProgramme, ProgrammeList, WholeRegion
from ui.screens.walk.question_model import Column

FORMULATION = QuestionKey("quickwin.formulation")


@pytest.fixture
def quick_wins(denpasar: Walker) -> Walker:
    """Denpasar is open at its quick wins, the focus among the programmes."""
    for _step in range(4):
        denpasar.keys("Ctrl+Right")
    programmes(denpasar).setFocus()
    return denpasar


def programmes(walk: Walker) -> ProgrammeList:
    return find(walk.widget, ProgrammeList, "programmes")


def names(walk: Walker, pillar: Pillar) -> list[str]:
    return [one.name for one in walk.saved().programmes if one.pillar is pillar]


def choose(walk: Walker, name: str) -> Programme:
    """Make a programme current in the list."""
    (found,) = (one for one in walk.saved().programmes if one.name == name)
    listed = programmes(walk)
    listed.setCurrentIndex(listed.entries.index_of(OneProgramme(found.id, found.pillar)))
    return found


def answer_editor(name: str) -> None:
    """Type a name into the field that is open, and press Enter."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    QApplication.processEvents()


def test_fifteen_programmes_stand_under_their_pillars(quick_wins: Walker) -> None:
    entries = programmes(quick_wins).entries
    shown = [entries.entry(entries.index(row)) for row in range(entries.rowCount())]

    listed = [one for one in shown if one and isinstance(one.key, OneProgramme)]
    assert len(listed) == 15
    assert all(one.detail == "0/10 · –" for one in listed)
    assert sum(isinstance(one.key, NewProgramme) for one in shown if one) == len(Pillar)


def test_the_model_keeps_qts_rules(quick_wins: Walker) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(programmes(quick_wins).entries, mode)
    choose(quick_wins, "Tukad Bindu")

    quick_wins.keys("Delete")

    assert tester.model().rowCount() > 15


def test_the_region_has_questions_of_its_own(quick_wins: Walker) -> None:
    assert programmes(quick_wins).current_key() == WholeRegion()
    assert len(quick_wins.table.questions.question_rows()) == 2


def test_a_programme_is_scored_by_itself(quick_wins: Walker) -> None:
    found = choose(quick_wins, "Tukad Bindu")
    quick_wins.keys("Return", "4", "3")

    assert quick_wins.saved().answer(AnswerKey(FORMULATION, found.id)).score == Score(4)
    quick_wins.settle()
    entry = programmes(quick_wins).entries.entry(programmes(quick_wins).currentIndex())
    assert entry is not None
    assert entry.detail == "2/10 · 3,50"
    assert "Tukad Bindu" in quick_wins.text("caption")


def test_a_programme_begins_at_its_first_open_question(quick_wins: Walker) -> None:
    choose(quick_wins, "Tukad Bindu")
    quick_wins.keys("Return", *["3"] * 10)

    other = choose(quick_wins, "Rumah Berdaya")
    assert quick_wins.question() == FORMULATION
    quick_wins.keys("4")
    assert quick_wins.saved().answer(AnswerKey(FORMULATION, other.id)).score == Score(4)

    choose(quick_wins, "Tukad Bindu")
    assert quick_wins.question() == FORMULATION
    choose(quick_wins, "Rumah Berdaya")
    assert quick_wins.question() != FORMULATION


def test_a_programme_has_one_note_for_all_its_questions(quick_wins: Walker) -> None:
    found = choose(quick_wins, "Tukad Bindu")
    quick_wins.keys("Return", "Return")
    quick_wins.type("Sungai bersih")
    quick_wins.keys("Esc", "Down")

    assert quick_wins.saved().programme_notes[found.id] == "Sungai bersih"
    assert find(quick_wins.widget, QPlainTextEdit, "note").toPlainText() == "Sungai bersih"


def test_a_name_typed_under_a_pillar_adds_a_programme(quick_wins: Walker) -> None:
    listed = programmes(quick_wins)
    listed.setCurrentIndex(listed.entries.index_of(NewProgramme(Pillar.LIVING)))
    quick_wins.keys("Return")
    answer_editor("Ambulans Gratis")

    assert names(quick_wins, Pillar.LIVING)[-1] == "Ambulans Gratis"
    assert "Ambulans Gratis" in quick_wins.text("caption")


def test_a_letter_on_the_adding_entry_begins_the_name(quick_wins: Walker) -> None:
    listed = programmes(quick_wins)
    listed.setCurrentIndex(listed.entries.index_of(NewProgramme(Pillar.SOCIETY)))
    quick_wins.keys("S")

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text().casefold() == "s"


def test_a_known_name_is_refused_and_stays_as_typed(quick_wins: Walker) -> None:
    listed = programmes(quick_wins)
    listed.setCurrentIndex(listed.entries.index_of(NewProgramme(Pillar.LIVING)))
    quick_wins.keys("Insert")
    answer_editor("TUKAD  BINDU ")

    assert len(quick_wins.saved().programmes) == 15
    assert "Tukad Bindu" in quick_wins.text("programme_problem")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "TUKAD  BINDU "


def test_f2_renames(quick_wins: Walker) -> None:
    found = choose(quick_wins, "Tukad Bindu")
    quick_wins.keys("F2")
    answer_editor("Wisata Tukad Bindu")

    assert (found.id, "Wisata Tukad Bindu") in [
        (one.id, one.name) for one in quick_wins.saved().programmes
    ]


def test_alt_and_an_arrow_move_within_the_pillar(quick_wins: Walker) -> None:
    before = names(quick_wins, Pillar.GOVERNANCE)
    choose(quick_wins, before[1])

    quick_wins.keys("Alt+Up")
    assert names(quick_wins, Pillar.GOVERNANCE) == [before[1], before[0], *before[2:]]

    quick_wins.keys("Alt+Up")
    quick_wins.keys("Alt+Down")
    assert names(quick_wins, Pillar.GOVERNANCE) == before


def test_a_programme_goes_under_another_pillar(quick_wins: Walker) -> None:
    choose(quick_wins, "Tukad Bindu")

    find(quick_wins.widget, QAction, "pillar_society").trigger()

    assert "Tukad Bindu" in names(quick_wins, Pillar.SOCIETY)


def test_a_removed_programme_comes_back_with_its_scores(quick_wins: Walker) -> None:
    found = choose(quick_wins, "Tukad Bindu")
    quick_wins.keys("Return", "4")
    programmes(quick_wins).setFocus()
    quick_wins.keys("Delete")
    assert len(quick_wins.saved().programmes) == 14
    assert "Ctrl+Z" in find(quick_wins.widget, QLabel, "told").text()
    quick_wins.settle()

    quick_wins.keys("Ctrl+Z")

    assert quick_wins.saved().answer(AnswerKey(FORMULATION, found.id)).score == Score(4)
    assert "Tukad Bindu" in quick_wins.text("caption")


def remove(walk: Walker, name: str) -> None:
    choose(walk, name)
    programmes(walk).setFocus()
    walk.keys("Delete")


def listed(walk: Walker) -> list[Programme]:
    """Return the programmes in the order of the list."""
    all_of_them = walk.saved().programmes
    return [one for pillar in Pillar for one in all_of_them if one.pillar is pillar]


def scored(walk: Walker) -> set[str]:
    """Return the names of the programmes that have a score."""
    saved = walk.saved()
    return {
        one.name
        for one in saved.programmes
        for key, answer in saved.answers.items()
        if key.programme == one.id and answer.score != BLANK
    }


@pytest.mark.parametrize(("place", "neighbour"), [(0, 1), (6, 7), (14, 13)])
def test_after_a_removal_list_heading_questions_and_the_next_score_are_the_neighbours(
    quick_wins: Walker, place: int, neighbour: int
) -> None:
    before = listed(quick_wins)
    remove(quick_wins, before[place].name)
    expected = before[neighbour]

    assert programmes(quick_wins).current_key() == OneProgramme(expected.id, expected.pillar)
    quick_wins.table.setFocus()
    quick_wins.keys("3")
    quick_wins.settle()

    assert scored(quick_wins) == {expected.name}
    assert expected.name in quick_wins.text("caption")
    assert programmes(quick_wins).current_key() == OneProgramme(expected.id, expected.pillar)


def test_after_the_removal_of_the_last_programme_the_region_is_asked_about(
    quick_wins: Walker,
) -> None:
    for one in listed(quick_wins):
        remove(quick_wins, one.name)

    assert quick_wins.saved().programmes == ()
    assert programmes(quick_wins).current_key() == WholeRegion()
    shown = quick_wins.table.current_key()
    assert shown is not None
    assert shown.programme is None


def test_undo_and_redo_of_a_removal_and_of_adding_keep_list_and_questions_together(
    quick_wins: Walker,
) -> None:
    def agree() -> None:
        quick_wins.settle()
        key, shown = programmes(quick_wins).current_key(), quick_wins.table.current_key()
        assert shown is not None
        assert shown.programme == (key.id if isinstance(key, OneProgramme) else None)
        names = {one.id: one.name for one in quick_wins.saved().programmes}
        assert shown.programme is None or names[shown.programme] in quick_wins.text("caption")

    remove(quick_wins, "Tukad Bindu")
    agree()
    for keys in ("Ctrl+Z", "Ctrl+Y", "Ctrl+Z"):
        quick_wins.keys(keys)
        agree()
    programmes(quick_wins).setFocus()
    quick_wins.keys("Insert")
    answer_editor("Ambulans Gratis")
    agree()
    for keys in ("Ctrl+Z", "Ctrl+Y"):
        quick_wins.keys(keys)
        agree()
    programmes(quick_wins).setFocus()
    quick_wins.keys("Alt+Up")
    agree()


def test_a_region_without_programmes_offers_to_add_them(walk: Walker) -> None:
    walk.open(BADUNG)
    for _step in range(4):
        walk.keys("Ctrl+Right")
    listed = programmes(walk)
    listed.setCurrentIndex(listed.entries.index_of(NewProgramme(Pillar.BRANDING)))
    listed.setFocus()
    walk.keys("Return")
    answer_editor("Badung Keren")

    assert [one.name for one in walk.saved(BADUNG).programmes] == ["Badung Keren"]


def test_other_dimensions_show_no_programmes(denpasar: Walker) -> None:
    assert not programmes(denpasar).isVisible()


@pytest.mark.parametrize("size", [(1366, 690), (1024, 520)])
def test_the_score_buttons_are_in_sight_beside_the_programmes(
    quick_wins: Walker, size: tuple[int, int]
) -> None:
    quick_wins.widget.resize(*size)
    choose(quick_wins, "Tukad Bindu")
    quick_wins.settle()

    table = quick_wins.table
    end = table.columnViewportPosition(Column.SCORE) + table.columnWidth(Column.SCORE)
    assert end <= table.viewport().width()
    assert table.columnWidth(Column.QUESTION) > 150
