"""Tables for other programs and for rich text: HTML, and text with tabs."""

from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QMimeData

from ui.widgets.words_table import Table

_APART: Final = 'style="margin-top: 8px; margin-bottom: 8px"'
_FORMULAS: Final = ("=", "+", "-", "@")
_BREAKS: Final = str.maketrans({"\t": " ", "\r": " ", "\n": " "})


def html_table(table: Table) -> str:
    """Return a table with rules, figures at the right."""
    heading = "".join(_cell("th", text, place, table) for place, text in enumerate(table.headings))
    rows = (
        "".join(_cell("td", text, place, table) for place, text in enumerate(row))
        for row in table.rows
    )
    body = "".join(f"<tr>{row}</tr>" for row in (heading, *rows))
    return f'<table border="1" cellspacing="0" cellpadding="4" {_APART}>{body}</table>'


def tabbed_text(table: Table) -> str:
    """Return a line for the headings and one for each row, cells divided by tabs."""
    rows = (table.headings, *table.rows)
    return "".join("\t".join(text.translate(_BREAKS) for text in row) + "\n" for row in rows)


def clipboard_table(table: Table) -> QMimeData:
    """Return what other programs paste: a table for word processors, cells for spreadsheets."""
    plain = replace(table, rows=tuple(_plain(row, table.left) for row in table.rows))
    content = QMimeData()
    content.setText(tabbed_text(plain))
    content.setHtml(f'<meta charset="utf-8">{html_table(plain)}')
    return content


def _plain(row: tuple[str, ...], words: frozenset[int]) -> tuple[str, ...]:
    """Keep words that begin like a formula from becoming one in a spreadsheet."""
    return tuple(
        f"'{text}" if place in words and text.startswith(_FORMULAS) else text
        for place, text in enumerate(row)
    )


def _cell(tag: str, text: str, place: int, table: Table) -> str:
    side = "left" if place in table.left else "right"
    return f'<{tag} align="{side}">{escape(text)}</{tag}>'
