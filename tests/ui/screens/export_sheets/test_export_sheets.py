"""Exporting score sheets: what, which, where, and how it ended."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from assessor.domain.records import NarrativeSection, Participant
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.preferences import Preferences
from ui.screens.export_sheets.presenter import ExportNeeds, ExportPresenter
from ui.screens.export_sheets.view import ExportView
from ui.tasks import Tasks


class Export:
    """The dialog on the 2020 round, Denpasar's assessment begun."""

    def __init__(self, view: ExportView, presenter: ExportPresenter, folder: Path) -> None:
        self.view = view
        self.presenter = presenter
        self.folder = folder
        self.shown_folders: list[Path] = []

    def choose(self, name: str) -> None:
        find(self.view, QRadioButton, name).click()

    def press(self, name: str) -> None:
        find(self.view, QPushButton, name).click()

    def says(self, text: str) -> bool:
        return any(text in label.text() for label in self.view.findChildren(QLabel))

    def can_start(self) -> bool:
        return find(self.view, QPushButton, "start_export").isEnabled()

    def add_person(self, name: str, institution: str) -> None:
        find(self.view, QLineEdit, "new_person_name").setText(name)
        find(self.view, QLineEdit, "new_person_institution").setText(institution)
        self.press("add_person")

    def check_person(self, row: int, *, is_checked: bool) -> None:
        state = Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
        find(self.view, QListWidget, "people_to_export").item(row).setCheckState(state)

    def people_shown(self) -> dict[str, bool]:
        people = find(self.view, QListWidget, "people_to_export")
        items = [people.item(row) for row in range(people.count())]
        return {one.text(): one.checkState() is Qt.CheckState.Checked for one in items}

    def run(self, qtbot: QtBot) -> None:
        self.press("start_export")
        qtbot.waitUntil(lambda: not self.view.is_running)


@pytest.fixture
def tasks() -> Tasks:
    return Tasks()


@pytest.fixture
def denpasar(workspace: Workspace) -> Participant:
    workspace.people.introduce("Dewi", "Universitas Contoh")
    round_id = workspace.rounds.create_sample()
    (found,) = (
        one for one in workspace.rounds.participants(round_id) if one.region.name == "KOTA DENPASAR"
    )
    assessment = workspace.assessments.open(found.id)
    workspace.assessments.write_narrative(assessment, NarrativeSection.STRENGTHS, "Tim aktif")
    return found


@pytest.fixture
def export(
    qtbot: QtBot, workspace: Workspace, denpasar: Participant, tasks: Tasks, tmp_path: Path
) -> Iterator[Export]:
    folder = tmp_path / "lembar"
    folder.mkdir()
    me = workspace.people.me()
    assert me is not None
    shown: list[Path] = []
    answers = Answers()
    answers.answer(folder)
    needs = ExportNeeds(
        sheets=workspace.sheets,
        people=workspace.people,
        events=AppEvents(),
        tasks=tasks,
        dialogs=answers,
        preferences=Preferences(tmp_path / "window.ini"),
        show_folder=shown.append,
        me=me.id,
        round=denpasar.round,
        current=denpasar,
    )
    view = ExportView(None, workspace.rounds.participants(denpasar.round))
    qtbot.addWidget(view)
    opened = Export(view, ExportPresenter(view, needs, folder), folder)
    opened.shown_folders = shown
    view.open()
    yield opened
    tasks.stop()


def test_the_region_that_is_open_is_offered_first(export: Export) -> None:
    assert find(export.view, QRadioButton, "extent_one").isChecked()
    assert "KOTA DENPASAR" in find(export.view, QRadioButton, "extent_one").text()
    assert export.says("1 score sheet")


def test_blank_sheets_are_for_every_region(export: Export) -> None:
    export.choose("blank")
    export.check_person(0, is_checked=True)
    export.choose("extent_all")

    assert export.says("75 score sheets")


def test_who_gets_sheets_is_asked_for_blank_ones_only(export: Export) -> None:
    people = find(export.view, QListWidget, "people_to_export")
    assert not people.isVisible()

    export.choose("blank")

    assert people.isVisible()
    assert [people.item(row).text() for row in range(people.count())] == [
        "Dewi (Universitas Contoh)"
    ]


def test_somebody_new_is_added_and_gets_a_sheet_for_every_region(export: Export) -> None:
    export.choose("blank")
    export.choose("extent_all")

    export.add_person("Ayu  Lestari", "Institut Contoh")

    assert export.says("75 score sheets")
    assert export.people_shown() == {
        "Ayu Lestari (Institut Contoh)": True,
        "Dewi (Universitas Contoh)": False,
    }
    assert find(export.view, QLineEdit, "new_person_name").text() == ""


def test_who_stands_in_the_list_already_is_checked_and_not_added_twice(export: Export) -> None:
    export.choose("blank")
    export.choose("extent_all")

    export.add_person("dewi", "universitas contoh")

    assert export.people_shown() == {"Dewi (Universitas Contoh)": True}


def test_a_person_without_a_name_is_not_added(export: Export) -> None:
    export.choose("blank")

    export.add_person(" ", "Institut Contoh")

    assert len(export.people_shown()) == 1
    assert find(export.view, QLabel, "problem").isVisible()


