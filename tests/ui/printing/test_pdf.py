"""PDF: pages of the size that was asked for, words that can be searched, and no name of a user."""

import getpass
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessor.domain.paper import Paper
from tests.ui.printing.blocks import WITH_PDFTOTEXT, laid_out, paragraph, table, text_of
from ui.printing.document import Running
from ui.printing.pdf import pdf_of

pytestmark = pytest.mark.usefixtures("qapp")


def sizes(content: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in millimetres."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    return [(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in boxes]


def size_of_one_pdf() -> int:
    """Lay a table out and return how many bytes its PDF has."""
    return len(pdf_of("Uji", [laid_out([table([f"Program {n}" for n in range(80)])])]))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.F4, (215, 330))])
def test_every_page_has_the_size_of_the_paper(paper: Paper, size: tuple[int, int]) -> None:
    document = laid_out([paragraph(700)], paper)

    content = pdf_of("Uji", [document])

    assert sizes(content) == [size] * len(document.pages)


def test_documents_of_different_papers_make_one_file() -> None:
    content = pdf_of("Uji", [laid_out([paragraph(1)], paper) for paper in Paper])

    assert sizes(content) == [(210, 297), (215, 330)]


def test_title_and_program_are_named_and_nobody_else() -> None:
    content = pdf_of("Ringkasan Dénpasar", [laid_out([paragraph(1)])])

    assert "Ringkasan Dénpasar".encode("utf-16-be") in content
    assert content.count("Asesor Kota Cerdas".encode("utf-16-be")) == 2
    assert getpass.getuser().encode() not in content
    assert getpass.getuser().encode("utf-16-be") not in content


def test_fonts_are_inside() -> None:
    content = pdf_of("Uji", [laid_out([paragraph(1)])])

    assert b"/FontFile2" in content or b"/FontFile3" in content


def test_a_pdf_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="Kosong"):
        pdf_of("Kosong", [])


@WITH_PDFTOTEXT
def test_every_word_can_be_searched_on_its_page(tmp_path: Path) -> None:
    names = [f"Program ke-{number} Bérau" for number in range(120)]
    document = laid_out([table(names)], running=Running(footer="Kode", stamp="SEMENTARA"))

    text = text_of(pdf_of("Uji", [document]), tmp_path)

    assert [name for name in names if name not in text] == []
    assert text.count("SEMENTARA") == text.count("Nama") == len(document.pages)
    assert f"Halaman 1 dari {len(document.pages)}" in text


def test_pages_are_the_same_whichever_threads_lay_them_out_at_once() -> None:
    alone = size_of_one_pdf()
    with ThreadPoolExecutor(4) as threads:
        together = [threads.submit(size_of_one_pdf) for _turn in range(12)]

    assert [one.result() for one in together] == [alone] * 12


def test_threads_that_come_one_after_the_other_share_nothing_of_qt() -> None:
    sizes_made = []
    for _turn in range(8):
        # A new thread often has the identity of the one before it.
        with ThreadPoolExecutor(1) as thread:
            sizes_made.append(thread.submit(size_of_one_pdf).result())

    assert len(set(sizes_made)) == 1
