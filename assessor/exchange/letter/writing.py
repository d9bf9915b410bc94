"""Paragraphs and tables: the few ways in which a letter sets its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from assessor.domain.letter import Text
from assessor.exchange.letter.empty_document import BARE

LEFT: Final = WD_ALIGN_PARAGRAPH.LEFT
RIGHT: Final = WD_ALIGN_PARAGRAPH.RIGHT
CENTRED: Final = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFIED: Final = WD_ALIGN_PARAGRAPH.JUSTIFY
WIDE: Final = 1.5
"""The pitch of lines in the body of a letter."""
ALERT: Final = "9C1C1C"


class Holder(Protocol):
    """What takes paragraphs: a document, a cell, a header."""

    def add_paragraph(self) -> Paragraph:
        """Return a new paragraph at the end."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: sizes and gaps in points, indents in centimetres."""

    align: WD_ALIGN_PARAGRAPH = LEFT
    pitch: float = 1.0
    before: float = 0
    after: float = 0
    size: float | None = None
    is_bold: bool = False
    is_italic: bool = False
    colour: str = ""
    """Six hexadecimal digits."""
    indent: float = 0
    hanging: float = 0
    """By how much the first line begins further left, for its number."""
    keeps_with_next: bool = False


PLAIN: Final = Look()


def write(holder: Holder, text: Text, look: Look = PLAIN, mark: str = "") -> Paragraph:
    """Add a paragraph; `mark` is the number that stands in front of its first line."""
    return fill(holder.add_paragraph(), text, look, mark)


def fill(paragraph: Paragraph, text: Text, look: Look = PLAIN, mark: str = "") -> Paragraph:
    """Set an empty paragraph."""
    layout = paragraph.paragraph_format
    paragraph.alignment = look.align
    layout.line_spacing = look.pitch
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.left_indent = Cm(look.indent)
    layout.first_line_indent = Cm(-look.hanging)
    layout.keep_with_next = look.keeps_with_next
    if mark:
        add_run(paragraph, f"{mark}\t", look)
        layout.tab_stops.add_tab_stop(Cm(look.indent))
    for run in text:
        add_run(paragraph, run.text, look, is_foreign=run.is_foreign)
    return paragraph


def add_run(paragraph: Paragraph, text: str, look: Look, *, is_foreign: bool = False) -> None:
    """Add text at the end of a paragraph."""
    run = paragraph.add_run(text)
    run.bold, run.italic = look.is_bold or None, (look.is_italic or is_foreign) or None
    if look.size is not None:
        run.font.size = Pt(look.size)
    if look.colour:
        run.font.color.rgb = RGBColor.from_string(look.colour)


def add_table(
    document: WordDocument, rows: int, widths: Sequence[float], style: str = BARE
) -> Table:
    """Add a table of fixed widths, in centimetres."""
    table: Table = document.add_table(rows, len(widths), style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word fills in, such as the number of the page."""
    run = paragraph.add_run()
    for kind in ("begin", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run.element.append(mark)
        if kind == "begin":
            words = OxmlElement("w:instrText")
            words.text = instruction
            run.element.append(words)


def mark_rows(document: WordDocument) -> None:
    """Have the table added last repeat its first row, and divide no row between two pages."""
    table = document.element.body.xpath("./w:tbl")[-1]
    for place, row in enumerate(table.tr_lst):
        facts = row.get_or_add_trPr()
        facts.append(OxmlElement("w:cantSplit"))
        if place == 0:
            facts.append(OxmlElement("w:tblHeader"))
