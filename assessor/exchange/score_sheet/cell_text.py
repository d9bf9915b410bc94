"""Text into cells and back, to the letter."""

import re
from typing import Final

LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED_UNDERSCORE: Final = "_x005F_"


def escaped(text: str) -> str:
    """Return `text` so that a spreadsheet shows just that.

    Spreadsheets take "_x000D_" for an escaped character (ECMA-376, ST_Xstring), so an underscore
    that begins such a sequence is escaped itself. openpyxl keeps the white space at the ends of
    a text, but not a text of nothing else: its first character is escaped to hold the rest.
    """
    safe = LOOKS_ESCAPED.sub(ESCAPED_UNDERSCORE, text)
    if safe and not safe.strip():
        return f"_x{ord(safe[0]):04X}_{safe[1:]}"
    return safe
