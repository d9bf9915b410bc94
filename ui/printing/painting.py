"""Documents onto whatever takes pages one after the other: a PDF, a printer."""

from collections.abc import Iterable

from PySide6.QtGui import QPagedPaintDevice, QPainter

from ui.printing.document import Document
from ui.printing.kept import keeping
from ui.printing.page import UNITS_PER_INCH, PageSetup


class DeviceRefused(Exception):
    """The device took no page, or not the next one."""


def paint_documents(device: QPagedPaintDevice, documents: Iterable[Document]) -> int:
    """Paint all pages and return how many there were. Raises DeviceRefused.

    What `documents` raises ends it, with the pages before it painted.
    """
    painter = QPainter()
    try:
        with keeping():
            return _paint(painter, device, documents)
    finally:
        if painter.isActive():
            painter.end()


def _paint(painter: QPainter, device: QPagedPaintDevice, documents: Iterable[Document]) -> int:
    number = 0
    setup: PageSetup | None = None
    for page in (page for document in documents for page in document.pages):
        if page.setup != setup:
            # Printers take the paper in anew at every change.
            device.setPageLayout(page.setup.layout())
            setup = page.setup
        if not (device.newPage() if number else painter.begin(device)):
            raise DeviceRefused
        if not number:
            scale = device.logicalDpiX() / UNITS_PER_INCH
            painter.scale(scale, scale)
        page.paint(painter)
        number += 1
    return number
