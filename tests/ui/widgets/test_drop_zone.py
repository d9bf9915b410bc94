"""Files dragged over the window: a hint comes up over everything, and takes them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from ui.widgets.drop_zone import DropZone, dropped_paths


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window whose whole middle is a text field, which takes drops of its own."""
    shown = QMainWindow()
    shown.setCentralWidget(QLineEdit())
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def zone(window: QMainWindow) -> DropZone:
    over = DropZone(window)
    over.is_offered = True
    over.watch()
    return over


def carried(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag_in(window: QMainWindow, data: QMimeData) -> None:
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.windowHandle(), event)


def test_it_comes_up_over_everything_while_files_are_dragged(
    window: QMainWindow, zone: DropZone, tmp_path: Path
) -> None:
    drag_in(window, carried([tmp_path]))

    assert zone.isVisible()
    assert window.childAt(window.rect().center()) is zone
    assert "Nothing changes yet" in zone.text()


def test_text_is_left_to_the_field_below(window: QMainWindow, zone: DropZone) -> None:
    data = QMimeData()
    data.setText("a note")

    drag_in(window, data)

    assert not zone.isVisible()


def test_without_a_workspace_nothing_is_offered(
    window: QMainWindow, zone: DropZone, tmp_path: Path
) -> None:
    zone.is_offered = False

    drag_in(window, carried([tmp_path]))

    assert not zone.isVisible()


def test_dropped_files_and_folders_are_told(
    window: QMainWindow, zone: DropZone, tmp_path: Path, qtbot: QtBot
) -> None:
    data = carried([tmp_path, tmp_path / "lembar é.xlsx"])
    drag_in(window, data)
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(zone.dropped) as told:
        QApplication.sendEvent(zone, drop)

    assert told.args == [[tmp_path, tmp_path / "lembar é.xlsx"]]
    assert not zone.isVisible()


def test_it_goes_away_with_the_files(window: QMainWindow, zone: DropZone, tmp_path: Path) -> None:
    drag_in(window, carried([tmp_path]))

    QApplication.sendEvent(zone, QDragLeaveEvent())

    assert not zone.isVisible()


def test_what_lies_elsewhere_is_no_file() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/lembar.xlsx")])

    assert dropped_paths(data) == []
