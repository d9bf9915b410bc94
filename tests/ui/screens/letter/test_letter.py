"""The letter in its window: filled in as it is typed, seen as it will be, written with annexes."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor.domain.changes import Changes, Topic
from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import FOR_RESULTS, LetterField
from assessor.services.demo import DemonstrationOrder
from assessor.services.workspace import Workspace
from resources import i18n
from tests.services.demonstrations import demonstration_file
from tests.services.letters import fill_in, write_logo
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.places import to_walk
from tests.ui.starting import Start
from ui.application import Application
from ui.letters.bench import LetterBench
from ui.widgets.entry_list import EntryList
from ui.widgets.page_preview import PagePreview
from ui.widgets.saving_text import SavingText

ORDER = DemonstrationOrder(year=2023, regions=3, assessors=1, is_complete=True)


class LetterDriver:
    """Does what a person does at the screen, and reads it as they read it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self._qtbot = application, qtbot

    @property
    def workspace(self) -> Workspace:
        assert self.application.session is not None
        return self.application.session.workspace

    @property
    def round_id(self) -> RoundId:
        return self.workspace.rounds.all()[0].id

    @property
    def view(self) -> LetterBench:
        return find(self.application.window, LetterBench, "letter_screen")

    def open(self) -> None:
        find(self.application.window, QAction, "letter").trigger()
        self._qtbot.waitUntil(lambda: self.preview.pages > 0)

    @property
    def preview(self) -> PagePreview:
        return find(self.view, PagePreview, "preview")

    def field(self, field: LetterField) -> SavingText:
        return find(self.view, SavingText, field.value)

    def type(self, field: LetterField, text: str) -> None:
        editor = self.field(field)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        editor.flush()

    def missing(self) -> list[object]:
        entries = find(self.view, EntryList, "missing").entries
        found = (entries.entry(entries.index(row)) for row in range(entries.rowCount()))
        return [entry.key for entry in found if entry is not None]

    def press(self, name: str) -> None:
        find(self.view, QPushButton, name).click()

    def says(self, text: str) -> bool:
        labels = self.view.findChildren(QLabel)
        return any(text in one.text() for one in labels if one.isVisibleTo(self.view))

    def export(self) -> None:
        self.press("export_letter")
        self._qtbot.waitUntil(lambda: not self.application.tasks.are_running)


@pytest.fixture
def letter(start: Start, qtbot: QtBot, workspace_path: Path) -> Iterator[LetterDriver]:
    """The window on a small demonstration, its letter not yet shown."""
    workspace_path.write_bytes(demonstration_file(ORDER))
    driver = LetterDriver(start(), qtbot)
    yield driver
    driver.application.tasks.stop()


@pytest.fixture
def filled(letter: LetterDriver) -> LetterDriver:
    """Nothing is missing."""
    fill_in(letter.workspace, letter.round_id)
    letter.open()
    return letter


def test_a_new_letter_lists_what_is_missing(letter: LetterDriver) -> None:
    letter.open()

    form = letter.workspace.letter_forms.read(letter.round_id)
    assert letter.missing() == list(form.missing(FOR_RESULTS))
    assert letter.says("entries are missing")


def test_what_is_typed_is_saved_and_no_longer_missing(letter: LetterDriver) -> None:
    letter.open()

    letter.type(LetterField.PLACE, "Denpasar")

    form = letter.workspace.letter_forms.read(letter.round_id)
    assert form.texts[LetterField.PLACE] == "Denpasar"
    assert LetterField.PLACE not in letter.missing()


def test_a_day_is_saved_as_one(letter: LetterDriver) -> None:
    letter.open()

    letter.type(LetterField.DATE, "06/12/2023")

    one = letter.workspace.rounds.get(letter.round_id)
    assert f"{one.letter_date:%Y-%m-%d}" == "2023-12-06"


