"""A text field that saves itself."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.numbered_text import NumberedText
from ui.widgets.saving_text import SavingText
from ui.widgets.unsaved import Typed

HALF_A_SECOND = 500


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window to put the field into, with another field beside it."""
    form = QWidget()
    QVBoxLayout(form).addWidget(QLineEdit())
    qtbot.addWidget(form)
    return form


@pytest.fixture
def field(qtbot: QtBot, form: QWidget) -> SavingText:
    """An empty field with the focus; its tokens are counted."""
    numbers = itertools.count(1)
    field = SavingText(lambda: f"stay-{next(numbers)}")
    layout = form.layout()
    assert layout is not None
    layout.addWidget(field)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    field.setFocus()
    return field


def test_typing_on_does_not_put_the_save_off(qtbot: QtBot, field: SavingText) -> None:
    saved: list[str] = []
    field.typed.connect(lambda typed: saved.append(typed.text))

    def is_saved_while_typing() -> bool:
        QTest.keyClick(field, Qt.Key.Key_A)
        return bool(saved)

    qtbot.waitUntil(is_saved_while_typing, timeout=HALF_A_SECOND)


def test_showing_a_text_saves_nothing(field: SavingText) -> None:
    saved: list[str] = []
    field.typed.connect(lambda typed: saved.append(typed.text))

    field.show_text("dari pangkalan data")
    field.flush()

    assert saved == []
    assert not field.is_pending


def test_hard_spaces_and_line_breaks_are_kept_to_the_letter(field: SavingText) -> None:
    field.show_text("10\u00a0%\nbaris dua")

    assert field.text() == "10\u00a0%\nbaris dua"


def test_every_stay_has_a_token_of_its_own(form: QWidget, field: SavingText) -> None:
    tokens: list[str] = []
    field.typed.connect(lambda typed: tokens.append(typed.token))
    field.typed.connect(field.saved)
    other = form.findChild(QLineEdit)
    assert other is not None

    for letter in "abc":
        QTest.keyClicks(field, letter)
        field.flush()
    other.setFocus()
    field.setFocus()
    QTest.keyClicks(field, "d")
    other.setFocus()

    assert tokens == ["stay-1", "stay-1", "stay-1", "stay-2"]


def test_tab_leaves_the_field(form: QWidget, field: SavingText) -> None:
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert not field.hasFocus()
    assert field.text() == ""
    assert form.isAncestorOf(field)


def test_items_are_numbered_and_empty_lines_are_not(qtbot: QtBot) -> None:
    plain, numbered = NumberedText(str), NumberedText(str)
    for one in (plain, numbered):
        qtbot.addWidget(one)
        one.resize(300, 200)
    plain.show_text("\n\n")
    numbered.show_text("satu\n\ndua")
    plain_margin, numbered_margin = (one.grab().toImage() for one in (plain, numbered))
    width = numbered.viewport().x()

    def ink(image: QImage, top: int, bottom: int) -> int:
        ground = image.pixelColor(width // 2, 190)
        return sum(
            image.pixelColor(x, y) != ground
            for x in range(8, width - 2)
            for y in range(top, bottom)
        )

    line = numbered.fontMetrics().lineSpacing()
    start = 8
    assert ink(plain_margin, start, start + line) == 0
    assert ink(numbered_margin, start, start + line) > 0
    assert ink(numbered_margin, start + line + 2, start + 2 * line - 2) == 0
    assert ink(numbered_margin, start + 2 * line, start + 3 * line) > 0


def keep_tidily(field: SavingText) -> None:
    """Answer as a form does whose service keeps no blanks at the ends."""

    def keep(typed: Typed) -> None:
        field.saved(typed)
        field.show_text(typed.text.strip())

    field.typed.connect(keep)


def test_what_is_kept_tidier_is_not_written_back_under_the_cursor(field: SavingText) -> None:
    keep_tidily(field)

    for part in ("Kepada ", "Menteri\n", "Arsip"):
        field.insertPlainText(part)
        field.flush()

    assert field.text() == "Kepada Menteri\nArsip"


def test_reading_the_kept_text_again_leaves_what_is_typed_alone(field: SavingText) -> None:
    keep_tidily(field)
    field.insertPlainText("Kepada ")
    field.flush()

    field.show_text("Kepada")

    assert field.text() == "Kepada "
    assert not field.is_pending


def test_a_field_that_is_left_shows_what_is_kept(form: QWidget, field: SavingText) -> None:
    keep_tidily(field)
    field.insertPlainText("Kepada ")
    other = form.findChild(QLineEdit)
    assert other is not None

    other.setFocus()

    assert field.text() == "Kepada"
    assert not field.is_pending


def test_another_text_from_elsewhere_is_shown_after_a_tidied_one(field: SavingText) -> None:
    keep_tidily(field)
    field.insertPlainText("Kepada ")
    field.flush()

    field.show_text("")

    assert field.text() == ""
