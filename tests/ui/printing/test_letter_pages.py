"""The pages of a letter say what its record says."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessor.domain.evidence_request import evidence_request
from assessor.domain.letter import Letter, plain
from assessor.domain.result_letter import result_letter
from tests.domain.examples import answer_key, instrument, question
from tests.domain.letters import facts, region_claims, whole_form
from tests.ui.printing.blocks import WITH_PDFTOTEXT, has_ink, image_of, text_of
from ui.printing.letter_pages import letter_document
from ui.printing.pdf import pdf_of

pytestmark = pytest.mark.usefixtures("qapp")
LETTER = result_letter(whole_form(), facts())
QUESTIONS = [question(f"a.q{number:02}") for number in range(60)]
REQUEST = evidence_request(
    whole_form(),
    region_claims(instrument(QUESTIONS, {"a": 100}), *(answer_key(one.key) for one in QUESTIONS)),
)


def pages(letter: Letter, folder: Path, *options: str) -> list[str]:
    """Return the text of each page, without the breaks of its lines."""
    document = letter_document(letter)
    text = text_of(pdf_of(document.title, (document,)), folder, *options)
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


@WITH_PDFTOTEXT
def test_everything_the_letter_says_stands_on_its_pages(tmp_path: Path) -> None:
    said = " ".join(pages(LETTER, tmp_path))

    texts = [
        *(plain(text) for point in LETTER.points for text in (point.text, *point.items)),
        *(plain(LETTER.opening), plain(LETTER.closing), LETTER.number, LETTER.signatory),
        *("Jakarta, 6 Desember 2023", "2 (dua) berkas", "Kepada Yth.", *LETTER.addressee),
        *("Tembusan Yth:", *LETTER.copies, *LETTER.annexes[0].names),
        *(LETTER.letterhead.ministry, LETTER.letterhead.directorate, LETTER.letterhead.tagline),
    ]
    assert [text for text in texts if text not in said] == []


@WITH_PDFTOTEXT
def test_the_annex_begins_a_page_and_repeats_number_and_date(tmp_path: Path) -> None:
    annex = pages(LETTER, tmp_path, "-layout")[-1]

    assert annex.startswith(
        "Lampiran I Nomor : B-17/CTH/12/2023 Tanggal : 6 Desember 2023 DAFTAR PENERIMA SURAT"
    )


@WITH_PDFTOTEXT
def test_pages_are_numbered_through(tmp_path: Path) -> None:
    found = pages(LETTER, tmp_path)

    for number, page in enumerate(found, start=1):
        assert f"Halaman {number} dari {len(found)}" in page


@WITH_PDFTOTEXT
def test_the_head_of_a_long_list_stands_on_every_page_of_it(tmp_path: Path) -> None:
    found = [page for page in pages(REQUEST, tmp_path) if "a.q" in page]

    assert len(found) > 1
    assert all("Data dukung (diisi daerah)" in page for page in found)


@WITH_PDFTOTEXT
def test_a_mark_stands_on_every_page_and_on_none_of_a_final_letter(tmp_path: Path) -> None:
    marked = pages(replace(LETTER, marks=("SEMENTARA",)), tmp_path)

    assert all("SEMENTARA" in page for page in marked)
    assert not any("SEMENTARA" in page for page in pages(LETTER, tmp_path))


@WITH_PDFTOTEXT
def test_the_signature_is_never_alone_on_a_page(tmp_path: Path) -> None:
    for lines in range(25):
        longer = replace(LETTER, remarks=(LETTER.opening,) * lines)
        (page,) = (one for one in pages(longer, tmp_path) if "Nama Contoh" in one)
        assert "kami ucapkan terima kasih" in page


def test_the_margins_of_the_rules_stay_free() -> None:
    for page in letter_document(LETTER).pages:
        image = image_of(page)
        assert not has_ink(image, 0, 0, 29.5, 297)
        assert not has_ink(image, 190.5, 0, 210, 297)
        assert has_ink(image, 30, 20, 190, 272)


def test_the_logo_stands_at_the_upper_left() -> None:
    with_logo = image_of(letter_document(LETTER).pages[0])
    bare = replace(LETTER, letterhead=replace(LETTER.letterhead, logo=None))

    assert has_ink(with_logo, 30, 20, 52, 37)
    assert not has_ink(image_of(letter_document(bare).pages[0]), 30, 20, 52, 37)


@WITH_PDFTOTEXT
def test_a_letter_without_copies_has_no_heading_for_them(tmp_path: Path) -> None:
    assert "Tembusan" not in " ".join(pages(replace(LETTER, copies=()), tmp_path))


def test_the_document_is_named_after_its_subject() -> None:
    assert letter_document(LETTER).title == "Pemberitahuan Hasil Evaluasi Smart City"
