"""A page on the screen: as wide as the room, or at a size that was chosen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from assessor.domain.paper import Paper
from tests.ui.printing.blocks import laid_out, paragraph
from ui.widgets.page_view import STEPS, PageView


@pytest.fixture
def shown(qtbot: QtBot) -> PageView:
    """A view of 600 pixels with an A4 page in it."""
    view = PageView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.show_page(laid_out([paragraph(60)]).pages[0])
    return view


def sheet(view: PageView) -> QSize:
    return view.viewport().childrenRect().size()


def test_the_page_is_as_wide_as_the_room_also_when_that_changes(shown: PageView) -> None:
    before = sheet(shown).width()

    shown.resize(900, 500)

    assert sheet(shown).width() > before
    assert shown.horizontalScrollBar().maximum() == 0


def test_the_sizes_are_gone_through_step_by_step_and_end(shown: PageView) -> None:
    for _press in range(len(STEPS) + 2):
        shown.reduce()
    assert shown.zoom == STEPS[0]

    seen = []
    for _press in range(len(STEPS) + 2):
        shown.enlarge()
        seen.append(shown.zoom)

    assert seen[: len(STEPS) - 1] == list(STEPS[1:])
    assert seen[-1] == STEPS[-1]


def test_a_chosen_size_stays_when_the_window_changes(shown: PageView) -> None:
    shown.enlarge()
    before = sheet(shown)

    shown.resize(900, 500)
    assert sheet(shown) == before

    shown.fit_width()
    assert shown.horizontalScrollBar().maximum() == 0


def test_another_page_begins_at_its_top(shown: PageView) -> None:
    shown.verticalScrollBar().setValue(50)

    shown.show_page(laid_out([paragraph(60)], Paper.F4).pages[0])

    assert shown.verticalScrollBar().value() == 0


def test_paper_is_white_with_ink_on_it(shown: PageView) -> None:
    picture = shown.grab().toImage()
    colours = {
        QColor(picture.pixel(x, y)).name() for x in range(40, 500, 3) for y in range(40, 400, 3)
    }

    assert "#ffffff" in colours
    assert len(colours) > 1
