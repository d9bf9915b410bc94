"""An official letter as it stands on paper: what it says, line by line, and nothing of its looks.

The Word document and the printed pages are both made from it, so they cannot say different things.
Letters are Indonesian whatever the language of the window.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from assessor.domain.logo import Logo

FOREIGN: Final = re.compile(
    r"\b(?:smart (?:city|governance|branding|economy|living|society|environment)|baseline|output"
    r"|outcome|impact|quick wins?|improvement|masterplan|e-government|online|e-mail)\b",
    re.IGNORECASE,
)
"""Words of the programme that are not Indonesian; official letters set such words in italics."""
PAIR: Final = 2


class Run(NamedTuple):
    """A stretch of text in one type."""

    text: str
    is_foreign: bool = False


Text: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point, with lettered ones below it."""

    text: Text
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose letter it is."""

    logo: Logo | None
    ministry: str
    directorate: str
    """Like the ministry in capitals."""
    tagline: str
    """"" where the office has none."""
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a list that is attached; a heading spans all columns and has no number."""

    text: Text
    detail: Text = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """What is attached on pages of its own: names in two columns, or a table to fill in."""

    name: str
    """"Lampiran I"."""
    title: tuple[Text, ...]
    names: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """The headings of the table, the last over an empty column; none where there is no table."""
    rows: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter with what is attached to it."""

    letterhead: Letterhead
    number: str
    attachments: str
    """"2 (dua) berkas"."""
    subject: Text
    place: str
    date: str
    """"6 Desember 2022"."""
    addressee: tuple[str, ...]
    """The lines below "Kepada Yth."."""
    opening: Text
    points: tuple[Point, ...]
    remarks: tuple[Text, ...]
    """What holds back from taking the letter for more than it is."""
    closing: Text
    signatory_title: tuple[str, ...]
    signatory: str
    copies: tuple[str, ...]
    """Who gets a copy; none where nobody does."""
    annexes: tuple[Annex, ...]
    marks: tuple[str, ...]
    """Said on every page; none on a letter that is final."""


def runs(text: str) -> Text:
    """Return `text` taken apart where foreign words begin and end."""
    found: list[Run] = []
    end = 0
    for match in FOREIGN.finditer(text):
        found += [Run(text[end : match.start()]), Run(match.group(), is_foreign=True)]
        end = match.end()
    return tuple(one for one in (*found, Run(text[end:])) if one.text)


def plain(text: Text) -> str:
    """Return the words alone."""
    return "".join(run.text for run in text)


def listed(words: Sequence[str]) -> str:
    """Return "a", "a dan b", or "a, b, dan c"."""
    if len(words) <= PAIR:
        return " dan ".join(words)
    return ", ".join(words[:-1]) + f", dan {words[-1]}"


def numbered_items(texts: Sequence[str]) -> tuple[Text, ...]:
    """Return the members of an enumeration as sentences end them: "a;", "b; dan", "c."."""
    last = len(texts) - 1
    endings = {last: ".", last - 1: "; dan"}
    return tuple(runs(text + endings.get(place, ";")) for place, text in enumerate(texts))
