"""Starting a round: its fields, its cohorts, and refusals that keep what was typed."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
)
from pytestqt.qtbot import QtBot

from assessor.domain.ids import RoundId
from assessor.services.catalogue import instrument_text, shipped_instrument
from assessor.services.workspace import Workspace
from resources import i18n
from tests.ui.answers import Answers
from tests.ui.during import during
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.new_round.cohorts_presenter import NewRoundNeeds
from ui.screens.new_round.names_dialog import NamesDialog
from ui.screens.new_round.presenter import NewRoundPresenter
from ui.screens.new_round.region_panel import PublishedList
from ui.screens.new_round.view import NewRoundView


@pytest.fixture
def opened() -> list[RoundId]:
    return []


@pytest.fixture
def needs(workspace: Workspace, answers: Answers, opened: list[RoundId]) -> NewRoundNeeds:
    return NewRoundNeeds(
        rounds=workspace.rounds,
        instruments=workspace.instruments,
        events=AppEvents(),
        dialogs=answers,
        this_year=2023,
        open_round=opened.append,
        cancel=lambda: None,
    )


@pytest.fixture
def presenter(qtbot: QtBot, needs: NewRoundNeeds) -> NewRoundPresenter:
    view = NewRoundView(needs.rounds.regions())
    qtbot.addWidget(view)
    return NewRoundPresenter(view, needs)


@pytest.fixture
def view(presenter: NewRoundPresenter) -> NewRoundView:
    assert isinstance(presenter.widget, NewRoundView)
    return presenter.widget


def write(view: NewRoundView, **texts: str) -> None:
    """Type into the round's fields."""
    for name, text in texts.items():
        find(view, QLineEdit, name).setText(text)


def press(view: NewRoundView, name: str) -> None:
    find(view, QPushButton, name).click()


def choose(view: NewRoundView, *words: str) -> None:
    """Check the first region that each search shows."""
    table = find(view, QTableView, "region_table")
    for word in words:
        view.regions.search.setText(word)
        table.model().setData(
            table.model().index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )
    view.regions.search.clear()


def problem(view: NewRoundView) -> str:
    return find(view, QLabel, "problem").text()


def cohorts(view: NewRoundView) -> list[str]:
    shown = find(view, QListWidget, "cohort_list")
    return [shown.item(row).text() for row in range(shown.count())]


def names_in(workspace: Workspace, round_id: RoundId) -> list[str]:
    return [one.region.name for one in workspace.rounds.participants(round_id)]


def test_a_round_is_started_with_what_was_chosen(
    view: NewRoundView, workspace: Workspace, opened: list[RoundId]
) -> None:
    write(view, name="Evaluasi 2023", letter_number="B-1", letter_date="6/12/2023")
    write(view, starts_on="1/11/2023", ends_on="3/11/2023")
    choose(view, "denpasar", "sleman")

    press(view, "create_round")

    (round_id,) = opened
    made = workspace.rounds.get(round_id)
    assert (made.year, made.name, made.letter_number) == (2023, "Evaluasi 2023", "B-1")
    assert (made.letter_date, made.starts_on) == (dt.date(2023, 12, 6), dt.date(2023, 11, 1))
    assert names_in(workspace, round_id) == ["KAB. SLEMAN", "KOTA DENPASAR"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "Give the round a name."),
        ({"starts_on": "soon"}, "“soon” is no day"),
        ({"letter_date": "31/02/2023"}, "“31/02/2023” is no day"),
        ({"starts_on": "3/11/2023", "ends_on": "1/11/2023"}, "ends before it starts"),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(
    view: NewRoundView, opened: list[RoundId], fields: dict[str, str], said: str
) -> None:
    write(view, **{"name": "Evaluasi", "letter_number": "B-1", **fields})
    choose(view, "denpasar")

    press(view, "create_round")

    assert said in problem(view)
    assert opened == []
    for name, text in fields.items():
        assert find(view, QLineEdit, name).text() == text
    assert find(view, QLineEdit, "letter_number").text() == "B-1"
    assert cohorts(view) == ["REGULER: 1 region, 2023 evaluation, REGULER"]


