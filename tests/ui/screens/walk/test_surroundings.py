"""What stands around the questions: header, running result, place, history, language."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from assessor.domain.edits import Field
from assessor.domain.ids import InstrumentId, QuestionKey, RegionId
from assessor.domain.records import NarrativeSection
from assessor.domain.score import AnswerKey, Score
from assessor.services.catalogue import shipped_instruments
from assessor.services.evidence import EvidenceTarget
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from resources.i18n import use_language
from tests.ui.answers import Answers
from tests.ui.during import during
from tests.ui.finding import find
from tests.ui.screens.walk.driver import Walker, again
from ui.preferences import Preferences
from ui.screens.walk.history_dialog import HistoryDialog, HistoryModel, field_name
from ui.screens.walk.programme_list import ProgrammeList
from ui.screens.walk.result_panel import Figure, ResultPanel


def first_key(walk: Walker) -> AnswerKey:
    return AnswerKey(next(iter(walk.instrument().questions)))


def history(walk: Walker) -> HistoryModel:
    """Return the history of Denpasar in words."""
    saved = walk.saved()
    assessments = walk.workspace.assessments
    changes, subjects = assessments.history(saved.id), assessments.subjects(saved.id)
    return HistoryModel(changes, walk.instrument(), subjects, walk.screen)


def result_cell(walk: Walker, row: int, figure: Figure) -> object:
    model = find(walk.widget, ResultPanel, "result_column").table.model()
    return model.index(row, figure).data()


def test_nothing_scored_gives_dashes(denpasar: Walker) -> None:
    assert denpasar.text("index") == "–"
    assert result_cell(denpasar, 0, Figure.MEAN) == "–"


def test_the_mean_follows_the_scores(denpasar: Walker) -> None:
    denpasar.keys("4", "3")
    denpasar.settle()

    # Three questions of the dimension are open, so the mean is marked as provisional.
    assert result_cell(denpasar, 0, Figure.MEAN) == "3,50*"
    assert result_cell(denpasar, 0, Figure.WEIGHT) == "10 %"
    assert result_cell(denpasar, 0, Figure.CONTRIBUTION) == "0,35"


def test_an_index_on_incomplete_scores_is_called_provisional(denpasar: Walker) -> None:
    denpasar.keys("4")
    denpasar.settle()

    assert denpasar.text("index_title") == "Provisional index"
    assert denpasar.text("index_range") == (
        "1 of 111 questions done. Still possible: 0,08 to 4,00.\n"
        "* provisional: questions of the dimension are open."
    )


def test_a_locked_index_is_provisional_no_more(denpasar: Walker) -> None:
    denpasar.score_all(points=3)
    denpasar.workspace.assessments.lock(denpasar.saved().id)
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()

    assert denpasar.text("index_title") == "Index of this assessment"
    assert denpasar.text("index") == "3,00"


def test_a_locked_assessment_without_an_index_says_why(denpasar: Walker) -> None:
    denpasar.score_all(points=3)
    saved = denpasar.saved()
    for question in denpasar.instrument().dimensions[0].questions:
        score = Score.not_applicable("Tidak berlaku")
        denpasar.workspace.assessments.score(saved.id, AnswerKey(question.key), score)
    denpasar.workspace.assessments.lock(saved.id)
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()
    denpasar.settle()

    assert denpasar.text("index") == "–"
    assert denpasar.text("index_range") == (
        "A dimension applies nowhere: no index can come of this."
    )


def test_what_is_not_confirmed_is_said(denpasar: Walker) -> None:
    assert denpasar.text("region_notices") == "⚠ Instrument: Not confirmed"
    assert "Sleman" in denpasar.text("instrument_notice")


def test_last_years_final_stands_with_what_is_known_of_it(denpasar: Walker) -> None:
    said = denpasar.text("previous_result")

    assert said.startswith("Last year (2019): 3,42")
    assert "Only the final index was published" in said


def test_a_table_of_last_year_that_is_taken_in_shows_at_once(
    denpasar: Walker, tmp_path: Path
) -> None:
    table = tmp_path / "2019.csv"
    heading = "nama;baseline;output;outcome;impact;quick_win;nilai_final"
    table.write_text(f"{heading}\nKota Denpasar;3,00;3,00;3,00;3,00;3,00;3,00\n", "utf-8")
    published, (instrument, *_others) = denpasar.workspace.published, shipped_instruments()

    file = published.read(table, instrument)
    denpasar.events.publish(published.take_in(published.preview(file, 2019, {})))
    denpasar.settle()

    assert denpasar.text("previous_result") == "Last year (2019): 3,00\nSource: 2019.csv"


def test_a_demonstration_says_so(
    qtbot: QtBot, workspace: Workspace, surroundings: Surroundings, answers: Answers
) -> None:
    workspace.people.introduce("Ayu Lestari", "")
    region = next(one for one in workspace.rounds.regions() if one.name == "KOTA DENPASAR")
    cohort = NewCohort("SEMUA", InstrumentId("2023-reguler"), (RegionId(region.id),))
    round_id = workspace.rounds.create(NewRound(2023, "Contoh", (cohort,), is_demonstration=True))
    walk = again(qtbot, workspace, surroundings, answers, round_id)
    walk.open()

    assert walk.text("region_notices") == "⚠ Demonstration"


def test_a_new_window_opens_at_the_same_region_and_question(
    denpasar: Walker, qtbot: QtBot, surroundings: Surroundings
) -> None:
    denpasar.keys("Ctrl+Right", "Down", "Down")
    question = denpasar.question()

    other = again(qtbot, denpasar.workspace, surroundings, denpasar.answers, denpasar.round)
    assert other.screen.restore()

    assert other.text("region_name") == "KOTA DENPASAR"
    assert (other.step(), other.question()) == ("output", question)


def test_a_new_window_opens_at_the_same_programme(
    denpasar: Walker, qtbot: QtBot, surroundings: Surroundings
) -> None:
    for _step in range(4):
        denpasar.keys("Ctrl+Right")
    find(denpasar.widget, ProgrammeList, "programmes").setFocus()
    denpasar.keys("Down", "Down")
    key = denpasar.table.current_key()
    assert key is not None
    assert key.programme is not None

    other = again(qtbot, denpasar.workspace, surroundings, denpasar.answers, denpasar.round)
    other.screen.restore()

    assert other.table.current_key() == key


def test_a_new_workspace_has_no_place_to_go_back_to(walk: Walker) -> None:
    assert not walk.screen.restore()


def test_the_widths_of_the_columns_come_back(
    denpasar: Walker, qtbot: QtBot, surroundings: Surroundings, preferences: Preferences
) -> None:
    columns = find(denpasar.widget, QSplitter, "walk_columns")
    columns.setSizes([300, 700, 300])
    wanted = columns.sizes()
    denpasar.screen.keep_layout(preferences)

    other = again(qtbot, denpasar.workspace, surroundings, denpasar.answers, denpasar.round)
    other.open()
    other.screen.restore_layout(preferences)

    assert find(other.widget, QSplitter, "walk_columns").sizes() == wanted


def test_the_history_says_who_set_what(denpasar: Walker) -> None:
    denpasar.keys("3")
    denpasar.settle()
    seen: list[list[str]] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        model = dialog.table.model()
        seen.append([str(model.index(0, column).data()) for column in range(6)])
        dialog.reject()

    with during(HistoryDialog, look):
        denpasar.screen.actions.history.trigger()

    when, who, what, before, after, why = seen[0]
    assert when.startswith("23 November 2020 ")
    assert (who, before, after, why) == ("Ayu Lestari", "–", "3", "")
    assert what == "Score: Legal status of the smart city masterplan"


@pytest.fixture
def makassar(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Central Indonesia: eight hours before Greenwich."""
    if os.name != "posix":
        pytest.skip("the zone of a process can be set on POSIX only")
    with monkeypatch.context() as surroundings:
        surroundings.setenv("TZ", "WITA-8")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("makassar")
