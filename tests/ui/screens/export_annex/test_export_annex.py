"""Exporting the annex: which files, which layout, as a draft or not, and how it ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from assessor.services.demo import DemonstrationOrder
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.preferences import Preferences
from ui.screens.export_annex.presenter import ExportAnnexNeeds, ExportAnnexPresenter
from ui.screens.export_annex.view import ExportAnnexView
from ui.tasks import Tasks


class Export:
    """The dialog on the newest round of a workspace."""

    def __init__(self, view: ExportAnnexView, folder: Path) -> None:
        self.view, self.folder = view, folder

    def choose(self, name: str) -> None:
        find(self.view, QCheckBox, name).click()

    def can_start(self) -> bool:
        return find(self.view, QPushButton, "start_export").isEnabled()

    def says(self, text: str) -> bool:
        return any(text in label.text() for label in self.view.findChildren(QLabel))

    def run(self, qtbot: QtBot) -> list[str]:
        find(self.view, QPushButton, "start_export").click()
        qtbot.waitUntil(lambda: not self.view.is_running)
        return sorted(path.name for path in self.folder.iterdir())


class Opening:
    """Opens the dialog once the workspace has its round."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
        self._qtbot, self._workspace, self._tmp_path = qtbot, workspace, tmp_path
        self.printers: tuple[str, ...] = ()
        self.tasks, self._presenters = Tasks(), list[ExportAnnexPresenter]()

    def __call__(self) -> Export:
        folder = self._tmp_path / "lampiran"
        folder.mkdir(exist_ok=True)
        view = ExportAnnexView(None)
        self._qtbot.addWidget(view)
        needs = ExportAnnexNeeds(
            annexes=self._workspace.annexes,
            events=AppEvents(),
            tasks=self.tasks,
            dialogs=Answers(),
            preferences=Preferences(self._tmp_path / "window.ini"),
            show_folder=lambda _folder: None,
            printers=lambda: self.printers,
            round=self._workspace.rounds.all()[0],
        )
        self._presenters.append(ExportAnnexPresenter(view, needs, folder))
        view.open()
        return Export(view, folder)


@pytest.fixture
def open_export(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[Opening]:
    opening = Opening(qtbot, workspace, tmp_path)
    yield opening
    opening.tasks.stop()


@pytest.fixture
def demonstration(workspace: Workspace) -> None:
    order = DemonstrationOrder(year=2022, regions=3, assessors=1, is_complete=True)
    workspace.demonstrate(order)


@pytest.mark.usefixtures("demonstration")
def test_the_layout_of_the_ministry_is_chosen_first(open_export: Opening) -> None:
    export = open_export()

    usual = find(export.view, QRadioButton, "layout_weights")
    assert usual.isChecked()
    assert "usual" in usual.text()
    assert export.says("A demonstration has no letter")


@pytest.mark.usefixtures("demonstration")
def test_annex_and_ranking_are_files_of_their_own(open_export: Opening, qtbot: QtBot) -> None:
    export = open_export()
    export.choose("annex_pdf")
    export.choose("ranking")

    names = export.run(qtbot)

    assert names == ["2022_lampiran-II.pdf", "2022_lampiran-II.xlsx", "2022_peringkat-tim.xlsx"]
    assert (export.folder / "2022_lampiran-II.pdf").read_bytes().startswith(b"%PDF")
    assert export.says("3 files written")


@pytest.mark.usefixtures("demonstration")
def test_the_chosen_layout_is_written(open_export: Opening, qtbot: QtBot) -> None:
    export = open_export()
    find(export.view, QRadioButton, "layout_improvement").click()

    (name,) = export.run(qtbot)

    sheets = load_workbook(export.folder / name).worksheets
    assert "TINGKAT IMPROVEMENT" in {cell for row in sheets[0].values for cell in row}


@pytest.mark.usefixtures("demonstration")
def test_no_file_that_is_there_is_replaced(open_export: Opening, qtbot: QtBot) -> None:
    open_export().run(qtbot)

    names = open_export().run(qtbot)

    assert names == ["2022_lampiran-II-2.xlsx", "2022_lampiran-II.xlsx"]


@pytest.mark.usefixtures("demonstration")
def test_without_a_file_chosen_there_is_nothing_to_write(open_export: Opening) -> None:
    export = open_export()

    export.choose("annex")

    assert not export.can_start()
    assert export.says("Nothing to write")


@pytest.mark.usefixtures("demonstration")
def test_a_folder_that_cannot_be_made_is_named(open_export: Opening) -> None:
    export = open_export()
    (export.folder / "berkas").touch()
    export.view.folder.setText(str(export.folder / "berkas" / "dalam"))

    find(export.view, QPushButton, "start_export").click()

    assert not export.view.is_running
    assert export.says("berkas")


@pytest.mark.usefixtures("demonstration")
def test_what_was_said_of_a_folder_goes_with_it(open_export: Opening) -> None:
    export = open_export()
    (export.folder / "berkas").touch()
    export.view.folder.setText(str(export.folder / "berkas" / "dalam"))
    find(export.view, QPushButton, "start_export").click()

    export.view.folder.setText(str(export.folder))

    assert not export.says("berkas")


def test_a_letter_without_a_date_is_named_and_only_a_draft_is_written(
    open_export: Opening, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.rounds.create_sample()
    export = open_export()
    could_start = export.can_start()

    export.choose("draft")
    (name,) = export.run(qtbot)

    assert not could_start
    assert export.says("The date of the letter is not set; the annex needs it.")
    cells = {
        cell for row in load_workbook(export.folder / name).worksheets[0].values for cell in row
    }
    assert "Tanggal: belum ditetapkan" in cells


def test_the_ranking_needs_no_letter(
    open_export: Opening, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.rounds.create_sample()
    export = open_export()
    export.choose("annex")
    export.choose("ranking")

    assert export.run(qtbot) == ["2020_peringkat-tim.xlsx"]
    assert find(export.view, QPlainTextEdit, "reasons").toPlainText() == ""


@pytest.mark.usefixtures("demonstration")
def test_without_a_printer_none_is_offered(open_export: Opening) -> None:
    assert not find(open_export().view, QCheckBox, "print").isEnabled()


@pytest.mark.usefixtures("demonstration")
def test_a_printer_that_is_gone_is_named_and_the_files_are_written(
    open_export: Opening, qtbot: QtBot
) -> None:
    open_export.printers = ("Printer lantai dua",)
    export = open_export()
    export.choose("print")

    names = export.run(qtbot)

    assert names == ["2022_lampiran-II.xlsx"]
    reasons = find(export.view, QPlainTextEdit, "reasons").toPlainText()
    assert "Printer lantai dua" in reasons
