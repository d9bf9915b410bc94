"""Documents onto whatever takes pages one after the other: a PDF, a printer."""

from collections.abc import Iterable

from PySide6.QtGui import QPagedPaintDevice, QPainter

from ui.printing.document import Document
from ui.printing.page import UNITS_PER_INCH


class DeviceRefused(Exception):
    """The device took no page, or not the next one."""


def paint_documents(device: QPagedPaintDevice, documents: Iterable[Document]) -> int:
    """Paint all pages and return how many there were. Raises DeviceRefused.

    What `documents` raises ends it, with the pages before it painted.
    """
    painter = QPainter()
    number = 0
    try:
        for document in documents:
            for page in document.pages:
                device.setPageLayout(page.setup.layout())
                if not (device.newPage() if number else painter.begin(device)):
                    raise DeviceRefused
                if not number:
                    scale = device.logicalDpiX() / UNITS_PER_INCH
                    painter.scale(scale, scale)
                page.paint(painter)
                number += 1
    finally:
        if painter.isActive():
            painter.end()
    return number
