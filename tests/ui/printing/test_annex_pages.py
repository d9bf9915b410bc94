"""The annex on paper: whole names, decimal commas, its head on every sheet."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from assessor.domain.annex.composing import compose_annex
from assessor.domain.annex.records import AnnexLayout
from assessor.domain.paper import Paper
from tests.domain.annex.examples import ROUND, absent, change, facts, region, sixth
from ui.printing.annex_pages import annex_documents, annex_pdf

MANY = facts(
    *(replace(region(f"KAB. CONTOH {number:03}"), is_provisional=True) for number in range(70)),
    replace(region("KAB. PENUKAL ABAB LEMATANG ILIR"), improvement=change("-0.29", "-0.28")),
    sixth(),
    absent(),
)
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


def texts(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "annex.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


@needs_pdftotext
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.usefixtures("qapp")
def test_every_sheet_has_the_heading_the_number_and_decimal_commas(
    paper: Paper, tmp_path: Path
) -> None:
    pages = texts(annex_pdf(compose_annex(MANY, AnnexLayout.IMPROVEMENT), paper), tmp_path)

    assert len(pages) > 1
    for page in pages:
        assert "KAB/KOTA" in page
        assert ROUND.letter_number in page
        assert "SEMENTARA" in page
        assert not re.search(r"\d\.\d\d\b", page.replace(ROUND.letter_number, ""))
    assert "KAB. PENUKAL ABAB LEMATANG ILIR" in "".join(pages)
    assert "KOTA SUKABUMI" in pages[-1]


@pytest.mark.usefixtures("qapp")
def test_each_table_of_the_layout_of_2022_is_a_document_of_its_own() -> None:
    annex = compose_annex(facts(region(), sixth()), AnnexLayout.WEIGHTS)

    documents = annex_documents(annex, Paper.F4)

    assert [one.title for one in documents] == [
        "Lampiran II (1) – REGULER, TAHUN 2023",
        "Lampiran II (2) – KPPN & IKN, TAHUN 2023",
    ]
    assert all(page.setup.is_landscape for one in documents for page in one.pages)
