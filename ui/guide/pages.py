"""The pages of the guide: Markdown in resources/guide, the same chapters in every language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resources import resource

CHAPTERS: Final = ("start", "assessor", "lead", "staff", "common")
"""Names of the files, in the order they are read; "start" leads to the others."""

ANCHOR: Final = re.compile(r'<a id="([a-z-]+)"></a>')
"""A line before a heading; every language gives a section the same one."""
HEADING: Final = re.compile(r"(#{1,3}) (.+)")
PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(images/[a-z-]+\.png\)")
SIGNS: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`|]")
"""What Markdown says by signs: the words of a link stay."""
PICTURE_NAME: Final = re.compile(r"[a-z-]+")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    anchor: str
    """"" for the title of the page."""
    title: str
    text: str
    """As it is read, the title first, without signs and pictures."""


@dataclass(frozen=True, slots=True)
class Page:
    """One chapter in one language."""

    chapter: str
    markdown: str
    """Without the lines that hold anchors."""
    sections: tuple[Section, ...]
    """In the order of the headings, the title of the page first."""

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.sections[0].title


def read_page(chapter: str, language: str) -> Page:
    """Return a chapter of `CHAPTERS` in "id" or "en"."""
    text = resource("guide", language, f"{chapter}.md").read_text(encoding="utf-8")
    lines = text.splitlines()
    shown = "\n".join(line for line in lines if not ANCHOR.fullmatch(line))
    return Page(chapter, shown, tuple(_sections(lines)))


def read_picture(name: str, language: str) -> bytes | None:
    """Return a picture of the guide as PNG; None where there is none of that name."""
    if not PICTURE_NAME.fullmatch(name):
        return None
    picture = resource("guide", language, "images", f"{name}.png")
    return picture.read_bytes() if picture.is_file() else None


def _sections(lines: list[str]) -> Iterator[Section]:
    anchor, title, text = "", "", list[str]()
    for line in lines:
        if found := ANCHOR.fullmatch(line):
            if title:
                yield Section(anchor, title, " ".join(text))
            anchor, title = found[1], ""
        elif heading := HEADING.fullmatch(line):
            title, text = heading[2], [heading[2]]
        else:
            text.append(SIGNS.sub(r"\1", PICTURE.sub("", line)))
    yield Section(anchor, title, " ".join(text))
