"""A written letter opens again in python-docx and says what the record says, and no more."""

import datetime as dt
import gc
import getpass
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from assessor.domain.errors import DiskFull, NotWritable
from assessor.domain.evidence_request import evidence_request
from assessor.domain.instrument import Scope
from assessor.domain.letter import Letter, plain
from assessor.domain.paper_words import PRODUCT
from assessor.domain.result_letter import result_letter
from assessor.exchange.letter.writer import put_letter
from tests.domain.examples import answer_key, instrument, question
from tests.domain.letters import facts, region_claims, whole_form

NOW = dt.datetime(2023, 12, 6, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
LETTER = result_letter(whole_form(), facts())
REQUEST = evidence_request(
    whole_form(),
    region_claims(
        instrument([question("a.first"), question("a.each", Scope.PROGRAMME)], {"a": 100}),
        answer_key("a.first"),
        answer_key(("a.each", "Tukad Bindu")),
    ),
)


def written(letter: Letter, folder: Path) -> Document:
    put_letter(letter, folder / "surat.docx", NOW)
    return docx.Document(str(folder / "surat.docx"))


def paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs of the body and of its tables, in their order."""
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    holders = [document, *cells]
    return [one for holder in holders for one in holder.paragraphs]


def words(document: Document) -> str:
    return "\n".join(one.text for one in paragraphs(document))


def find(document: Document, text: str) -> Paragraph:
    (found,) = (one for one in paragraphs(document) if text in one.text)
    return found


def test_everything_the_letter_says_stands_in_it(tmp_path: Path) -> None:
    said = words(written(LETTER, tmp_path))

    texts = [
        *(plain(text) for point in LETTER.points for text in (point.text, *point.items)),
        *(plain(LETTER.opening), plain(LETTER.closing), plain(LETTER.subject)),
        *(LETTER.number, LETTER.signatory, "Jakarta, 6 Desember 2023", "2 (dua) berkas"),
        *("Kepada Yth.", *LETTER.addressee, "Tembusan Yth:", *LETTER.copies),
        *(LETTER.letterhead.ministry, LETTER.letterhead.directorate, LETTER.letterhead.tagline),
        *("Lampiran I", *LETTER.annexes[0].names),
    ]
    assert [text for text in texts if text not in said] == []


def test_paper_and_margins(tmp_path: Path) -> None:
    for section in written(LETTER, tmp_path).sections:
        size = [section.page_width, section.page_height]
        edges = [section.left_margin, section.right_margin, section.bottom_margin]
        assert [round((length or 0) / Cm(1), 1) for length in size] == [21.0, 29.7]
        assert [round((length or 0) / Cm(1), 1) for length in edges] == [3.0, 2.0, 2.5]


def test_the_text_is_arial_12_justified_at_one_and_a_half(tmp_path: Path) -> None:
    document = written(LETTER, tmp_path)
    defaults = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr")[0]
    opening = find(document, "Menindaklanjuti")

    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Arial"
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "24"
    assert opening.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert opening.paragraph_format.line_spacing == 1.5
    assert {run.font.size for run in opening.runs} == {None}


def test_foreign_words_are_in_italics_and_nothing_else_is(tmp_path: Path) -> None:
    opening = find(written(LETTER, tmp_path), "Menindaklanjuti")

    assert [run.text for run in opening.runs if run.italic] == ["Smart City"]


def test_the_number_stands_on_one_line_with_place_and_date(tmp_path: Path) -> None:
    rows = written(LETTER, tmp_path).tables[1].rows

    assert [cell.text for cell in rows[0].cells] == [
        "Nomor",
        ":",
        "B-17/CTH/12/2023",
        "Jakarta, 6 Desember 2023",
    ]
    assert [row.cells[0].text for row in rows] == ["Nomor", "Lampiran", "Hal"]


def test_the_annex_repeats_number_and_date(tmp_path: Path) -> None:
    said = [one.text for one in written(LETTER, tmp_path).paragraphs]
    at = said.index("Lampiran I")

    assert said[at + 1 : at + 3] == ["Nomor\t: B-17/CTH/12/2023", "Tanggal\t: 6 Desember 2023"]


def test_the_addressees_stand_in_two_columns(tmp_path: Path) -> None:
    document = written(LETTER, tmp_path)
    columns = document.element.body.sectPr.find(qn("w:cols"))

    assert columns.get(qn("w:num")) == "2"
    assert [one.text for one in document.paragraphs[-2:]] == [
        "1.\tBupati Batang",
        "2.\tWalikota Denpasar",
    ]


def test_the_logo_is_the_users_own_file(tmp_path: Path) -> None:
    document = written(LETTER, tmp_path)
    logo = LETTER.letterhead.logo
    assert logo is not None

    (picture,) = (
        part.blob for part in document.part.package.iter_parts() if "image" in part.content_type
    )
    assert picture == logo.data


def test_a_letter_without_copies_has_no_heading_for_them(tmp_path: Path) -> None:
    assert "Tembusan" not in words(written(replace(LETTER, copies=()), tmp_path))


def test_a_letterhead_without_tagline_leaves_no_line_for_it(tmp_path: Path) -> None:
    head = replace(LETTER.letterhead, tagline="", logo=None)

    (_logo, beside) = written(replace(LETTER, letterhead=head), tmp_path).tables[0].rows[0].cells

    assert [one.text for one in beside.paragraphs] == [
        head.ministry,
        head.directorate,
        *head.address,
    ]


def test_a_mark_stands_on_every_page(tmp_path: Path) -> None:
    marked = written(replace(LETTER, marks=("DEMONSTRASI", "SEMENTARA")), tmp_path)
    final = written(LETTER, tmp_path)

    for section in marked.sections:
        assert section.header.paragraphs[0].text == "DEMONSTRASI · SEMENTARA"
    assert final.sections[0].header.paragraphs[0].text == ""


def test_the_list_of_a_request_leaves_room_to_write(tmp_path: Path) -> None:
    table = written(REQUEST, tmp_path).tables[-1]

    assert [cell.text for cell in table.rows[0].cells] == list(REQUEST.annexes[0].columns)
    assert table.rows[2].cells[1].text == "a.first (id)\na.first (id)"
    assert table.rows[3].cells[1].text.startswith("Program “Tukad Bindu”")
    assert {row.cells[2].text for row in table.rows[2:]} == {""}


def test_the_head_of_the_list_is_repeated_and_no_row_is_divided(tmp_path: Path) -> None:
    rows = written(REQUEST, tmp_path).element.body.xpath("./w:tbl")[-1].tr_lst

    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows] == [True, *[False] * 3]
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_the_properties_name_the_application_and_nobody_else(tmp_path: Path) -> None:
    facts_ = written(LETTER, tmp_path).core_properties

    assert facts_.author == facts_.last_modified_by == PRODUCT
    assert facts_.title == "Pemberitahuan Hasil Evaluasi Smart City"
    assert (facts_.comments, facts_.keywords, facts_.category) == ("", "", "")
    assert facts_.created == facts_.modified == dt.datetime(2023, 12, 6, 2, 30, tzinfo=dt.UTC)


def test_nothing_is_left_of_a_template_and_nothing_names_the_account(tmp_path: Path) -> None:
    put_letter(LETTER, tmp_path / "surat.docx", NOW)

    with zipfile.ZipFile(tmp_path / "surat.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    assert not [name for name in parts if re.search("thumbnail|customXml|theme", name)]
    whole = b"\n".join(body for name, body in parts.items() if not name.endswith(".png")).lower()
    for word in ("python", "macintosh", "normal.dotm"):
        assert word.encode() not in whole
    assert not re.search(rb"\b" + re.escape(getpass.getuser().encode().lower()) + rb"\b", whole)


def test_a_letter_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").mkdir()

    with pytest.raises(NotWritable):
        put_letter(LETTER, tmp_path / "surat.docx", NOW)

    assert [one.name for one in tmp_path.iterdir()] == ["surat.docx"]


def test_a_full_disk_is_said_once(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only Unix limits the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    try:
        with pytest.raises(DiskFull):
            put_letter(LETTER, tmp_path / "surat.docx", NOW)
        # An archive that was left open would complain now, and that fails a test.
        gc.collect()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert not list(tmp_path.iterdir())