def test_a_cohort_needs_regions(view: NewRoundView, opened: list[RoundId]) -> None:
    write(view, name="Evaluasi")

    press(view, "create_round")

    assert problem(view).startswith("The cohort REGULER has no regions.")
    assert opened == []


def test_cohorts_need_different_names(view: NewRoundView) -> None:
    write(view, name="Evaluasi")
    choose(view, "denpasar")
    press(view, "add_cohort")
    choose(view, "sleman")
    find(view, QLineEdit, "cohort_name").textEdited.emit("REGULER ")

    press(view, "create_round")

    assert problem(view) == "Two cohorts have the same name. Give each its own."


def test_two_cohorts_are_scored_with_two_instruments(
    view: NewRoundView, workspace: Workspace, opened: list[RoundId]
) -> None:
    write(view, name="Evaluasi 2023")
    choose(view, "denpasar")
    press(view, "add_cohort")
    find(view, QLineEdit, "cohort_name").textEdited.emit("KPPN & IKN")
    view.cohorts.instrument_chosen.emit("2023-kppn-ikn")
    choose(view, "sleman")

    press(view, "create_round")

    used = {
        one.region.name: (one.cohort.name, one.cohort.instrument)
        for one in workspace.rounds.participants(opened[0])
    }
    assert used["KOTA DENPASAR"][0] == "REGULER"
    assert used["KAB. SLEMAN"] == ("KPPN & IKN", "2023-kppn-ikn")


def test_a_region_stays_in_the_cohort_it_is_in(view: NewRoundView) -> None:
    choose(view, "denpasar")
    press(view, "add_cohort")

    view.regions.published_chosen.emit(PublishedList(2020, "2017-2018", 75))

    assert problem(view) == "1 region is in another cohort already and was left there."
    assert cohorts(view)[1].startswith("(no name): 74 regions")


def test_removing_a_cohort_frees_its_regions(view: NewRoundView) -> None:
    choose(view, "denpasar")
    press(view, "add_cohort")
    choose(view, "sleman")
    press(view, "remove_cohort")

    choose(view, "sleman")

    assert cohorts(view) == ["REGULER: 2 regions, 2023 evaluation, REGULER"]


def test_how_sure_an_instrument_is_stands_beside_it(view: NewRoundView) -> None:
    view.cohorts.instrument_chosen.emit("2020")

    said = [label.text() for label in view.cohorts.findChildren(QLabel)]
    instrument = shipped_instrument("2020")
    assert instrument is not None
    assert "Not confirmed" in said
    assert instrument.source.english in said
    chooser = find(view, QComboBox, "instrument")
    assert "Not confirmed" in chooser.currentText()


def test_an_instrument_can_be_added_from_a_file(
    view: NewRoundView, tmp_path: Path, answers: Answers
) -> None:
    instrument = shipped_instrument("2024-reguler")
    assert instrument is not None
    file = tmp_path / "daerah sendiri.toml"
    text = instrument_text(instrument).replace('id = "2024-reguler"', 'id = "own-2024"', 1)
    lines = [line for line in text.splitlines() if not line.startswith("checksum")]
    file.write_text("\n".join(lines), encoding="utf-8")
    answers.answer(file)

    press(view, "instrument_file")

    assert answers.said == []
    chooser = find(view, QComboBox, "instrument")
    assert chooser.count() == 7
    assert chooser.currentIndex() >= 0


@pytest.mark.parametrize("content", [b"weights = [", b"\xff\xfe\x00", b""])
def test_a_file_that_is_no_instrument_is_refused(
    view: NewRoundView, tmp_path: Path, answers: Answers, content: bytes
) -> None:
    file = tmp_path / "rusak.toml"
    file.write_bytes(content)
    answers.answer(file)

    press(view, "instrument_file")

    assert answers.said[0].startswith("The instrument rusak.toml was not added.")


def test_a_file_that_is_not_there_is_named(
    view: NewRoundView, tmp_path: Path, answers: Answers
) -> None:
    answers.answer(tmp_path / "hilang.toml")

    press(view, "instrument_file")

    assert str(tmp_path / "hilang.toml") in answers.said[0]


