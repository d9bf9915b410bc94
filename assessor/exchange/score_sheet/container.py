"""What kind of file came back, told from its first bytes; and the bounds of a zip container."""

import stat
import struct
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from assessor.domain.errors import SheetRefused
from assessor.exchange.score_sheet.reading import SheetRefusal
from assessor.exchange.whole_file import problems_of_reading

MEBIBYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 24 * MEBIBYTE
LARGEST_PART: Final = 32 * MEBIBYTE
LARGEST_WHOLE: Final = 64 * MEBIBYTE
MOST_PARTS: Final = 400
LARGEST_DIRECTORY: Final = MOST_PARTS * 512
HIGHEST_RATIO: Final = 250
"""How far a large part may be compressed; rows without content reach about a hundred."""

ZIP_MAGIC: Final = b"PK\x03\x04"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_MARK: Final = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_MARKS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
LEGACY_SUFFIXES: Final = frozenset({".xls", ".xlt"})
SHEET_SUFFIXES: Final = frozenset({".csv", ".tsv", ".ods", ".fods", ".xlsb", ".numbers"})
LOCK_PREFIXES: Final = ("~$", ".~lock.")
DIRECTORY_END: Final = b"PK\x05\x06"
DIRECTORY_END_SIZE: Final = 22
LONGEST_COMMENT: Final = 0xFFFF


def read_container(path: Path) -> bytes:
    """Return the bytes of a file that looks like an Excel workbook.

    Raises SheetRefused by kind, NotFound or NotReadable. Reads at most `LARGEST_FILE` bytes, and
    nothing of what is no plain file: opening a pipe would wait for ever.
    """
    if path.name.startswith(LOCK_PREFIXES):
        raise SheetRefused(path, SheetRefusal.LOCK_FILE)
    with problems_of_reading(path):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SheetRefused(path, SheetRefusal.FOLDER)
        if not stat.S_ISREG(status.st_mode):
            raise SheetRefused(path, SheetRefusal.NOT_A_SCORE_SHEET)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    _check_kind(path, content)
    _check_not_open(path)
    return content


def check_directory(path: Path, content: bytes) -> None:
    """Refuse a container whose list of parts is itself too large to be read, or hidden."""
    tail = content[-(DIRECTORY_END_SIZE + LONGEST_COMMENT) :]
    place = tail.rfind(DIRECTORY_END)
    if place < 0 or place + DIRECTORY_END_SIZE > len(tail):
        raise SheetRefused(path, SheetRefusal.DAMAGED)
    count, size = struct.unpack_from("<HI", tail, place + 10)
    if count > MOST_PARTS or size > LARGEST_DIRECTORY:
        raise SheetRefused(path, SheetRefusal.UNSAFE, f"{count} > {MOST_PARTS}")


def check_bounds(path: Path, archive: ZipFile) -> None:
    """Refuse what would unpack to more than any score sheet, before anything is unpacked."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise SheetRefused(path, SheetRefusal.UNSAFE, f"{len(parts)} > {MOST_PARTS}")
    if sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise SheetRefused(path, SheetRefusal.UNSAFE, f"> {LARGEST_WHOLE}")
    for part in parts:
        packed_tightly = part.file_size > HIGHEST_RATIO * max(part.compress_size, 1)
        if part.file_size > LARGEST_PART or (part.file_size > MEBIBYTE and packed_tightly):
            raise SheetRefused(path, SheetRefusal.UNSAFE, part.filename)


def _check_kind(path: Path, content: bytes) -> None:
    if not content:
        raise SheetRefused(path, SheetRefusal.EMPTY)
    if len(content) > LARGEST_FILE:
        raise SheetRefused(path, SheetRefusal.UNSAFE, f"> {LARGEST_FILE}")
    if content.startswith(OLE_MAGIC):
        raise SheetRefused(path, _kind_of_compound(path, content))
    if not content.startswith(ZIP_MAGIC):
        suffix = path.suffix.lower()
        if suffix in LEGACY_SUFFIXES:
            raise SheetRefused(path, SheetRefusal.LEGACY_FORMAT)
        if suffix in SHEET_SUFFIXES:
            raise SheetRefused(path, SheetRefusal.OTHER_FORMAT, suffix)
        raise SheetRefused(path, SheetRefusal.NOT_A_SCORE_SHEET)


def _kind_of_compound(path: Path, content: bytes) -> SheetRefusal:
    """Tell a workbook under a password from one of the old format, and both from a letter."""
    if ENCRYPTED_MARK in content:
        return SheetRefusal.ENCRYPTED
    is_workbook = any(mark in content for mark in WORKBOOK_MARKS)
    if is_workbook or path.suffix.lower() in LEGACY_SUFFIXES:
        return SheetRefusal.LEGACY_FORMAT
    return SheetRefusal.NOT_A_SCORE_SHEET


def _check_not_open(path: Path) -> None:
    """Refuse what another program holds open: what it has not saved yet would be missed."""
    for mark in (f"~${path.name}", f".~lock.{path.name}#"):
        with problems_of_reading(path):
            if path.with_name(mark).exists():
                raise SheetRefused(path, SheetRefusal.OPEN_ELSEWHERE, mark)
