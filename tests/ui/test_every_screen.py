"""What holds for every screen: names for screen readers, room on a small laptop."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)

from assessor.services.surroundings import Surroundings
from resources import i18n
from tests.ui.finding import find
from tests.ui.places import PLACES, introduced, shown
from tests.ui.starting import Start

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QProgressBar,
)
LAPTOP = (1366, 768)


def is_part_of_another(widget: QWidget) -> bool:
    """Return whether Qt made the widget inside one that is checked itself."""
    if widget.objectName().startswith("qt_"):
        return True
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView):
            return True
        around = around.parentWidget()
    return False


def interactive(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.isVisibleTo(root)
        and not is_part_of_another(widget)
    ]


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says of the widget."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None
    return spoken.text(QAccessible.Text.Name)


@pytest.mark.parametrize("place", PLACES)
def test_every_widget_has_a_name_and_says_what_it_is(
    start: Start,
    workspace_path: Path,
    surroundings: Surroundings,
    place: str,
) -> None:
    introduced(workspace_path, surroundings)

    found = interactive(PLACES[place](start()))

    assert found
    assert [widget for widget in found if not widget.objectName()] == []
    assert [widget.objectName() for widget in found if not spoken_name(widget).strip()] == []


def test_every_widget_of_the_first_start_has_a_name_and_says_what_it_is(start: Start) -> None:
    found = interactive(shown(start()))

    assert [widget for widget in found if not widget.objectName()] == []
    assert [widget.objectName() for widget in found if not spoken_name(widget).strip()] == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_a_screen_fits_a_small_laptop(
    start: Start,
    workspace_path: Path,
    surroundings: Surroundings,
    place: str,
    language: str,
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    find(application.window, QAction, f"language_{language}").trigger()

    needed = PLACES[place](application).minimumSizeHint()

    assert needed.width() <= LAPTOP[0]
    # Title bar, menu and status bar take their part of the height.
    assert needed.height() <= LAPTOP[1] - 100
