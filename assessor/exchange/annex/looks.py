"""How the tables of the annex look: blue headings, banded rows, thin blue rules, Arial."""

from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

FONT: Final = "Arial"
POINTS: Final = 9
TITLE_POINTS: Final = 12
FIGURE_FORMAT: Final = "[$-421]0.00"
"""Two decimals in the Indonesian locale, whatever the machine's own."""
NUMBER_FORMAT: Final = "0"
TEXT_FORMAT: Final = "@"

INK: Final = "1F2A37"
HEADING_INK: Final = "FFFFFF"
HEADING_FILL: Final = "1F5C99"
BAND_FILL: Final = "E8F1FA"
RULE: Final = "7FB0DD"
ALERT_INK: Final = "9C1C1C"

THIN: Final = Side(style="thin", color=RULE)
RULES: Final = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEADING: Final = PatternFill("solid", start_color=HEADING_FILL, end_color=HEADING_FILL)
BAND: Final = PatternFill("solid", start_color=BAND_FILL, end_color=BAND_FILL)
NO_BAND: Final = PatternFill()
PLAIN: Final = Font(name=FONT, size=POINTS, color=INK)
BOLD: Final = Font(name=FONT, size=POINTS, bold=True, color=INK)
ON_BLUE: Final = Font(name=FONT, size=POINTS, bold=True, color=HEADING_INK)
TITLE: Final = Font(name=FONT, size=TITLE_POINTS, bold=True, color=INK)
ALERT: Final = Font(name=FONT, size=POINTS, bold=True, color=ALERT_INK)

LEFT: Final = Alignment(horizontal="left", vertical="center", wrap_text=True)
NAME: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
CENTRE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
PARAGRAPH: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
