"""Light and dark: palettes, the one table of status colours, the style sheet, tinted icons."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from resources import resource

ICON_SIZES: Final = (16, 20, 24, 32, 48)
"""Pixels; the larger ones serve screens at 150 % and 200 %."""
DARK_BELOW: Final = 128
"""A window colour of less lightness (0 to 255) is a dark one."""


class ThemeChoice(StrEnum):
    """What the user asks for; SYSTEM follows the desktop and is light where that says nothing."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Status(StrEnum):
    """What a colour may underline; a word or a sign always says the same."""

    DONE = "done"
    OPEN = "open"
    NOTICE = "notice"
    """Provisional, unconfirmed, changed since the last export."""
    PROBLEM = "problem"
    MARKED = "marked"
    LOCKED = "locked"


STATUS_COLOURS: Final = {
    Status.DONE: ("#1a6b3c", "#7fd6a2"),
    Status.OPEN: ("#56616f", "#a9b4c2"),
    Status.NOTICE: ("#854d0e", "#f2c572"),
    Status.PROBLEM: ("#b42318", "#ff9d94"),
    Status.MARKED: ("#6b3fa0", "#cfb2f5"),
    Status.LOCKED: ("#0b5a8f", "#8cc8f2"),
}
"""For light and dark, each readable (4.5:1 and more) on every ground of `GROUNDS`."""

SERIES_COLOURS: Final = (
    ("#0b65a8", "#6cb6f0"),
    ("#a8480a", "#f2a65e"),
    ("#1a6b3c", "#7fd6a2"),
    ("#6b3fa0", "#cfb2f5"),
)
"""The series of charts, for light and dark; a dash and a marker tell each apart as well."""

GROUNDS: Final = (
    QPalette.ColorRole.Window,
    QPalette.ColorRole.Base,
    QPalette.ColorRole.AlternateBase,
    QPalette.ColorRole.Button,
)
"""What text stands on."""

_COLOURS: Final = {
    QPalette.ColorRole.Window: ("#f4f6f8", "#1b2027"),
    QPalette.ColorRole.Base: ("#ffffff", "#232932"),
    QPalette.ColorRole.AlternateBase: ("#f0f3f6", "#282f39"),
    QPalette.ColorRole.Button: ("#fbfcfd", "#2c343f"),
    QPalette.ColorRole.WindowText: ("#1b2430", "#e7ecf2"),
    QPalette.ColorRole.Text: ("#1b2430", "#e7ecf2"),
    QPalette.ColorRole.ButtonText: ("#1b2430", "#e7ecf2"),
    QPalette.ColorRole.BrightText: ("#ffffff", "#ffffff"),
    QPalette.ColorRole.PlaceholderText: ("#56616f", "#a9b4c2"),
    QPalette.ColorRole.ToolTipBase: ("#1b2430", "#e7ecf2"),
    QPalette.ColorRole.ToolTipText: ("#f4f6f8", "#1b2027"),
    QPalette.ColorRole.Light: ("#ffffff", "#3a4450"),
    QPalette.ColorRole.Midlight: ("#e4e9ee", "#343d49"),
    QPalette.ColorRole.Mid: ("#bcc5cf", "#4a5563"),
    QPalette.ColorRole.Dark: ("#7d8998", "#7d8998"),
    QPalette.ColorRole.Shadow: ("#56616f", "#0d1014"),
    QPalette.ColorRole.Highlight: ("#0b65a8", "#1f6fb2"),
    QPalette.ColorRole.HighlightedText: ("#ffffff", "#ffffff"),
    QPalette.ColorRole.Accent: ("#0b65a8", "#6cb6f0"),
    QPalette.ColorRole.Link: ("#0b5a8f", "#8cc8f2"),
    QPalette.ColorRole.LinkVisited: ("#6b3fa0", "#cfb2f5"),
}
MARKS: Final = {"%CHECK%": "checked", "%DOWN%": "arrow-down", "%UP%": "arrow-up"}
"""Signs inside of widgets; a style sheet cannot tint them, so their grey suits both themes."""

