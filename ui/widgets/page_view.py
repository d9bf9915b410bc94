"""One page of paper on the screen, as large as is wanted."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.printing.document import Page
from ui.printing.page import UNITS_PER_INCH
from ui.printing.style import PAPER

STEPS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""The sizes that one can go through, in sizes of the paper."""
AROUND: Final = 12
"""Pixels of the desk that show around the page."""


class PageView(QScrollArea):
    """Shows a page as wide as there is room, or at a size that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._zoom: float | None = None
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    @property
    def zoom(self) -> float:
        """How large the page is shown, 1.0 for the size of the paper."""
        if self._zoom is not None:
            return self._zoom
        page = self._sheet.page
        if page is None:
            return 1.0
        # As if the upright scroll bar were there: whether it is depends on the answer.
        room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        return max(room - 2 * AROUND, 1) / (page.setup.width * self._pixels_per_unit)

    def show_page(self, page: Page) -> None:
        """Show a page from its top."""
        self._sheet.page = page
        self._resize()
        self.verticalScrollBar().setValue(0)

    def enlarge(self) -> None:
        """Show the page one step larger."""
        self._zoom = next((step for step in STEPS if step > self.zoom * 1.01), STEPS[-1])
        self._resize()

    def reduce(self) -> None:
        """Show the page one step smaller."""
        smaller = [step for step in STEPS if step < self.zoom * 0.99]
        self._zoom = smaller[-1] if smaller else STEPS[0]
        self._resize()

    def fit_width(self) -> None:
        """Show the page as wide as there is room, also when that changes."""
        self._zoom = None
        self._resize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as the room."""
        super().resizeEvent(event)
        self._resize()

    @property
    def _pixels_per_unit(self) -> float:
        return self.logicalDpiX() / UNITS_PER_INCH

    def _resize(self) -> None:
        self._sheet.show_at(self.zoom * self._pixels_per_unit)


class _Sheet(QWidget):
    """The page on the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self._scale = 1.0

    def show_at(self, scale: float) -> None:
        self._scale = scale
        if self.page is not None:
            setup = self.page.setup
            size = QSize(round(setup.width * scale), round(setup.height * scale))
            self.setFixedSize(size + QSize(2 * AROUND, 2 * AROUND))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.page is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(AROUND, AROUND)
        painter.scale(self._scale, self._scale)
        sheet = QRectF(0, 0, self.page.setup.width, self.page.setup.height)
        painter.setPen(QPen(self.palette().mid().color(), 0))
        painter.setBrush(QColor(PAPER))
        painter.drawRect(sheet)
        self.page.paint(painter)
        painter.end()