def test_what_is_no_day_stays_as_typed_and_is_explained(
    letter: LetterDriver, answers: Answers
) -> None:
    letter.open()
    answers.answer("Close anyway")
    before = letter.workspace.rounds.get(letter.round_id).letter_date

    letter.type(LetterField.DATE, "31/02/2023")

    assert letter.workspace.rounds.get(letter.round_id).letter_date == before
    assert letter.field(LetterField.DATE).text() == "31/02/2023"
    assert letter.says("“31/02/2023” is no day")
    entries = find(letter.view, EntryList, "missing").entries
    shown = [str(entries.index(row).data()) for row in range(entries.rowCount())]
    assert any("“31/02/2023” is no day" in line for line in shown)
    assert letter.says("missing or cannot be used")


def test_nothing_is_written_while_an_entry_was_refused(
    filled: LetterDriver, answers: Answers
) -> None:
    answers.answer("Close anyway")
    filled.type(LetterField.DATE, "31/02/2023")

    filled.export()

    assert filled.application.window.focusWidget() is filled.field(LetterField.DATE)
    assert filled.says("Date of the letter: “31/02/2023” is no day")


def test_the_window_does_not_close_over_what_is_not_saved(
    letter: LetterDriver, answers: Answers
) -> None:
    letter.open()
    letter.type(LetterField.DATE, "besok")
    answers.answer("Cancel", "Close anyway")

    letter.application.window.close()

    assert letter.application.window.isVisible()
    assert "besok" in answers.said[-1]


def test_a_missing_entry_leads_to_its_field(letter: LetterDriver) -> None:
    letter.open()
    listed = find(letter.view, EntryList, "missing")

    listed.chosen.emit(LetterField.SIGNATORY)

    assert letter.application.window.focusWidget() is letter.field(LetterField.SIGNATORY)


