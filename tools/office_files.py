"""Files that a folder holds besides score sheets: small, but of the kinds that programs make."""

import io
import random
from collections.abc import Callable, Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD: Final = "application/vnd.openxmlformats-officedocument"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Chance = random.Random
Make = Callable[[Chance], bytes]


def office_file(chance: Chance, number: int) -> tuple[str, bytes]:
    """Return the name and content of one file, the same for the same state of `chance`."""
    suffix = chance.choice(sorted(MAKERS))
    content = MAKERS[suffix](chance)
    if chance.random() < RENAMED:
        suffix = ".xlsx"
    return f"berkas {number:04}{suffix}", content


def _zip(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _words(chance: Chance) -> str:
    return " ".join(f"kata{chance.randint(0, 999)}" for _ in range(chance.randint(1, 80)))


def _open_xml(chance: Chance, part: str) -> bytes:
    relation = f'<Relationship Id="rId1" Type="{OFFICE}" Target="{part}"/>'
    return _zip(
        {
            "[Content_Types].xml": f"<Types><Default ContentType='{WORD}'/></Types>",
            "_rels/.rels": f"<Relationships>{relation}</Relationships>",
            part: f"<w><body><p>{_words(chance)}</p></body></w>",
        }
    )


def _workbook(chance: Chance) -> bytes:
    workbook = Workbook()
    for number in range(chance.randint(1, 4)):
        page = workbook.create_sheet(f"Data {number}")
        for _ in range(chance.randint(0, 40)):
            page.append([chance.choice(("Nilai", 3, 2.5, "=1+1", None)) for _ in range(8)])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _open_document(chance: Chance) -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zip({"mimetype": kind, "content.xml": f"<office>{_words(chance)}</office>"})


def _compound(chance: Chance) -> bytes:
    mark = chance.choice(("Workbook", "WordDocument", "EncryptedPackage", ""))
    return OLE + chance.randbytes(1016) + mark.encode("utf-16-le") + chance.randbytes(512)


def _text(chance: Chance) -> bytes:
    return ("No;Nilai\n" + "\n".join(_words(chance) for _ in range(5))).encode()


MAKERS: Final[Mapping[str, Make]] = {
    ".docx": lambda chance: _open_xml(chance, "word/document.xml"),
    ".pptx": lambda chance: _open_xml(chance, "ppt/presentation.xml"),
    ".xlsx": _workbook,
    ".ods": _open_document,
    ".xls": _compound,
    ".doc": _compound,
    ".csv": _text,
    ".txt": _text,
    ".pdf": lambda chance: b"%PDF-1.7\n" + chance.randbytes(chance.randint(10, 4000)),
    ".png": lambda chance: b"\x89PNG\r\n\x1a\n" + chance.randbytes(chance.randint(10, 4000)),
    ".zip": lambda chance: _zip({"catatan.txt": _words(chance)}),
    ".tmp": lambda chance: chance.randbytes(chance.randint(0, 200)),
}
RENAMED: Final = 0.2
"""The share of files that bear the suffix of a workbook, whatever they are."""
