"""Paints a region: kind, name and progress, below them the state with its sign."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from assessor.services.overview import RegionProgress
from resources.i18n import gettext as _
from ui.screens.walk.region_model import (
    PROGRESS_ROLE,
    Index,
    RegionState,
    state_name,
    state_of,
)
from ui.theme import Status
from ui.widgets.region_line import RegionLine, paint_region_line, region_line_size
from ui.widgets.state_mark import Shape

SHAPES: Final = {
    RegionState.ABSENT: (Shape.BAR, Status.OPEN),
    RegionState.NOT_STARTED: (Shape.EMPTY, Status.OPEN),
    RegionState.DRAFT: (Shape.HALF, Status.NOTICE),
    RegionState.FINAL: (Shape.TICK, Status.DONE),
}


class RegionDelegate(QStyledItemDelegate):
    """Two lines for each region, all of one height."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint in the palette's colours."""
        paint_region_line(painter, option, _line(index.data(PROGRESS_ROLE)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every region the same height."""
        del index
        return region_line_size(option)


def _line(progress: RegionProgress) -> RegionLine:
    state = state_of(progress)
    shape, status = SHAPES[state]
    words = state_name(state)
    if progress.changed_since_export:
        words = " · ".join((words, _("changed since export")))
    figure = f"{progress.answered}/{progress.total}"
    return RegionLine(progress.participant.region, figure, shape, status, words)
