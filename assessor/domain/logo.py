"""The picture on a letterhead: of a kind that Word and a printed page can both hold, and bounded.

What a program wrote into the file beside the picture (names, places, times) is left out.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

BYTES_LIMIT: Final = 1_000_000
SIDE_LIMIT: Final = 4_000
"""Pixels; 10 cm at 1000 to the inch."""
SMALLEST_SIDE: Final = 16
PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
PNG_KEPT: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"}
)
"""What the picture looks like; texts, times and what programs add are not kept."""
JPEG_HEAD: Final = b"\xff\xd8"
JPEG_END: Final = b"\xff\xd9"
SEGMENT: Final = 0xFF
"""Every segment of a JPEG begins so."""
SCAN: Final = 0xDA
FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive; the others are not read everywhere."""
JPEG_KEPT: Final = frozenset({0xC4, 0xDB, 0xDD, 0xE0, 0xEE}) | FRAMES
"""Tables, frames, and the two application segments that say what the colours mean."""


class LogoProblem(StrEnum):
    """Why a file cannot be the logo."""

    TOO_LARGE = "too_large"
    NO_PICTURE = "no_picture"
    """Neither PNG nor JPEG, or damaged."""
    WRONG_SIZE = "wrong_size"


class LogoUnfit(Exception):
    """A file that cannot be the logo; whoever knows its name says so to the user."""

    def __init__(self, problem: LogoProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked PNG or JPEG file and its size in pixels."""

    data: bytes
    width: int
    height: int

    @property
    def ending(self) -> str:
        """The ending of a file that holds it."""
        return ".png" if self.data.startswith(PNG_HEAD) else ".jpg"


def read_logo(data: bytes) -> Logo:
    """Return the picture in `data` without what was written beside it. Raises LogoUnfit."""
    if len(data) > BYTES_LIMIT:
        raise LogoUnfit(LogoProblem.TOO_LARGE)
    try:
        logo = _png(data) if data.startswith(PNG_HEAD) else _jpeg(data)
    except (struct.error, ValueError) as error:
        raise LogoUnfit(LogoProblem.NO_PICTURE) from error
    if not all(SMALLEST_SIDE <= side <= SIDE_LIMIT for side in (logo.width, logo.height)):
        raise LogoUnfit(LogoProblem.WRONG_SIZE)
    return logo


def _png(data: bytes) -> Logo:
    """Keep the chunks of the picture. Raises ValueError or struct.error for a damaged file."""
    chunks = list(_chunks(data))
    if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise ValueError(chunks[-1][0])
    width, height = struct.unpack_from(">II", chunks[0][1])
    kept = (_chunk(name, body) for name, body in chunks if name in PNG_KEPT)
    return Logo(PNG_HEAD + b"".join(kept), width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(PNG_HEAD), b""
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if checksum != zlib.crc32(name + body):
            raise ValueError(name)
        yield name, body
        at += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _jpeg(data: bytes) -> Logo:
    """Keep the segments of the picture. Raises ValueError or struct.error for a damaged file."""
    if not data.startswith(JPEG_HEAD):
        raise ValueError(data[:4])
    kept, size, at = [JPEG_HEAD], (0, 0), len(JPEG_HEAD)
    while (marker := _marker(data, at)) != SCAN:
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in FRAMES:
            size = struct.unpack_from(">HH", data, at + 5)
        if marker in JPEG_KEPT:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    end = data.rindex(JPEG_END, at) + len(JPEG_END)
    return Logo(b"".join((*kept, data[at:end])), width=size[1], height=size[0])


def _marker(data: bytes, at: int) -> int:
    lead, marker = struct.unpack_from(">BB", data, at)
    if lead != SEGMENT:
        raise ValueError(lead)
    return int(marker)
