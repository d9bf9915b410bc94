"""Requests for evidence in their window: region by region, only what may be seen."""

import getpass
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import FOR_REQUEST, LetterField
from assessor.domain.paper_words import PRODUCT
from assessor.domain.records import Participant, Programme
from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from tests.services.demonstrations import demonstration_file
from tests.services.letters import fill_in
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.printing.blocks import WITH_PDFTOTEXT
from tests.ui.starting import Start
from ui.application import Application
from ui.letters.bench import LetterBench
from ui.widgets.entry_list import EntryList
from ui.widgets.page_preview import PagePreview

ORDER = DemonstrationOrder(year=2023, regions=3, assessors=2, is_complete=True)
TICK = Qt.ItemDataRole.CheckStateRole


class RequestDriver:
    """Does what a person does at the screen, and reads it as they read it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self._qtbot = application, qtbot

    @property
    def workspace(self) -> Workspace:
        assert self.application.session is not None
        return self.application.session.workspace

    @property
    def round_id(self) -> RoundId:
        return self.workspace.rounds.all()[0].id

    @property
    def view(self) -> LetterBench:
        return find(self.application.window, LetterBench, "evidence_request_screen")

    @property
    def regions(self) -> QListView:
        return find(self.view, QListView, "regions_to_ask")

    def open(self) -> None:
        find(self.application.window, QAction, "evidence_requests").trigger()
        self._qtbot.waitUntil(lambda: bool(self.rows()))

    def rows(self) -> list[str]:
        model = self.regions.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def index_of(self, name: str) -> QModelIndex:
        (row,) = (row for row, text in enumerate(self.rows()) if text.startswith(name))
        return self.regions.model().index(row, 0)

    def tick(self, name: str) -> bool:
        return self.regions.model().setData(self.index_of(name), Qt.CheckState.Checked, TICK)

    def press(self, name: str) -> None:
        find(self.view, QPushButton, name).click()

    def pages(self) -> int:
        return find(self.view, PagePreview, "preview").pages

    def says(self, text: str) -> bool:
        labels = self.view.findChildren(QLabel)
        return any(text in one.text() for one in labels if one.isVisibleTo(self.view))

    def export(self) -> None:
        self.press("export_letter")
        self._qtbot.waitUntil(lambda: not self.application.tasks.are_running)


@pytest.fixture
def requests(
    start: Start, qtbot: QtBot, workspace_path: Path, surroundings: Surroundings
) -> Iterator[RequestDriver]:
    """The window on a demonstration whose form is filled in, the screen not yet shown."""
    workspace_path.write_bytes(demonstration_file(ORDER))
    with open_workspace(workspace_path, surroundings) as workspace:
        fill_in(workspace, workspace.rounds.all()[0].id)
    driver = RequestDriver(start(), qtbot)
    yield driver
    driver.application.tasks.stop()


@pytest.fixture
def names(requests: RequestDriver) -> list[str]:
    """The regions of which something is missing."""
    requests.open()
    return [row.partition(" – ")[0] for row in requests.rows() if "without evidence" in row]


def test_every_region_says_how_much_is_missing(requests: RequestDriver, names: list[str]) -> None:
    assert len(requests.rows()) == 3
    assert names


def test_the_request_of_the_current_region_is_shown(
    requests: RequestDriver, names: list[str]
) -> None:
    requests.regions.setCurrentIndex(requests.index_of(names[-1]))

    assert requests.pages() >= 2


def test_what_is_missing_of_the_form_is_listed(requests: RequestDriver) -> None:
    requests.open()
    requests.workspace.letter_forms.set_day(requests.round_id, LetterField.REQUEST_DEADLINE, None)
    requests.open()

    entries = find(requests.view, EntryList, "missing").entries
    entry = entries.entry(entries.index(0))
    assert entry is not None
    assert entry.key is LetterField.REQUEST_DEADLINE
    requests.press("tick_all")
    requests.press("export_letter")
    assert requests.says("lacks 1 entry")
    assert LetterField.REQUEST_DEADLINE in FOR_REQUEST


def test_regions_must_be_ticked_first(requests: RequestDriver) -> None:
    requests.open()

    requests.press("export_letter")

    assert requests.says("Tick the regions")


def test_a_document_and_a_pdf_are_written_for_each_region_ticked(
    requests: RequestDriver, names: list[str], answers: Answers, tmp_path: Path
) -> None:
    folder = tmp_path / "permintaan"
    answers.answer(folder)
    assert requests.tick(names[0])

    requests.export()

    files = sorted(file.name for file in folder.iterdir())
    assert [file.rpartition("_")[2] for file in files] == [
        "permintaan-data-dukung.docx",
        "permintaan-data-dukung.pdf",
    ]
    assert requests.says("2 files written")


def everything_in(file: Path) -> str:
    """Return all that a file holds: its parts with their names, or its text and its properties."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as archive:
            parts = [name.encode() + archive.read(name) for name in archive.namelist()]
        return b"\n".join(parts).decode("utf-8", "replace")
    commands = (["pdftotext", str(file), "-"], ["pdfinfo", str(file)])
    found = [subprocess.run(one, check=True, capture_output=True).stdout for one in commands]
    return b"\n".join((*found, file.read_bytes())).decode("utf-8", "replace")


