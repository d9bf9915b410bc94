"""A letter as pages, with the same words and much the same looks as its Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from assessor.domain.letter import Annex, Letter, Letterhead, Run, Text, plain
from assessor.domain.logo import Logo
from assessor.domain.paper import Paper
from ui.printing.columns import TwoColumns
from ui.printing.document import Document, Page, Running, lay_out
from ui.printing.page import Margins, PageSetup, mm, points
from ui.printing.piece import Beside, Block, Drawing
from ui.printing.style import BLACK, LETTERHEAD, TextStyle
from ui.printing.table import Cell, Column, Row, Table
from ui.printing.text import CENTRED, JUSTIFIED, RIGHT, Paragraph, Span

SINGLE: Final = 1.15
"""Word's line is as high as the font asks for; this is what Arial asks for."""
WIDE: Final = 1.5 * SINGLE
SETUP: Final = PageSetup(
    Paper.A4, margins=Margins(left=mm(30), top=mm(20), right=mm(20), bottom=mm(25))
)
PLAIN: Final = TextStyle(size=12, ink=BLACK, leading=SINGLE)
BODY: Final = TextStyle(size=12, ink=BLACK, leading=WIDE, align=JUSTIFIED)
REMARK: Final = replace(BODY, size=10.5, leading=SINGLE)
SMALL: Final = replace(PLAIN, size=11)
LIST: Final = replace(PLAIN, size=10)
LOGO_BOX: Final = (mm(23), mm(25))
HEAD_SHARES: Final = (28, 132)
REFERENCE_SHARES: Final = (21, 4, 77, 58)
NUMBER_INDENT: Final = mm(7.5)
SIGNATURE_INDENT: Final = mm(80)
SIGNATURE_ROOM: Final = points(62)
ANNEX_HEAD: Final = (mm(80), mm(98))
"""Where the head of an annex begins, and what follows its labels."""
LINE_TO_WRITE_IN: Final = mm(9)


def letter_document(letter: Letter) -> Document:
    """Return the pages of a letter and its annexes, numbered through; safe in any thread."""
    title, running = plain(letter.subject), Running(stamp=" · ".join(letter.marks))
    parts = [_body(letter), *(_annex(letter, annex) for annex in letter.annexes)]
    pages = [page for blocks in parts for page in lay_out(title, blocks, SETUP, running).pages]
    return Document(title, tuple(_numbered(pages)))


def _numbered(pages: Sequence[Page]) -> Iterator[Page]:
    for number, page in enumerate(pages, start=1):
        yield replace(page, number=number, total=len(pages))


def _body(letter: Letter) -> Iterator[Block]:
    yield from _letterhead(letter.letterhead)
    yield from _reference(letter)
    for place, line in enumerate(("Kepada Yth.", *letter.addressee)):
        yield Paragraph(line, PLAIN, gap=0 if place else points(14))
    yield Paragraph(_spans(letter.opening), BODY, gap=points(10))
    yield from _points(letter)
    for remark in letter.remarks:
        text = _spans((Run("Keterangan: "), *remark))
        yield Paragraph(text, REMARK, gap=points(4))
    yield Paragraph(_spans(letter.closing), BODY, gap=points(4), keeps_with_next=True)
    yield from _signature(letter)
    yield from _copies(letter)


def _letterhead(head: Letterhead) -> Iterator[Block]:
    centred = replace(PLAIN, align=CENTRED)
    words = [
        Paragraph(head.ministry, replace(centred, size=14, is_bold=True)),
        Paragraph(head.directorate, replace(centred, is_bold=True)),
    ]
    if head.tagline:
        words.append(Paragraph(head.tagline, replace(centred, size=10, is_italic=True)))
    words += [Paragraph(line, replace(centred, size=9)) for line in head.address]
    beside = [] if head.logo is None else [_logo(head.logo)]
    yield Beside((beside, words), HEAD_SHARES, between=0)
    yield Drawing(mm(1), _paint_rule, gap=mm(2))


def _logo(logo: Logo) -> Block:
    """Return the picture at the left, as large as its box lets it be."""
    picture = QImage.fromData(logo.data)
    scale = min(LOGO_BOX[0] / logo.width, LOGO_BOX[1] / logo.height)
    width, height = logo.width * scale, logo.height * scale

    def paint(painter: QPainter, room: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(room.left(), room.top(), width, height), picture)

    return Drawing(height, paint)


