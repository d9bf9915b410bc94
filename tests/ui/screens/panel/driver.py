"""The panel screen under test, used the way a lead uses it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assessor.domain.ids import RoundId
from assessor.domain.records import Participant
from assessor.domain.score import AnswerKey
from assessor.services.workspace import Workspace
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.panel.answer_model import Fixed
from ui.screens.panel.answer_table import AnswerTable
from ui.screens.panel.screen import PanelNeeds, PanelScreen
from ui.tasks import Tasks


class Driver:
    """Chooses regions and questions, settles, and reads what is shown."""

    def __init__(self, workspace: Workspace, qtbot: QtBot) -> None:
        self.workspace = workspace
        self.events = AppEvents()
        self.tasks = Tasks()
        self.walked: list[tuple[RoundId, Participant | None]] = []
        self._qtbot = qtbot
        needs = PanelNeeds(
            workspace, self.events, self.tasks, lambda *where: self.walked.append(where)
        )
        self.screen = PanelScreen(needs)
        qtbot.addWidget(self.screen.widget)
        self.screen.widget.resize(1366, 700)
        self.screen.widget.show()
        (self.round,) = (one.id for one in workspace.rounds.all())

    @property
    def table(self) -> AnswerTable:
        return find(self.screen.widget, AnswerTable, "panel_answers")

    @property
    def regions(self) -> QListView:
        return find(self.screen.widget, QListView, "panel_regions")

    def show(self) -> None:
        self.screen.show_round(self.round)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is read any more."""
        self._qtbot.waitUntil(lambda: not self.tasks.are_running, timeout=20_000)

    def open(self, row: int = 0) -> None:
        self.regions.setCurrentIndex(self.regions.model().index(row, 0))
        QTest.keyClick(self.regions, Qt.Key.Key_Return)
        self.wait()

    def button(self, name: str) -> QPushButton:
        return find(self.screen.widget, QPushButton, name)

    def choose(self, name: str, place: int) -> None:
        find(self.screen.widget, QComboBox, name).setCurrentIndex(place)

    def shown_regions(self) -> list[str]:
        model = self.regions.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def described(self, row: int = 0) -> str:
        return str(self.regions.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    def text(self, name: str) -> str:
        return find(self.screen.widget, QLabel, name).text()

    def said(self) -> str:
        return find(self.screen.widget, QTextBrowser, "panel_said").toPlainText()

    def cell(self, column: int | Fixed) -> str:
        """Return what stands in the current question's row."""
        model = self.table.answers
        place = model.column(column) if isinstance(column, Fixed) else column
        return str(model.index(self.table.currentIndex().row(), place).data())

    def go_to_open(self) -> None:
        assert self.table.go_to_open(1)

    def go_to(self, key: AnswerKey) -> None:
        row = self.table.answers.row_of(key)
        assert row is not None
        self.table.setCurrentIndex(self.table.answers.index(row, 0))

    def settle(self, value: str, reason: str) -> None:
        """Settle the current question with the keyboard alone."""
        QTest.keyClick(self.table, Qt.Key.Key_Return)
        self.type("settle_value", value)
        QTest.keyClick(self.field("settle_value"), Qt.Key.Key_Return)
        self.type("settle_reason", reason)
        QTest.keyClick(self.field("settle_reason"), Qt.Key.Key_Return)
        self.wait()

    def leave_mean(self, reason: str) -> None:
        self.type("settle_reason", reason)
        self.button("leave_mean").click()
        self.wait()

    def field(self, name: str) -> QLineEdit:
        return find(self.screen.widget, QLineEdit, name)

    def type(self, name: str, text: str) -> None:
        self.field(name).clear()
        QTest.keyClicks(self.field(name), text)

    def to_agreement(self) -> None:
        find(self.screen.widget, QTabBar, "panel_tabs").setCurrentIndex(1)
        self.wait()

    def rows(self, name: str) -> list[list[str]]:
        """Return a table as it is shown."""
        model = find(self.screen.widget, QTableView, name).model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def is_visible(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self.screen.widget)
