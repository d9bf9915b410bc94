"""The printers of the system, and documents onto one of them."""

from collections.abc import Iterable

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from assessor.domain.errors import PrinterFailed
from assessor.domain.paper_words import PRODUCT
from ui.printing.document import Document
from ui.printing.painting import DeviceRefused, paint_documents


def printer_names() -> tuple[str, ...]:
    """Return the installed printers, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual))


def printer_named(name: str) -> QPrinter:
    """Return an installed printer at its own resolution. Raises PrinterFailed."""
    found = QPrinterInfo.printerInfo(name)
    if found.isNull():
        raise PrinterFailed(name)
    return QPrinter(found, QPrinter.PrinterMode.HighResolution)


def print_documents(printer: QPrinter, title: str, documents: Iterable[Document]) -> None:
    """Print the documents as one job; safe in any thread. Raises PrinterFailed.

    What `documents` raises takes the job back.
    """
    printer.setDocName(title)
    printer.setCreator(PRODUCT)
    # The pages bring their own margins.
    printer.setFullPage(True)
    try:
        paint_documents(printer, documents)
    except DeviceRefused as error:
        printer.abort()
        raise PrinterFailed(printer.printerName()) from error
    except BaseException:
        printer.abort()
        raise
