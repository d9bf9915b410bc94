"""Printing: which regions, on what paper, where to, and how it ended."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from assessor.domain.ids import ParticipantId
from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.preferences import Preferences
from ui.screens.printing.presenter import PrintNeeds, PrintPresenter
from ui.screens.printing.view import PrintView
from ui.tasks import Tasks


class Printing:
    """The dialog, and what its user does."""

    def __init__(self, qtbot: QtBot, needs: PrintNeeds, regions: tuple[Participant, ...]) -> None:
        self._qtbot = qtbot
        self.folder = needs.documents
        self.previewed: list[tuple[frozenset[ParticipantId], Paper]] = []
        self.view = PrintView(None, regions)
        qtbot.addWidget(self.view)
        keep = replace(needs, show_preview=lambda *asked: self.previewed.append(asked))
        self.presenter = PrintPresenter(self.view, keep)
        self.view.open()

    def choose(self, name: str) -> None:
        find(self.view, QRadioButton, name).click()

    def press(self, name: str) -> None:
        find(self.view, QPushButton, name).click()

    def choose_paper(self, paper: Paper) -> None:
        find(self.view, QComboBox, "paper").setCurrentIndex(list(Paper).index(paper))

    def says(self, text: str) -> bool:
        return any(text in label.text() for label in self.view.findChildren(QLabel))

    def can(self, name: str) -> bool:
        return find(self.view, QPushButton, name).isEnabled()

    def run(self) -> list[Path]:
        """Print, and return the files."""
        self.press("start_printing")
        self._qtbot.waitUntil(lambda: not self.view.progress.is_running)
        return sorted(self.folder.glob("*.pdf"))


@pytest.fixture
def needs(
    scored: Workspace, regions: tuple[Participant, ...], tasks: Tasks, tmp_path: Path
) -> PrintNeeds:
    return PrintNeeds(
        summaries=scored.summaries,
        events=AppEvents(),
        tasks=tasks,
        dialogs=Answers(),
        preferences=Preferences(tmp_path / "window.ini"),
        show_folder=lambda _folder: None,
        show_preview=lambda _wanted, _paper: None,
        printers=lambda: (),
        documents=tmp_path / "keluar",
        round=regions[0].round,
        current=regions[1],
    )


Begin = Callable[[PrintNeeds], Printing]


@pytest.fixture
def begin(qtbot: QtBot, regions: tuple[Participant, ...]) -> Begin:
    """Return what opens the dialog."""
    return lambda needs: Printing(qtbot, needs, regions)


@pytest.fixture
def printing(begin: Begin, needs: PrintNeeds) -> Printing:
    """The dialog on the second region, without a printer."""
    return begin(needs)


def test_the_region_that_is_open_is_offered_first(
    printing: Printing, regions: tuple[Participant, ...]
) -> None:
    assert find(printing.view, QRadioButton, "extent_one").isChecked()
    assert regions[1].region.name in find(printing.view, QRadioButton, "extent_one").text()
    assert printing.says("1 region")


def test_without_an_open_region_all_are_offered(begin: Begin, needs: PrintNeeds) -> None:
    printing = begin(replace(needs, current=None))

    assert find(printing.view, QRadioButton, "extent_all").isChecked()
    assert find(printing.view, QRadioButton, "extent_one").isHidden()
    assert printing.says("3 regions")


def test_one_region_is_printed_into_the_folder(
    printing: Printing, regions: tuple[Participant, ...]
) -> None:
    (file,) = printing.run()

    assert f"_{regions[1].region.code}_" in file.name
    assert printing.says("1 of 1 summary printed.")


def test_all_regions_get_a_file_each(printing: Printing) -> None:
    printing.choose("extent_all")

    assert len(printing.run()) == 3
    assert printing.says("3 of 3 summaries printed.")


def test_all_regions_go_into_one_file(printing: Printing) -> None:
    printing.choose("extent_all")
    printing.choose("target_one_file")

    (file,) = printing.run()

    assert "3-wilayah" in file.name


def test_chosen_regions_are_printed(printing: Printing, regions: tuple[Participant, ...]) -> None:
    printing.choose("extent_chosen")
    assert printing.says("No region is chosen.")
    assert not printing.can("start_printing")
    listed = find(printing.view, QListWidget, "regions_to_choose")
    listed.item(2).setCheckState(Qt.CheckState.Checked)

    (file,) = printing.run()

    assert f"_{regions[2].region.code}_" in file.name


def test_a_region_is_found_and_chosen_by_keyboard(
    printing: Printing, regions: tuple[Participant, ...]
) -> None:
    printing.choose("extent_chosen")
    search = find(printing.view, QLineEdit, "search_to_choose")
    listed = find(printing.view, QListWidget, "regions_to_choose")
    search.setFocus()

    QTest.keyClicks(search, regions[2].region.bare_name.lower()[:6])
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Space)

    shown = [row for row in range(listed.count()) if not listed.isRowHidden(row)]
    assert shown == [2]
    assert printing.view.regions.chosen() == {regions[2].id}


def test_the_paper_is_used_and_offered_again(
    begin: Begin, needs: PrintNeeds, printing: Printing
) -> None:
    printing.choose_paper(Paper.F4)

    (file,) = printing.run()

    assert b"/MediaBox [0 0 609" in file.read_bytes()
    assert begin(needs).view.paper is Paper.F4


def test_without_a_printer_that_is_said_plainly(printing: Printing) -> None:
    assert printing.says("No printer is installed on this computer.")
    assert not find(printing.view, QRadioButton, "target_printer").isEnabled()


def test_the_installed_printers_are_offered(begin: Begin, needs: PrintNeeds) -> None:
    printing = begin(replace(needs, printers=lambda: ("Kantor", "Ruang rapat")))

    printing.choose("target_printer")

    assert printing.view.printer == "Kantor"
    assert not find(printing.view, QLineEdit, "folder").isEnabled()


def test_a_printer_that_is_gone_is_named_with_what_to_do(begin: Begin, needs: PrintNeeds) -> None:
    printing = begin(replace(needs, printers=lambda: ("Kantor",)))
    printing.choose("target_printer")

    printing.run()

    reasons = find(printing.view, QPlainTextEdit, "reasons").toPlainText()
    assert printing.says("0 of 1 summary printed.")
    assert "Kantor" in reasons
    assert "switched on" in reasons


def test_every_file_that_was_not_written_is_named_with_its_reason(printing: Printing) -> None:
    printing.choose("extent_all")
    spoiled = printing.run()[0]
    spoiled.unlink()
    # The name under which the file would be written first is taken by a folder.
    spoiled.with_name(f".{spoiled.name}.{os.getpid()}.part").mkdir()

    printing.run()

    reasons = find(printing.view, QPlainTextEdit, "reasons").toPlainText()
    assert printing.says("2 of 3 summaries printed.")
    assert reasons.count("\n") == 0
    assert str(spoiled) in reasons


@pytest.mark.parametrize("typed", ["", "cetakan"])
def test_a_folder_that_is_none_is_refused_before_anything_runs(
    printing: Printing, typed: str
) -> None:
    printing.view.folder.setText(typed)

    printing.press("start_printing")

    assert printing.says("is not there")
    assert not printing.view.progress.is_running


def test_a_folder_that_cannot_be_made_is_refused_before_anything_runs(
    printing: Printing, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    printing.view.folder.setText(str(tmp_path / "berkas"))

    printing.press("start_printing")

    assert printing.says("berkas")
    assert not printing.view.progress.is_running


def test_the_preview_shows_what_is_chosen(
    printing: Printing, regions: tuple[Participant, ...]
) -> None:
    printing.choose_paper(Paper.F4)

    printing.press("show_preview")

    assert printing.previewed == [(frozenset({regions[1].id}), Paper.F4)]


def test_the_questions_rest_while_it_runs_and_closing_waits(
    printing: Printing, qtbot: QtBot
) -> None:
    printing.choose("extent_all")
    printing.press("start_printing")

    assert not printing.can("start_printing")
    assert not printing.can("show_preview")
    assert not printing.view.folder.isEnabled()
    printing.view.close()
    assert printing.view.isVisible()

    qtbot.waitUntil(lambda: not printing.view.progress.is_running)
    assert printing.says("You cancelled") or printing.says("3 of 3")
    printing.view.close()
    assert not printing.view.isVisible()