def test_the_history_tells_the_time_of_this_machine(denpasar: Walker) -> None:
    opened = denpasar.saved()
    denpasar.workspace.assessments.score(opened.id, first_key(denpasar), Score(4))
    (change, *_older) = denpasar.workspace.assessments.history(opened.id)

    model = history(denpasar)

    # Five in the morning in Greenwich when the test begins, and seconds from then on.
    assert model.index(0, 0).data() == f"23 November 2020 13:{change.at:%M:%S}"


def test_the_history_gives_its_room_to_what_was_changed(denpasar: Walker) -> None:
    denpasar.keys("3")
    denpasar.settle()
    widths: list[list[int]] = []
    focus: list[QWidget | None] = []

    def look(dialog: QWidget) -> None:
        table = find(dialog, QTableView, "history_table")
        focus.append(dialog.focusWidget())
        widths.append([table.columnWidth(column) for column in range(6)])
        dialog.resize(dialog.width() + 100, dialog.height())
        widths.append([table.columnWidth(column) for column in range(6)])
        find(dialog, QPushButton, "close").click()

    with during(HistoryDialog, look):
        denpasar.screen.actions.history.trigger()

    before, after = widths
    assert isinstance(focus[0], QTableView)
    assert before[2] == max(before)
    assert before[5] < before[0]
    assert [now - then for then, now in zip(before, after, strict=True)] == [0, 0, 100, 0, 0, 0]


