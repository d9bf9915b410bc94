"""A new assessor: says who they are, opens the 2020 round, and finds it again the next day."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from tests.ui.starting import Start


def test_from_the_first_start_to_denpasar_and_back(
    start: Start, workspace_path: Path, qtbot: QtBot
) -> None:
    application = start()
    window = application.window

    # English first, since the window asks; then a name, by keyboard alone.
    find(window, QRadioButton, "language_en").click()
    name = find(window, QLineEdit, "name")
    qtbot.waitUntil(name.hasFocus)
    QTest.keyClicks(name, "Dewi Contoh")
    QTest.keyClick(name, Qt.Key.Key_Return)
    QTest.keyClicks(find(window, QLineEdit, "institution"), "Universitas Contoh")
    find(window, QPushButton, "sample").click()

    assert window.windowTitle().startswith("Evaluasi 2020 – ")
    assert find(window, QLabel, "saved").text().startswith("saved ")

    # Denpasar, by typing a part of its name.
    find(window, QAction, "jump").trigger()
    QTest.keyClicks(find(window, QLineEdit, "region_search"), "denp")
    QTest.keyClick(find(window, QLineEdit, "region_search"), Qt.Key.Key_Return)
    assert find(window, QLabel, "region_name").text() == "KOTA DENPASAR"
    window.close()

    # The next day it opens where it was left.
    window = start().window
    assert find(window, QLabel, "region_name").text() == "KOTA DENPASAR"
    assert workspace_path.is_file()
    assert find(window, QListView, "regions").isVisible()
