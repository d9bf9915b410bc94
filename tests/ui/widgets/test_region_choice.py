"""Choosing regions: the open one, some, or all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QRadioButton
from pytestqt.qtbot import QtBot

from assessor.domain.records import Participant
from assessor.services.workspace import Workspace
from tests.ui.finding import find
from ui.widgets.region_choice import Extent, RegionChoice


@pytest.fixture
def regions(workspace: Workspace) -> tuple[Participant, ...]:
    """The 75 regions of 2020."""
    return workspace.rounds.participants(workspace.rounds.create_sample())


@pytest.fixture
def choice(qtbot: QtBot, regions: tuple[Participant, ...]) -> RegionChoice:
    made = RegionChoice(regions)
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


def listed(choice: RegionChoice) -> list[str]:
    """Return the regions that are shown."""
    found = find(choice, QListWidget, "regions_to_choose")
    rows = range(found.count())
    return [found.item(row).text() for row in rows if not found.isRowHidden(row)]


def test_all_are_wanted_at_first(choice: RegionChoice, regions: tuple[Participant, ...]) -> None:
    assert choice.extent is Extent.ALL
    assert choice.chosen() == {one.id for one in regions}
    assert not find(choice, QListWidget, "regions_to_choose").isEnabled()


def test_the_open_region_is_offered_before_all_others(
    choice: RegionChoice, regions: tuple[Participant, ...]
) -> None:
    choice.offer(regions[3])

    assert choice.extent is Extent.ONE
    assert choice.chosen() == {regions[3].id}
    assert regions[3].region.name in find(choice, QRadioButton, "extent_one").text()


def test_every_choice_is_told(choice: RegionChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed):
        find(choice, QRadioButton, "extent_chosen").click()
    assert choice.chosen() == frozenset()

    with qtbot.waitSignal(choice.changed):
        find(choice, QListWidget, "regions_to_choose").item(2).setCheckState(Qt.CheckState.Checked)
    assert len(choice.chosen()) == 1


def test_the_search_shortens_the_list_and_keeps_what_was_checked(choice: RegionChoice) -> None:
    find(choice, QRadioButton, "extent_chosen").click()
    find(choice, QListWidget, "regions_to_choose").item(0).setCheckState(Qt.CheckState.Checked)
    search = find(choice, QLineEdit, "search_to_choose")

    QTest.keyClicks(search, "kota denp")
    assert listed(choice) == ["KOTA DENPASAR"]
    assert len(choice.chosen()) == 1

    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert len(listed(choice)) == 75


def test_nothing_can_be_chosen_while_something_runs(choice: RegionChoice) -> None:
    find(choice, QRadioButton, "extent_chosen").click()

    choice.rest(True)
    assert not find(choice, QRadioButton, "extent_all").isEnabled()
    assert not find(choice, QListWidget, "regions_to_choose").isEnabled()

    choice.rest(False)
    assert find(choice, QListWidget, "regions_to_choose").isEnabled()
