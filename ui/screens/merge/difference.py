"""Two texts as their difference: words marked by signs as well as by colour."""

import difflib
import html
import re
from collections.abc import Iterator
from typing import Final

from ui.theme import Status, status_colour

PIECES: Final = re.compile(r"\s+|\w+|[^\w\s]")


def difference_html(old: str, new: str) -> str:
    """Return `new` as HTML: what was added as [+…+], what was removed as [−…−], both coloured."""
    return "".join(_shown(kind, text) for kind, text in differences(old, new))


def differences(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield pieces of both texts in order: "" for what is in both, "+" for new, "−" for gone."""
    before, after = PIECES.findall(old), PIECES.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield "", "".join(before[first:last])
            continue
        if last > first:
            yield "−", "".join(before[first:last])
        if end > start:
            yield "+", "".join(after[start:end])


def _shown(kind: str, text: str) -> str:
    safe = html.escape(text).replace("\n", "<br>")
    if not kind:
        return safe
    status, tag = (Status.DONE, "b") if kind == "+" else (Status.PROBLEM, "s")
    colour = status_colour(status).name()
    return f'<span style="color: {colour}">[{kind}<{tag}>{safe}</{tag}>{kind}]</span>'
