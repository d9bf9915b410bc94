"""Lists in two columns go down the left one first, on every page."""

from pathlib import Path

import pytest

from tests.ui.printing.blocks import WITH_PDFTOTEXT, laid_out, text_of
from ui.printing.columns import TwoColumns
from ui.printing.document import Document
from ui.printing.page import mm
from ui.printing.pdf import pdf_of
from ui.printing.piece import Piece
from ui.printing.text import Paragraph

pytestmark = pytest.mark.usefixtures("qapp")


def names(count: int) -> TwoColumns:
    blocks = tuple(Paragraph(f"Bupati {number}") for number in range(1, count + 1))
    return TwoColumns(blocks, between=mm(8))


def read(document: Document, folder: Path) -> list[list[str]]:
    """Return the lines of each page, both columns beside each other."""
    text = text_of(pdf_of("Uji", (document,)), folder, "-layout")
    pages = text.split("\f")[:-1]
    return [
        [" ".join(line.split()) for line in page.splitlines() if "Bupati" in line] for page in pages
    ]


def height_of(count: int) -> float:
    piece: Piece = names(count).fit(mm(160))
    return piece.height


def test_two_columns_are_as_high_as_the_longer_one() -> None:
    assert height_of(1) == height_of(2)
    assert height_of(3) == height_of(4) == 2 * height_of(1)


@WITH_PDFTOTEXT
def test_a_short_list_is_shared_out_evenly(tmp_path: Path) -> None:
    assert read(laid_out([names(5)]), tmp_path) == [
        ["Bupati 1 Bupati 4", "Bupati 2 Bupati 5", "Bupati 3"]
    ]


@WITH_PDFTOTEXT
def test_a_long_list_fills_one_page_before_it_begins_the_next(tmp_path: Path) -> None:
    first, second = read(laid_out([names(200)]), tmp_path)

    rows = len(first)
    assert first[0] == f"Bupati 1 Bupati {rows + 1}"
    assert first[-1] == f"Bupati {rows} Bupati {2 * rows}"
    begun, left = 2 * rows, (200 - 2 * rows + 1) // 2
    assert second[0] == f"Bupati {begun + 1} Bupati {begun + left + 1}"
    assert len(second) == left


@WITH_PDFTOTEXT
def test_no_name_is_lost_or_said_twice(tmp_path: Path) -> None:
    text = text_of(pdf_of("Uji", (laid_out([names(333)]),)), tmp_path)

    said = [line for line in text.splitlines() if line.startswith("Bupati ")]
    assert sorted(said) == sorted(f"Bupati {number}" for number in range(1, 334))
