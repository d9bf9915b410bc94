"""The colours of charts, in the window's theme or for paper."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from ui.theme import SERIES_COLOURS, is_dark, palette


@dataclass(frozen=True, slots=True)
class ChartColours:
    """What a chart is painted with; dashes, markers and patterns tell series apart as well."""

    ground: QColor
    text: QColor
    muted: QColor
    """Numbers at the axes."""
    grid: QColor
    series: tuple[QColor, ...]


def chart_colours(*, dark: bool) -> ChartColours:
    """Return the colours of charts on the light or the dark ground of lists and cards."""
    colours = palette(dark=dark)
    return ChartColours(
        ground=colours.color(QPalette.ColorRole.Base),
        text=colours.color(QPalette.ColorRole.Text),
        muted=colours.color(QPalette.ColorRole.PlaceholderText),
        grid=colours.color(QPalette.ColorRole.Mid),
        series=tuple(QColor(pair[dark]) for pair in SERIES_COLOURS),
    )


def screen_colours() -> ChartColours:
    """Return the colours of the theme in use; ask again when the theme changes."""
    return chart_colours(dark=is_dark())


def paper_colours() -> ChartColours:
    """Return the colours for paper, whatever the theme."""
    return chart_colours(dark=False)