def test_a_published_round_fills_everything_in(
    view: NewRoundView, workspace: Workspace, opened: list[RoundId]
) -> None:
    view.published_round_wanted.emit(2023)
    assert len(cohorts(view)) == 2

    press(view, "create_round")

    assert workspace.rounds.get(opened[0]).letter_number == "B-1384/DJAI/AI.01.04/12/2023"
    assert len(names_in(workspace, opened[0])) == 141


def test_pasted_names_are_added(view: NewRoundView) -> None:
    def paste(dialog: object) -> None:
        assert isinstance(dialog, NamesDialog)
        names = find(dialog, QPlainTextEdit, "names")
        names.setPlainText("1. Kota Denpasar\n2. Kab. Sleman")
        find(dialog, QPushButton, "check_names").click()
        find(dialog, QPushButton, "accept").click()

    with during(NamesDialog, paste):
        press(view, "paste_names")

    assert cohorts(view) == ["REGULER: 2 regions, 2023 evaluation, REGULER"]


def test_all_that_a_search_shows_can_be_chosen_and_dropped(view: NewRoundView) -> None:
    view.regions.search.setText("bali badung")
    press(view, "choose_shown")
    assert cohorts(view) == ["REGULER: 1 region, 2023 evaluation, REGULER"]

    press(view, "clear_regions")

    assert cohorts(view) == ["REGULER: 0 regions, 2023 evaluation, REGULER"]


def test_a_click_on_the_box_chooses_a_region(view: NewRoundView, qtbot: QtBot) -> None:
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.regions.search.setText("denpasar")
    table = find(view, QTableView, "region_table")
    box = table.visualRect(table.model().index(0, 0))

    place = box.topLeft() + QPoint(9, box.height() // 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert cohorts(view) == ["REGULER: 1 region, 2023 evaluation, REGULER"]


def test_texts_follow_the_language_and_fields_stay(
    view: NewRoundView, needs: NewRoundNeeds
) -> None:
    write(view, name="Evaluasi")
    i18n.use_language("id")

    needs.events.language_changed.emit()

    assert find(view, QLineEdit, "name").text() == "Evaluasi"
    assert find(view, QListWidget, "cohort_list").count() == 1


def test_a_year_before_all_instruments_still_has_one(qtbot: QtBot, needs: NewRoundNeeds) -> None:
    early = NewRoundView(needs.rounds.regions())
    qtbot.addWidget(early)

    presenter = NewRoundPresenter(early, replace(needs, this_year=2017))

    assert presenter.widget is early
    assert find(early, QComboBox, "instrument").currentIndex() >= 0


def test_a_line_of_weights_breaks_between_dimensions_only(view: NewRoundView) -> None:
    said = {label.text() for label in view.cohorts.findChildren(QLabel)}

    (weights,) = (text for text in said if "Quick" in text)
    assert "Quick\u00a0Win\u00a020" in weights.split(" · ")


@pytest.mark.parametrize("width", [683, 1366])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_nothing_overlaps_or_is_cut_at_either_end_of_the_scaling(
    view: NewRoundView, language: str, width: int
) -> None:
    i18n.use_language(language)
    view.retranslate()
    view.resize(width, 330 if width < 1000 else 650)
    view.show()

    body = find(view, QScrollArea, "round_body")
    facts = find(view, QScrollArea, "round_facts")
    assert not facts.geometry().intersects(view.regions.geometry())
    assert body.horizontalScrollBar().maximum() == 0
    assert facts.horizontalScrollBar().maximum() == 0
    for button in view.regions.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_a_long_name_of_an_instrument_can_be_read_in_full(view: NewRoundView) -> None:
    chosen = find(view, QComboBox, "instrument")
    shown = find(view, QListWidget, "cohort_list")

    assert chosen.toolTip() == chosen.currentText() != ""
    assert shown.item(0).toolTip() == shown.item(0).text() != ""
    assert not shown.horizontalScrollBar().isVisible()
