"""A container of parts that are not compressed, for a parser in the same process."""

import struct
import zlib
from collections.abc import Iterable
from typing import Final

LOCAL: Final = b"PK\x03\x04"
CENTRAL: Final = b"PK\x01\x02"
END: Final = b"PK\x05\x06"
VERSION: Final = struct.pack("<H", 20)
LOCAL_SIZE: Final = 30
FIRST_DAY: Final = 33
"""1 January 1980, the earliest date that an entry can bear."""


def stored(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip container of parts by name, in the given order.

    `zipfile` would do the same at four times the cost, once for every sheet of a season.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in parts:
        label, size = name.encode("ascii"), len(content)
        facts = struct.pack(
            "<HHHHLLLHH", 0, 0, 0, FIRST_DAY, zlib.crc32(content), size, size, len(label), 0
        )
        pieces += (LOCAL, VERSION, facts, label, content)
        place = struct.pack("<HHHLL", 0, 0, 0, 0, offset)
        directory += (CENTRAL, VERSION, VERSION, facts, place, label)
        offset += LOCAL_SIZE + len(label) + size
    count, listed = len(directory) // 6, b"".join(directory)
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(listed), offset, 0)
    return b"".join((*pieces, listed, END, end))
