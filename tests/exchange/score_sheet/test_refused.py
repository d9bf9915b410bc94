"""Files that are no score sheet are refused by kind, quickly and without a traceback."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.errors import NotFound, NotReadable, SheetRefused
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import SheetRefusal
from tests.exchange.score_sheet.examples import blank_sheet, edited, rebuilt, written

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written(blank_sheet(1), tmp_path)


def refusal_of(path: Path) -> str:
    with pytest.raises(SheetRefused) as refused:
        read_sheet(path)
    assert refused.value.path == path
    return refused.value.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("kosong.xlsx", b"", SheetRefusal.EMPTY),
        ("~$lembar.xlsx", b"PK\x03\x04", SheetRefusal.LOCK_FILE),
        ("lembar.csv", b"No,Nilai\n1,3\n", SheetRefusal.NOT_A_SCORE_SHEET),
        ("lembar.pdf", b"%PDF-1.7", SheetRefusal.NOT_A_SCORE_SHEET),
        ("lembar.xls", OLE + b"Workbook", SheetRefusal.LEGACY_FORMAT),
        ("sandi.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), SheetRefusal.ENCRYPTED),
        ("rusak.xlsx", b"PK\x03\x04rusak", SheetRefusal.DAMAGED),
    ],
)
def test_a_file_of_another_kind_is_refused_by_kind(
    tmp_path: Path, name: str, content: bytes, reason: SheetRefusal
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert refusal_of(path) == reason


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_sheet(tmp_path / "tidak ada.xlsx")


def test_a_folder_is_not_readable(tmp_path: Path) -> None:
    with pytest.raises(NotReadable):
        read_sheet(tmp_path)


def test_a_cut_file_is_damaged(sheet: Path) -> None:
    sheet.write_bytes(sheet.read_bytes()[:-200])

    assert refusal_of(sheet) == SheetRefusal.DAMAGED


def test_a_broken_page_is_damaged(sheet: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:3000]

    assert refusal_of(rebuilt(sheet, change)) == SheetRefusal.DAMAGED


def test_a_protected_container_is_encrypted(sheet: Path) -> None:
    content = bytearray(sheet.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(mark, place + 4)
    sheet.write_bytes(content)

    assert refusal_of(sheet) == SheetRefusal.ENCRYPTED


def test_another_workbook_is_no_score_sheet(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    Workbook().save(path)

    assert refusal_of(path) == SheetRefusal.NOT_A_SCORE_SHEET


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("versi-format", "2", SheetRefusal.TOO_NEW),
        ("jenis", "lampiran", SheetRefusal.OTHER_PAPER),
        ("revisi", "tiga", SheetRefusal.IDENTITY_BROKEN),
        ("status", None, SheetRefusal.IDENTITY_BROKEN),
    ],
)
def test_an_identity_that_does_not_fit_is_refused(
    sheet: Path, key: str, value: str | None, reason: SheetRefusal
) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["_identitas"]
        row = next(cell.row for cell in page["A"] if cell.value == key)
        page.cell(row, 2).value = value

    assert refusal_of(edited(sheet, edit)) == reason


@pytest.mark.parametrize("cell", ["XFD1", "A1048576", "BA20"])
def test_a_value_far_away_is_refused_before_memory_is_taken(sheet: Path, cell: str) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Penilaian"][cell] = "jauh"

    assert refusal_of(edited(sheet, edit)) == SheetRefusal.UNSAFE


def test_an_empty_look_far_away_does_no_harm(sheet: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Penilaian"]["XFD1048576"].style = "Catatan"

    assert read_sheet(edited(sheet, edit)).problems == ()


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        ("xl/vbaProject.bin", b"x", SheetRefusal.MACROS),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", SheetRefusal.UNSAFE),
        ("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "a">]><x/>', SheetRefusal.UNSAFE),
    ],
)
def test_macros_links_and_entities_are_refused(
    sheet: Path, part: str, content: bytes, reason: SheetRefusal
) -> None:
    assert refusal_of(rebuilt(sheet, lambda parts: parts.update({part: content}))) == reason


def test_a_bomb_is_refused_by_what_it_declares(sheet: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts["xl/media/besar.bin"] = bytes(40 * 1024 * 1024)

    assert refusal_of(rebuilt(sheet, change)) == SheetRefusal.UNSAFE
