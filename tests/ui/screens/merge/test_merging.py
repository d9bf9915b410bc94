"""From the preview to the merge and back: effects, summary, report, history."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel, QPushButton

from assessor.domain.score import Score
from tests.services.examples import DENPASAR, participant_at
from tests.services.merging.examples import LAW, OTHER, Colleague, merge, said_in, write_into
from tests.ui.finding import find
from tests.ui.screens.merge.driver import Lead, rows_of
from ui.screens.merge.history_dialog import HistoryDialog
from ui.screens.merge.view import EFFECTS


def history(lead: Lead) -> HistoryDialog:
    find(lead.view, QPushButton, "merge_history_button").click()
    return find(lead.view.window(), HistoryDialog, "merge_history")


def press(dialog: HistoryDialog, lead: Lead, name: str) -> None:
    find(dialog, QPushButton, name).click()
    lead.wait()


def test_effects_show_index_and_rank_before_and_after_and_the_file(
    lead: Lead, budi: Colleague, folder: Path
) -> None:
    path = budi.send(folder)
    lead.read(path)
    lead.go_to(EFFECTS)

    assert lead.rows("effects_table") == [
        ("KOTA DENPASAR", "1 added", "–", "4,00", "–", "1", "new", path.name)
    ]
    assert lead.says("Budi Santoso: added as revision 1")


def test_a_replaced_sheet_moves_the_index(lead: Lead, budi: Colleague, folder: Path) -> None:
    merge(lead.workspace, budi.send(folder))
    budi.score_everything(2)

    lead.read(budi.send(folder))

    (row,) = lead.rows("effects_table")
    assert row[1:6] == ("1 replaced", "4,00", "2,00", "1", "1")


def test_merging_ends_in_a_summary_that_names_what_was_not_imported(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    wrong = ayu.send(folder)
    write_into(wrong, "Penilaian", LAW.question, "kolom:nilai", 7)
    budi.send(folder)
    lead.read(folder)

    lead.press("merge_now")

    assert lead.says("Merge 1 is done.")
    ((name, became, why),) = lead.rows("not_imported_table")
    assert (name, became) == (wrong.name, "Refused")
    assert "7" in why


def test_what_was_left_out_is_named_too(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    left = ayu.send(folder)
    budi.send(folder)
    lead.read(folder)
    lead.choose_row("files_table", left.name)
    lead.press("leave_out")

    lead.press("merge_now")

    assert [row[:2] for row in lead.rows("not_imported_table")] == [(left.name, "Left out by you")]


def test_when_everything_was_imported_it_says_so(lead: Lead, budi: Colleague, folder: Path) -> None:
    lead.read(budi.send(folder))

    lead.press("merge_now")

    assert lead.says("Everything was imported.")


def test_other_screens_hear_of_a_merge(lead: Lead, budi: Colleague, folder: Path) -> None:
    lead.read(budi.send(folder))

    with lead.qtbot.waitSignal(lead.events.changed):
        lead.press("merge_now")


def test_the_report_is_saved_as_a_workbook_or_as_text(
    lead: Lead, budi: Colleague, folder: Path, tmp_path: Path
) -> None:
    workbook, text = tmp_path / "laporan.xlsx", tmp_path / "laporan.txt"
    sheet = budi.send(folder)
    lead.read(sheet)
    lead.press("merge_now")
    lead.answers.answer(workbook, text)

    lead.press("save_report")
    lead.press("save_report")

    assert load_workbook(workbook).sheetnames
    assert sheet.name in text.read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_says_where(
    lead: Lead, budi: Colleague, folder: Path, tmp_path: Path
) -> None:
    lead.read(budi.send(folder))
    lead.answers.answer(tmp_path / "nowhere" / "laporan.xlsx")

    lead.press("save_preview_report")

    assert "nowhere" in lead.answers.said[-1]


def test_a_merge_is_taken_back_from_its_summary(lead: Lead, budi: Colleague, folder: Path) -> None:
    before = said_in(lead.workspace)
    lead.read(budi.send(folder))
    lead.press("merge_now")
    lead.answers.answer(True)

    lead.press("undo")

    assert said_in(lead.workspace) == before
    assert "taken back" in lead.said[-1]
    assert lead.says("Drop the sheets that came back here")


def test_thinking_better_of_it_leaves_the_merge(lead: Lead, budi: Colleague, folder: Path) -> None:
    lead.read(budi.send(folder))
    lead.press("merge_now")
    merged = said_in(lead.workspace)
    lead.answers.answer(False)

    lead.press("undo")

    assert said_in(lead.workspace) == merged


def test_the_history_names_merges_files_and_changes(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    first, second = ayu.send(folder), budi.send(folder)
    merge(lead.workspace, first)
    merge(lead.workspace, second)

    dialog = history(lead)

    assert [(row[0], row[2], row[5]) for row in rows_of(dialog.table)] == [
        ("2", "Sri Lestari", "stands"),
        ("1", "Sri Lestari", "stands"),
    ]
    files = find(dialog, type(dialog.table), "merge_files_table")
    assert [row[:3] for row in rows_of(files)] == [(second.name, "New", "Merged")]


def test_an_empty_history_says_so(lead: Lead) -> None:
    dialog = history(lead)

    assert rows_of(dialog.table) == []
    assert not find(dialog, QPushButton, "take_back").isEnabled()


def test_a_merge_is_taken_back_from_the_history(lead: Lead, budi: Colleague, folder: Path) -> None:
    before = said_in(lead.workspace)
    merge(lead.workspace, budi.send(folder))
    dialog = history(lead)
    lead.answers.answer(True)

    press(dialog, lead, "take_back")

    assert said_in(lead.workspace) == before
    assert rows_of(dialog.table)[0][5].startswith("taken back")
    assert not find(dialog, QPushButton, "take_back").isEnabled()


def test_a_merge_under_later_work_says_which(lead: Lead, ayu: Colleague, folder: Path) -> None:
    merge(lead.workspace, ayu.send(folder))
    ayu.score({LAW: 1, OTHER: 1})
    merge(lead.workspace, ayu.send(folder))
    dialog = history(lead)
    dialog.table.selectRow(1)
    lead.answers.answer(True)

    press(dialog, lead, "take_back")

    said = find(dialog, QLabel, "history_problem")
    assert said.isVisible()
    assert "2" in said.text()


def test_a_merge_cannot_be_pressed_twice(lead: Lead, budi: Colleague, folder: Path) -> None:
    lead.read(budi.send(folder))

    lead.press("merge_now")

    assert len(lead.workspace.merging.batches()) == 1
    assert not find(lead.view, QPushButton, "merge_now").isVisible()


def test_done_leads_on(lead: Lead, budi: Colleague, folder: Path) -> None:
    lead.read(budi.send(folder))
    lead.press("merge_now")

    lead.press("done")

    assert lead.said[-1] == "left"


def test_more_sheets_begin_a_new_list(
    lead: Lead, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    lead.read(budi.send(folder))
    lead.press("merge_now")
    second = ayu.send(folder)

    lead.read(second)

    assert set(lead.outcomes()) == {second.name}


def test_figures_are_hidden_from_an_assessor_who_still_scores(
    lead: Lead, budi: Colleague, folder: Path
) -> None:
    own = lead.workspace.assessments.open(participant_at(lead.workspace, DENPASAR))
    lead.workspace.assessments.score(own, LAW, Score(3))

    lead.read(budi.send(folder))

    (row,) = lead.rows("effects_table")
    assert row[2:4] == ("hidden", "hidden")


def test_coming_back_after_a_merge_begins_another_one(
    lead: Lead, budi: Colleague, folder: Path
) -> None:
    lead.read(budi.send(folder))
    lead.press("merge_now")

    lead.read()

    assert lead.says("Drop the sheets that came back here")
    assert not lead.says("Merge 1 is done.")
