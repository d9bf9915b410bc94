"""What the lead decides: versions side by side, programmes, names; and what that changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QRadioButton, QTextEdit

from assessor.domain.ids import AssessorId
from tests.services.examples import DENPASAR, participant_at
from tests.services.merging.examples import LAW, OTHER, Colleague, merge, said_in, write_into
from tests.ui.finding import find
from tests.ui.screens.merge.driver import Lead
from ui.screens.merge.decision_items import ForkItem
from ui.screens.merge.fork_model import ForkModel
from ui.screens.merge.view import DECISIONS


@pytest.fixture
def versions(ayu: Colleague, folder: Path) -> tuple[Path, Path]:
    """One sheet, filled in twice with other scores and other notes."""
    sheet = ayu.send(folder, is_blank=True)
    early, late = folder / "a.xlsx", folder / "b.xlsx"
    for path, points, note in ((early, 1, "perda ada"), (late, 4, "perda ada, wifi")):
        path.write_bytes(sheet.read_bytes())
        write_into(path, "Penilaian", LAW.question, "kolom:nilai", points)
        write_into(path, "Penilaian", LAW.question, "kolom:catatan", note)
    sheet.unlink()
    return early, late


def read_versions(lead: Lead, versions: tuple[Path, Path]) -> None:
    lead.read(*versions)
    lead.go_to(DECISIONS)


def choose_cell(lead: Lead, row: int, column: int) -> None:
    table = lead.table("fork_table")
    table.setCurrentIndex(table.model().index(row, column))


def test_without_doubts_the_page_says_so(lead: Lead, ayu: Colleague, folder: Path) -> None:
    lead.read(ayu.send(folder))
    lead.go_to(DECISIONS)

    assert lead.says("Nothing to decide.")


def test_two_versions_stand_side_by_side_with_what_stood_before(
    lead: Lead, versions: tuple[Path, Path]
) -> None:
    read_versions(lead, versions)

    (score, note) = lead.rows("fork_table")
    assert score == (f"Score: {LAW.question}?", "–", "1", "4", "choose one")
    assert note[2].endswith("perda ada")
    assert note[3].endswith("perda ada, wifi")


def test_the_heading_names_file_and_time(lead: Lead, versions: tuple[Path, Path]) -> None:
    read_versions(lead, versions)

    model = lead.table("fork_table").model()
    name, when = str(model.headerData(2, Qt.Orientation.Horizontal)).split("\n")
    assert name == "a.xlsx"
    assert ":" in when


def test_files_wait_until_it_is_decided(lead: Lead, versions: tuple[Path, Path]) -> None:
    read_versions(lead, versions)

    assert set(lead.outcomes().values()) == {"Waits for a decision"}
    assert lead.view.tabs.tabText(DECISIONS) == "Decisions (1 open)"
    assert not find(lead.view, QPushButton, "merge_now").isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_2])
def test_a_key_chooses_a_side_and_the_effects_follow(
    lead: Lead, versions: tuple[Path, Path], key: Qt.Key
) -> None:
    read_versions(lead, versions)
    choose_cell(lead, 0, 3)

    lead.key("fork_table", key)

    assert lead.rows("fork_table")[0][2:] == ("1", "● 4", "4")
    assert "Will be merged" in lead.outcomes().values()
    assert lead.view.tabs.tabText(DECISIONS) == "Decisions"


def test_a_decision_can_be_changed(lead: Lead, versions: tuple[Path, Path]) -> None:
    read_versions(lead, versions)
    choose_cell(lead, 0, 3)
    lead.key("fork_table", Qt.Key.Key_Space)

    lead.key("fork_table", Qt.Key.Key_1)

    assert lead.rows("fork_table")[0][2:] == ("● 1", "4", "1")


def test_all_of_a_file_can_be_chosen(lead: Lead, versions: tuple[Path, Path]) -> None:
    read_versions(lead, versions)

    lead.press("take_side_1")

    assert lead.rows("fork_table")[0][4] == "4"


def test_what_was_chosen_is_merged(lead: Lead, versions: tuple[Path, Path]) -> None:
    read_versions(lead, versions)
    lead.press("take_side_1")

    lead.press("merge_now")

    (ayu,) = (
        one
        for one in lead.workspace.panels.of_region(
            participant_at(lead.workspace, DENPASAR)
        ).assessments
        if one.assessor.id == AssessorId("Ayu Prameswari")
    )
    assert ayu.answer(LAW).score.points == 4


def test_a_note_is_shown_as_its_difference(lead: Lead, versions: tuple[Path, Path]) -> None:
    merge(lead.workspace, versions[0])
    lead.read(versions[1])
    lead.go_to(DECISIONS)

    choose_cell(lead, 1, 2)

    shown = find(lead.view, QTextEdit, "fork_detail").toPlainText()
    assert "[+perda ada, wifi+]" in shown


def test_what_stands_here_is_a_side_with_its_name(lead: Lead, versions: tuple[Path, Path]) -> None:
    merge(lead.workspace, versions[0])

    lead.read(versions[1])

    model = lead.table("fork_table").model()
    names = {str(model.headerData(at, Qt.Orientation.Horizontal)).split("\n")[0] for at in (2, 3)}
    assert names == {"a.xlsx", "b.xlsx"}


def test_the_comparison_keeps_the_rules_of_models(lead: Lead, versions: tuple[Path, Path]) -> None:
    read_versions(lead, versions)
    (item,) = lead.presenter.items()
    assert isinstance(item, ForkItem)
    model = ForkModel(lead.view)
    QAbstractItemModelTester(model)

    model.show_item(item)
    model.show_item(item)
    model.show_item(None)

    assert model.rowCount() == 0


@pytest.fixture
def near_miss(lead: Lead, ayu: Colleague, folder: Path, tmp_path: Path) -> Path:
    """A programme whose name is nearly that of a known one."""
    citra = Colleague(tmp_path, "Citra Dewi")
    citra.score({LAW: 2})
    citra.add_programme("Pasar Badung Cerdas")
    merge(lead.workspace, citra.send(folder))
    ayu.add_programme("Pasar Badung Cerdass")
    return ayu.send(folder)


def choose_near_miss(lead: Lead, path: Path) -> None:
    lead.read(path)
    lead.go_to(DECISIONS)
    lead.choose_row("decisions_table", "One programme or two")


def test_a_near_miss_is_asked_and_nothing_is_chosen_for_the_lead(
    lead: Lead, near_miss: Path
) -> None:
    choose_near_miss(lead, near_miss)

    assert lead.says("Pasar Badung Cerdass")
    assert not find(lead.view, QRadioButton, "answer_yes").isChecked()
    assert not find(lead.view, QRadioButton, "answer_no").isChecked()


@pytest.mark.parametrize(
    ("answer", "state"), [("answer_yes", "Same programme"), ("answer_no", "Two programmes")]
)
def test_an_answered_near_miss_stays_to_be_seen(
    lead: Lead, near_miss: Path, answer: str, state: str
) -> None:
    choose_near_miss(lead, near_miss)

    find(lead.view, QRadioButton, answer).click()
    lead.wait()

    states = [row[1] for row in lead.rows("decisions_table") if "One programme or two" in row[0]]
    assert states == [state]
    assert lead.outcomes()[near_miss.name] == "Will be merged"


def test_two_programmes_become_two_on_the_list(lead: Lead, near_miss: Path) -> None:
    choose_near_miss(lead, near_miss)
    find(lead.view, QRadioButton, "answer_no").click()
    lead.wait()

    lead.press("merge_now")

    assert "Pasar Badung Cerdass" in said_in(lead.workspace)


def test_an_added_programme_can_be_left(lead: Lead, ayu: Colleague, folder: Path) -> None:
    ayu.add_programme("Pasar Badung")
    lead.read(ayu.send(folder))
    lead.go_to(DECISIONS)
    lead.choose_row("decisions_table", "Programme added: “Pasar Badung”")

    find(lead.view, QRadioButton, "answer_no").click()
    lead.wait()
    lead.press("merge_now")

    assert '"name": "Pasar Badung"' not in said_in(lead.workspace)


def test_nearly_equal_names_can_be_one_person(
    lead: Lead, ayu: Colleague, folder: Path, tmp_path: Path
) -> None:
    merge(lead.workspace, ayu.send(folder))
    twin = Colleague(tmp_path, "Ayu Prameswary")
    twin.score({OTHER: 4})
    lead.read(twin.send(folder))
    lead.go_to(DECISIONS)
    lead.choose_row("decisions_table", "Ayu Prameswary")

    find(lead.view, QRadioButton, "answer_yes").click()
    lead.wait()

    states = [row[1] for row in lead.rows("decisions_table") if "Prameswary" in row[0]]
    assert "Same person" in states
