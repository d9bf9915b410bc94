"""Enter on a button, and a menu's keys in a line of text."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from ui.building import named
from ui.widgets.focus_keys import FocusKeys


class Greedy(QLineEdit):
    """Claims Ctrl+E and Ctrl+Right, as lines of text do on the desktops of X11."""

    def event(self, event: QEvent) -> bool:
        """Claim them before the menu does."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with a menu's action on Ctrl+E."""
    shown = QMainWindow()
    page = named(QWidget(), "page")
    shown.setCentralWidget(page)
    QVBoxLayout(page)
    action = QAction(shown)
    action.setObjectName("export")
    action.setShortcut(QKeySequence("Ctrl+E"))
    shown.addAction(action)
    FocusKeys(shown)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def put(window: QMainWindow, *widgets: QWidget) -> None:
    """Put widgets into the window, the focus into the last one."""
    layout = find(window, QWidget, "page").layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
        widget.setFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_a_button_with_the_focus_is_pressed_once(
    window: QMainWindow, kind: type[QAbstractButton], key: Qt.Key
) -> None:
    button, pressed = kind(), list[QAbstractButton]()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _on: pressed.append(button))
    put(window, button)

    QTest.keyClick(button, key)

    assert pressed == [button]


def test_a_button_that_is_off_is_not_pressed(window: QMainWindow) -> None:
    button, pressed = QPushButton(), list[QAbstractButton]()
    button.clicked.connect(lambda _on: pressed.append(button))
    put(window, button)
    button.setEnabled(False)

    QTest.keyClick(button, Qt.Key.Key_Return)

    assert pressed == []


def test_enter_ticks_no_box(window: QMainWindow) -> None:
    box = QCheckBox()
    put(window, box)

    QTest.keyClick(box, Qt.Key.Key_Return)

    assert not box.isChecked()


def test_in_a_dialog_enter_stays_the_dialogs(window: QMainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    main, other, pressed = QPushButton(), QPushButton(), list[QAbstractButton]()
    layout = QVBoxLayout(dialog)
    for button in (main, other):
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on, button=button: pressed.append(button))
        layout.addWidget(button)
    main.setDefault(True)
    with qtbot.waitActive(dialog):
        dialog.open()
    other.setFocus()

    QTest.keyClick(other, Qt.Key.Key_Return)

    assert pressed == [main]


def test_the_menus_keys_reach_it_from_a_line_of_text(window: QMainWindow, qtbot: QtBot) -> None:
    field = Greedy()
    put(window, field)

    with qtbot.waitSignal(find(window, QAction, "export").triggered):
        QTest.keySequence(field, QKeySequence("Ctrl+E"))


def test_all_other_keys_stay_the_texts(window: QMainWindow) -> None:
    page, moved = find(window, QWidget, "page"), list[bool]()
    elsewhere = QAction(page)
    elsewhere.setShortcut(QKeySequence("Ctrl+Right"))
    elsewhere.triggered.connect(lambda: moved.append(True))
    page.addAction(elsewhere)
    field = Greedy("satu dua")
    put(window, field)
    field.home(False)

    QTest.keySequence(field, QKeySequence("Ctrl+Right"))

    assert field.cursorPosition() == len("satu ")
    assert moved == []
