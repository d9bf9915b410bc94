"""Light and dark: readable, complete, and one style sheet for both."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resources import resource
from ui.theme import (
    GROUNDS,
    SERIES_COLOURS,
    STATUS_COLOURS,
    Status,
    Theme,
    ThemeChoice,
    icon,
    is_dark,
    palette,
    status_colour,
)

LEAST_CONTRAST = 4.5
TEXTS = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Link,
    QPalette.ColorRole.LinkVisited,
)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2, 0 to 1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def count(widget: QWidget, colour: QColor) -> int:
    """Return how many points of the widget, as it is shown, have a colour."""
    image = widget.grab().toImage()
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    dressed = Theme(qapp)
    yield dressed
    dressed.use(ThemeChoice.LIGHT)
    dressed.deleteLater()


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("role", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable(dark: bool, role: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    colours = palette(dark=dark)

    assert contrast(colours.color(role), colours.color(ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_status_is_readable(dark: bool, status: Status, ground: QPalette.ColorRole) -> None:
    shown = QColor(STATUS_COLOURS[status][dark])

    assert contrast(shown, palette(dark=dark).color(ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("pair", SERIES_COLOURS)
def test_a_series_of_a_chart_stands_out(dark: bool, pair: tuple[str, str]) -> None:
    ground = palette(dark=dark).color(QPalette.ColorRole.Base)

    assert contrast(QColor(pair[dark]), ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_selected_is_readable(dark: bool) -> None:
    colours = palette(dark=dark)
    selected = colours.color(QPalette.ColorRole.Highlight)

    assert contrast(colours.color(QPalette.ColorRole.HighlightedText), selected) >= LEAST_CONTRAST


@pytest.mark.parametrize("dark", [False, True])
def test_the_focus_ring_stands_out(dark: bool) -> None:
    colours = palette(dark=dark)
    ring = colours.color(QPalette.ColorRole.Accent)

    assert contrast(ring, colours.color(QPalette.ColorRole.Window)) >= 3
    assert contrast(ring, colours.color(QPalette.ColorRole.Base)) >= 3


def test_the_style_sheet_takes_every_colour_from_the_palette() -> None:
    sheet = resource("styles", "app.qss").read_text(encoding="utf-8")

    literal = re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl", sheet)

    assert literal == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "kind",
    [
        QPushButton,
        QLineEdit,
        QPlainTextEdit,
        QListWidget,
        QComboBox,
        QSpinBox,
        QCheckBox,
        QRadioButton,
    ],
)
def test_the_focus_is_seen_on_every_kind_of_widget(
    theme: Theme, qtbot: QtBot, kind: type[QWidget], dark: bool
) -> None:
    theme.use(ThemeChoice.DARK if dark else ThemeChoice.LIGHT)
    window, other, widget = QWidget(), QPushButton(), kind()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(widget)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    ring = palette(dark=dark).color(QPalette.ColorRole.Accent)
    before = count(widget, ring)

    widget.setFocus()

    # A ring of two pixels around a widget of a hundred or more has at least so many points.
    assert count(widget, ring) - before > 100


def test_the_theme_can_be_switched_while_it_runs(theme: Theme, qapp: QApplication) -> None:
    theme.use(ThemeChoice.LIGHT)
    light = status_colour(Status.DONE)

    theme.use(ThemeChoice.DARK)

    assert is_dark(qapp.palette())
    assert status_colour(Status.DONE) != light


def test_a_switch_is_told(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.use(ThemeChoice.DARK)


def test_an_icon_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    theme.use(ThemeChoice.LIGHT)
    theme.set_icon(button, "lock")
    before = button.icon().pixmap(24, 24).toImage()

    theme.use(ThemeChoice.DARK)

    assert button.icon().pixmap(24, 24).toImage() != before


@pytest.mark.parametrize(
    "name", sorted(file.name for file in resource("icons").iterdir() if file.name.endswith(".svg"))
)
def test_every_icon_draws_something(name: str, qapp: QApplication) -> None:
    drawn = icon(name.removesuffix(".svg")).pixmap(24, 24).toImage()

    assert qapp is not None
    assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
