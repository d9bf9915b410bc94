"""The pages of the annex: the same tables as in the workbook, across the paper."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from assessor.domain.annex.records import Annex, AnnexPage, AnnexTable, Cell
from assessor.domain.annex.wording import ABSENT, PROVISIONAL, REMARK
from assessor.domain.figures import show
from assessor.domain.paper import Paper
from assessor.domain.paper_words import PROVISIONAL as STAMP
from ui.printing.document import Document, Running, lay_out
from ui.printing.page import Margins, PageSetup, mm
from ui.printing.pdf import pdf_of
from ui.printing.piece import Block
from ui.printing.style import ALERT, BAND, SECTION, TextStyle
from ui.printing.table import Cell as PaperCell
from ui.printing.table import Column, Row, Table
from ui.printing.text import CENTRED, Paragraph

NUMBER: Final = mm(12)
LETTER: Final = mm(2.1)
"""A capital of a heading, on the wide side; no word of it is broken."""
BESIDE: Final = mm(3)
"""What a column has left and right of its heading, together."""
NAME_SHARE: Final = 2
REMARK_SHARE: Final = 1
MARGINS: Final = Margins(left=mm(13), right=mm(13))
HEAD_SHARES: Final = (65, 35)
BODY: Final = TextStyle(size=8)
TITLE: Final = TextStyle(size=11, is_bold=True, align=CENTRED)
WARNING: Final = TextStyle(size=8.5, is_bold=True, align=CENTRED, ink=ALERT)
BOLD: Final = TextStyle(size=8.5, is_bold=True)


def annex_pdf(annex: Annex, paper: Paper) -> bytes:
    """Return the annex as one PDF; safe in any thread."""
    return pdf_of(annex.title, annex_documents(annex, paper))


def annex_documents(annex: Annex, paper: Paper) -> tuple[Document, ...]:
    """Return each page of the annex as a document with page numbers of its own."""
    return tuple(page_document(page, paper) for page in annex.pages)


def page_document(page: AnnexPage, paper: Paper) -> Document:
    """Return one table with its head, heading on every sheet; safe in any thread."""
    running = Running(
        header=" – ".join(page.head[:2]),
        footer=" ".join(page.title[-2:]),
        stamp=STAMP if PROVISIONAL in page.warnings else "",
    )
    setup = PageSetup(paper, is_landscape=True, margins=MARGINS)
    return lay_out(f"{page.name} – {page.title[-1]}", _blocks(page), setup, running)


def _blocks(page: AnnexPage) -> Iterator[Block]:
    left, right = (Column(share=share) for share in HEAD_SHARES)
    head = (Row(("", "\n".join(page.head))),)
    yield Table((left, right), (), head, TextStyle(size=9), is_ruled=False)
    for line in page.title:
        yield Paragraph(line, TITLE, gap=mm(3) if line == page.title[0] else 0)
    for line in page.warnings:
        yield Paragraph(line, WARNING, gap=mm(1))
    yield _table(page.table)
    for line in page.remarks:
        yield Paragraph(line, BODY, gap=mm(2))
    if page.absent.rows:
        yield Paragraph(ABSENT, BOLD, gap=mm(5), keeps_with_next=True)
        yield _table(page.absent)


def _table(table: AnnexTable) -> Table:
    heads = [table.headings, *([table.weights] if table.weights else [])]
    return Table(
        columns=tuple(_column(place, text) for place, text in enumerate(table.headings)),
        head=tuple(
            Row(tuple(PaperCell(text, align=CENTRED) for text in one), fill=BAND) for one in heads
        ),
        rows=tuple(
            Row(tuple(map(_shown, row)), fill=SECTION if number % 2 else "")
            for number, row in enumerate(table.rows)
        ),
        style=BODY,
        gap=mm(3),
    )


def _column(place: int, heading: str) -> Column:
    if place == 1:
        return Column(share=NAME_SHARE)
    if heading == REMARK:
        return Column(share=REMARK_SHARE)
    longest = max(map(len, heading.split()))
    return Column(max(NUMBER, LETTER * longest + BESIDE), align=CENTRED)


def _shown(cell: Cell) -> str:
    return show(cell) if isinstance(cell, Decimal) else str(cell)
