"""Files that are no score sheet are refused by kind, quickly and without a traceback."""

import os
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.errors import NotFound, NotReadable, SheetRefused
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import ProblemCode, Severity, SheetRefusal
from tests.exchange.score_sheet.examples import blank_sheet, edited, rebuilt, written
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice

is_root = getattr(os, "geteuid", lambda: 1)() == 0
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
        (".~lock.lembar.xlsx#", b",asesor,", SheetRefusal.LOCK_FILE),
        ("surat.doc", OLE + b"x", SheetRefusal.NOT_A_SCORE_SHEET),
        ("tabel.xls", b"<html><table>", SheetRefusal.LEGACY_FORMAT),
        ("~$lembar.xlsx", b"PK\x03\x04", SheetRefusal.LOCK_FILE),
        ("lembar.csv", b"No,Nilai\n1,3\n", SheetRefusal.OTHER_FORMAT),
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


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == SheetRefusal.FOLDER


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipa.xlsx"
    os.mkfifo(path)

    assert refusal_of(path) == SheetRefusal.NOT_A_SCORE_SHEET


@pytest.mark.skipif(is_root, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_named(sheet: Path) -> None:
    sheet.chmod(0)

    with pytest.raises(NotReadable) as problem:
        read_sheet(sheet)

    assert problem.value.path == sheet


@pytest.mark.parametrize("mark", ["~$lembar.xlsx", ".~lock.lembar.xlsx#"])
def test_a_sheet_open_in_another_program_is_refused_and_others_are_not(
    sheet: Path, mark: str
) -> None:
    other = sheet.with_name("lain.xlsx")
    shutil.copy(sheet, other)
    sheet.with_name(mark).write_bytes(b"x")

    assert refusal_of(sheet) == SheetRefusal.OPEN_ELSEWHERE
    assert read_sheet(other).problems == ()


@pytest.mark.parametrize("part", ["xl/workbook.bin", "content.xml"])
def test_a_spreadsheet_of_another_format_is_named(sheet: Path, part: str) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts[part] = b""

    assert refusal_of(rebuilt(sheet, change)) == SheetRefusal.OTHER_FORMAT


@needs_libreoffice
@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("ods", SheetRefusal.OTHER_FORMAT),
        ("xls", SheetRefusal.LEGACY_FORMAT),
        ("csv", SheetRefusal.OTHER_FORMAT),
        ("pdf", SheetRefusal.NOT_A_SCORE_SHEET),
    ],
)
def test_what_libreoffice_saves_otherwise_is_refused_by_kind(
    sheet: Path, libreoffice_profile: Path, kind: str, reason: SheetRefusal
) -> None:
    assert refusal_of(converted(sheet, kind, libreoffice_profile)) == reason


def test_a_workbook_that_may_hold_macros_is_refused_though_renamed(sheet: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "[Content_Types].xml"
        parts[name] = parts[name].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")

    assert refusal_of(rebuilt(sheet, change)) == SheetRefusal.MACROS


def test_a_copied_identity_page_is_refused(sheet: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook.copy_worksheet(workbook["_identitas"])

    assert refusal_of(edited(sheet, edit)) == SheetRefusal.IDENTITY_BROKEN


def test_an_identity_that_is_computed_is_refused(sheet: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["_identitas"]["B5"].value = "=1"

    assert refusal_of(edited(sheet, edit)) == SheetRefusal.IDENTITY_BROKEN


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
def test_a_value_far_away_is_left_out_and_told(sheet: Path, cell: str) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Penilaian"][cell] = "jauh"

    reading = read_sheet(edited(sheet, edit))

    assert [(one.code, one.severity, one.cell) for one in reading.problems] == [
        (ProblemCode.FAR_AWAY, Severity.LEFT_OUT, cell)
    ]


def test_an_empty_look_far_away_does_no_harm(sheet: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Penilaian"]["XFD1048576"].style = "Catatan"

    assert read_sheet(edited(sheet, edit)).problems == ()


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        ("xl/vbaProject.bin", b"x", SheetRefusal.MACROS),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", SheetRefusal.EXTERNAL_LINKS),
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
