"""Where the parts of a workbook stand in its container, found by relations as ECMA-376 has it."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

from assessor.domain.errors import SheetRefused
from assessor.exchange.score_sheet.reading import SheetRefusal

LARGEST_INDEX: Final = 1024 * 1024
"""Bytes of a part that only lists others."""
SMALL: Final = 256 * 1024
REPEATED: Final = 16 * 1024
"""Bytes of a part that may stand in many files to the letter, such as their styles."""
DEEPEST: Final = 64
LARGEST_READ: Final = 24 * 1024 * 1024
"""Bytes of all parts that are read; a sheet whose every note fills its cell has ten million."""
MOST_PAGES: Final = 64
ROOT_RELATIONS: Final = "_rels/.rels"
CONTENT_TYPES: Final = "[content_types].xml"
USUAL_WORKBOOK: Final = "xl/workbook.xml"
DECLARATION: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
ENCODING: Final = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])""", re.IGNORECASE)
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
MACRO_PART: Final = "vbaproject.bin"
MACRO_PAGE: Final = "Macrosheet"
MACRO_TYPE: Final = b"macroEnabled"
EXTERNAL_PART: Final = "externallinks/"
OTHER_WORKBOOKS: Final = {"xl/workbook.bin": ".xlsb", "content.xml": ".ods"}
TRUE: Final = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """Names of the parts that are read; "" where there is none."""

    pages: tuple[tuple[str, str], ...]
    """Tab name and part, in the order of the tabs."""
    shared_texts: str
    styles: str
    counts_from_1904: bool


class PartReader:
    """Gives parts by name, whatever their capitals, after looking for what must not be parsed."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._read = 0
        self._names = {name.lower(): name for name in archive.namelist()}
        if len(self._names) != len(archive.namelist()):
            raise SheetRefused(path, SheetRefusal.DAMAGED)

    def refuse(self, reason: SheetRefusal, found: str = "") -> SheetRefused:
        """Return the refusal of this file."""
        return SheetRefused(self._path, reason, found)

    def has(self, part: str) -> bool:
        """Return whether the container holds a part."""
        return part.lower() in self._names

    def any_named(self, piece: str) -> bool:
        """Return whether any part bears `piece`, in small letters, in its name."""
        return any(piece in name for name in self._names)

    def read(self, part: str) -> bytes:
        """Return the XML of a part in UTF-8, without declarations that a parser would follow."""
        if not self.has(part):
            raise self.refuse(SheetRefusal.DAMAGED, part)
        name = self._names[part.lower()]
        self._read += self._archive.getinfo(name).file_size
        if self._read > LARGEST_READ:
            raise self.refuse(SheetRefusal.UNSAFE, f"> {LARGEST_READ}")
        content = self._archive.read(name).removeprefix(BYTE_ORDER_MARK)
        if b"\0" in content or ENCODING.match(content):
            raise self.refuse(SheetRefusal.UNSAFE, part)
        if b"!" in content and DECLARATION.search(content):
            raise self.refuse(SheetRefusal.UNSAFE, "DOCTYPE")
        if len(content) > REPEATED:
            self._check_form(part, content)
        else:
            _parse_once(content)
        return content

    def _check_form(self, part: str, content: bytes) -> None:
        """Let a strict parser see it: the fast one forgives tags that do not match.

        In a large part every level costs memory, so there they are counted.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        depth = 0

        def deeper(_name: str, _attributes: object) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                raise self.refuse(SheetRefusal.UNSAFE, part)

        def back(_name: str) -> None:
            nonlocal depth
            depth -= 1

        if len(content) > SMALL:
            parser.StartElementHandler, parser.EndElementHandler = deeper, back
        parser.Parse(content, True)

    def index(self, part: str) -> bytes:
        """Return the XML of a part that only lists others, which is small."""
        content = self.read(part)
        if len(content) > LARGEST_INDEX:
            raise self.refuse(SheetRefusal.UNSAFE, part)
        return content


@lru_cache(maxsize=32)
def _parse_once(content: bytes) -> None:
    """Let a strict parser see what is small; what it once took it takes again."""
    expat.ParserCreate(namespace_separator=" ").Parse(content, True)