@WITH_PDFTOTEXT
def test_nothing_of_another_region_is_in_a_request_nor_who_scored_or_wrote_it(
    requests: RequestDriver, names: list[str], answers: Answers, tmp_path: Path
) -> None:
    answers.answer(tmp_path / "permintaan")
    requests.tick(names[0])
    workspace = requests.workspace
    one, *others = sorted(
        workspace.rounds.participants(requests.round_id),
        key=lambda participant: participant.region.name != names[0],
    )
    strange = [other.region.bare_name for other in others]
    for other in others:
        strange += [programme.name for programme in programmes_of(workspace, other)]
    strange += [person.name for person in workspace.people.assessors()]

    requests.export()

    own = {programme.name.casefold() for programme in programmes_of(workspace, one)}
    for file in (tmp_path / "permintaan").iterdir():
        whole = everything_in(file).casefold()
        assert one.region.bare_name.casefold() in whole
        found = [word for word in strange if word.casefold() in whole]
        assert [word for word in found if word.casefold() not in own] == []
        assert PRODUCT in everything_in(file)
        assert f"/{getpass.getuser()}/" not in whole


def programmes_of(workspace: Workspace, participant: Participant) -> tuple[Programme, ...]:
    """Return the programmes of a region."""
    return workspace.panels.of_region(participant.id).assessments[0].programmes


def test_all_and_none_can_be_ticked_at_once(requests: RequestDriver, names: list[str]) -> None:
    requests.press("tick_all")
    assert requests.says(f"{len(names)} of {len(names)} ticked")

    requests.press("tick_none")
    assert requests.says(f"0 of {len(names)} ticked")


def test_what_others_scored_is_hidden_while_i_score(requests: RequestDriver) -> None:
    participant = requests.workspace.rounds.participants(requests.round_id)[0]
    mine = requests.workspace.assessments.open(participant.id)
    requests.workspace.assessments.reopen(mine, "Salah ketik")

    requests.open()

    hidden = requests.index_of(participant.region.name)
    assert "once your own assessment is locked" in str(hidden.data())
    assert not requests.tick(participant.region.name)
    requests.regions.setCurrentIndex(hidden)
    assert requests.pages() == 0


def test_it_speaks_the_language_chosen(requests: RequestDriver, names: list[str]) -> None:
    find(requests.application.window, QAction, "language_id").trigger()

    assert "capaian tanpa data dukung" in str(requests.index_of(names[0]).data())
    assert requests.says("Permintaan data dukung")
