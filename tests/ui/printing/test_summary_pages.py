"""The pages of a score summary: everything stands on them, whole."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from assessor.domain.instrument import Confidence, RoundingRule
from assessor.domain.paper import Paper
from assessor.domain.short_code import short_code
from assessor.domain.summary import ScoreSummary
from tests.domain.summaries import CHANGE, SUMMARY, assessor, dimension, programme
from tests.ui.printing.blocks import WITH_PDFTOTEXT, has_ink, image_of, text_of
from ui.printing.pdf import pdf_of
from ui.printing.summary_pages import summary_document

pytestmark = [pytest.mark.usefixtures("qapp"), WITH_PDFTOTEXT]


class Reader:
    """Reads pages as a person does who searches them: line breaks are spaces."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pages(self, summary: ScoreSummary, paper: Paper = Paper.A4) -> list[str]:
        content = pdf_of("Uji", [summary_document(summary, paper)])
        pages = text_of(content, self._folder, "-raw").split("\f")
        return [" ".join(page.split()) for page in pages[:-1]]

    def all(self, summary: ScoreSummary, paper: Paper = Paper.A4) -> str:
        return " ".join(self.pages(summary, paper))


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.parametrize("paper", Paper)
def test_the_pages_say_whose_figures_they_are_and_how_they_came_about(
    read: Reader, paper: Paper
) -> None:
    text = read.all(SUMMARY, paper)

    for line in (
        "KOTA DENPASAR (kode 51.71)",
        "Tahun 2022 Tahap I",
        "Baseline 10% 3,13 0,313 3,00",
        "Output 30% 3,49 1,047 3,50",
        "Output 2 dari 3 6,98 : 2 = 3,49 3,49 × 30% = 1,047",
        "Nilai final 100% 3,31 3,40",
        "Nilai final = 0,313 + 1,047 + 1,95 = 3,31, dibulatkan 3,31",
        "Peringkat: 22 dari 75 kabupaten/kota",
        "Tingkat improvement: -0,12",
        "Tingkat improvement = 3,31 − 3,43 = -0,12",
        "1 Living Tukad Bindu 3,00 2,67 2,84",
        "hanya jumlah akhirnya yang dibulatkan",
    ):
        assert line in text


def test_a_region_takes_two_pages_with_one_programme_or_with_fifteen(read: Reader) -> None:
    many = replace(SUMMARY, programmes=tuple(programme(f"Program {n}") for n in range(15)))

    assert len(read.pages(SUMMARY)) == len(read.pages(many)) == 2


def test_a_disagreement_about_last_year_is_remarked(read: Reader) -> None:
    same = replace(CHANGE, published=Decimal("3.43"), of_published=Decimal("-0.12"))

    remark = "Catatan: nilai final 2021 yang terbit adalah 3,40; selisih terhadapnya -0,09."
    assert remark in read.all(SUMMARY)
    assert "Catatan" not in read.all(replace(SUMMARY, change=same))


def test_without_last_year_s_dimensions_the_printed_index_counts(read: Reader) -> None:
    only = replace(CHANGE, recomputed=None, of_recomputed=None, is_provisional=True)

    text = read.all(replace(SUMMARY, change=only))

    assert "3,31 − 3,40 = -0,09, terhadap nilai final 2021 (B-1/2021), nilai sementara." in text


def test_without_last_year_the_pages_say_so(read: Reader) -> None:
    text = read.all(replace(SUMMARY, change=None))

    assert "tidak ada nilai tahun sebelumnya" in text
    assert "Tingkat improvement: –" in text


def test_rounded_contributions_are_shown_before_and_after(read: Reader) -> None:
    instrument = replace(SUMMARY.instrument, rounding=RoundingRule.COMPONENTS)
    output = replace(SUMMARY.dimensions[1], contribution=Decimal("1.05"))
    summary = replace(
        SUMMARY,
        instrument=instrument,
        dimensions=(SUMMARY.dimensions[0], output, SUMMARY.dimensions[2]),
    )

    text = read.all(summary)

    assert "3,49 × 30% = 1,047, dibulatkan 1,05" in text
    assert "dibulatkan ke dua desimal untuk tiap dimensi" in text


def test_a_sum_without_end_is_marked_as_shortened(read: Reader) -> None:
    third = replace(SUMMARY.dimensions[0], sum=Fraction(47, 3))
    summary = replace(SUMMARY, dimensions=(third, *SUMMARY.dimensions[1:]))

    assert "≈ 15,6667 : 2" in read.all(summary)


def test_a_rank_that_can_still_move_is_marked(read: Reader) -> None:
    assert "dari 75 kabupaten/kota (SEMENTARA)" in read.all(replace(SUMMARY, is_rank_final=False))
    assert "kabupaten/kota (SEMENTARA)" not in read.all(SUMMARY)


def test_a_region_without_an_index_shows_dashes_and_why(read: Reader) -> None:
    summary = replace(
        SUMMARY,
        dimensions=(dimension("Baseline", 10, None), *SUMMARY.dimensions[1:]),
        final=None,
        rank=None,
        change=None,
        programmes=(),
    )

    text = read.all(summary)

    assert "Nilai final belum ada" in text
    assert "Tingkat improvement belum dapat dihitung: nilai final belum ada." in text
    assert "Peringkat: –" in text
    assert "belum ada pertanyaan yang bernilai" in text
    assert "Tidak ada program quick win yang dicatat." in text