def test_a_logo_is_chosen_seen_and_taken_off(
    letter: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    letter.open()
    answers.answer(write_logo(tmp_path))

    letter.press("choose_logo")

    assert LetterField.LOGO not in letter.missing()
    assert not find(letter.view, QLabel, "logo_picture").pixmap().isNull()
    letter.press("remove_logo")
    assert LetterField.LOGO in letter.missing()


def test_what_is_no_picture_is_refused(
    letter: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    letter.open()
    answers.answer(write_logo(tmp_path, b"no picture"))

    letter.press("choose_logo")

    assert "PNG or JPEG" in answers.said[-1]
    assert LetterField.LOGO in letter.missing()


def test_nothing_is_written_while_an_entry_is_missing(letter: LetterDriver) -> None:
    fill_in(letter.workspace, letter.round_id, leave=(LetterField.SIGNATORY, LetterField.COPIES))
    letter.open()

    letter.press("export_letter")

    assert not letter.application.tasks.are_running
    assert letter.says("lacks 2 entries")
    assert letter.application.window.focusWidget() is letter.field(LetterField.SIGNATORY)


def test_the_pages_follow_what_is_typed(qtbot: QtBot, filled: LetterDriver) -> None:
    before = filled.preview.pages

    filled.type(LetterField.COPIES, "Menteri")
    filled.field(LetterField.COPIES).setPlainText("\n".join(["Menteri Contoh"] * 60))
    filled.field(LetterField.COPIES).flush()

    qtbot.waitUntil(lambda: filled.preview.pages > before)


def test_letter_and_annexes_are_written_to_a_folder(
    filled: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    folder = tmp_path / "surat"
    answers.answer(folder)

    filled.export()

    assert sorted(file.name for file in folder.iterdir()) == [
        "2023_lampiran-II.xlsx",
        "2023_surat-hasil-evaluasi.docx",
        "2023_surat-hasil-evaluasi.pdf",
    ]
    assert filled.says("3 files written")
    document = docx.Document(str(folder / "2023_surat-hasil-evaluasi.docx"))
    assert document.sections[0].header.paragraphs[0].text == "DEMONSTRASI"


def test_no_folder_no_letter(filled: LetterDriver, answers: Answers) -> None:
    answers.answer(None)

    filled.export()

    assert not filled.says("written")


def test_a_folder_that_cannot_be_written_is_named(
    filled: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "surat"
    file.write_text("no folder")
    answers.answer(file)

    filled.export()

    assert filled.says(str(file))


def test_a_file_that_cannot_be_written_stops_none_of_the_others(
    filled: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "2023_surat-hasil-evaluasi.pdf").mkdir()
    answers.answer(tmp_path, True)

    filled.export()

    assert filled.says("2 files written")
    reasons = find(filled.view, QPlainTextEdit, "reasons").toPlainText()
    assert reasons.startswith("2023_surat-hasil-evaluasi.pdf: ")


def test_a_letter_that_was_worked_on_is_replaced_only_after_a_question(
    filled: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    signed = tmp_path / "2023_surat-hasil-evaluasi.docx"
    signed.write_text("Sudah disunting")
    answers.answer(tmp_path, False)

    filled.export()

    assert signed.name in answers.said[-1]
    assert [file.name for file in tmp_path.iterdir() if file.suffix in (".docx", ".xlsx")] == [
        signed.name
    ]
    assert signed.read_text() == "Sudah disunting"
    answers.answer(tmp_path, True)
    filled.export()
    assert signed.read_bytes().startswith(b"PK")


def unlock(letter: LetterDriver) -> None:
    """Take up one's own assessment again; nobody else scored the region, so it stays in sight."""
    workspace = letter.workspace
    participant = workspace.rounds.participants(letter.round_id)[0]
    assessment = workspace.assessments.open(participant.id)
    workspace.assessments.reopen(assessment, "Salah ketik")


def test_figures_that_are_not_final_are_written_only_after_a_question(
    qtbot: QtBot, filled: LetterDriver, answers: Answers, tmp_path: Path
) -> None:
    unlock(filled)
    filled.open()
    qtbot.waitUntil(lambda: filled.says("SEMENTARA"))
    answers.answer(False)

    filled.export()

    assert "1 region" in answers.said[-1]
    answers.answer(True, tmp_path / "surat")
    filled.export()
    document = docx.Document(str(tmp_path / "surat" / "2023_surat-hasil-evaluasi.docx"))
    assert document.sections[0].header.paragraphs[0].text == "DEMONSTRASI · SEMENTARA"


def test_it_speaks_the_language_chosen_and_the_letter_stays_indonesian(
    filled: LetterDriver,
) -> None:
    find(filled.application.window, QAction, "language_id").trigger()

    assert i18n.language() == "id"
    assert filled.says("Tidak ada isian yang kosong")
    assert find(filled.view, QPushButton, "choose_logo").text() == "Pilih logo…"


def test_without_a_round_there_is_no_letter(start: Start, answers: Answers) -> None:
    application = start()

    find(application.window, QAction, "letter").trigger()

    assert answers.said == ["Open a round first; its letter is written."]


def test_on_a_narrow_window_the_pages_stand_below_the_form(
    qtbot: QtBot, letter: LetterDriver
) -> None:
    letter.open()

    def top(widget: QWidget) -> int:
        return widget.mapTo(letter.view, widget.rect().topLeft()).y()

    letter.application.window.resize(1200, 700)
    qtbot.waitUntil(lambda: top(letter.preview) < top(letter.view.form) + 200)
    letter.application.window.resize(700, 500)
    qtbot.waitUntil(lambda: top(letter.preview) > top(letter.view.form) + 200)


def test_figures_are_not_read_while_another_screen_is_shown(
    qtbot: QtBot, letter: LetterDriver
) -> None:
    letter.open()
    tasks, session = letter.application.tasks, letter.application.session
    qtbot.waitUntil(lambda: not tasks.are_running)
    assert session is not None

    to_walk(letter.application)
    session.events.publish(Changes.of(Topic.SCORES))

    assert not tasks.are_running
