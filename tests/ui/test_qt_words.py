"""Qt's own texts are in the language of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from resources import i18n
from ui.qt_words import WORDS, QtWords

REMARKS = (
    "",
    "All other platforms",
    "Match Windows Explorer",
    "%1 is a file name suffix, for example txt",
)
NO_SENTENCES = {"QShortcut", "QGuiApplication"}
"""Names of keys, and a word that tells the direction of writing."""
NO_WORDS = {"Alt+Left", "Alt+Right", "Alt+Up"}


class Listening(QtWords):
    """Keeps what Qt asked for in vain."""

    def __init__(self) -> None:
        super().__init__()
        self.unanswered: set[str] = set()

    def translate(
        self, context: str, text: str, remark: str | None = None, number: int = -1
    ) -> str | None:
        answer = super().translate(context, text, remark, number)
        if answer is None and context not in NO_SENTENCES:
            self.unanswered.add(text)
        return answer


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[Listening]:
    """The words, installed as long as a test runs, in Indonesian."""
    installed = Listening()
    installed.install()
    i18n.use_language("id")
    yield installed
    installed.deleteLater()
    qtbot.wait(0)


def menu_of(field: QLineEdit | QPlainTextEdit) -> list[str]:
    texts = (action.text() for action in field.createStandardContextMenu().actions())
    return [text.partition("\t")[0] for text in texts if text]


INDONESIAN_MENU = ["&Urungkan", "U&langi", "&Potong", "&Salin", "&Tempel", "Hapus", "Pilih Semua"]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_is_indonesian(
    qtbot: QtBot, words: Listening, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    field = kind()
    qtbot.addWidget(field)

    assert menu_of(field) == INDONESIAN_MENU
    assert words.unanswered == set()


def test_the_menu_follows_when_the_language_changes(qtbot: QtBot, words: Listening) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)

    i18n.use_language("en")

    assert menu_of(field)[0] == "&Undo"
    assert "&Undo" in words.unanswered


def test_nothing_in_qt_s_chooser_of_files_stays_english(qtbot: QtBot, words: Listening) -> None:
    for mode in QFileDialog.FileMode:
        chooser = QFileDialog()
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setFileMode(mode)
        qtbot.addWidget(chooser)
        chooser.show()

    assert words.unanswered <= NO_WORDS


def test_nothing_on_qt_s_buttons_stays_english(qtbot: QtBot, words: Listening) -> None:
    box = QMessageBox()
    box.setDetailedText("details")
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(
        standard.Ok | standard.Open | standard.Save | standard.Yes | standard.No | standard.Close
    )
    for widget in (box, buttons, QSpinBox()):
        qtbot.addWidget(widget)
        widget.show()

    assert words.unanswered == set()


def test_qt_asks_for_every_text_that_is_kept_here() -> None:
    german = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert german.load("qtbase_de", folder)

    unknown = {
        text
        for context, texts in WORDS.items()
        for text in texts
        if not any(german.translate(context, text, remark) for remark in REMARKS)
    }

    assert unknown == set()
