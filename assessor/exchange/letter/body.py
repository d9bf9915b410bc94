"""The letter itself, from the letterhead to those who get a copy."""

import io
from typing import Final

from docx.document import Document as WordDocument
from docx.shared import Cm

from assessor.domain.letter import Letter, Letterhead, Point, Run, Text
from assessor.exchange.letter.empty_document import HEAD
from assessor.exchange.letter.writing import (
    CENTRED,
    JUSTIFIED,
    RIGHT,
    WIDE,
    Look,
    add_table,
    fill,
    write,
)

LOGO_COLUMN: Final = 2.8
"""All lengths in centimetres."""
LOGO_BOX: Final = (2.3, 2.5)
HEAD_COLUMNS: Final = (LOGO_COLUMN, 13.2)
REFERENCE_COLUMNS: Final = (2.1, 0.4, 7.7, 5.8)
NUMBER_INDENT: Final = 0.75
SIGNATURE_INDENT: Final = 8.0
SIGNATURE_ROOM: Final = 62
"""Points that stay free for the electronic signature."""
BODY: Final = Look(align=JUSTIFIED, pitch=WIDE)


def write_body(document: WordDocument, letter: Letter) -> None:
    """Write everything that comes before the annexes."""
    _write_letterhead(document, letter.letterhead)
    _write_reference(document, letter)
    _write_addressee(document, letter)
    write(document, letter.opening, Look(align=JUSTIFIED, pitch=WIDE, before=10, after=4))
    for number, point in enumerate(letter.points, start=1):
        _write_point(document, number, point)
    for remark in letter.remarks:
        write(document, (Run("Keterangan: "), *remark), Look(align=JUSTIFIED, before=4, size=10.5))
    closing = Look(align=JUSTIFIED, pitch=WIDE, before=4, after=6, keeps_with_next=True)
    write(document, letter.closing, closing)
    _write_signature(document, letter)
    _write_copies(document, letter)


def _write_letterhead(document: WordDocument, head: Letterhead) -> None:
    beside, words = add_table(document, 1, HEAD_COLUMNS).rows[0].cells
    if head.logo is not None:
        width, height = LOGO_BOX
        is_wide = head.logo.width * height > head.logo.height * width
        size = {"width": Cm(width)} if is_wide else {"height": Cm(height)}
        beside.paragraphs[0].add_run().add_picture(io.BytesIO(head.logo.data), **size)
    fill(words.paragraphs[0], (Run(head.ministry),), Look(align=CENTRED, size=14, is_bold=True))
    write(words, (Run(head.directorate),), Look(align=CENTRED, size=12, is_bold=True))
    if head.tagline:
        write(words, (Run(head.tagline),), Look(align=CENTRED, size=10, is_italic=True))
    for line in head.address:
        write(words, (Run(line),), Look(align=CENTRED, size=9))
    rule = write(document, (), Look(size=4, after=8))
    rule.style = HEAD


def _write_reference(document: WordDocument, letter: Letter) -> None:
    """Write number, annexes and subject, with place and date on the line of the number."""
    facts: tuple[tuple[str, Text], ...] = (
        ("Nomor", (Run(letter.number),)),
        ("Lampiran", (Run(letter.attachments),)),
        ("Hal", letter.subject),
    )
    table = add_table(document, len(facts), REFERENCE_COLUMNS)
    for row, (name, text) in zip(table.rows, facts, strict=True):
        label, colon, value, _date = row.cells
        fill(label.paragraphs[0], (Run(name),))
        fill(colon.paragraphs[0], (Run(":"),))
        fill(value.paragraphs[0], text)
    date = table.rows[0].cells[-1].paragraphs[0]
    fill(date, (Run(f"{letter.place}, {letter.date}"),), Look(align=RIGHT))


def _write_addressee(document: WordDocument, letter: Letter) -> None:
    for place, line in enumerate(("Kepada Yth.", *letter.addressee)):
        write(document, (Run(line),), Look(before=14 if place == 0 else 0))


def _write_point(document: WordDocument, number: int, point: Point) -> None:
    look = Look(align=JUSTIFIED, pitch=WIDE, indent=NUMBER_INDENT, hanging=NUMBER_INDENT)
    write(document, point.text, look, f"{number}.")
    deeper = Look(align=JUSTIFIED, pitch=WIDE, indent=2 * NUMBER_INDENT, hanging=NUMBER_INDENT)
    for letter, item in zip("abcdefghijklmnopqrstuvwxyz", point.items, strict=False):
        write(document, item, deeper, f"{letter}.")


def _write_signature(document: WordDocument, letter: Letter) -> None:
    for line in letter.signatory_title:
        write(document, (Run(line),), Look(indent=SIGNATURE_INDENT, keeps_with_next=True))
    name = Look(indent=SIGNATURE_INDENT, before=SIGNATURE_ROOM)
    write(document, (Run(letter.signatory),), name)


def _write_copies(document: WordDocument, letter: Letter) -> None:
    if not letter.copies:
        return
    write(document, (Run("Tembusan Yth:"),), Look(before=14, size=11, keeps_with_next=True))
    for number, line in enumerate(letter.copies, start=1):
        look = Look(size=11, indent=NUMBER_INDENT, hanging=NUMBER_INDENT)
        write(document, (Run(line),), look, f"{number}.")
