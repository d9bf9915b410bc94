"""The buttons 0 1 2 3 4 N/A as they are painted in a cell: no widget stands behind them."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap

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
MOST_PICTURES: Final = 256
"""Looks kept; one theme and language need about fifty."""


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


class Ground(NamedTuple):
    """On what the pictures of all buttons of one table depend."""

    is_read_only: bool
    colours: int
    """The palette's cache key."""
    font: str
    not_applicable: str
    """The word in the language in use."""
    sharpness: float
    """Device pixels per pixel."""


class Look(NamedTuple):
    """Everything on which the picture of the six buttons depends."""

    ground: Ground
    chosen: int | None
    """The filled button."""
    hot: int | None
    """The one under the mouse; it has a strong frame."""


class ScoreCells:
    """Paints the six buttons in the palette's colours; a picture is drawn once for each look."""

    def __init__(self) -> None:
        self._pictures: dict[Look, QPixmap] = {}

    def paint(self, painter: QPainter, cell: QRect, look: Look, colours: QPalette) -> None:
        """Paint the buttons into the middle of `cell`."""
        picture = self._pictures.get(look)
        if picture is None:
            if len(self._pictures) >= MOST_PICTURES:
                self._pictures.clear()
            picture = _picture(painter.font(), look, colours)
            self._pictures[look] = picture
        size = picture.deviceIndependentSize().toSize()
        left = cell.left() + (cell.width() - size.width()) // 2
        painter.drawPixmap(left, cell.top() + (cell.height() - size.height()) // 2, picture)


def ground_of(painter: QPainter, colours: QPalette, *, is_read_only: bool) -> Ground:
    """Return what the looks of all questions have in common now."""
    return Ground(
        is_read_only=is_read_only,
        colours=colours.cacheKey(),
        font=painter.font().key(),
        not_applicable=button_text(NOT_APPLICABLE),
        sharpness=painter.device().devicePixelRatioF(),
    )


def _picture(font: QFont, look: Look, colours: QPalette) -> QPixmap:
    metrics = QFontMetrics(font)
    size = size_of_all(metrics)
    picture = QPixmap(size * look.ground.sharpness)
    picture.setDevicePixelRatio(look.ground.sharpness)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRect(QPoint(), size)
    for place in BUTTONS:
        _paint_button(painter, button_rect(whole, place, metrics), place, look, colours)
    painter.end()
    return picture


def _paint_button(
    painter: QPainter, rect: QRect, place: int, look: Look, colours: QPalette
) -> None:
    is_chosen, is_hot = place == look.chosen, place == look.hot
    role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.ButtonText
    if is_chosen or not look.ground.is_read_only:
        ground = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.Button
        frame = QPalette.ColorRole.Highlight if is_hot else QPalette.ColorRole.Mid
        painter.setPen(QPen(colours.color(frame), 2 if is_hot else 1))
        painter.setBrush(colours.color(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
    else:
        role = QPalette.ColorRole.PlaceholderText
    painter.setPen(colours.color(role))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, button_text(place))


def _height(metrics: QFontMetrics) -> int:
    return round(metrics.height() * HEIGHT_FACTOR)


def _width(place: int, metrics: QFontMetrics) -> int:
    if place == NOT_APPLICABLE:
        return metrics.horizontalAdvance(button_text(place)) + metrics.height()
    return _height(metrics)
