"""Papers drawn for a command: no window, no display."""

from typing import Final

from PySide6.QtGui import QFontDatabase, QGuiApplication

from assessor.domain.annex.records import Annex
from assessor.domain.errors import FontMissing
from assessor.domain.letter import Letter
from assessor.domain.paper import Paper
from assessor.domain.summary import ScoreSummary
from ui.printing.annex_pages import annex_pdf
from ui.printing.letter_pages import letter_document
from ui.printing.pdf import pdf_of
from ui.printing.summary_pages import summary_document

WITHOUT_DISPLAY: Final = ("asesor", "-platform", "offscreen")


class CommandPrinting:
    """Keeps Qt alive for as long as a command may print; fits `assessor.cli.printing.Printing`."""

    def __init__(self) -> None:
        """Raises FontMissing."""
        self._qt = QGuiApplication.instance() or QGuiApplication(list(WITHOUT_DISPLAY))
        if not QFontDatabase.families():
            raise FontMissing

    def summary(self, summary: ScoreSummary, paper: Paper) -> bytes:
        """Return the score summary of one region."""
        document = summary_document(summary, paper)
        return pdf_of(document.title, (document,))

    def annex(self, annex: Annex, paper: Paper) -> bytes:
        """Return the annex of the letter."""
        return annex_pdf(annex, paper)

    def letter(self, letter: Letter) -> bytes:
        """Return a letter with what is attached to it."""
        document = letter_document(letter)
        return pdf_of(document.title, (document,))