def _paint_rule(painter: QPainter, room: QRectF) -> None:
    painter.fillRect(QRectF(room.left(), room.top(), room.width(), mm(0.8)), QColor(LETTERHEAD))


def _reference(letter: Letter) -> Iterator[Block]:
    facts: tuple[tuple[str, Text], ...] = (
        ("Nomor", (Run(letter.number),)),
        ("Lampiran", (Run(letter.attachments),)),
        ("Hal", letter.subject),
    )
    for place, (name, text) in enumerate(facts):
        date = "" if place else f"{letter.place}, {letter.date}"
        stacks = (
            [Paragraph(name, PLAIN)],
            [Paragraph(":", PLAIN)],
            [Paragraph(_spans(text), PLAIN)],
            [Paragraph(date, replace(PLAIN, align=RIGHT))],
        )
        yield Beside(stacks, REFERENCE_SHARES, between=0, gap=0 if place else mm(3))


def _points(letter: Letter) -> Iterator[Block]:
    for number, point in enumerate(letter.points, start=1):
        yield Paragraph(_spans(point.text), BODY, indent=NUMBER_INDENT, mark=f"{number}.")
        for sign, item in zip("abcdefghijklmnopqrstuvwxyz", point.items, strict=False):
            below = Paragraph(_spans(item), BODY, indent=NUMBER_INDENT, mark=f"{sign}.")
            rest = SETUP.content.width() - NUMBER_INDENT
            yield Beside(([], [below]), (NUMBER_INDENT, rest), between=0)


def _signature(letter: Letter) -> Iterator[Block]:
    for place, line in enumerate(letter.signatory_title):
        yield Paragraph(
            line,
            PLAIN,
            indent=SIGNATURE_INDENT,
            gap=0 if place else points(6),
            keeps_with_next=True,
        )
    yield Paragraph(letter.signatory, PLAIN, indent=SIGNATURE_INDENT, gap=SIGNATURE_ROOM)


def _copies(letter: Letter) -> Iterator[Block]:
    if letter.copies:
        yield Paragraph("Tembusan Yth:", SMALL, gap=points(14), keeps_with_next=True)
    for number, line in enumerate(letter.copies, start=1):
        yield Paragraph(line, SMALL, indent=NUMBER_INDENT, mark=f"{number}.")


def _annex(letter: Letter, annex: Annex) -> Iterator[Block]:
    left, labels = ANNEX_HEAD[0], ANNEX_HEAD[1] - ANNEX_HEAD[0]
    width = SETUP.content.width()
    facts = (("Nomor", letter.number), ("Tanggal", letter.date))
    head = [
        Paragraph(annex.name, SMALL),
        *(Paragraph(f": {value}", SMALL, indent=labels, mark=name) for name, value in facts),
    ]
    yield Beside(([], head), (left, width - left), between=0)
    for place, title in enumerate(annex.title):
        look = replace(PLAIN, align=CENTRED, is_bold=True)
        yield Paragraph(_spans(title), look, gap=0 if place else points(16), keeps_with_next=True)
    if annex.names:
        yield _names(annex.names)
    if annex.columns:
        yield _table(annex)


def _names(names: Sequence[str]) -> Block:
    look = replace(SMALL, leading=SINGLE * 1.15)
    numbered = [
        Paragraph(name, look, indent=mm(11), mark=f"{number}.")
        for number, name in enumerate(names, start=1)
    ]
    return TwoColumns(tuple(numbered), between=mm(8), gap=points(14))


def _table(annex: Annex) -> Block:
    columns = (Column(width=mm(11), align=RIGHT), Column(share=1), Column(width=mm(55)))
    head = Row(tuple(Cell(words, align=CENTRED) for words in annex.columns))
    rows = []
    for row in annex.rows:
        if row.number is None:
            heading = Cell(_spans(row.text), columns=3, align=Qt.AlignmentFlag.AlignLeft)
            rows.append(Row((heading,), is_bold=True, keeps_with_next=True))
        else:
            detail = (Run("\n"), *row.detail) if row.detail else ()
            words = Cell(_spans((*row.text, *detail)))
            rows.append(Row((f"{row.number}.", words, ""), least_height=LINE_TO_WRITE_IN))
    return Table(columns, (head,), tuple(rows), style=LIST, gap=points(14))


def _spans(text: Text) -> tuple[Span, ...]:
    return tuple(Span(run.text, is_italic=run.is_foreign) for run in text)
