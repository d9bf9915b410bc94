"""A team lead hands out a sheet, gets a panel's sheets back, settles a doubt, and can undo it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.services.merging.examples import (
    LAW,
    OTHER,
    Colleague,
    lead_workspace,
    said_in,
    write_into,
)
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.starting import Start
from ui.application import Application


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Three sheets of one region: one assessor twice with other scores, and one broken file."""
    folder = tmp_path / "lembar masuk"
    folder.mkdir()
    budi = Colleague(tmp_path, "Budi Santoso")
    budi.score({LAW: 3, OTHER: 3})
    budi.send(folder)
    blank = Colleague(tmp_path, "Ayu Prameswari").send(folder, is_blank=True)
    for name, points in (("ayu.xlsx", 1), ("ayu final.xlsx", 4)):
        shutil.copy(blank, folder / name)
        write_into(folder / name, "Penilaian", LAW.question, "kolom:nilai", points)
    blank.unlink()
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    return folder


def wait(application: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not application.tasks.are_running)


def column_of(table: QTableView, file: str) -> int:
    model = table.model()
    columns = range(model.columnCount())
    headings = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns]
    return next(at for at in columns if headings[at].startswith(file))


def first_column(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_lead_merges_a_panel_and_takes_it_back(
    start: Start, workspace_path: Path, inbox: Path, answers: Answers, qtbot: QtBot
) -> None:
    with lead_workspace(workspace_path) as workspace:
        before = said_in(workspace)
    application = start()
    window = application.window

    # The folder is dropped on the window.
    window.files_dropped.emit([inbox])
    wait(application, qtbot)
    assert "Waits for a decision: 2" in find(window, QLabel, "merge_status").text()

    # One doubt: what Ayu says stands in two files. The second one counts.
    find(window, QTabWidget, "merge_tabs").setCurrentIndex(1)
    fork = find(window, QTableView, "fork_table")
    fork.setCurrentIndex(fork.model().index(0, column_of(fork, "ayu final.xlsx")))
    QTest.keyClick(fork, Qt.Key.Key_Space)
    wait(application, qtbot)
    assert "Waits" not in find(window, QLabel, "merge_status").text()

    # Merged; the broken file is named.
    find(window, QPushButton, "merge_now").click()
    wait(application, qtbot)
    assert "rusak.xlsx" in first_column(find(window, QTableView, "not_imported_table"))
    assert application.session is not None
    assert "Ayu Prameswari" in said_in(application.session.workspace)

    # Taken back: everything as it was.
    answers.answer(True)
    find(window, QPushButton, "undo").click()
    wait(application, qtbot)
    assert said_in(application.session.workspace) == before


@pytest.fixture
def sheet(tmp_path: Path, surroundings: Surroundings) -> Path:
    """A blank sheet that a lead handed out to Ayu, for Kota Denpasar."""
    with open_workspace(tmp_path / "ketua.sqlite", surroundings) as lead:
        lead.people.introduce("Sri Lestari", "Universitas Contoh")
        round_id = lead.rounds.create_sample()
        ayu = lead.people.add("Ayu Prameswari", "Universitas Contoh")
        orders = lead.sheets.plan(round_id, assessors=[ayu.id], is_blank=True)
        denpasar = [one for one in orders if one.participant.region.name == "KOTA DENPASAR"]
        (path,) = lead.sheets.export(denpasar, tmp_path).written
    return path


def test_an_assessor_opens_a_handed_out_sheet(
    start: Start, sheet: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    answers.answer(sheet)

    application.window.actions_.open_assignment.trigger()
    wait(application, qtbot)

    assert find(application.window, QLabel, "region_name").text() == "KOTA DENPASAR"
    assert application.session is not None
    me = application.session.workspace.people.me()
    assert me is not None
    assert me.name == "Ayu Prameswari"
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_3)
    workspace = application.session.workspace
    (round_id,) = (one.id for one in workspace.rounds.all())
    assert sum(one.answered for one in workspace.overview.of_round(round_id)) == 1
