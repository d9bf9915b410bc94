"""A returned file as a container: bounded and checked before anything in it is parsed.

What passes is packed anew, without compression, under names of our own: the parser then sees
exactly the bytes that were checked, and no second reading of an ambiguous container.
"""

import hashlib
import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from assessor.domain.errors import SheetRefused
from assessor.exchange.score_sheet.container import (
    check_bounds,
    check_directory,
    read_container,
)
from assessor.exchange.score_sheet.page_xml import PageXml, page_xml, with_known_errors
from assessor.exchange.score_sheet.plain_page import PageRefused
from assessor.exchange.score_sheet.reading import SheetRefusal
from assessor.exchange.score_sheet.stored_zip import stored
from assessor.exchange.score_sheet.workbook_parts import PartReader, WorkbookParts, find_parts

MOST_TEXTS: Final = 100_000
LARGEST_STYLES: Final = 8 * 1024 * 1024
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT: Final = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
).encode()


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook that is safe to parse, and its pages in the order of the tabs.

    The tabs of `content` are called "0", "1" and so on.
    """

    content: bytes
    names: tuple[str, ...]
    """What the tabs are called in the file."""
    pages: tuple[PageXml, ...]
    sha256: str
    """The fingerprint of the file that all this was taken from."""


def open_package(path: Path) -> Package:
    """Return the container at `path`, or raise SheetRefused, NotFound or NotReadable."""
    content = read_container(path)
    check_directory(path, content)
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            check_bounds(path, archive)
            return _packed_anew(PartReader(path, archive), hashlib.sha256(content).hexdigest())
    except PageRefused as error:
        raise SheetRefused(path, SheetRefusal.UNSAFE, str(error)) from error
    except RuntimeError as error:
        # A plain RuntimeError is how zipfile asks for a password; these two kinds of it are not.
        encrypted = not isinstance(error, NotImplementedError | RecursionError)
        reason = SheetRefusal.ENCRYPTED if encrypted else SheetRefusal.DAMAGED
        raise SheetRefused(path, reason) from error
    except DAMAGES as error:
        raise SheetRefused(path, SheetRefusal.DAMAGED, str(error)) from error


DAMAGES: Final = (
    BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    ExpatError,
    EOFError,
    ValueError,
    OSError,
    LookupError,
)
"""What broken containers and broken XML make the standard library raise."""


def _packed_anew(reader: PartReader, sha256: str) -> Package:
    found = find_parts(reader)
    pages = tuple(page_xml(reader.read(part)) for _name, part in found.pages)
    parts = {
        f"xl/worksheets/{place}.xml": with_known_errors(page) for place, page in enumerate(pages)
    }
    if found.shared_texts:
        parts["xl/sharedStrings.xml"] = _shared_texts(reader, found.shared_texts)
    if found.styles and reader.has(found.styles):
        styles = reader.read(found.styles)
        if len(styles) > LARGEST_STYLES:
            raise reader.refuse(SheetRefusal.UNSAFE, found.styles)
        parts["xl/styles.xml"] = styles
    names = tuple(name for name, _part in found.pages)
    return Package(_stored(parts, found), names, pages, sha256)


def _shared_texts(reader: PartReader, part: str) -> bytes:
    content = reader.read(part)
    if content.count(b"<si") + content.count(b":si") > MOST_TEXTS or b"<!" in content:
        raise reader.refuse(SheetRefusal.UNSAFE, part)
    return content


def _stored(parts: Mapping[str, bytes], found: WorkbookParts) -> bytes:
    count = len(found.pages)
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<workbookPr date1904="{int(found.counts_from_1904)}"/><sheets>'
        + "".join(f'<sheet name="{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(count))
        + "</sheets></workbook>"
    )
    relations = f'<Relationships xmlns="{RELATIONS}">' + "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/{n}.xml"/>'
        for n in range(count)
    )
    return stored(
        (
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", workbook.encode()),
            ("xl/_rels/workbook.xml.rels", f"{relations}</Relationships>".encode()),
            *parts.items(),
        )
    )