def test_enter_adds_the_person_and_starts_nothing(export: Export) -> None:
    export.choose("blank")
    name = find(export.view, QLineEdit, "new_person_name")
    name.setText("Budi")

    QTest.keyClick(name, Qt.Key.Key_Return)

    assert export.people_shown() == {"Budi": True, "Dewi (Universitas Contoh)": False}
    assert not export.view.is_running
    assert list(export.folder.glob("*.xlsx")) == []


def test_without_anybody_there_is_nothing_to_hand_out(export: Export) -> None:
    export.choose("blank")

    assert export.says("choose at least one region and one assessor")
    assert not export.can_start()


def test_each_chosen_assessor_gets_a_sheet_of_their_own(export: Export, qtbot: QtBot) -> None:
    export.choose("blank")
    export.add_person("Ayu", "")
    export.add_person("Budi", "")

    export.run(qtbot)

    written = sorted(one.name for one in export.folder.glob("*.xlsx"))
    assert len(written) == 2
    assert "ayu" in written[0]
    assert "budi" in written[1]


def test_without_an_assessment_there_is_nothing_to_export(export: Export) -> None:
    export.choose("extent_chosen")

    assert export.says("No score sheet")
    assert not export.can_start()


def test_chosen_regions_are_counted(export: Export) -> None:
    export.choose("blank")
    export.check_person(0, is_checked=True)
    export.choose("extent_chosen")
    regions = find(export.view, QListWidget, "regions_to_choose")
    for row in range(3):
        regions.item(row).setCheckState(Qt.CheckState.Checked)

    assert export.says("3 score sheets")


def test_the_sheet_is_written_and_the_end_is_told(export: Export, qtbot: QtBot) -> None:
    export.run(qtbot)

    (written,) = export.folder.glob("*.xlsx")
    assert written.stat().st_size > 0
    assert export.says("1 of 1 score sheet written and verified.")


def test_the_folder_can_be_shown_afterwards(export: Export, qtbot: QtBot) -> None:
    export.run(qtbot)

    export.press("open_folder")

    assert export.shown_folders == [export.folder]


def test_a_folder_that_is_not_there_is_made(export: Export, qtbot: QtBot) -> None:
    made = export.folder / "2020" / "Denpasar"
    export.view.folder.setText(str(made))

    export.run(qtbot)

    assert len(list(made.glob("*.xlsx"))) == 1


@pytest.mark.parametrize("typed", ["", "lembar"])
def test_a_folder_that_is_none_is_refused_before_anything_runs(export: Export, typed: str) -> None:
    export.view.folder.setText(typed)

    export.press("start_export")

    assert export.says("is not there")
    assert not export.view.is_running


def test_a_folder_that_cannot_be_made_is_refused_before_anything_runs(export: Export) -> None:
    in_the_way = export.folder / "berkas"
    in_the_way.write_bytes(b"")
    export.view.folder.setText(str(in_the_way))

    export.press("start_export")

    assert export.says("berkas")
    assert not export.view.is_running


def test_a_folder_is_chosen_from_the_desktop(export: Export) -> None:
    export.view.folder.clear()

    export.press("browse")

    assert export.view.folder.text() == str(export.folder)


def test_every_sheet_that_was_not_written_is_named_with_its_reason(
    export: Export, qtbot: QtBot
) -> None:
    export.choose("blank")
    export.check_person(0, is_checked=True)
    export.choose("extent_chosen")
    regions = find(export.view, QListWidget, "regions_to_choose")
    for row in range(2):
        regions.item(row).setCheckState(Qt.CheckState.Checked)
    export.run(qtbot)
    spoiled = sorted(export.folder.glob("*.xlsx"))[0]
    spoiled.unlink()
    # The name under which the sheet would be written first is taken by a folder.
    spoiled.with_name(f".{spoiled.name}.{os.getpid()}.part").mkdir()

    export.run(qtbot)

    reasons = find(export.view, QPlainTextEdit, "reasons").toPlainText()
    assert export.says("1 of 2 score sheets written and verified.")
    assert reasons.count("\n") == 0
    assert str(spoiled) in reasons
    assert any(reasons.startswith(regions.item(row).text()) for row in range(2))


def test_cancelling_keeps_what_was_written_and_says_so(export: Export, qtbot: QtBot) -> None:
    export.choose("blank")
    export.check_person(0, is_checked=True)
    export.choose("extent_all")
    bar = find(export.view, QProgressBar, "progress")
    export.press("start_export")
    qtbot.waitUntil(lambda: bar.value() > 0)

    export.press("cancel")

    qtbot.waitUntil(lambda: not export.view.is_running)
    written = len(list(export.folder.glob("*.xlsx")))
    assert 0 < written < 75
    assert export.says(f"{written} of 75 score sheets written and verified.")
    assert export.says("You cancelled")


def test_the_window_stays_open_while_it_runs(export: Export, qtbot: QtBot) -> None:
    export.choose("blank")
    export.check_person(0, is_checked=True)
    export.choose("extent_all")
    export.press("start_export")

    export.view.close()

    assert export.view.isVisible()
    qtbot.waitUntil(lambda: not export.view.is_running)
    export.view.close()
    assert not export.view.isVisible()


def test_the_questions_rest_while_it_runs(export: Export, qtbot: QtBot) -> None:
    export.choose("blank")
    export.check_person(0, is_checked=True)
    export.choose("extent_all")
    export.press("start_export")

    assert not export.can_start()
    assert not export.view.folder.isEnabled()
    export.press("cancel")
    qtbot.waitUntil(lambda: not export.view.is_running)
    assert export.view.folder.isEnabled()
