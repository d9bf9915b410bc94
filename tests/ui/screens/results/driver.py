"""The screen of results under test, used the way a lead uses it."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assessor.domain.ids import ParticipantId, RoundId
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.results.compare_page import ComparePage
from ui.screens.results.needs import ResultsNeeds
from ui.screens.results.region_page import RegionPage
from ui.screens.results.screen import ResultsScreen
from ui.screens.results.table_page import TablePage
from ui.tasks import Tasks


class Driver:
    """Searches, sorts, opens regions, and reads what is shown."""

    def __init__(self, workspace: Workspace, qtbot: QtBot, folder: Path) -> None:
        self.workspace = workspace
        self.events, self.tasks, self.answers = AppEvents(), Tasks(), Answers()
        self.told: list[str] = []
        self.printed: list[tuple[RoundId, ParticipantId]] = []
        self.walked: list[RoundId] = []
        self._qtbot = qtbot
        needs = ResultsNeeds(
            workspace=workspace,
            events=self.events,
            tasks=self.tasks,
            dialogs=self.answers,
            inform=self.told.append,
            pictures=lambda: folder,
            print_region=lambda *where: self.printed.append(where),
            open_walk=self.walked.append,
        )
        self.screen = ResultsScreen(needs)
        qtbot.addWidget(self.screen.widget)
        self.screen.widget.resize(1366, 700)
        self.screen.widget.show()
        self.round = workspace.rounds.all()[0].id

    def show(self) -> None:
        self.screen.show_round(self.round)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is read any more."""
        self._qtbot.waitUntil(lambda: not self.tasks.are_running, timeout=20_000)

    @property
    def table(self) -> QTableView:
        return find(self.screen.widget, QTableView, "results_table")

    @property
    def page(self) -> TablePage:
        return find(self.screen.widget, TablePage, "results_page")

    @property
    def region(self) -> RegionPage:
        return find(self.screen.widget, RegionPage, "result_region")

    @property
    def comparison(self) -> ComparePage:
        return find(self.screen.widget, ComparePage, "result_comparison")

    def column(self, heading: str) -> list[str]:
        """Return a column of the table as it is shown."""
        model = self.table.model()
        headings = [
            str(model.headerData(place, Qt.Orientation.Horizontal))
            for place in range(model.columnCount())
        ]
        place = headings.index(heading)
        return [str(model.index(row, place).data()) for row in range(model.rowCount())]

    def sort(self, heading: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        model = self.table.model()
        for place in range(model.columnCount()):
            if model.headerData(place, Qt.Orientation.Horizontal) == heading:
                self.table.sortByColumn(place, order)

    def search(self, text: str) -> None:
        field = find(self.screen.widget, QLineEdit, "results_search")
        field.clear()
        QTest.keyClicks(field, text)

    def choose(self, name: str, place: int) -> None:
        find(self.screen.widget, QComboBox, name).setCurrentIndex(place)

    def select(self, *rows: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.table.clearSelection()
        for row in rows:
            index = self.table.model().index(row, 0)
            self.table.selectionModel().select(index, flags.Select | flags.Rows)

    def open(self, row: int = 0) -> None:
        self.table.setCurrentIndex(self.table.model().index(row, 0))
        QTest.keyClick(self.table, Qt.Key.Key_Return)
        self.wait()

    def tab(self, place: int) -> None:
        find(self.screen.widget, QTabBar, "result_tabs").setCurrentIndex(place)

    def button(self, name: str) -> QPushButton:
        return find(self.screen.widget, QPushButton, name)

    def text(self, name: str) -> str:
        return find(self.screen.widget, QLabel, name).text()

    def browser(self, name: str) -> str:
        return find(self.screen.widget, QTextBrowser, name).toPlainText()

    def rows(self, name: str) -> list[list[str]]:
        """Return a table as it is shown."""
        model = find(self.screen.widget, QTableView, name).model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def is_visible(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self.screen.widget)