def find_parts(reader: PartReader) -> WorkbookParts:
    """Return where the pages of a workbook stand; raises SheetRefused where it is another file."""
    _check_kind(reader)
    workbook, tree = _workbook(reader)
    relations = {one.id: one for one in _relations(reader, workbook)}
    pages = []
    for element in tree.iter():
        if _local(element.tag) == "sheet":
            relation = relations.get(next(_values(element, "id"), ""))
            if relation is None:
                raise reader.refuse(SheetRefusal.DAMAGED, workbook)
            if MACRO_PAGE in relation.kind:
                raise reader.refuse(SheetRefusal.MACROS)
            if relation.kind.endswith("/worksheet"):
                pages.append((element.get("name", ""), relation.part))
    if len(pages) > MOST_PAGES:
        raise reader.refuse(SheetRefusal.UNSAFE, f"{len(pages)} > {MOST_PAGES}")
    of_kind = {one.kind.rpartition("/")[2]: one.part for one in relations.values()}
    return WorkbookParts(
        pages=tuple(pages),
        shared_texts=of_kind.get("sharedStrings", ""),
        styles=of_kind.get("styles", ""),
        counts_from_1904=any(
            next(_values(one, "date1904"), "") in TRUE
            for one in tree.iter()
            if _local(one.tag) == "workbookPr"
        ),
    )


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    kind: str
    part: str


def _check_kind(reader: PartReader) -> None:
    if reader.any_named(MACRO_PART):
        raise reader.refuse(SheetRefusal.MACROS)
    if reader.any_named(EXTERNAL_PART):
        raise reader.refuse(SheetRefusal.EXTERNAL_LINKS)
    for part, suffix in OTHER_WORKBOOKS.items():
        if reader.has(part):
            raise reader.refuse(SheetRefusal.OTHER_FORMAT, suffix)
    if reader.has(CONTENT_TYPES) and MACRO_TYPE in reader.read(CONTENT_TYPES):
        raise reader.refuse(SheetRefusal.MACROS)


def _workbook(reader: PartReader) -> tuple[str, ElementTree.Element]:
    part = USUAL_WORKBOOK
    if reader.has(ROOT_RELATIONS):
        found = [
            one.part
            for one in _relations_in(reader, ROOT_RELATIONS, "")
            if one.kind.endswith("/officeDocument")
        ]
        part = found[0] if found else part
    if not reader.has(part) or not reader.has(_relations_part(part)):
        raise reader.refuse(SheetRefusal.NOT_A_SCORE_SHEET)
    tree = ElementTree.fromstring(reader.index(part))
    if _local(tree.tag) != "workbook":
        raise reader.refuse(SheetRefusal.NOT_A_SCORE_SHEET)
    return part, tree


def _relations(reader: PartReader, part: str) -> Iterator[_Relation]:
    """Give the relations of a part, each id once: a second one would make it ambiguous."""
    seen = set()
    for one in _relations_in(reader, _relations_part(part), posixpath.dirname(part)):
        if one.id in seen:
            raise reader.refuse(SheetRefusal.DAMAGED, one.id)
        seen.add(one.id)
        yield one


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations_in(reader: PartReader, part: str, folder: str) -> tuple[_Relation, ...]:
    content = reader.index(part)
    listed = _listed_once if len(content) <= REPEATED else _listed
    return listed(content, folder)


def _listed(content: bytes, folder: str) -> tuple[_Relation, ...]:
    return tuple(
        _Relation(
            id=element.get("Id", ""),
            kind=element.get("Type", ""),
            part=_absolute(folder, element.get("Target", "")),
        )
        for element in ElementTree.fromstring(content)
        if element.get("TargetMode") != "External"
    )


_listed_once: Final = lru_cache(maxsize=8)(_listed)
"""The relations of workbooks that one program wrote are the same to the letter."""


def _absolute(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _values(element: ElementTree.Element, name: str) -> Iterator[str]:
    return (value for key, value in element.attrib.items() if _local(key) == name)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
