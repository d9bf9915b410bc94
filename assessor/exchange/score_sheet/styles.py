"""The looks of the cells, registered once per workbook and named in Indonesian as people see them.

Colours and rules follow the ministry's packet: light blue title band, pale blue headings, thin
blue rules. Arial has a metric twin on every system, so widths hold wherever it is printed.
"""

from enum import StrEnum
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils.indexed_list import IndexedList

FONT: Final = "Arial"
BODY_POINTS: Final = 9
WIDTH_POINTS: Final = 10
"""A digit of Arial 10 is seven pixels wide, which `row_height` counts with."""
SCORE_FORMAT: Final = "[$-421]0.00"
"""Two decimals in the Indonesian locale, whatever the machine's own."""
SHARE_FORMAT: Final = "[$-421]0.0000"
TEXT_FORMAT: Final = "@"
"""Keeps what a person types as typed, too: "=1+1" stays a note."""

INK: Final = "1F2A37"
PAPER: Final = "FFFFFF"
RULE: Final = "7FB0DD"
TITLE_BAND: Final = "BDD7EE"
HEADING: Final = "DDEBF7"
SECTION: Final = "EEF5FB"
INPUT: Final = "FFFBEA"
ALERT_INK: Final = "9C1C1C"
ALERT_BAND: Final = "FBE9E7"
QUIET_INK: Final = "52606D"


class Style(StrEnum):
    """Every look there is."""

    TITLE = "Judul"
    ALERT = "Peringatan"
    LABEL = "Label identitas"
    FACT = "Isi identitas"
    QUIET = "Keterangan"
    HEADER = "Kepala tabel"
    HEADER_UPRIGHT = "Kepala kolom tegak"
    CHAPTER = "Judul bagian"
    SECTION = "Judul dimensi"
    NUMBER = "Nomor"
    GROUP = "Kelompok"
    TEXT = "Teks"
    SCORE = "Nilai"
    SCORE_INPUT = "Nilai (isian)"
    FIGURE = "Angka"
    SHARE = "Kontribusi"
    WEIGHT = "Bobot"
    NOTE = "Catatan"
    NOTE_INPUT = "Catatan (isian)"
    EVIDENCE = "Bukti"
    TOTAL_LABEL = "Label rata-rata"
    TOTAL = "Rata-rata"
    PLAIN = "Uraian"
    PLAIN_INPUT = "Uraian (isian)"
    MACHINE = "Kunci"


def register_styles(workbook: Workbook) -> None:
    """Add every look to a new `workbook`; cells then take one by its name.

    Column widths count digits of the workbook's first font, so it is set before all else;
    openpyxl has no public door to it.
    """
    vars(workbook)["_fonts"] = IndexedList([Font(name=FONT, size=WIDTH_POINTS)])
    for style in (*_headings(), *_table_cells(), *_figures(), *_inputs()):
        workbook.add_named_style(style)


def _font(*, bold: bool = False, size: float = BODY_POINTS, color: str = INK) -> Font:
    return Font(name=FONT, size=size, bold=bold, color=color)


def _fill(color: str) -> PatternFill:
    return PatternFill("solid", start_color=color, end_color=color)


def _aligned(horizontal: str, vertical: str = "top", *, indent: int = 0) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


THIN: Final = Side(style="thin", color=RULE)
RULES: Final = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
SIDES: Final = Border(left=THIN, right=THIN)
TOP_RULE: Final = Border(top=THIN)
OPEN: Final = Protection(locked=False)


def _figure(vertical: str = "top") -> Alignment:
    """Return how figures stand: without indent, which LibreOffice forgets beside another."""
    return Alignment(horizontal="right", vertical=vertical)


