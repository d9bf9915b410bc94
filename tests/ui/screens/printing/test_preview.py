"""The preview: every page of every chosen region, leafed through by mouse and keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assessor.domain.ids import ParticipantId
from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from assessor.services.workspace import Workspace
from tests.ui.finding import find
from ui.screens.printing.preview_presenter import PreviewNeeds, PreviewPresenter
from ui.screens.printing.preview_view import PreviewView
from ui.tasks import Tasks


class Preview:
    """The dialog, and what its user does and sees."""

    def __init__(self, qtbot: QtBot, view: PreviewView, presenter: PreviewPresenter) -> None:
        self.view = view
        self.presenter = presenter
        qtbot.waitUntil(lambda: find(view, QPushButton, "print_these").isEnabled())

    @property
    def place(self) -> tuple[str, str]:
        """The region and the page that are shown."""
        region = find(self.view, QComboBox, "region").currentText()
        return region, find(self.view, QLabel, "page_number").text()

    @property
    def sheet(self) -> QSize:
        """How large the page is shown, in pixels."""
        return self.view.page.viewport().childrenRect().size()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key)

    def press_with_control(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key, Qt.KeyboardModifier.ControlModifier)

    def click(self, name: str) -> None:
        find(self.view, QPushButton, name).click()

    def can(self, name: str) -> bool:
        return find(self.view, QPushButton, name).isEnabled()


Show = Callable[[frozenset[ParticipantId], Participant | None], Preview]


@pytest.fixture
def printed() -> list[Paper]:
    """What was asked to be printed."""
    return []


@pytest.fixture
def show(
    qtbot: QtBot,
    scored: Workspace,
    regions: tuple[Participant, ...],
    tasks: Tasks,
    printed: list[Paper],
) -> Show:
    """Return what opens the preview."""

    def open_on(wanted: frozenset[ParticipantId], first: Participant | None) -> Preview:
        view = PreviewView(None)
        qtbot.addWidget(view)
        needs = PreviewNeeds(
            summaries=scored.summaries,
            tasks=tasks,
            round=regions[0].round,
            participants=wanted,
            first=None if first is None else first.id,
            paper=Paper.A4,
            print_these=printed.append,
        )
        presenter = PreviewPresenter(view, needs)
        view.open()
        qtbot.waitUntil(view.isVisible)
        return Preview(qtbot, view, presenter)

    return open_on


@pytest.fixture
def preview(show: Show, regions: tuple[Participant, ...]) -> Preview:
    """The preview of all three regions, from the first on."""
    return show(frozenset(one.id for one in regions), None)


def test_it_begins_with_the_region_that_is_open(
    show: Show, regions: tuple[Participant, ...]
) -> None:
    preview = show(frozenset(one.id for one in regions), regions[1])

    assert preview.place == (regions[1].region.name, "Page 1 of 2")


def test_pages_follow_each_other_from_region_to_region_and_back(
    preview: Preview, regions: tuple[Participant, ...]
) -> None:
    names = [one.region.name for one in regions]
    seen = [preview.place]
    while preview.can("next_page"):
        preview.press(Qt.Key.Key_PageDown)
        seen.append(preview.place)

    assert seen == [(name, f"Page {number} of 2") for name in names for number in (1, 2)]
    back = [preview.place]
    while preview.can("previous_page"):
        preview.press(Qt.Key.Key_PageUp)
        back.append(preview.place)
    assert back == seen[::-1]


def test_a_region_can_be_gone_to(preview: Preview, regions: tuple[Participant, ...]) -> None:
    preview.click("next_page")

    preview.view.region_chosen.emit(2)

    assert preview.place == (regions[2].region.name, "Page 1 of 2")
    assert regions[2].region.name in preview.view.page.accessibleName()


def test_the_paper_can_be_changed(preview: Preview) -> None:
    before = preview.sheet.height() / preview.sheet.width()

    preview.view.paper_chosen.emit(Paper.F4)

    assert preview.sheet.height() / preview.sheet.width() > before


def test_the_page_grows_and_shrinks_by_keyboard(preview: Preview) -> None:
    fitting = preview.sheet.width()

    preview.press_with_control(Qt.Key.Key_Plus)
    assert preview.sheet.width() > fitting
    preview.press_with_control(Qt.Key.Key_0)
    assert preview.sheet.width() == fitting
    preview.press_with_control(Qt.Key.Key_Minus)
    assert preview.sheet.width() < fitting


@pytest.mark.parametrize("width", [600, 900, 1200])
def test_a_fitting_page_needs_no_scrolling_sideways(preview: Preview, width: int) -> None:
    preview.view.resize(width, 500)

    assert preview.view.page.horizontalScrollBar().maximum() == 0


def test_printing_goes_on_with_the_paper_that_was_looked_at(
    preview: Preview, printed: list[Paper]
) -> None:
    preview.view.paper_chosen.emit(Paper.F4)

    preview.click("print_these")

    assert printed == [Paper.F4]
    assert not preview.view.isVisible()
