"""Taking in a published table of an earlier year: looked at, asked about, taken in, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTableView,
)
from pytestqt.qtbot import QtBot

from assessor.services.workspace import Workspace
from resources import i18n
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.last_year.presenter import LastYearNeeds, LastYearPresenter
from ui.screens.last_year.view import LastYearView
from ui.tasks import Tasks

TABLE = Path(__file__).parents[3] / "data" / "published" / "results_2022_early_phase.csv"
NAME, REGION, HAPPENS, INDEX, RECOMPUTED = range(5)


class LastYear:
    """The dialog, as somebody uses it."""

    def __init__(self, view: LastYearView, answers: Answers, workspace: Workspace) -> None:
        self.view, self.answers, self.workspace = view, answers, workspace
        self._take_in = find(view, QPushButton, "take_in")
        self.rows = find(view, QTableView, "table_rows")

    def open(self, qtbot: QtBot, path: Path) -> None:
        self.answers.answer(path)
        self.press("choose_table")
        qtbot.waitUntil(lambda: self.rows.model().rowCount() > 0)

    def take_in(self, qtbot: QtBot) -> None:
        """Take the table in once its rows are recomputed."""
        qtbot.waitUntil(self._take_in.isEnabled)
        self._take_in.click()

    def press(self, name: str) -> None:
        find(self.view, QPushButton, name).click()

    def can(self, name: str) -> bool:
        return find(self.view, QPushButton, name).isEnabled()

    def cell(self, row: int, column: int) -> str:
        return str(self.rows.model().index(row, column).data())

    def mean(self, text: str) -> None:
        """Say of the chosen row which region it means."""
        choice = find(self.view, QComboBox, "region_meant")
        place = choice.findText(text, Qt.MatchFlag.MatchStartsWith)
        choice.setCurrentIndex(place)
        choice.activated.emit(place)

    def says(self, text: str) -> bool:
        return any(text in label.text() for label in self.view.findChildren(QLabel))

    def tables(self) -> list[str]:
        shown = find(self.view, QListWidget, "taken_tables")
        return [shown.item(row).text() for row in range(shown.count())]


@pytest.fixture
def last_year(qtbot: QtBot, workspace: Workspace) -> Iterator[LastYear]:
    workspace.people.introduce("Staf Contoh", "Kementerian")
    answers, tasks = Answers(), Tasks()
    early = [one for one in workspace.instruments.available() if one.id == "2022-early-phase"]
    others = [one for one in workspace.instruments.available() if one.id != "2022-early-phase"]
    view = LastYearView(None, workspace.published.regions())
    qtbot.addWidget(view)
    needs = LastYearNeeds(
        published=workspace.published,
        instruments=(*early, *others),
        expected_year=2022,
        events=AppEvents(),
        tasks=tasks,
        dialogs=answers,
    )
    presenter = LastYearPresenter(view, needs)
    view.open()
    opened = LastYear(view, answers, workspace)
    yield opened
    tasks.stop()
    del presenter


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """The published table with a region mislabelled, and an index that does not follow."""
    text = TABLE.read_text("utf-8")
    text = text.replace("KAB. BELITUNG,", "Kota Belitung,").replace("1.25,1.3", "1.25,1.35")
    path = tmp_path / "tabel 2022.csv"
    path.write_text(text, "utf-8")
    return path


def test_the_instrument_of_the_year_before_is_offered_with_how_sure_it_is(
    last_year: LastYear,
) -> None:
    instrument = find(last_year.view, QComboBox, "instrument")

    assert instrument.currentText() == "2022 evaluation, Early Phase – Printed in a letter"
    assert find(last_year.view, QSpinBox, "year").value() == 2022


def test_every_row_is_shown_recomputed_before_anything_is_taken_in(
    last_year: LastYear, qtbot: QtBot
) -> None:
    last_year.open(qtbot, TABLE)

    assert last_year.says("26 rows are taken. All of them follow from their dimensions.")
    assert last_year.says("4 rows are skipped.")
    assert last_year.rows.model().rowCount() == 30
    assert last_year.workspace.published.tables() == ()


def test_what_is_doubtful_stands_first_and_then_what_does_not_follow(
    last_year: LastYear, qtbot: QtBot, doubtful: Path
) -> None:
    last_year.open(qtbot, doubtful)

    assert last_year.cell(0, NAME) == "Kota Belitung"
    assert last_year.cell(0, HAPPENS) == "To decide: kabupaten and kota mixed up"
    assert last_year.cell(1, HAPPENS) == "Taken; the index does not follow"
    assert (last_year.cell(1, INDEX), last_year.cell(1, RECOMPUTED)) == ("1,35", "1,30")
    assert not last_year.can("take_in")


def test_a_doubtful_name_is_decided_and_the_table_taken_in(
    last_year: LastYear, qtbot: QtBot, doubtful: Path
) -> None:
    last_year.open(qtbot, doubtful)

    last_year.mean("KAB. BELITUNG,")
    last_year.take_in(qtbot)

    (table,) = last_year.workspace.published.tables()
    assert (table.regions, table.source) == (26, "tabel 2022.csv")
    assert last_year.says("Taken in: 2022, 2022-early-phase: 26 regions")
    assert last_year.tables()[0].endswith("1 does not follow")
    assert not last_year.can("take_in")


def test_a_row_can_be_left_out(last_year: LastYear, qtbot: QtBot, doubtful: Path) -> None:
    last_year.open(qtbot, doubtful)

    last_year.mean("Leave it out")
    last_year.take_in(qtbot)

    assert [one.regions for one in last_year.workspace.published.tables()] == [25]


def test_a_table_is_taken_back_after_a_question(last_year: LastYear, qtbot: QtBot) -> None:
    last_year.open(qtbot, TABLE)
    last_year.take_in(qtbot)

    last_year.answers.answer(False)
    last_year.press("take_back")
    kept = len(last_year.tables())
    last_year.answers.answer(True)
    last_year.press("take_back")

    assert (kept, last_year.tables()) == (1, [])
    assert last_year.workspace.published.tables() == ()


def test_a_file_that_is_no_table_says_what_is_wrong(
    last_year: LastYear, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "surat.csv"
    path.write_text("Kepada Yth.\n", "utf-8")
    last_year.answers.answer(path)

    last_year.press("choose_table")

    qtbot.waitUntil(lambda: last_year.says("surat.csv"))
    assert not last_year.can("take_in")


def test_another_instrument_reads_the_file_again(last_year: LastYear, qtbot: QtBot) -> None:
    last_year.open(qtbot, TABLE)
    instrument = find(last_year.view, QComboBox, "instrument")
    place = instrument.findData("2022-reguler")

    instrument.setCurrentIndex(place)
    instrument.activated.emit(place)

    qtbot.waitUntil(lambda: last_year.says("do not follow from their dimensions"))


def test_another_year_can_be_said(last_year: LastYear, qtbot: QtBot) -> None:
    last_year.open(qtbot, TABLE)

    find(last_year.view, QSpinBox, "year").setValue(2021)
    assert not last_year.can("take_in")
    last_year.take_in(qtbot)

    assert [one.year for one in last_year.workspace.published.tables()] == [2021]


def test_it_speaks_the_language_in_use(last_year: LastYear, qtbot: QtBot) -> None:
    last_year.open(qtbot, TABLE)

    i18n.use_language("id")
    last_year.view.retranslate()

    assert last_year.cell(0, HAPPENS) == "Diambil; cocok"
    assert last_year.says("26 baris diambil.")
