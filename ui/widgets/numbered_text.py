"""A saving text of items, one on each line, numbered at the margin."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.saving_text import SavingText

PADDING: Final = 6


class NumberedText(SavingText):
    """Lines that are empty are no items and get no number."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(new_token, parent)
        self._margin = _Margin(self)
        self.updateRequest.connect(self._margin.follow)
        self.setViewportMargins(self._margin.sizeHint().width(), 0, 0, 0)

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Paint the numbers of the items that are seen in `area`."""
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        block, number = self.document().firstBlock(), 0
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        width = self._margin.width() - PADDING
        while block.isValid():
            number += bool(block.text().strip())
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > area.bottom():
                return
            if block.text().strip() and place.bottom() >= area.top():
                line = QRect(0, round(place.top()), width, round(place.height()))
                painter.drawText(line, right, f"{number}.")
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the text."""
        super().resizeEvent(event)
        inner = self.contentsRect()
        width = self._margin.sizeHint().width()
        self._margin.setGeometry(QRect(inner.left(), inner.top(), width, inner.height()))


class _Margin(QWidget):
    def __init__(self, text: NumberedText) -> None:
        super().__init__(text)
        self._text = text

    def follow(self, area: QRect, scrolled: int) -> None:
        """Move with the text."""
        if scrolled:
            self.scroll(0, scrolled)
        self.update(0, area.y(), self.width(), area.height())

    def sizeHint(self) -> QSize:
        """Room for two digits."""
        return QSize(self._text.fontMetrics().horizontalAdvance("00.") + 2 * PADDING, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the text paint its numbers."""
        self._text.paint_numbers(QPainter(self), event.rect())
