"""Documents onto a printer; here one that prints into a file, as every system has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from assessor.domain.errors import PrinterFailed
from assessor.domain.paper import Paper
from tests.ui.printing.blocks import WITH_PDFTOTEXT, laid_out, paragraph, text_of
from ui.printing.document import Document
from ui.printing.printer import print_documents, printer_named

pytestmark = pytest.mark.usefixtures("qapp")


def printer_into(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@WITH_PDFTOTEXT
def test_every_page_comes_out_at_the_printer_s_own_resolution(tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    documents = [laid_out([paragraph(700)], paper) for paper in Paper]

    print_documents(printer_into(file), "Uji", documents)

    pages = text_of(file.read_bytes(), tmp_path).split("\f")[:-1]
    assert len(pages) == sum(len(document.pages) for document in documents)
    assert all("Pemerintah daerah" in page for page in pages)


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_named(tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "not there" / "out.pdf")

    with pytest.raises(PrinterFailed):
        print_documents(printer, "Uji", [laid_out([paragraph(1)])])


def test_what_ends_the_documents_ends_the_job(tmp_path: Path) -> None:
    def documents() -> Iterator[Document]:
        yield laid_out([paragraph(1)])
        raise InterruptedError

    with pytest.raises(InterruptedError):
        print_documents(printer_into(tmp_path / "out.pdf"), "Uji", documents())


def test_a_printer_that_is_gone_is_named() -> None:
    with pytest.raises(PrinterFailed) as caught:
        printer_named("tiada")

    assert caught.value.printer == "tiada"
