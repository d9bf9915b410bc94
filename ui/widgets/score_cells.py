"""The buttons 0 1 2 3 4 N/A as they are painted in a cell: no widget stands behind them."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen

from assessor.domain.instrument import SCALE
from assessor.domain.score import Score
from resources.i18n import gettext as _

NOT_APPLICABLE: Final = SCALE.stop
"""The place of the button behind the points."""
BUTTONS: Final = range(NOT_APPLICABLE + 1)
GAP: Final = 3
HEIGHT_FACTOR: Final = 1.6
"""Height of a button in heights of its text."""
RADIUS: Final = 4.0


def place_of(score: Score) -> int | None:
    """Return the button that stands for `score`, None for a blank."""
    return NOT_APPLICABLE if score.is_not_applicable else score.points


def button_text(place: int) -> str:
    """Return what stands on the button at `place`."""
    return _("N/A") if place == NOT_APPLICABLE else str(place)


def size_of_all(metrics: QFontMetrics) -> QSize:
    """Return the room that the six buttons need."""
    widths = sum(_width(place, metrics) for place in BUTTONS)
    return QSize(widths + GAP * (len(BUTTONS) + 1), _height(metrics) + 2 * GAP)


def button_rect(cell: QRect, place: int, metrics: QFontMetrics) -> QRect:
    """Return where the button at `place` stands in `cell`."""
    left = cell.left() + (cell.width() - size_of_all(metrics).width()) // 2 + GAP
    left += sum(_width(before, metrics) + GAP for before in range(place))
    top = cell.top() + (cell.height() - _height(metrics)) // 2
    return QRect(left, top, _width(place, metrics), _height(metrics))


def button_at(cell: QRect, point: QPoint, metrics: QFontMetrics) -> int | None:
    """Return the button under `point`, None beside all of them."""
    return next(
        (place for place in BUTTONS if button_rect(cell, place, metrics).contains(point)), None
    )


class ScoreCells:
    """Paints the six buttons into a cell, in the palette's colours."""

    def __init__(self, painter: QPainter, palette: QPalette, *, is_read_only: bool) -> None:
        self._painter = painter
        self._palette = palette
        self._is_read_only = is_read_only

    def paint(self, cell: QRect, chosen: int | None, hot: int | None) -> None:
        """Paint all buttons; `chosen` is filled, `hot` (under the mouse) has a strong frame."""
        metrics = self._painter.fontMetrics()
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in BUTTONS:
            rect = button_rect(cell, place, metrics)
            self._paint_one(rect, place, is_chosen=place == chosen, is_hot=place == hot)
        self._painter.restore()

    def _paint_one(self, rect: QRect, place: int, *, is_chosen: bool, is_hot: bool) -> None:
        if self._is_read_only and not is_chosen:
            self._text(rect, place, self._palette.color(QPalette.ColorRole.PlaceholderText))
            return
        role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.Button
        frame = QPalette.ColorRole.Highlight if is_hot else QPalette.ColorRole.Mid
        self._painter.setPen(QPen(self._palette.color(frame), 2 if is_hot else 1))
        self._painter.setBrush(self._palette.color(role))
        self._painter.drawRoundedRect(rect, RADIUS, RADIUS)
        text = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.ButtonText
        self._text(rect, place, self._palette.color(text))

    def _text(self, rect: QRect, place: int, colour: QColor) -> None:
        self._painter.setPen(colour)
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, button_text(place))


def _height(metrics: QFontMetrics) -> int:
    return round(metrics.height() * HEIGHT_FACTOR)


def _width(place: int, metrics: QFontMetrics) -> int:
    if place == NOT_APPLICABLE:
        return metrics.horizontalAdvance(button_text(place)) + metrics.height()
    return _height(metrics)
