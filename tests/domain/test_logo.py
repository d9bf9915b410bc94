"""A logo is a bounded PNG or JPEG, and only the picture of it is kept."""

import struct

import pytest

from assessor.domain.logo import BYTES_LIMIT, LogoProblem, LogoUnfit, read_logo
from tests.domain.letters import png


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(width: int = 64, height: int = 48) -> bytes:
    """Return the structure of a JPEG; what the segments hold is not looked at."""
    return b"".join(
        (
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
            segment(0xE1, b"Exif\0\0 Artist: root"),
            segment(0xDB, bytes(65)),
            segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"),
            segment(0xFE, b"made by root"),
            segment(0xC4, bytes(20)),
            segment(0xDA, b"\1\1\0\0\x3f\0"),
            b"\x12\x34\xff\xd9 trailing words",
        )
    )


@pytest.mark.parametrize(("data", "ending"), [(png(), ".png"), (jpeg(), ".jpg")])
def test_a_picture_is_taken_with_its_size(data: bytes, ending: str) -> None:
    logo = read_logo(data)

    assert (logo.width, logo.height) == (64, 48)
    assert logo.ending == ending


def test_what_is_kept_is_read_again_as_it_is() -> None:
    for data in (png(), jpeg()):
        kept = read_logo(data).data

        assert read_logo(kept).data == kept


@pytest.mark.parametrize("data", [png(text=b"Author\0root"), jpeg()])
def test_nothing_is_kept_that_programs_wrote_beside_the_picture(data: bytes) -> None:
    kept = read_logo(data).data

    assert b"root" in data
    assert b"root" not in kept
    assert b"trailing" not in kept


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(BYTES_LIMIT), LogoProblem.TOO_LARGE),
        (b"", LogoProblem.NO_PICTURE),
        (b"<svg/>", LogoProblem.NO_PICTURE),
        (png()[:-4], LogoProblem.NO_PICTURE),
        (png()[:40] + b"?" + png()[41:], LogoProblem.NO_PICTURE),
        (jpeg()[:30], LogoProblem.NO_PICTURE),
        (jpeg()[: jpeg().index(b"\xff\xd9")], LogoProblem.NO_PICTURE),
        (b"\xff\xd8 no segment", LogoProblem.NO_PICTURE),
        (png(width=8), LogoProblem.WRONG_SIZE),
        (png(height=5_000), LogoProblem.WRONG_SIZE),
        (jpeg(width=60_000), LogoProblem.WRONG_SIZE),
    ],
)
def test_what_cannot_be_a_logo_is_refused(data: bytes, problem: LogoProblem) -> None:
    with pytest.raises(LogoUnfit) as refused:
        read_logo(data)

    assert refused.value.problem is problem


def test_a_picture_without_its_head_is_refused() -> None:
    data = png()
    headless = data[:8] + data[8 + 25 :]

    with pytest.raises(LogoUnfit):
        read_logo(headless)
