"""Alt and a letter leads to one thing: no two entries of a menu, no two controls, share it."""

from collections import Counter
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resources import i18n
from tests.domain.merging.examples import HERE
from tests.ui.finding import find
from tests.ui.starting import Start
from ui.main_window import MainWindow
from ui.person_dialog import PersonDialog
from ui.screens.check_code.view import CheckCodeView
from ui.screens.export_annex.view import ExportAnnexView
from ui.screens.export_sheets.view import ExportView
from ui.screens.last_year.view import LastYearView
from ui.screens.new_round.names_dialog import NamesDialog
from ui.screens.printing.preview_view import PreviewView
from ui.screens.printing.view import PrintView


def shared(texts: Iterable[str]) -> set[str]:
    """Return the keys that more than one text has, as "Alt+F"."""
    keys = (QKeySequence.mnemonic(text).toString() for text in texts)
    return {key for key, number in Counter(filter(None, keys)).items() if number > 1}


def texts_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible()]


def controls(parent: QWidget) -> list[str]:
    """Return the texts of the visible controls, and of labels that lead to one."""
    labels = [one for one in parent.findChildren(QLabel) if one.buddy() is not None]
    shown: list[QAbstractButton | QLabel] = [*parent.findChildren(QAbstractButton), *labels]
    return [one.text() for one in shown if one.isVisibleTo(parent)]


def on_screen(window: MainWindow) -> list[str]:
    titles = [one.text() for one in window.menuBar().actions() if one.isVisible()]
    return titles + controls(window)


def assert_alone(window: MainWindow) -> None:
    assert shared(on_screen(window)) == set()
    for menu in window.findChildren(QMenu):
        assert shared(texts_of(menu)) == set(), menu.objectName()


@pytest.fixture(params=i18n.LANGUAGES)
def window(request: pytest.FixtureRequest, start: Start) -> MainWindow:
    """The window at its first start, in each language."""
    shown = start().window
    find(shown, QAction, f"language_{request.param}").trigger()
    return shown


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    i18n.use_language(chosen)
    return chosen


def introduce(window: MainWindow) -> None:
    find(window, QLineEdit, "name").setText("Dewi Contoh")
    find(window, QLineEdit, "institution").setText("Universitas Contoh")


def test_at_the_first_start(window: MainWindow) -> None:
    assert_alone(window)


def test_in_the_walk_and_among_the_rounds(window: MainWindow) -> None:
    introduce(window)
    find(window, QPushButton, "sample").click()
    assert_alone(window)

    find(window, QAction, "rounds").trigger()
    assert_alone(window)


def test_among_the_sheets_to_merge(window: MainWindow) -> None:
    introduce(window)
    find(window, QPushButton, "sample").click()

    find(window, QAction, "merge_sheets").trigger()

    assert_alone(window)


def test_among_the_letters(window: MainWindow) -> None:
    introduce(window)
    find(window, QPushButton, "sample").click()

    for screen in ("letter", "evidence_requests"):
        find(window, QAction, screen).trigger()
        assert_alone(window)


def test_in_a_new_round(window: MainWindow) -> None:
    introduce(window)
    find(window, QPushButton, "new_round").click()

    assert_alone(window)


@pytest.mark.usefixtures("language")
def test_in_the_dialogs(qtbot: QtBot) -> None:
    export = ExportView(None, ())
    export.regions.offer(HERE)
    printing = PrintView(None, ())
    printing.regions.offer(HERE)
    dialogs: tuple[QDialog, ...] = (
        export,
        ExportAnnexView(None),
        LastYearView(None, ()),
        printing,
        PreviewView(None),
        CheckCodeView(None),
        NamesDialog(None, lambda _text: ()),
        PersonDialog(None, None, lambda _name, _institution: None),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)

        assert shared(controls(dialog)) == set(), dialog.objectName()


def test_a_shared_key_is_found() -> None:
    assert shared(["&Open", "&Over", "Close", "A && B"]) == {"Alt+O"}
