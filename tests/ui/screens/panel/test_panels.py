"""A region's panel: what everybody said, what lies apart, and what is settled there."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from assessor.domain.ids import AssessmentId, ParticipantId
from assessor.domain.panel import Standpoint
from assessor.domain.score import Score
from assessor.services.panels import RegionPanel
from resources import i18n
from tests.ui.finding import find
from tests.ui.screens.panel.driver import Driver
from ui.screens.panel.answer_model import Fixed
from ui.screens.panel.settle_presenter import typed_value

ALL, APART, TO_SETTLE = range(3)


def first(driver: Driver) -> ParticipantId:
    return driver.workspace.panels.of_round(driver.round)[0].participant.id


def panel(driver: Driver) -> RegionPanel:
    return driver.workspace.panels.of_region(first(driver))


def my_assessment(driver: Driver) -> AssessmentId:
    me = driver.workspace.people.me()
    return next(one.id for one in panel(driver).assessments if one.assessor == me)


def test_before_a_region_is_chosen_it_says_what_to_do(driver: Driver) -> None:
    assert driver.text("panel_empty").startswith("Choose a region on the left")


def test_a_panel_shows_index_and_every_value_side_by_side(driver: Driver) -> None:
    driver.open()

    assert driver.text("panel_index_title") == "Final index"
    assert driver.text("panel_index") == f"{panel(driver).result.final}".replace(".", ",")
    said = panel(driver).answers[0].said
    assert [driver.cell(place) for place in range(1, 5)] == [
        "N/A" if score.is_not_applicable else str(score.points) for _who, score in said
    ]


def test_each_dimension_says_mean_weight_and_what_it_adds(driver: Driver) -> None:
    driver.open()

    mean, weight, adds = driver.rows("panel_dimensions")

    assert (mean[0], weight[0], adds[0]) == ("Mean", "Weight", "Adds")
    dimensions = panel(driver).result.dimensions
    assert weight[1:] == [f"{one.dimension.weight} %" for one in dimensions]
    assert mean[1:] == [f"{one.mean}".replace(".", ",") for one in dimensions]


def test_the_filter_leaves_what_lies_apart(driver: Driver) -> None:
    driver.open()

    driver.choose("panel_question_filter", APART)

    rows = driver.table.answers.answer_rows()
    apart = [one.key for one in panel(driver).answers if one.is_apart]
    assert apart
    assert {driver.table.answers.key_at(row) for row in rows} == set(apart)


def test_a_settled_value_counts_and_the_scores_stay(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()
    key, before = driver.table.current_key(), panel(driver)

    driver.settle("3,25", "bukti baru")

    (made,) = panel(driver).moderations
    assert (made.key, made.settled, made.reason) == (key, Decimal("3.25"), "bukti baru")
    assert driver.cell(Fixed.COUNTS) == "3,25"
    assert driver.cell(Fixed.STANDPOINT) == "settled"
    assert driver.text("settle_state").startswith("Settled at 3,25: ")
    assert "Asesor Contoh 1, 23 November 2020" in driver.text("settle_state")
    assert [one.answers for one in panel(driver).assessments] == [
        one.answers for one in before.assessments
    ]
    assert f"{len(before.to_settle) - 1} to settle" in driver.described()


def test_what_was_settled_is_taken_back(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()
    index, mean = driver.text("panel_index"), driver.cell(Fixed.MEAN)
    driver.settle("4", "bukti baru")
    assert driver.text("panel_index") != index
    assert driver.button("leave_mean").text() == "&Take back, let the mean count"

    driver.leave_mean("bukti ditarik")

    assert driver.text("panel_index") == index
    assert driver.cell(Fixed.COUNTS) == mean
    assert driver.cell(Fixed.STANDPOINT) == "mean left"
    assert "bukti baru" in driver.said()
    assert "bukti ditarik" in driver.said()


def test_invented_scores_are_said_to_be_invented(driver: Driver) -> None:
    driver.open()

    assert driver.text("panel_notice").startswith("The scores of this round are invented.")


def test_notes_stand_under_their_authors_names(driver: Driver) -> None:
    first_panel = panel(driver)
    key, assessment, note = next(
        (answer.key, one, one.answer(answer.key).note)
        for answer in first_panel.answers
        for one in first_panel.assessments
        if one.answer(answer.key).note
    )
    driver.open()

    driver.go_to(key)

    assert f"{assessment.assessor.name}: " in driver.said()
    assert note in driver.said()


def test_not_applicable_tells_its_reason_on_demand(driver: Driver) -> None:
    answer = panel(driver).answers[0]
    mine = my_assessment(driver)
    driver.workspace.assessments.reopen(mine, "salah ketik")
    driver.workspace.assessments.score(mine, answer.key, Score.not_applicable("tidak ada dasar"))
    driver.workspace.assessments.lock(mine)
    driver.show()

    driver.open()

    assert driver.cell(1) == "N/A"
    assert driver.cell(Fixed.STANDPOINT) == "to settle"
    assert driver.text("settle_state") == "To settle: not applicable stands against a score."
    assert "not applicable: tidak ada dasar" in driver.said()
    tooltip = driver.table.answers.index(driver.table.currentIndex().row(), 1)
    assert str(tooltip.data(Qt.ItemDataRole.ToolTipRole)).endswith("tidak ada dasar")


def test_f3_goes_to_what_is_still_to_settle(driver: Driver) -> None:
    driver.open()
    still = [one.key for one in panel(driver).to_settle]

    driver.screen.actions.next_open.trigger()
    first_found = driver.table.current_key()
    driver.screen.actions.next_open.trigger()
    driver.screen.actions.previous_open.trigger()

    assert first_found in still
    assert driver.table.current_key() == first_found


def test_settling_needs_a_reason(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()

    driver.settle("3", " ")

    assert driver.text("settle_problem").startswith("Write down the reason")
    assert driver.field("settle_value").text() == "3"
    assert panel(driver).moderations == ()


def test_settling_needs_a_possible_value(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()

    driver.settle("4,5", "bukti")

    assert driver.text("settle_problem").startswith("A settled value is 0 to 4")
    assert panel(driver).moderations == ()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3", Decimal(3)),
        (" 2,75 ", Decimal("2.75")),
        ("2.5", Decimal("2.5")),
        ("4,01", None),
        ("-1", None),
        ("2,755", None),
        ("NaN", None),
        ("1e0", Decimal(1)),
        ("٣", None),
        ("", None),
    ],
)
def test_a_value_may_have_a_comma_or_a_dot(typed: str, value: Decimal | None) -> None:
    assert typed_value(typed) == value


def test_a_digit_begins_to_settle_and_says_what_it_changes(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()

    QTest.keyClick(driver.table, Qt.Key.Key_4)

    assert driver.field("settle_value").text() == "4"
    assert driver.field("settle_value").hasFocus()
    assert f"against the mean {driver.cell(Fixed.MEAN)}" in driver.text("settle_delta")


def test_what_is_typed_waits_at_its_question(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()
    driver.type("settle_reason", "belum selesai")

    QTest.keyClick(driver.table, Qt.Key.Key_Down)
    assert driver.field("settle_reason").text() == ""
    QTest.keyClick(driver.table, Qt.Key.Key_Up)

    assert driver.field("settle_reason").text() == "belum selesai"


def test_what_is_left_to_settle_shrinks_and_the_place_is_kept(driver: Driver) -> None:
    driver.open()
    driver.choose("panel_question_filter", TO_SETTLE)
    rows = driver.table.answers.answer_rows()
    keys = [driver.table.answers.key_at(row) for row in rows]

    driver.settle("2", "dibahas")

    assert driver.table.current_key() == keys[1]
    assert len(driver.table.answers.answer_rows()) == len(keys) - 1


def test_scores_that_changed_ask_again(driver: Driver) -> None:
    driver.open()
    driver.go_to_open()
    driver.settle("2", "dibahas")
    answer = next(one for one in panel(driver).answers if one.moderation is not None)
    mine = my_assessment(driver)
    own = next(score for who, score in answer.said if who.name == "Asesor Contoh 1")
    driver.workspace.assessments.reopen(mine, "salah ketik")
    other = Score(4 if own.points != 4 else 0)
    driver.workspace.assessments.score(mine, answer.key, other)
    driver.workspace.assessments.lock(mine)

    driver.show()

    assert driver.cell(Fixed.STANDPOINT) == "scores changed"
    assert panel(driver).answers[0].standpoint is not Standpoint.SETTLED


def test_others_are_hidden_until_my_own_is_locked(driver: Driver) -> None:
    mine = my_assessment(driver)
    driver.workspace.assessments.reopen(mine, "perlu dilihat lagi")
    driver.show()

    driver.open()

    assert "hidden from you" in driver.text("panel_empty")
    assert "have not locked your assessment" in driver.text("panel_empty")
    assert driver.table.answers.rowCount() == 0
    assert driver.said() == ""
    assert not driver.is_visible(driver.table)
    driver.button("open_own_assessment").click()
    ((_round, participant),) = driver.walked
    assert participant is not None
    assert participant.id == first(driver) or participant.region.name in driver.text("panel_empty")

    driver.workspace.assessments.lock(mine)
    driver.show()
    assert driver.is_visible(driver.table)


def test_the_language_changes_while_a_panel_is_open(driver: Driver) -> None:
    driver.open()
    i18n.use_language("id")

    driver.events.language_changed.emit()

    assert driver.text("panel_index_title") == "Nilai final"
    heading = driver.table.answers.headerData(0, Qt.Orientation.Horizontal)
    assert heading == "Pertanyaan"


def test_in_a_narrow_window_the_open_panel_has_the_room(driver: Driver, qtbot: QtBot) -> None:
    driver.open()

    driver.screen.widget.resize(683, 340)

    assert not driver.is_visible(driver.regions)
    model = driver.table.answers
    last = model.index(1, model.columnCount() - 1)
    qtbot.waitUntil(
        lambda: driver.table.visualRect(last).right() <= driver.table.viewport().width()
    )
    driver.screen.actions.jump.trigger()
    assert driver.is_visible(driver.regions)


def test_keys_lead_from_part_to_part(driver: Driver) -> None:
    driver.open()
    assert driver.table.hasFocus()

    driver.screen.actions.previous_part.trigger()

    assert driver.regions.hasFocus()


def test_the_model_keeps_the_rules_of_models(driver: Driver) -> None:
    names = ("panel_answers", "panel_dimensions", "alpha_table", "leaning_table")
    models = [find(driver.screen.widget, QTableView, name).model() for name in names]
    for model in (*models, driver.regions.model()):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    driver.open()
    driver.choose("panel_question_filter", TO_SETTLE)
    driver.to_agreement()

    assert all(model.rowCount() for model in models)