def _headings() -> tuple[NamedStyle, ...]:
    bold = _font(bold=True)
    heading = _fill(HEADING)
    return (
        NamedStyle(
            Style.TITLE,
            font=_font(bold=True, size=13),
            fill=_fill(TITLE_BAND),
            alignment=_aligned("center", "center"),
        ),
        NamedStyle(
            Style.ALERT,
            font=_font(bold=True, color=ALERT_INK),
            fill=_fill(ALERT_BAND),
            alignment=_aligned("center", "center"),
        ),
        NamedStyle(Style.LABEL, font=bold, alignment=_aligned("left")),
        NamedStyle(Style.FACT, font=_font(), alignment=_aligned("left"), number_format="@"),
        NamedStyle(Style.QUIET, font=_font(size=8.5, color=QUIET_INK), alignment=_aligned("left")),
        NamedStyle(
            Style.HEADER,
            font=bold,
            fill=heading,
            border=RULES,
            alignment=_aligned("center", "center"),
        ),
        NamedStyle(
            Style.HEADER_UPRIGHT,
            font=bold,
            fill=heading,
            border=RULES,
            alignment=Alignment(horizontal="center", vertical="bottom", text_rotation=90),
        ),
        NamedStyle(
            Style.CHAPTER, font=_font(bold=True, size=11), alignment=_aligned("left", "center")
        ),
        NamedStyle(
            Style.SECTION,
            font=_font(bold=True, size=10),
            fill=_fill(SECTION),
            border=RULES,
            alignment=_aligned("left", "center", indent=1),
        ),
    )


def _table_cells() -> tuple[NamedStyle, ...]:
    body = _font()
    left = _aligned("left", indent=1)
    return (
        NamedStyle(
            Style.NUMBER, font=body, border=RULES, alignment=_aligned("center"), number_format="0"
        ),
        NamedStyle(Style.GROUP, font=body, border=SIDES, alignment=left),
        NamedStyle(Style.TEXT, font=body, border=RULES, alignment=left),
        NamedStyle(
            Style.EVIDENCE, font=_font(size=8), border=RULES, alignment=left, number_format="@"
        ),
        NamedStyle(Style.PLAIN, font=body, alignment=_aligned("left"), number_format=TEXT_FORMAT),
        NamedStyle(Style.MACHINE, font=_font(size=8, color=QUIET_INK), number_format="@"),
    )


def _figures() -> tuple[NamedStyle, ...]:
    body, bold = _font(), _font(bold=True)
    plain, heading = PatternFill(), _fill(HEADING)
    top, centred = _figure(), _figure("center")
    looks = (
        (Style.FIGURE, body, SCORE_FORMAT, plain, top),
        (Style.SHARE, body, SHARE_FORMAT, plain, top),
        (Style.WEIGHT, body, '0"%"', plain, top),
        (Style.TOTAL_LABEL, bold, TEXT_FORMAT, heading, centred),
        (Style.TOTAL, bold, SCORE_FORMAT, heading, centred),
    )
    return tuple(
        NamedStyle(
            name,
            font=font,
            border=RULES,
            alignment=alignment,
            number_format=number_format,
            fill=fill,
        )
        for name, font, number_format, fill, alignment in looks
    )


def _inputs() -> tuple[NamedStyle, ...]:
    """Cells a person may fill: unlocked, and tinted on a blank sheet so that they are found."""
    tint, none = _fill(INPUT), PatternFill()
    left, right = _aligned("left", indent=1), _figure()
    looks = (
        (Style.SCORE, right, SCORE_FORMAT, none),
        (Style.SCORE_INPUT, right, SCORE_FORMAT, tint),
        (Style.NOTE, left, TEXT_FORMAT, none),
        (Style.NOTE_INPUT, left, TEXT_FORMAT, tint),
        (Style.PLAIN_INPUT, left, TEXT_FORMAT, tint),
    )
    return tuple(
        NamedStyle(
            name,
            font=_font(),
            border=RULES,
            alignment=alignment,
            number_format=number_format,
            fill=fill,
            protection=OPEN,
        )
        for name, alignment, number_format, fill in looks
    )
