"""The window around the screens: menus, title, and the proof that all is saved."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from resources import i18n
from tests.ui.finding import find
from ui.main_window import MainWindow
from ui.screen import Menu


class Sheet:
    """A screen with one action in one menu."""

    def __init__(self, menu: Menu) -> None:
        self.widget = QWidget()
        self.action = QAction(f"act in {menu}", self.widget)
        self._menu = menu
        self.left = 0

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        return {self._menu: [self.action]}

    def leave(self) -> tuple[str, ...]:
        self.left += 1
        return ()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = MainWindow()
    qtbot.addWidget(shown)
    return shown


def menu(window: MainWindow, name: str) -> QMenu:
    return find(window, QMenu, f"menu_{name}")


def is_offered(window: MainWindow, name: str) -> bool:
    return menu(window, name).menuAction().isVisible()


def test_the_title_names_round_workspace_and_program(window: MainWindow) -> None:
    window.show_workspace(Path("/somewhere/kota.sqlite"))
    window.show_round("Evaluasi 2020")

    assert window.windowTitle() == "Evaluasi 2020 – kota – Smart City Assessor"


def test_without_a_workspace_nothing_that_needs_one_is_offered(window: MainWindow) -> None:
    window.show_workspace(None)

    assert not window.actions_.export_sheets.isEnabled()
    assert window.actions_.open_workspace.isEnabled()
    assert window.windowTitle() == "Smart City Assessor"


def test_saving_is_proved_to_the_second(window: MainWindow) -> None:
    window.show_saved(dt.datetime(2020, 11, 23, 14, 3, 22, tzinfo=dt.UTC))

    assert find(window, QLabel, "saved").text() == "saved 14:03:22"


def test_another_workspace_begins_without_a_proof(window: MainWindow) -> None:
    window.show_saved(dt.datetime(2020, 11, 23, 14, 3, 22, tzinfo=dt.UTC))

    window.show_workspace(Path("/somewhere/other.sqlite"))

    assert find(window, QLabel, "saved").text() == ""


def test_a_screen_brings_its_actions_into_the_menus(window: MainWindow) -> None:
    screen = Sheet(Menu.REGION)

    window.show_screen(screen)

    assert screen.action in menu(window, "region").actions()
    assert is_offered(window, "region")
    assert not is_offered(window, "edit")


def test_the_screen_before_saves_and_takes_its_actions_along(window: MainWindow) -> None:
    before, after = Sheet(Menu.REGION), Sheet(Menu.EDIT)
    window.show_screen(before)

    window.show_screen(after)

    assert before.left == 1
    assert not is_offered(window, "region")
    assert menu(window, "edit").actions() == [after.action]


def test_showing_the_same_screen_again_changes_nothing(window: MainWindow) -> None:
    screen = Sheet(Menu.VIEW)
    window.show_screen(screen)

    window.show_screen(screen)

    assert screen.left == 0


def test_closing_saves_what_is_being_typed_first(window: MainWindow) -> None:
    screen = Sheet(Menu.VIEW)
    window.show_screen(screen)

    window.close()

    assert screen.left == 1


def test_the_window_stays_open_while_it_may_not_close(window: MainWindow, qtbot: QtBot) -> None:
    window.may_close = lambda: False
    window.show()
    qtbot.waitUntil(window.isActiveWindow)

    window.close()

    assert window.isVisible()
    window.may_close = lambda: True


def test_its_own_shortcuts_do_not_meet(window: MainWindow) -> None:
    shortcuts = [
        action.shortcut().toString()
        for action in window.findChildren(QAction)
        if not action.shortcut().isEmpty()
    ]

    assert len(shortcuts) == len(set(shortcuts))


def test_shortcuts_are_those_of_the_desktop(window: MainWindow) -> None:
    assert window.actions_.quit.shortcut() == QKeySequence(QKeySequence.StandardKey.Quit)
    assert window.actions_.open_workspace.shortcut() == QKeySequence("Ctrl+O")
    assert window.actions_.keyboard_map.shortcut() == QKeySequence("F1")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", ["file", "edit", "region", "view", "help"])
def test_every_entry_of_a_menu_has_a_key_of_its_own(
    window: MainWindow, language: str, name: str
) -> None:
    i18n.use_language(language)
    window.retranslate()

    keys = [
        text[text.index("&") + 1].lower()
        for action in menu(window, name).actions()
        if "&" in (text := action.text())
    ]

    assert len(keys) == len(set(keys))


def test_the_language_can_be_chosen_in_itself(window: MainWindow, qtbot: QtBot) -> None:
    action = find(window, QAction, "language_id")

    with qtbot.waitSignal(window.language_chosen) as told:
        action.trigger()

    assert told.args == ["id"]
    assert action.text() == "Bahasa Indonesia"


def test_recent_workspaces_can_be_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.show_recent([Path("/a/kota.sqlite"), Path("/b/kabupaten.sqlite")])
    (recent,) = (one for one in window.findChildren(QMenu) if one.title() == "Open re&cent")

    with qtbot.waitSignal(window.recent_chosen) as told:
        recent.actions()[1].trigger()

    assert told.args == [str(Path("/b/kabupaten.sqlite"))]


def test_the_first_paint_is_told_once(window: MainWindow, qtbot: QtBot) -> None:
    told: list[bool] = []
    window.first_painted.connect(lambda: told.append(True))

    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.repaint()
    qtbot.wait(1)

    assert told == [True]


def test_enter_presses_a_button_of_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    screen, pressed = Sheet(Menu.EDIT), list[bool]()
    button = QPushButton(screen.widget)
    button.clicked.connect(lambda: pressed.append(True))
    window.show_screen(screen)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_Return)

    assert pressed == [True]
