"""What is attached to a letter, on pages of its own."""

from typing import Final

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from assessor.domain.letter import Annex, Letter, Run
from assessor.exchange.letter.empty_document import LIST
from assessor.exchange.letter.writing import CENTRED, RIGHT, Look, add_table, fill, mark_rows, write

HEAD_INDENT: Final = 8.0
"""Centimetres, as the widths."""
HEAD_LABEL: Final = 1.8
TABLE_COLUMNS: Final = (1.1, 9.4, 5.5)
NAME_INDENT: Final = 1.1
BETWEEN_COLUMNS: Final = Cm(0.8)
SMALL: Final = 10
LINE_TO_WRITE_IN: Final = Cm(0.9)


def write_annex(document: WordDocument, letter: Letter, annex: Annex) -> None:
    """Write one annex; the head repeats the letter's own number and date."""
    document.add_section(WD_SECTION.NEW_PAGE)
    write(document, (Run(annex.name),), Look(size=11, indent=HEAD_INDENT))
    look = Look(size=11, indent=HEAD_INDENT + HEAD_LABEL, hanging=HEAD_LABEL)
    for name, value in (("Nomor", letter.number), ("Tanggal", letter.date)):
        write(document, (Run(f": {value}"),), look, name)
    for place, title in enumerate(annex.title):
        look = Look(align=CENTRED, is_bold=True, before=0 if place else 16)
        write(document, title, look)
    write(document, ())
    if annex.names:
        _write_names(document, annex)
    if annex.columns:
        _write_table(document, annex)


def _write_names(document: WordDocument, annex: Annex) -> None:
    document.add_section(WD_SECTION.CONTINUOUS)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), str(BETWEEN_COLUMNS.twips))
    document.element.body.sectPr.append(columns)
    look = Look(size=11, pitch=1.15, indent=NAME_INDENT, hanging=NAME_INDENT)
    for number, name in enumerate(annex.names, start=1):
        write(document, (Run(name),), look, f"{number}.")


def _write_table(document: WordDocument, annex: Annex) -> None:
    table = add_table(document, 1 + len(annex.rows), TABLE_COLUMNS, LIST)
    head, *rows = table.rows
    for cell, words in zip(head.cells, annex.columns, strict=True):
        look = Look(align=CENTRED, size=SMALL, is_bold=True)
        fill(cell.paragraphs[0], (Run(words),), look)
    for row, content in zip(rows, annex.rows, strict=True):
        cells = row.cells
        if content.number is None:
            whole = cells[0].merge(cells[-1])
            heading = Look(size=SMALL, is_bold=True, keeps_with_next=True)
            fill(whole.paragraphs[0], content.text, heading)
            continue
        row.height = LINE_TO_WRITE_IN
        fill(cells[0].paragraphs[0], (Run(f"{content.number}."),), Look(align=RIGHT, size=SMALL))
        fill(cells[1].paragraphs[0], content.text, Look(size=SMALL))
        if content.detail:
            write(cells[1], content.detail, Look(size=SMALL - 1.5))
    mark_rows(document)
