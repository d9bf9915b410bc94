"""A text of one line that saves itself."""

import itertools

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.saving_line import SavingLine
from ui.widgets.saving_text import SavingText


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window for the field, with another field below it."""
    form = QWidget()
    QVBoxLayout(form)
    qtbot.addWidget(form)
    return form


@pytest.fixture
def field(qtbot: QtBot, form: QWidget) -> SavingLine:
    """An empty field with the focus."""
    numbers = itertools.count(1)
    field = SavingLine(lambda: f"stay-{next(numbers)}")
    layout = form.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    field.setFocus()
    return field


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_saves_and_moves_on(
    qtbot: QtBot, form: QWidget, field: SavingLine, key: Qt.Key
) -> None:
    QTest.keyClicks(field, "Jakarta")

    with qtbot.waitSignal(field.typed) as saved:
        QTest.keyClick(field, key)

    assert saved.args[0].text == "Jakarta"
    assert form.focusWidget() is not field


def test_what_is_pasted_comes_as_one_line(field: SavingLine) -> None:
    pasted = QMimeData()
    pasted.setText("Jalan Contoh 9\n Jakarta\t10110")

    field.insertFromMimeData(pasted)

    assert field.text() == "Jalan Contoh 9 Jakarta 10110"


def test_it_asks_for_less_room_than_a_text(field: SavingLine) -> None:
    assert field.sizeHint().height() < SavingText(str).sizeHint().height()
