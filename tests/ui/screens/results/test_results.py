"""The table of results on the screen: read, narrowed, copied."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assessor.domain.changes import Changes, Topic
from assessor.domain.score import AnswerKey, Score
from assessor.services.workspace import Workspace
from resources import i18n
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    begin_workspace,
    join_panel,
    participant_at,
)
from tests.services.test_reports import give
from tests.ui.screens.results.conftest import Shown
from tests.ui.screens.results.driver import Driver
from ui.screens.results.columns import Fixed


def clipboard() -> list[list[str]]:
    """Return what a spreadsheet would paste."""
    return [line.split("\t") for line in QApplication.clipboard().text().splitlines()]


def test_regions_stand_in_the_order_of_their_ranks(results: Driver) -> None:
    ranks = [int(rank.removesuffix(" =")) for rank in results.column("Rank")]

    assert len(ranks) == 12
    assert ranks == sorted(ranks)
    assert results.text("results_count").startswith("12 of 12 regions shown · 12 ranked")


def test_invented_scores_say_so(results: Driver) -> None:
    assert "invented" in results.text("results_notice")


def test_searching_narrows_the_table_and_says_how_far(results: Driver) -> None:
    name = results.column("Region")[3]

    results.search(name)

    assert results.column("Region") == [name]
    assert results.text("results_count").startswith("1 of 12")


def test_a_search_without_a_match_says_what_to_do(results: Driver) -> None:
    results.search("nowhere")

    assert results.text("results_count").startswith("No region matches.")
    assert not results.button("results_copy").isEnabled()


def test_cohorts_and_states_narrow_the_table(results: Driver) -> None:
    results.choose("results_cohort", 1)
    cohorts = set(results.column("Cohort"))
    results.choose("results_cohort", 0)
    results.choose("results_state", 2)

    assert len(cohorts) == 1
    assert results.column("Region") == []


def test_all_regions_shown_are_copied_as_a_table(results: Driver) -> None:
    results.sort("Region")
    results.button("results_copy").click()

    headings, *rows = clipboard()
    assert headings[:3] == ["Rank", "Region", "Cohort"]
    assert [row[1] for row in rows] == results.column("Region")
    assert "," in rows[0][headings.index("Index")]
    assert {row[-1] for row in rows} == {"scores invented"}
    html = QApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == 13
    assert results.told == ["12 regions copied; paste them into a spreadsheet or a document."]


def test_several_selected_regions_are_copied_alone(results: Driver) -> None:
    results.select(0, 2)

    QTest.keyClick(results.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    names = results.column("Region")
    assert [row[1] for row in clipboard()[1:]] == [names[0], names[2]]


def test_one_selected_region_is_copied_alone(results: Driver) -> None:
    results.select(1)

    QTest.keyClick(results.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert [row[1] for row in clipboard()[1:]] == [results.column("Region")[1]]


def test_where_nothing_is_selected_everything_is_copied(results: Driver) -> None:
    results.select()

    QTest.keyClick(results.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert [row[1] for row in clipboard()[1:]] == results.column("Region")


def test_what_is_chosen_stays_when_scores_change(results: Driver) -> None:
    results.select(1)
    chosen = results.page.chosen()

    results.events.publish(Changes.of(Topic.SCORES))
    results.wait()

    assert results.page.chosen() == chosen


def test_a_change_of_scores_is_shown(show: Shown, workspace_path: Path) -> None:
    with begin_workspace(workspace_path) as workspace:
        mine = give(workspace, DENPASAR, 4)
        driver = show(workspace)
        before = driver.column("Index")
        workspace.assessments.reopen(mine, "Bukti baru")
        (programme,) = workspace.assessments.get(mine).programmes
        workspace.assessments.score(mine, AnswerKey(BENEFIT, programme.id), Score(0))
        changes = workspace.assessments.lock(mine)

        driver.events.publish(changes)
        driver.wait()

        assert before == ["4,00", "–"]
        assert driver.column("Index") == ["3,20", "–"]


def test_a_region_that_i_still_score_shows_nothing_and_says_why(
    show: Shown, workspace_path: Path
) -> None:
    with begin_workspace(workspace_path) as workspace:
        mine = give(workspace, DENPASAR, 4)
        give(workspace, BATANG, 2)
        workspace.assessments.reopen(mine, "Bukti baru")
        join_panel(workspace, participant_at(workspace, DENPASAR))
        driver = show(workspace)

        driver.sort("Region")

        assert driver.column("Index") == ["2,00", "–"]
        assert driver.column("Rank") == ["1", "–"]
        assert driver.column("State") == ["final", "hidden"]
        assert "1 region is hidden and left out" in driver.text("results_notice")
        driver.open(1)
        assert "once your own assessment" in driver.text("result_message_text")


def test_who_does_not_take_part_stands_apart(show: Shown, workspace_path: Path) -> None:
    with begin_workspace(workspace_path) as workspace:
        absent = participant_at(workspace, BATANG)
        workspace.rounds.set_taking_part(absent, takes_part=False, reason="Mengundurkan diri")
        driver = show(workspace)

        assert driver.column("Region") == ["KOTA DENPASAR"]
        assert driver.text("results_absent") == "Not taking part: KAB. BATANG"


def test_a_round_without_regions_says_what_to_do(show: Shown, workspace_path: Path) -> None:
    with begin_workspace(workspace_path) as workspace:
        for region in (BATANG, DENPASAR):
            participant = participant_at(workspace, region)
            workspace.rounds.set_taking_part(participant, takes_part=False, reason="Mundur")
        driver = show(workspace)

        assert driver.text("results_message_text").startswith("No region takes part")


def test_an_instrument_that_no_letter_prints_says_so(show: Shown, workspace: Workspace) -> None:
    workspace.people.introduce("Dewi", "")
    workspace.rounds.create_sample()

    assert "Not confirmed" in show(workspace).text("results_notice")


@pytest.mark.parametrize("width", [680, 1366])
def test_nothing_scrolls_sideways(results: Driver, width: int) -> None:
    results.screen.widget.resize(width, 600)

    header = results.table.horizontalHeader()
    shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
    right = max(header.sectionViewportPosition(at) + header.sectionSize(at) for at in shown)
    assert right <= results.table.viewport().width() + 1
    assert min(header.sectionSize(at) for at in shown) >= 30
    assert header.sectionSize(results.page.filter.results.column_of(Fixed.REGION)) >= 130


def test_the_language_changes_while_it_is_shown(results: Driver) -> None:
    i18n.use_language("id")

    results.events.language_changed.emit()

    assert results.column("Peringkat")
    assert results.column("Status")[0] == "final"


def test_the_way_back_leads_to_scoring(results: Driver) -> None:
    results.button("results_back").click()

    assert results.walked == [results.round]