def test_the_history_names_the_programme_and_the_list(denpasar: Walker) -> None:
    opened = denpasar.saved()
    bindu = next(one for one in opened.programmes if one.name == "Tukad Bindu")
    assessments = denpasar.workspace.assessments
    key = AnswerKey(QuestionKey("quickwin.benefit"), bindu.id)
    assessments.score(opened.id, key, Score(4))
    assessments.write_narrative(opened.id, NarrativeSection.STRENGTHS, "Forum aktif", "stay")
    assessments.undo(opened.id)

    model = history(denpasar)

    said = [model.index(row, 2).data() for row in range(3)]
    assert said == [
        "Narrative: Strengths (undone)",
        "Narrative: Strengths",
        "Score: Tukad Bindu: Real benefit of the quick win felt by the public",
    ]


def test_the_history_names_evidence_and_programmes_that_were_removed(denpasar: Walker) -> None:
    opened = denpasar.saved()
    bindu = next(one for one in opened.programmes if one.name == "Tukad Bindu")
    evidence, link = denpasar.workspace.evidence, "https://example.go.id/12"
    about_region = EvidenceTarget(first_key(denpasar).question)
    evidence.attach_link(opened.id, about_region, "Perda 12/2020", link)
    (piece,) = denpasar.saved().evidence
    evidence.remove(opened.id, piece.id)
    evidence.attach_link(opened.id, EvidenceTarget(programme=bindu.id), "Laporan", link)
    denpasar.workspace.programmes.remove(opened.id, bindu.id)

    model = history(denpasar)

    question = "Legal status of the smart city masterplan"
    assert [model.index(row, 2).data() for row in range(4)] == [
        "Programme in the list: Tukad Bindu",
        "Evidence in the list: Tukad Bindu: Laporan",
        f"Evidence in the list: {question}: Perda 12/2020",
        f"Evidence in the list: {question}: Perda 12/2020",
    ]


@pytest.mark.parametrize("field", Field)
def test_every_field_of_the_history_has_a_name(field: Field) -> None:
    assert field_name(field)


def test_the_language_changes_while_the_walk_is_open(denpasar: Walker) -> None:
    use_language("id")
    denpasar.events.language_changed.emit()

    first = denpasar.table.current_line()
    assert first is not None
    assert first.text == "Status dasar hukum yang menetapkan masterplan smart city"
    assert denpasar.text("question_text").endswith(first.text)
    assert denpasar.text("scale").splitlines()[0].startswith("0  Contoh")


def test_menus_offer_what_the_walk_can_do(denpasar: Walker) -> None:
    offered = [one for menu in denpasar.screen.menu_actions().values() for one in menu]

    assert all(action.text() and action.objectName() for action in offered)
    assert len(offered) == len(set(offered))


def test_undo_is_offered_when_there_is_something(denpasar: Walker) -> None:
    actions = denpasar.screen.actions
    assert not actions.undo.isEnabled()

    denpasar.keys("3")
    denpasar.settle()
    assert actions.undo.isEnabled()
    assert not actions.redo.isEnabled()


def test_the_quick_wins_say_how_they_are_counted(denpasar: Walker) -> None:
    def tip(step: str) -> str:
        return find(denpasar.widget, QAbstractButton, f"step_{step}").toolTip()

    assert "every programme" in tip("quick_win")
    assert "every programme" not in tip("output")
