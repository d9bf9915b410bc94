"""The XML of one page, brought into the one form that the rest of the reader relies on.

What spreadsheets write is nearly always in that form already, which a few searches over the bytes
show. Anything else (prefixed names, cells without addresses, comments, cells far away) is parsed
once, cell by cell, and written anew, so that every later look at the page sees the same cells.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assessor.exchange.score_sheet.plain_page import PageRefused, Range, rewritten

SMALL: Final = 256 * 1024
"""Bytes of a page that cannot hold many rows; larger ones are counted first."""
MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 200_000
MOST_MERGED: Final = 200_000
"""Cells under merged ranges, each range at least one."""
OPEN: Final = b"<sheetData>"
CLOSE: Final = b"</sheetData>"
END: Final = b"</worksheet>"
NEAR: Final = re.compile(rb'<c(?: r="(A?[A-Z](?:1[0-9]{3}|[1-9][0-9]{0,2}))")?')
"""A cell with its address, "" where that does not come first or is not in the columns and rows
that are read."""
SHARED_TEXT: Final = b't="s"'
BROKEN_INDEX: Final = re.compile(rb't="s"[^<>]*>(?!<v>[0-9]{1,9}</v>)')
"""A shared text that is not simply numbered: the parser would take the first text for it."""
NEW_ERROR: Final = re.compile(
    rb'(t="e"[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?)<v>'
    rb"(?!#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)</v>)[^<]*</v>"
)
MERGED: Final = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
PREFIXED: Final = re.compile(rb":c[> ]")
TWO_VALUES: Final = b"</v><v"
ERROR_TYPE: Final = b't="e"'
ERROR: Final = b'"e"'
FORMULA: Final = re.compile(rb"<f[ />]")
HEAD: Final = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
TAIL: Final = CLOSE + END


@dataclass(frozen=True, slots=True)
class PageXml:
    """The cells of a page as XML, and what is said about them elsewhere in it."""

    xml: bytes
    """A whole worksheet, in which every cell with a value is told by its bytes alone."""
    merged: tuple[Range, ...]
    is_computed: bool
    """Whether a cell holds a formula or an error value."""
    left_out: tuple[str, ...]
    """Addresses of cells that stand too far away to be read, the first of them."""


def page_xml(content: bytes) -> PageXml:
    """Return a page in the plain form; raises PageRefused where it cannot be one.

    Rows are read to 1999 and columns to AZ.
    """
    if len(content) > SMALL and _is_crowded(content):
        raise PageRefused("rows")
    start, end = content.find(OPEN), content.rfind(CLOSE)
    # The first mention must be the plain one: the parser takes the first, however it is spelt.
    is_first = start >= 0 and content.find(OPEN[1:-1]) == start + 1
    if not is_first or end < start or not content.rstrip().endswith(END):
        return _parsed(content)
    merged = MERGED.findall(content, end)
    has_errors = ERROR in content
    if not _is_plain(content, start, end, has_errors=has_errors) or len(merged) != content.count(
        b"mergeCell ", end
    ):
        return _parsed(content)
    ranges = tuple(map(_range, merged))
    is_computed = has_errors or _has_formula(content, start, end)
    return _bounded(PageXml(content, ranges, is_computed, ()))


def with_known_errors(page: PageXml) -> bytes:
    """Return a page whose error values are all known to the parser, which stumbles over new ones.

    Which cells hold errors, and which, is told by the page as it was.
    """
    return NEW_ERROR.sub(rb"\1<v>#N/A</v>", page.xml) if page.is_computed else page.xml


def _is_plain(content: bytes, start: int, end: int, *, has_errors: bool) -> bool:
    """Return whether every cell has its address first, each once, and none stands far away."""
    addresses = NEAR.findall(content, start, end)
    return (
        b"" not in (once := set(addresses))
        and len(once) == len(addresses)
        and not (b"!" in content and b"<!" in content)
        and not (b"'" in content and b"'e'" in content)
        and TWO_VALUES not in content
        and not (b":c" in content and PREFIXED.search(content))
        and not (SHARED_TEXT in content and BROKEN_INDEX.search(content))
        and not (has_errors and content.count(ERROR) != content.count(ERROR_TYPE))
    )


def _parsed(content: bytes) -> PageXml:
    page = rewritten(content)
    is_computed = ERROR in page.rows or _has_formula(page.rows, 0, len(page.rows))
    return _bounded(PageXml(HEAD + page.rows + TAIL, page.merged, is_computed, page.left_out))


def _has_formula(content: bytes, start: int, end: int) -> bool:
    # A plain search is many times faster, and mostly finds nothing to look at closer.
    is_likely = content.find(b"<f", start, end) >= 0
    return is_likely and FORMULA.search(content, start, end) is not None


@lru_cache(maxsize=1000)
def _range(ends: tuple[bytes, bytes, bytes, bytes]) -> Range:
    """Return a merged range; the sheets of one instrument have nearly the same ones."""
    return Range.of(*(one.decode("ascii") for one in ends))


def _bounded(page: PageXml) -> PageXml:
    if sum(max(one.cells, 1) for one in page.merged) > MOST_MERGED:
        raise PageRefused("mergeCell")
    return page


def _is_crowded(content: bytes) -> bool:
    rows = content.count(b"<row") + content.count(b":row")
    cells = content.count(b"<c ") + content.count(b":c ")
    return rows > MOST_ROWS or cells > MOST_CELLS
