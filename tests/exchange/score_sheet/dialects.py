"""The same workbook in the ways that other programs write it."""

import posixpath
import re
from pathlib import Path

from tests.exchange.score_sheet.examples import rebuilt
from tools.broken_sheets import with_shared_texts

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
PAGES = "xl/worksheets/sheet"
Parts = dict[str, bytes]


def as_excel(path: Path) -> Path:
    """Texts in a part of their own."""
    path.write_bytes(with_shared_texts(path.read_bytes()))
    return path


def as_google(path: Path) -> Path:
    """Numbers with a decimal point, no properties of the document, no theme."""

    def change(parts: Parts) -> None:
        for name in [name for name in parts if name.startswith(("docProps/", "xl/theme/"))]:
            del parts[name]
        for name in _pages(parts):
            parts[name] = re.sub(rb"<v>([0-9]+)</v>", rb"<v>\1.0</v>", parts[name])

    return rebuilt(path, change)


def as_open_xml_sdk(path: Path) -> Path:
    """Every name with a prefix, targets from the root, a byte order mark."""

    def change(parts: Parts) -> None:
        for name in [*_pages(parts), "xl/styles.xml"]:
            prefixed = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", parts[name])
            parts[name] = b"\xef\xbb\xbf" + prefixed.replace(b"xmlns=", b"xmlns:x=")
        relations = "xl/_rels/workbook.xml.rels"
        parts[relations] = re.sub(rb'Target="(?!/)([^"]*)"', rb'Target="/xl/\1"', parts[relations])

    return rebuilt(path, change)


def as_strict(path: Path) -> Path:
    """The strict vocabulary that Excel offers when saving."""

    def change(parts: Parts) -> None:
        for name in [*_pages(parts), "xl/styles.xml", "xl/workbook.xml"]:
            parts[name] = parts[name].replace(MAIN, STRICT)

    return rebuilt(path, change)


def without_styles(path: Path) -> Path:
    """A program that writes values only."""

    def change(parts: Parts) -> None:
        del parts["xl/styles.xml"]
        for name in _pages(parts):
            parts[name] = re.sub(rb' s="[0-9]+"', b"", parts[name])

    return rebuilt(path, change)


def with_other_part_names(path: Path) -> Path:
    """The workbook and its pages in folders of their own."""

    def change(parts: Parts) -> None:
        for name in [name for name in parts if name.startswith("xl/")]:
            folder, file = posixpath.split(name)
            parts[f"buku/{folder.removeprefix('xl').strip('/')}/{file}".replace("//", "/")] = (
                parts.pop(name).replace(b'"/xl/', b'"/buku/')
            )
        for name in ("_rels/.rels", "[Content_Types].xml"):
            parts[name] = parts[name].replace(b"xl/", b"buku/")

    return rebuilt(path, change)


def without_addresses(path: Path) -> Path:
    """Cells that say where they stand by their order alone."""

    def change(parts: Parts) -> None:
        for name in _pages(parts):
            parts[name] = re.sub(rb"<row .*?</row>", _without_addresses, parts[name], flags=re.S)

    return rebuilt(path, change)


def _without_addresses(row: re.Match[bytes]) -> bytes:
    """Fill the gaps of a row with empty cells, then take the addresses away."""
    cells = {match[1]: match[0] for match in CELL.finditer(row[0])}
    letters = [bytes([letter]) for letter in range(ord("A"), ord("Z") + 1)]
    last = max((letters.index(one) for one in cells), default=-1)
    filled = b"".join(cells.get(one, b"<c/>") for one in letters[: last + 1])
    number = re.search(rb'r="([0-9]+)"', row[0])
    assert number is not None
    return b'<row r="%s">' % number[1] + re.sub(rb'<c r="[A-Z]+[0-9]+"', b"<c", filled) + b"</row>"


CELL = re.compile(rb'<c r="([A-Z])[0-9]+"[^<>]*?(?:/>|>.*?</c>)', re.DOTALL)


def with_comments_and_single_quotes(path: Path) -> Path:
    """XML as a script may write it."""

    def change(parts: Parts) -> None:
        for name in _pages(parts):
            quoted = re.sub(rb'<c r="([A-Z]+[0-9]+)"', rb"<c r='\1'", parts[name])
            parts[name] = quoted.replace(b"<sheetData>", b"<!-- isi --><sheetData>")

    return rebuilt(path, change)


def _pages(parts: Parts) -> list[str]:
    return [name for name in parts if name.startswith(PAGES)]


DIALECTS = (
    as_excel,
    as_google,
    as_open_xml_sdk,
    as_strict,
    without_styles,
    with_other_part_names,
    without_addresses,
    with_comments_and_single_quotes,
)
