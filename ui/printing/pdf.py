"""Documents as one PDF: searchable text, fonts inside, no word about the machine or its user."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from assessor.domain.paper_words import PRODUCT
from ui.printing.document import Document
from ui.printing.page import UNITS_PER_INCH
from ui.printing.painting import paint_documents


def pdf_of(title: str, documents: Iterable[Document]) -> bytes:
    """Return a PDF of all pages, each document's after the one before; safe in any thread.

    Taken one at a time, so that a document can be laid out when its turn comes. Raises ValueError
    where there is no page at all: a PDF without pages is none.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(PRODUCT)
    writer.setAuthor(PRODUCT)
    writer.setResolution(UNITS_PER_INCH)
    if not paint_documents(writer, documents):
        raise ValueError(title)
    return bytes(buffer.data().data())
