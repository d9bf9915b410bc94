"""A returned file as a container: bounded and checked before anything in it is parsed."""

import io
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from assessor.domain.errors import SheetRefused
from assessor.exchange.score_sheet.reading import SheetRefusal
from assessor.exchange.whole_file import problems_of_reading

MEBIBYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 24 * MEBIBYTE
LARGEST_PART: Final = 32 * MEBIBYTE
LARGEST_WHOLE: Final = 64 * MEBIBYTE
MOST_PARTS: Final = 400

ZIP_MAGIC: Final = b"PK\x03\x04"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_MARK: Final = "EncryptedPackage".encode("utf-16-le")
LOCK_PREFIXES: Final = ("~$", ".~lock.")
WORKBOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
MACROS: Final = "xl/vbaProject.bin"
EXTERNAL: Final = "xl/externalLinks/"
READ_PARTS: Final = (WORKBOOK, RELATIONS, "xl/sharedStrings.xml", "xl/styles.xml")

DECLARATIONS: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FAR_COLUMN: Final = re.compile(rb'<(?:\w+:)?c r="(?:[B-Z][A-Z]|[A-Z]{3,})\d+"[^>]*[^/]>')
FAR_ROW: Final = re.compile(rb'<(?:\w+:)?row[^>]*\sr="(?:[2-9]\d{3}|\d{5,})"')
NAMELESS_CELL: Final = re.compile(rb'<(?:\w+:)?c(?=[\s>/])(?![^>]*\sr=")')
VALUE: Final = re.compile(rb"<(?:\w+:)?(?:v|is)>")


@dataclass(frozen=True, slots=True)
class Package:
    """The bytes of a file that is safe to parse, and the XML of its pages by tab name."""

    content: bytes
    pages: Mapping[str, bytes]


def open_package(path: Path) -> Package:
    """Return the container at `path`, or raise SheetRefused, NotFound or NotReadable.

    Reads at most `LARGEST_FILE` bytes and unpacks at most `LARGEST_WHOLE`.
    """
    if path.name.startswith(LOCK_PREFIXES):
        raise SheetRefused(path, SheetRefusal.LOCK_FILE)
    with problems_of_reading(path), path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    _check_kind(path, content)
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _check_bounds(path, archive)
            return Package(content, _pages(path, archive))
    except (BadZipFile, zlib.error, ElementTree.ParseError, EOFError, NotImplementedError) as error:
        raise SheetRefused(path, SheetRefusal.DAMAGED, str(error)) from error
    except RuntimeError as error:
        raise SheetRefused(path, SheetRefusal.ENCRYPTED) from error


def _check_kind(path: Path, content: bytes) -> None:
    if not content:
        raise SheetRefused(path, SheetRefusal.EMPTY)
    if len(content) > LARGEST_FILE:
        raise SheetRefused(path, SheetRefusal.UNSAFE, f"> {LARGEST_FILE}")
    if content.startswith(OLE_MAGIC):
        encrypted = ENCRYPTED_MARK in content
        raise SheetRefused(
            path, SheetRefusal.ENCRYPTED if encrypted else SheetRefusal.LEGACY_FORMAT
        )
    if not content.startswith(ZIP_MAGIC):
        raise SheetRefused(path, SheetRefusal.NOT_A_SCORE_SHEET)


def _check_bounds(path: Path, archive: ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    too_large = any(part.file_size > LARGEST_PART for part in parts)
    if len(parts) > MOST_PARTS or too_large or sum(one.file_size for one in parts) > LARGEST_WHOLE:
        raise SheetRefused(path, SheetRefusal.UNSAFE)
    if MACROS in names:
        raise SheetRefused(path, SheetRefusal.MACROS)
    if any(name.startswith(EXTERNAL) for name in names):
        raise SheetRefused(path, SheetRefusal.UNSAFE, EXTERNAL)
    if WORKBOOK not in names or RELATIONS not in names:
        raise SheetRefused(path, SheetRefusal.NOT_A_SCORE_SHEET)


def _pages(path: Path, archive: ZipFile) -> dict[str, bytes]:
    """Return the XML of the worksheets by tab name, each checked like all that is parsed."""
    names = set(archive.namelist())
    for part in READ_PARTS:
        if part in names:
            _checked(path, archive, part)
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in ElementTree.fromstring(archive.read(RELATIONS))
    }
    pages = {}
    for element in ElementTree.fromstring(archive.read(WORKBOOK)).iter():
        if element.tag.endswith("}sheet"):
            relation = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
            part = _part_name(targets.get(relation, ""))
            if part in names:
                pages[element.get("name", "")] = _checked_page(path, archive, part)
    return pages


def _part_name(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _checked(path: Path, archive: ZipFile, part: str) -> bytes:
    content = archive.read(part)
    if DECLARATIONS.search(content):
        raise SheetRefused(path, SheetRefusal.UNSAFE, "DOCTYPE")
    return content


def _checked_page(path: Path, archive: ZipFile, part: str) -> bytes:
    """Refuse values far away: the reader would need memory for all the cells before them."""
    xml = _checked(path, archive, part)
    far_row = FAR_ROW.search(xml)
    is_far = far_row is not None and VALUE.search(xml, far_row.start()) is not None
    if is_far or FAR_COLUMN.search(xml) or NAMELESS_CELL.search(xml):
        raise SheetRefused(path, SheetRefusal.UNSAFE, part)
    return xml
