"""Blocks for the tests of pages, and what of them can be read and seen on paper."""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from assessor.domain.paper import Paper
from ui.printing.document import Document, Page, Running, lay_out
from ui.printing.page import PageSetup
from ui.printing.piece import Block
from ui.printing.table import Column, Row, Table
from ui.printing.text import Paragraph

SENTENCE: Final = "Pemerintah daerah menyusun rencana induk kota cerdas bersama warganya. "
PIXELS_PER_MM: Final = 3
WITH_PDFTOTEXT: Final = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


def laid_out(
    blocks: Iterable[Block], paper: Paper = Paper.A4, running: Running | None = None
) -> Document:
    """Lay blocks out with the usual margins."""
    return lay_out("Uji", blocks, PageSetup(paper), running or Running())


def paragraph(sentences: int, *, gap: float = 0.0, keeps_with_next: bool = False) -> Paragraph:
    """Return a paragraph of so many sentences."""
    return Paragraph(SENTENCE * sentences, gap=gap, keeps_with_next=keeps_with_next)


def table(names: Sequence[str]) -> Table:
    """Return a table with a numbered row for each name."""
    rows = tuple(Row((str(number), name)) for number, name in enumerate(names, start=1))
    return Table((Column(width=1000), Column(share=1)), (Row(("No", "Nama")),), rows)


def text_of(content: bytes, folder: Path, *options: str) -> str:
    """Return what can be searched for in a PDF; pages end with a form feed."""
    file = folder / "paper.pdf"
    file.write_bytes(content)
    command = ["pdftotext", *options, "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def image_of(page: Page) -> QImage:
    """Return a page as it is seen."""
    width, height = (round(side * PIXELS_PER_MM / 100) for side in _sides(page))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(PIXELS_PER_MM / 100, PIXELS_PER_MM / 100)
    page.paint(painter)
    painter.end()
    return image


def has_ink(image: QImage, left: float, top: float, right: float, bottom: float) -> bool:
    """Return whether anything is painted in a rectangle given in millimetres."""
    edges = (round(edge * PIXELS_PER_MM) for edge in (left, top, right - left, bottom - top))
    part = image.copy(QRect(*edges))
    blank = QImage(part.size(), part.format())
    blank.fill(QColor("white"))
    return part != blank


def _sides(page: Page) -> tuple[float, float]:
    return page.setup.width, page.setup.height
