"""A letter into a Word file, whole or not at all."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Final

from docx.section import Section
from docx.shared import Cm

from assessor.domain.letter import Letter, Run, plain
from assessor.exchange.letter.annexes import write_annex
from assessor.exchange.letter.body import write_body
from assessor.exchange.letter.empty_document import empty_document
from assessor.exchange.letter.writing import ALERT, RIGHT, Look, add_field, fill
from assessor.exchange.whole_file import whole_file

LEFT_MARGIN, RIGHT_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 3.0, 2.0, 2.0, 2.5
"""Centimetres."""
EDGE: Final = Cm(1.0)


def put_letter(letter: Letter, path: Path, now: dt.datetime) -> None:
    """Write `letter` to `path`. Raises NotWritable, DiskFull."""
    document = empty_document(plain(letter.subject), now)
    _set_up(document.sections[0], letter)
    write_body(document, letter)
    for annex in letter.annexes:
        write_annex(document, letter, annex)
    # Packed in memory: an archive that the disk breaks off complains once more when it is dropped.
    packed = BytesIO()
    document.save(packed)
    with whole_file(path) as part:
        part.write_bytes(packed.getvalue())


def _set_up(section: Section, letter: Letter) -> None:
    """Set margins, and what stands on every page; later sections take it over."""
    section.left_margin, section.right_margin = Cm(LEFT_MARGIN), Cm(RIGHT_MARGIN)
    section.top_margin, section.bottom_margin = Cm(TOP_MARGIN), Cm(BOTTOM_MARGIN)
    section.header_distance = section.footer_distance = EDGE
    if letter.marks:
        mark = Look(align=RIGHT, size=11, is_bold=True, colour=ALERT)
        fill(section.header.paragraphs[0], (Run(" · ".join(letter.marks)),), mark)
    footer = section.footer.paragraphs[0]
    footer.add_run("Halaman ")
    add_field(footer, "PAGE")
    footer.add_run(" dari ")
    add_field(footer, "NUMPAGES")
