"""A region's page, and regions side by side."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView, QWidget

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import WorkspaceExists
from resources import i18n
from tests.services.examples import DENPASAR, begin_workspace, join_panel, participant_at
from tests.services.test_reports import give
from tests.ui.finding import find
from tests.ui.screens.results.conftest import Shown
from tests.ui.screens.results.driver import Driver
from ui.messages import explain


def test_enter_opens_the_region_with_its_figures(results: Driver) -> None:
    name, index = results.column("Region")[1], results.column("Index")[1]

    results.open(1)

    assert results.text("result_name") == name
    assert results.text("result_index") == index
    assert results.text("result_rank") == "2 of 12"
    assert results.text("result_panel") == "2/5"
    assert "invented" in results.text("result_notice")


def test_the_same_figures_can_be_read_as_text(results: Driver) -> None:
    results.open()
    words = find(results.region, QPlainTextEdit, "radar_words")

    results.button("radar_as_text").click()

    assert results.is_visible(words)
    assert words.toPlainText().startswith(f"Baseline: 2023 {results.column('Baseline')[0]}")
    canvas = find(results.region, QWidget, "radar_canvas")
    assert canvas.accessibleDescription() == words.toPlainText()
    assert not results.is_visible(canvas)


def test_why_this_figure_ends_in_the_index(results: Driver) -> None:
    results.open()
    results.tab(1)

    text = results.browser("result_account_text")

    assert f"rounded {results.column('Index')[0]}" in text
    assert "Rank by this index of two decimals: 1 of 12" in text
    assert "3 sheets are still missing." in text


def test_the_programmes_show_their_scores_and_what_is_said_of_the_chosen_one(
    results: Driver,
) -> None:
    results.open()
    results.tab(2)
    rows = results.rows("result_programme_table")

    find(results.region, QTableView, "result_programme_table").selectRow(1)

    assert rows[1][1].startswith("Smart ")
    assert results.browser("result_programme_details").startswith(rows[1][0])


def test_the_panel_shows_the_widest_differences_first(results: Driver) -> None:
    results.open()
    results.tab(3)

    spreads = [int(row[2]) for row in results.rows("result_panel_spread_table")]

    assert spreads
    assert spreads == sorted(spreads, reverse=True)
    assert "Asesor Contoh 1, Asesor Contoh 2" in results.text("result_panel_spread_hint")


def test_the_years_show_every_index_that_is_known(show: Shown, workspace_path: Path) -> None:
    with begin_workspace(workspace_path) as workspace:
        give(workspace, DENPASAR, 4)
        driver = show(workspace)
        driver.open()
        driver.tab(4)

        assert driver.rows("result_years_table") == [
            ["2019", "3,42", "", "unknown source"],
            ["2020", "3,48", "", "883/DJAI/AI.01.02/12/2020"],
            ["2021", "4,00", "", "Evaluasi 2021"],
        ]


def test_a_region_without_scores_says_so_on_every_tab(show: Shown, workspace_path: Path) -> None:
    with begin_workspace(workspace_path) as workspace:
        driver = show(workspace)

        driver.open()

        assert driver.text("result_index") == "–"
        assert "PROVISIONAL" in driver.text("result_notice")
        assert driver.text("result_panel_spread_hint") == "Nobody has scored this region yet."
        assert not driver.rows("result_programme_table")
        assert "There is no index yet" in driver.browser("result_account_text")


def test_the_next_region_is_the_one_below_in_the_table(results: Driver) -> None:
    names = results.column("Region")
    results.open(0)

    results.button("result_next").click()
    results.wait()
    second = results.text("result_name")
    for _ in range(2):
        results.button("result_previous").click()
        results.wait()

    assert second == names[1]
    assert results.text("result_name") == names[0]


def test_the_way_back_leads_to_the_region_in_the_table(results: Driver) -> None:
    results.open(4)

    find(results.screen.widget, QAction, "back_to_results").trigger()

    assert results.is_visible(results.table)
    assert [index.row() for index in results.table.selectionModel().selectedRows()] == [4]


def test_the_tab_that_is_open_stays_open_with_the_next_region(results: Driver) -> None:
    results.open()
    find(results.screen.widget, QAction, "next_result_tab").trigger()

    results.button("result_next").click()
    results.wait()

    assert results.is_visible(results.region.account)


def test_the_region_on_the_screen_follows_its_scores(results: Driver) -> None:
    results.open()
    participant = results.page.chosen()[0]
    answer = results.workspace.panels.of_region(participant).answers[0]
    before = results.browser("result_account_text")

    changes = results.workspace.panels.leave_mean(participant, answer.key, "Sudah dibahas")
    results.events.publish(changes)
    results.wait()

    assert results.browser("result_account_text") == before
    results.events.publish(Changes.of(Topic.SCORES))
    results.wait()
    assert results.text("result_rank") == "1 of 12"


def test_how_firmly_the_rank_stands_is_said_once_it_is_known(results: Driver) -> None:
    results.open()
    results.wait()

    assert results.text("result_firmness").startswith("With other weights the rank")


def test_printing_asks_for_the_open_region(results: Driver) -> None:
    results.open(2)

    results.button("result_print").click()

    assert results.printed == [(results.round, results.page.chosen()[0])]


def test_a_chart_is_saved_as_a_picture(results: Driver, tmp_path: Path) -> None:
    results.open()
    target = tmp_path / "radar.png"
    results.answers.answer(target)

    results.button("radar_save").click()

    assert not QImage(str(target)).isNull()
    assert results.told == [f"Saved {target}."]


def test_a_chart_is_saved_as_a_drawing_that_carries_its_text(
    results: Driver, tmp_path: Path
) -> None:
    results.open()
    target = tmp_path / "sumbangan.SVG"
    results.answers.answer(target)

    results.button("bars_save").click()

    assert QSvgRenderer(str(target)).isValid()
    content = target.read_text("utf-8")
    assert "<title>Contributions to the index – " in content
    assert "invented" in content


def test_a_picture_without_an_ending_gets_one(results: Driver, tmp_path: Path) -> None:
    results.open()
    results.answers.answer(tmp_path / "gambar")

    results.button("radar_save").click()

    assert (tmp_path / "gambar.png").is_file()


def test_a_file_that_is_there_is_never_written_over(results: Driver, tmp_path: Path) -> None:
    results.open()
    target = tmp_path / "ada.png"
    target.write_bytes(b"mine")
    results.answers.answer(target)

    results.button("radar_save").click()

    assert target.read_bytes() == b"mine"
    assert results.answers.said == [explain(WorkspaceExists(target))]


def test_a_picture_that_cannot_be_written_says_why(results: Driver, tmp_path: Path) -> None:
    results.open()
    results.answers.answer(tmp_path / "none" / "gambar.png")

    results.button("radar_save").click()

    assert "cannot be written" in results.answers.said[0]


def test_two_to_four_regions_stand_side_by_side(results: Driver) -> None:
    names = results.column("Region")
    results.select(2, 0, 5)

    results.button("results_compare").click()
    results.wait()

    rows = {row[0]: row[1:] for row in results.rows("comparison_table")}
    assert rows["Index"] == [results.column("Index")[at] for at in (0, 2, 5)]
    table = find(results.comparison, QTableView, "comparison_table")
    headings = [table.model().headerData(place, Qt.Orientation.Horizontal) for place in range(1, 4)]
    assert headings == [names[0], names[2], names[5]]
    assert "invented" in results.text("comparison_notice")


def test_a_dimension_that_only_one_of_them_has_is_a_dash_for_the_other(results: Driver) -> None:
    cohorts = results.column("Cohort")
    results.select(cohorts.index("REGULER"), cohorts.index("KPPN & IKN"))

    results.button("results_compare").click()
    results.wait()

    rows = {row[0]: row[1:] for row in results.rows("comparison_table")}
    assert sum(value == "–" for value in rows["Collaboration Programmes"]) == 1


@pytest.mark.parametrize("rows", [(), (0,), (0, 1, 2, 3, 4)])
def test_fewer_than_two_and_more_than_four_cannot_be_compared(
    results: Driver, rows: tuple[int, ...]
) -> None:
    results.select(*rows)

    assert not results.button("results_compare").isEnabled()
    find(results.screen.widget, QAction, "compare_regions").trigger()
    assert results.is_visible(results.table)


def test_a_region_that_i_began_to_score_meanwhile_is_not_compared(
    show: Shown, workspace_path: Path
) -> None:
    with begin_workspace(workspace_path) as workspace:
        mine = give(workspace, DENPASAR, 4)
        driver = show(workspace)
        workspace.assessments.reopen(mine, "Bukti baru")
        join_panel(workspace, participant_at(workspace, DENPASAR))
        driver.select(0, 1)

        driver.button("results_compare").click()
        driver.wait()

        assert driver.text("comparison_message_text").startswith("KOTA DENPASAR cannot be compared")


def test_the_page_changes_its_language(results: Driver) -> None:
    results.open()
    i18n.use_language("id")

    results.events.language_changed.emit()

    assert find(results.region, QLabel, "result_rank").text() == "1 dari 12"
    assert "Nilai final =" in results.browser("result_account_text")


def test_f6_goes_through_the_parts(results: Driver) -> None:
    results.open()
    assert results.region.tabs.hasFocus()

    QTest.keyClick(results.region, Qt.Key.Key_F6)
    first = find(results.region, QWidget, "radar_canvas").hasFocus()
    for _ in range(2):
        QTest.keyClick(results.region, Qt.Key.Key_F6)

    assert first
    assert results.region.back.hasFocus()
