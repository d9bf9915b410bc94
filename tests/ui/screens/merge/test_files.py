"""Files that were dropped: what each is, what is wrong in it, and which are left out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from resources import i18n
from tests.services.merging.examples import LAW, Colleague, said_in, write_into
from tests.ui.finding import find
from tests.ui.screens.merge.driver import Lead
from ui.screens.merge.draft import FileLine
from ui.screens.merge.file_model import FileFilter, FileModel
from ui.screens.merge.progress_dialog import ProgressDialog


@pytest.fixture
def wrong(ayu: Colleague, folder: Path) -> Path:
    """A sheet with a score that is none."""
    path = ayu.send(folder)
    write_into(path, "Penilaian", LAW.question, "kolom:nilai", "3,5")
    return path


def test_an_empty_screen_says_what_to_do(lead: Lead) -> None:
    assert lead.says("Drop the sheets that came back here")
    assert find(lead.view, QPushButton, "add_files").isVisible()


def test_a_folder_is_read_and_every_file_is_classed(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    ayu.send(folder)
    budi.send(folder)
    (folder / "surat.docx").write_bytes(b"PK")
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 broken")

    lead.read(folder)

    shown = {row[1]: (row[0], row[3], row[6]) for row in lead.rows("files_table")}
    assert sorted(kind for kind, _who, _happens in shown.values()) == [
        "Damaged",
        "New",
        "New",
        "No score sheet",
    ]
    assert shown["rusak.xlsx"] == ("Damaged", "–", "Refused")
    assert shown["surat.docx"] == ("No score sheet", "–", "Skipped")


def test_reading_changes_nothing(lead: Lead, ayu: Colleague, folder: Path) -> None:
    before = said_in(lead.workspace)

    lead.read(ayu.send(folder))

    assert said_in(lead.workspace) == before


def test_what_must_be_looked_at_stands_first(
    lead: Lead, budi: Colleague, wrong: Path, folder: Path
) -> None:
    budi.send(folder)

    lead.read(folder)

    assert lead.rows("files_table")[0][1] == wrong.name


def test_the_filter_counts_each_class_and_shows_it_alone(
    lead: Lead, budi: Colleague, wrong: Path, folder: Path
) -> None:
    budi.send(folder)
    lead.read(folder)

    box = find(lead.view, QComboBox, "file_class")
    assert [box.itemText(place) for place in range(box.count())] == [
        "All files (2)",
        "New (1)",
        "Edited outside (1)",
    ]
    lead.show_class("Edited outside")
    assert [row[1] for row in lead.rows("files_table")] == [wrong.name]


def test_a_search_looks_at_assessors_too(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    ayu.send(folder)
    budi.send(folder)
    lead.read(folder)

    find(lead.view, QLineEdit, "file_search").setText("budi denpasar")

    assert [row[3] for row in lead.rows("files_table")] == ["Budi Santoso"]


def test_escape_ends_a_search(lead: Lead, ayu: Colleague, folder: Path) -> None:
    lead.read(ayu.send(folder))
    lead.come_to_front()
    search = find(lead.view, QLineEdit, "file_search")
    search.setFocus()
    search.setText("nobody")

    QTest.keyClick(search, Qt.Key.Key_Escape)

    assert search.text() == ""
    assert lead.table("files_table").hasFocus()


def test_a_search_without_a_find_says_what_to_do(lead: Lead, ayu: Colleague, folder: Path) -> None:
    lead.read(ayu.send(folder))

    find(lead.view, QLineEdit, "file_search").setText("nobody")

    assert lead.says("No file fits.")


def test_a_problem_is_shown_with_sheet_cell_and_what_to_do(lead: Lead, wrong: Path) -> None:
    lead.read(wrong)

    (page, cell, became, words), *_rest = lead.rows("problems_table")
    assert (page, became) == ("Penilaian", "Refused")
    assert cell.startswith("F")
    assert "3,5" in words


def test_a_copy_to_send_back_marks_the_problem_in_its_cell(
    lead: Lead, wrong: Path, folder: Path
) -> None:
    target = folder / "perlu diperbaiki.xlsx"
    lead.read(wrong)
    (page, cell, _became, _words), *_rest = lead.rows("problems_table")
    lead.answers.answer(target)

    lead.press("copy_to_send_back")

    assert load_workbook(target)[page][cell].comment is not None
    assert str(target) in lead.said[-1]


def test_a_copy_is_offered_only_where_something_is_wrong(
    lead: Lead, ayu: Colleague, folder: Path
) -> None:
    lead.read(ayu.send(folder))

    assert not find(lead.view, QPushButton, "copy_to_send_back").isVisible()


def test_a_file_that_cannot_be_read_says_why(lead: Lead, folder: Path) -> None:
    path = folder / "rusak.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")

    lead.read(path)

    assert lead.says(str(path))


def test_delete_leaves_a_file_out_and_takes_it_in_again(
    lead: Lead, ayu: Colleague, folder: Path
) -> None:
    path = ayu.send(folder)
    lead.read(path)

    lead.key("files_table", Qt.Key.Key_Delete)
    assert lead.outcomes() == {path.name: "Left out by you"}
    assert not find(lead.view, QPushButton, "merge_now").isEnabled()

    lead.key("files_table", Qt.Key.Key_Delete)
    assert lead.outcomes() == {path.name: "Will be merged"}
    assert find(lead.view, QPushButton, "merge_now").isEnabled()


def test_more_files_come_beside_those_before_each_once(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    first, second = ayu.send(folder), budi.send(folder)
    lead.read(first)

    lead.read(first, second)

    assert set(lead.outcomes()) == {first.name, second.name}
    assert set(lead.outcomes().values()) == {"Will be merged"}


def test_cancelling_leaves_everything_as_it_was(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    lead.read(ayu.send(folder))
    before = lead.rows("files_table")

    lead.presenter.enter([budi.send(folder)])
    dialogs = lead.view.window().findChildren(ProgressDialog, "merge_progress")
    (shown,) = (one for one in dialogs if one.isVisible())
    shown.reject()
    lead.wait()

    assert lead.rows("files_table") == before
    assert "nothing was changed" in lead.said[-1]


def test_a_blank_sheet_can_be_opened_to_be_scored(lead: Lead, ayu: Colleague, folder: Path) -> None:
    path = ayu.send(folder, is_blank=True)
    lead.read(path)

    lead.press("open_assignment_here")

    assert lead.opened == [path]


def test_a_filled_sheet_is_not_offered_to_be_scored(
    lead: Lead, ayu: Colleague, folder: Path
) -> None:
    lead.read(ayu.send(folder))

    assert not find(lead.view, QPushButton, "open_assignment_here").isVisible()


def test_the_list_can_be_cleared(lead: Lead, ayu: Colleague, folder: Path) -> None:
    lead.read(ayu.send(folder))

    lead.press("clear_files")

    assert lead.says("Drop the sheets that came back here")


def test_the_language_changes_while_files_are_shown(lead: Lead, wrong: Path) -> None:
    lead.read(wrong)

    i18n.use_language("id")
    lead.events.language_changed.emit()

    assert lead.outcomes() == {wrong.name: "Ditolak"}
    assert lead.says("Gabungkan lembar penilaian")


def test_enter_leads_to_the_problems_and_escape_back(lead: Lead, wrong: Path) -> None:
    lead.read(wrong)
    lead.come_to_front()
    lead.table("files_table").setFocus()

    lead.key("files_table", Qt.Key.Key_Return)
    assert lead.table("problems_table").hasFocus()

    lead.key("problems_table", Qt.Key.Key_Escape)
    assert lead.table("files_table").hasFocus()


def test_f6_goes_through_the_parts_and_round(lead: Lead, wrong: Path) -> None:
    lead.read(wrong)
    lead.come_to_front()
    table = lead.table("files_table")
    table.setFocus()

    lead.key("files_table", Qt.Key.Key_F6)

    assert lead.table("problems_table").hasFocus()


@pytest.mark.parametrize("through", [lambda model: model, lambda model: FileFilter(model, model)])
def test_the_table_keeps_the_rules_of_models(
    through: Callable[[FileModel], QAbstractItemModel], lead: Lead, wrong: Path
) -> None:
    lead.read(wrong)
    lines: tuple[FileLine, ...] = lead.view.files.model.lines
    model = FileModel()
    QAbstractItemModelTester(through(model))

    model.show_lines(lines)
    model.show_lines(lines)
    model.show_lines(())

    assert model.rowCount() == 0
