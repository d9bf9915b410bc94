"""The pages of a document as they will be printed, below each other."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from resources.i18n import ngettext
from ui.printing.document import Document, Page
from ui.printing.style import PAPER

BETWEEN: Final = 14
"""Pixels between two pages, and around them."""
WIDEST: Final = 900
LEAST: Final = (240, 200)


class PagePreview(QScrollArea):
    """Shows the pages as wide as there is room; only those that are seen are painted."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.setMinimumSize(*LEAST)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets.pages)

    def show_document(self, document: Document | None, description: str = "") -> None:
        """Show pages in place of those before, at the same place; `description` is read aloud."""
        self._sheets.show_pages(() if document is None else document.pages)
        self._fit()
        number = self.pages
        pages = ngettext("Preview, {number} page", "Preview, {number} pages", number)
        self.setAccessibleName(pages.format(number=number))
        self.setAccessibleDescription(description)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sheets.fit(min(self.viewport().width(), WIDEST))


class _Sheets(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pages: tuple[Page, ...] = ()

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages
        self.update()

    def fit(self, width: int) -> None:
        height = sum(round(page.setup.height * self._scale(page, width)) for page in self.pages)
        self.setFixedSize(width, height + BETWEEN * (len(self.pages) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = float(BETWEEN)
        for page in self.pages:
            scale = self._scale(page, self.width())
            sheet = QRectF(BETWEEN, top, page.setup.width * scale, page.setup.height * scale)
            if sheet.intersects(QRectF(event.rect())):
                painter.fillRect(sheet, QColor(PAPER))
                painter.save()
                painter.setClipRect(sheet)
                painter.translate(sheet.topLeft())
                painter.scale(scale, scale)
                page.paint(painter)
                painter.restore()
            top = sheet.bottom() + BETWEEN
        painter.end()

    def _scale(self, page: Page, width: int) -> float:
        """Return how many pixels are one unit of paper."""
        return max(width - 2 * BETWEEN, 1) / page.setup.width