def test_a_dimension_of_zeros_stands_in_the_sum(read: Reader) -> None:
    zero = dimension("Baseline", 10, "0.00")
    summary = replace(SUMMARY, dimensions=(zero, *SUMMARY.dimensions[1:]))

    assert "Nilai final = 0,00 + 1,047 + 1,95 =" in read.all(summary)


def test_strengths_weaknesses_and_recommendations_stand_by_assessor(read: Reader) -> None:
    text = read.all(SUMMARY)

    for part in ("Kelemahan", "Kekuatan", "Rekomendasi"):
        assert f"{part} Dewi 1. Data terbuka Budi 1. Tim aktif" in text


def test_the_assessors_sign_below_the_revision_that_was_printed(read: Reader) -> None:
    _before, _heading, block = read.all(SUMMARY).partition("Pengesahan oleh asesor")

    assert "1 Dewi Universitas Contoh Revisi 3, terkunci" in block
    assert "Desember 2022" in block
    assert "Tanda tangan" in block


def test_every_page_has_the_code_and_its_number(read: Reader) -> None:
    long = replace(SUMMARY, assessors=(assessor("Dewi", *["Panjang sekali. " * 40] * 20),))

    pages = read.pages(long)

    code = short_code(long.fingerprint)
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Kode {code} –" in page
        assert f"Halaman {number} dari {len(pages)}" in page
    assert all("KOTA DENPASAR – Tahun 2022 Tahap I" in page for page in pages[1:])


@pytest.mark.parametrize("paper", Paper)
def test_no_word_of_a_long_text_is_lost(read: Reader, paper: Paper) -> None:
    items = [" ".join(f"kata{item}x{word}" for word in range(300)) for item in range(12)]
    long = replace(SUMMARY, assessors=(assessor("Dewi", *items),))

    words = read.all(long, paper).split()

    wanted = {word for item in items for word in item.split()}
    assert wanted - set(words) == set()


def test_long_names_are_not_cut_off(read: Reader) -> None:
    name = "Program percepatan pelayanan administrasi kependudukan terpadu " * 6
    people = "Prof. Dr. Ir. Raden Ajeng Kusumawardhani Prawirohardjo, M.Sc., Ph.D., IPU, ASEAN Eng."
    region = replace(SUMMARY.region, name="KAB. KEPULAUAN SIAU TAGULANDANG BIARO")
    summary = replace(
        SUMMARY,
        region=region,
        programmes=(programme(name.strip()),),
        assessors=(assessor(people, "Satu"),),
    )

    text = read.all(summary)

    assert name.strip() in text
    assert people in text
    assert region.name in text


def test_provisional_figures_say_so_on_every_page(read: Reader) -> None:
    people = (assessor("Dewi", *["Panjang sekali. " * 40] * 20, is_locked=False),)
    summary = replace(SUMMARY, assessors=people, is_provisional=True, answered=7)

    pages = read.pages(summary)

    assert len(pages) > 2
    assert all("SEMENTARA" in page for page in pages)
    assert "0 dari 1 penilaian terkunci; 7 dari 9 pertanyaan selesai dinilai" in pages[0]
    assert "Nilai final (SEMENTARA)" in pages[0]
    assert "SEMENTARA" not in read.all(SUMMARY)


def test_invented_figures_say_so_on_every_page(read: Reader) -> None:
    people = (assessor("Dewi", *["Panjang sekali. " * 40] * 20),)
    round_ = replace(SUMMARY.round, is_demonstration=True)

    pages = read.pages(replace(SUMMARY, round=round_, assessors=people))

    assert all("DEMONSTRASI" in page for page in pages)
    assert "nilai rekaan" in pages[0]
    assert "DEMONSTRASI" not in read.all(SUMMARY)


def test_an_instrument_that_is_not_printed_says_so(read: Reader) -> None:
    unsure = replace(SUMMARY.instrument, confidence=Confidence.UNCONFIRMED)

    text = read.all(replace(SUMMARY, instrument=unsure))

    assert "belum terkonfirmasi" in text
    assert "Tentang instrumen: Bobot diduga." in text
    assert "Tentang instrumen" not in read.all(SUMMARY)


def test_settled_values_are_remarked(read: Reader) -> None:
    assert "2 nilai ditetapkan bersama" in read.all(replace(SUMMARY, settled=2))
    assert "ditetapkan bersama" not in read.all(SUMMARY)


def test_nothing_is_painted_in_the_margins() -> None:
    for page in summary_document(SUMMARY, Paper.A4).pages:
        image = image_of(page)
        assert not has_ink(image, 0, 0, 17, 297)
        assert not has_ink(image, 193, 0, 210, 297)
        assert not has_ink(image, 0, 289, 210, 297)


def test_other_data_gives_another_code() -> None:
    changed = replace(SUMMARY, rank=23)

    assert SUMMARY.fingerprint == replace(SUMMARY).fingerprint
    assert short_code(SUMMARY.fingerprint) != short_code(changed.fingerprint)
