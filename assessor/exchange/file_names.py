"""Names of files that every system takes and that people can tell apart."""

import re
import unicodedata
from typing import Final

LONGEST_PART: Final = 40
"""Characters of one part; the whole then stays far below any system's limit."""
NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9]+")


def plain_part(text: str) -> str:
    """Return `text` in plain letters, digits and hyphens: "Bèrau Jaya" is "Berau-Jaya"."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return NOT_IN_NAMES.sub("-", letters)[:LONGEST_PART].strip("-")


def year_part(year: int, stage: str) -> str:
    """Return the year with its stage, "2022-Tahap-I"."""
    return "-".join(part for part in (str(year), plain_part(stage)) if part)
