"""A team lead at the merge screen: real widgets over a real workspace and real sheets."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.preferences import Preferences
from ui.screens.merge.needs import MergeNeeds
from ui.screens.merge.presenter import MergePresenter
from ui.screens.merge.view import MergeView
from ui.tasks import Tasks

Rows = list[tuple[str, ...]]


@dataclass
class Lead:
    """The screen, and everything it told or asked for."""

    qtbot: QtBot
    workspace: Workspace
    tasks: Tasks
    answers: Answers
    view: MergeView
    presenter: MergePresenter
    events: AppEvents
    said: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)

    def read(self, *paths: Path) -> None:
        """Drop files and folders, and wait until they are compared."""
        self.presenter.enter(paths)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is at work."""
        self.qtbot.waitUntil(lambda: not self.tasks.are_running)

    def come_to_front(self) -> None:
        """Take the keyboard back after a dialog."""
        self.view.activateWindow()
        self.qtbot.waitUntil(self.view.isActiveWindow)

    def press(self, name: str) -> None:
        """Press a button and wait for what it does."""
        button = find(self.view, QPushButton, name)
        assert button.isEnabled(), name
        button.click()
        self.wait()

    def table(self, name: str) -> QTableView:
        """Return a table by its name."""
        return find(self.view, QTableView, name)

    def rows(self, name: str) -> Rows:
        """Return the texts that a table shows."""
        return rows_of(self.table(name))

    def choose_row(self, name: str, text: str) -> None:
        """Choose the row in which `text` occurs."""
        (row,) = (at for at, one in enumerate(self.rows(name)) if any(text in cell for cell in one))
        self.table(name).selectRow(row)

    def key(self, name: str, key: Qt.Key) -> None:
        """Press a key in a table and wait for what it does."""
        QTest.keyClick(self.table(name), key)
        self.wait()

    def go_to(self, tab: int) -> None:
        """Open a tab."""
        self.view.tabs.setCurrentIndex(tab)

    def show_class(self, name: str) -> None:
        """Filter by the class whose entry begins with `name`."""
        box = find(self.view, QComboBox, "file_class")
        entries = [box.itemText(place) for place in range(box.count())]
        (place,) = (at for at, text in enumerate(entries) if text.startswith(name))
        box.setCurrentIndex(place)

    def says(self, text: str) -> bool:
        """Whether a text is to be read on the screen now."""
        labels = self.view.findChildren(QLabel)
        return any(text in one.text() for one in labels if one.isVisibleTo(self.view))

    def outcomes(self) -> dict[str, str]:
        """Return what happens with each file, by the beginning of its name."""
        return {row[1]: row[6] for row in self.rows("files_table")}


def begin(qtbot: QtBot, workspace: Workspace, answers: Answers, folder: Path) -> Lead:
    """Show the empty screen in a window of a laptop's size."""
    tasks, events, said, opened = Tasks(), AppEvents(), list[str](), list[Path]()
    view = MergeView()
    needs = MergeNeeds(
        merging=workspace.merging,
        rounds=workspace.rounds,
        events=events,
        tasks=tasks,
        dialogs=answers,
        preferences=Preferences(folder / "window.ini"),
        inform=said.append,
        open_assignment=opened.append,
        leave=lambda: said.append("left"),
    )
    presenter = MergePresenter(view, needs)
    qtbot.addWidget(view)
    view.resize(1366, 668)
    view.show()
    return Lead(qtbot, workspace, tasks, answers, view, presenter, events, said, opened)


def rows_of(table: QAbstractItemView) -> Rows:
    """Return the texts of a table's rows, in the order they are shown."""
    model = table.model()
    none = QModelIndex()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount(none)))
        for row in range(model.rowCount(none))
    ]