_DISABLED_TEXT: Final = ("#8a94a1", "#758190")
_TEXT_ROLES: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(*, dark: bool) -> QPalette:
    """Return the colours of the light or the dark window."""
    colours = QPalette()
    for role, pair in _COLOURS.items():
        colours.setColor(role, QColor(pair[dark]))
    for role in _TEXT_ROLES:
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED_TEXT[dark]))
    muted = colours.color(QPalette.ColorRole.Mid)
    colours.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, muted)
    return colours


def is_dark(colours: QPalette | None = None) -> bool:
    """Return whether `colours`, or those of the whole window, are dark."""
    window = (colours or QGuiApplication.palette()).color(QPalette.ColorRole.Window)
    return window.lightness() < DARK_BELOW


def status_colour(status: Status) -> QColor:
    """Return the colour of `status` in the theme in use; ask again when the theme changes."""
    return QColor(STATUS_COLOURS[status][is_dark()])


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` the look that app.qss describes for `role`: "primary", "hint", a status…"""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def enlarge(widget: QWidget, factor: float, *, bold: bool = True) -> None:
    """Make a heading of `widget`: `factor` times the size the desktop chose for text."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    widget.setFont(font)


class Theme(QObject):
    """Dresses the application, and tells when its colours are others."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = ThemeChoice.SYSTEM
        self._iconed: WeakKeyDictionary[QAction | QAbstractButton, str] = WeakKeyDictionary()
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    @property
    def choice(self) -> ThemeChoice:
        """What the user asked for."""
        return self._choice

    def use(self, choice: ThemeChoice) -> None:
        """Show the whole window in `choice`."""
        self._choice = choice
        hints = self._application.styleHints()
        match choice:
            case ThemeChoice.SYSTEM:
                hints.unsetColorScheme()
            case ThemeChoice.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case ThemeChoice.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
        self._dress()

    def set_icon(self, target: QAction | QAbstractButton, name: str) -> None:
        """Show the icon `name` of resources/icons on `target`, in the text's colour, for good."""
        self._iconed[target] = name
        target.setIcon(icon(name))

    def _follow_desktop(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        scheme = self._application.styleHints().colorScheme()
        dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and scheme is Qt.ColorScheme.Dark
        )
        self._application.setPalette(palette(dark=dark))
        # Set again, since rules already worked out keep the colours of the palette before.
        self._application.setStyleSheet(_style_sheet(dark=dark))
        for target, name in self._iconed.items():
            target.setIcon(icon(name))
        self.changed.emit()


def icon(name: str) -> QIcon:
    """Return an icon of resources/icons in the colours of the theme in use."""
    tinted = QIcon()
    colours = QGuiApplication.palette()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = colours.color(group, QPalette.ColorRole.ButtonText)
        for side in ICON_SIZES:
            tinted.addPixmap(_drawn(name, side, colour), mode)
    return tinted


def icon_in_colour(name: str) -> QIcon:
    """Return an icon of resources/icons in its own colours: the program's mark."""
    coloured = QIcon()
    for side in (*ICON_SIZES, 64, 128):
        coloured.addPixmap(_drawn(name, side, None))
    return coloured


def _drawn(name: str, side: int, colour: QColor | None) -> QPixmap:
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(_svg(name)).render(painter)
    if colour is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), colour)
    painter.end()
    return QPixmap.fromImage(image)


@cache
def _svg(name: str) -> QByteArray:
    return QByteArray(resource("icons", f"{name}.svg").read_bytes())


def _style_sheet(*, dark: bool) -> str:
    """Return app.qss with a rule for every status colour after it."""
    sheet = resource("styles", "app.qss").read_text(encoding="utf-8")
    for mark, name in MARKS.items():
        sheet = sheet.replace(mark, Path(str(resource("icons", f"{name}.svg"))).as_posix())
    rules = [
        f'*[role="{status}"] {{ color: {pair[dark]}; }}' for status, pair in STATUS_COLOURS.items()
    ]
    return "\n".join([sheet, *rules])
