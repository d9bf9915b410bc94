"""Files and folders are looked through; what is no sheet is named and stops nothing."""

from hashlib import sha256
from pathlib import Path

import pytest

from assessor.domain.errors import SheetRefused
from assessor.domain.merging.incoming import FileClass, Outcome
from assessor.services.merging.files import FEW, candidates, read_files
from assessor.services.merging.one_file import Candidate, given_up
from tests.services.merging.examples import Colleague

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def sheet(tmp_path: Path, folder: Path) -> Path:
    """A good sheet."""
    return Colleague(tmp_path, "ayu").send(folder, is_blank=True)


def test_folders_are_looked_through_and_what_is_none_of_ours_is_skipped(
    folder: Path, sheet: Path
) -> None:
    below = folder / "bawah" / "lagi"
    below.mkdir(parents=True)
    hidden = folder / ".simpan"
    hidden.mkdir()
    for name in ("~$buka.xlsx", ".~lock.a.xlsx#", "surat.pdf", "lama.xls"):
        (below / name).write_bytes(b"x")
    (hidden / "a.xlsx").write_bytes(b"x")

    found = {one.path.name: one.is_skipped for one in candidates([folder])}

    assert found == {
        sheet.name: False,
        "~$buka.xlsx": True,
        ".~lock.a.xlsx#": True,
        "surat.pdf": True,
        "lama.xls": False,
    }


def test_a_file_named_twice_is_read_once(folder: Path, sheet: Path) -> None:
    assert candidates([sheet, folder, sheet]) == (Candidate(sheet),)


def test_every_file_bears_the_fingerprint_of_its_bytes_refused_or_not(
    folder: Path, sheet: Path
) -> None:
    other = folder / "catatan.xlsx"
    other.write_bytes(b"halo")

    read = read_files(candidates([sheet, other]), ()).files

    found = [one.report.sha256 for one in read]
    assert found == [sha256(path.read_bytes()).hexdigest() for path in (sheet, other)]


@pytest.mark.parametrize(
    ("name", "content", "kind", "refusal"),
    [
        ("kosong.xlsx", b"", FileClass.DAMAGED, "empty"),
        ("catatan.txt", b"halo", FileClass.NOT_A_SCORE_SHEET, "not_a_score_sheet"),
        ("rusak.xlsx", b"PK\x03\x04 rusak", FileClass.DAMAGED, "damaged"),
        (
            "lama.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            FileClass.NOT_A_SCORE_SHEET,
            "legacy_format",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_kind(
    folder: Path, name: str, content: bytes, kind: FileClass, refusal: str
) -> None:
    path = folder / name
    path.write_bytes(content)

    (one,) = read_files(candidates([path]), ()).files

    assert (one.report.kind, one.report.refusal) == (kind, refusal)
    assert one.report.outcome is Outcome.REFUSED
    assert len(one.report.sha256) == 64
    assert one.problem is not None


def test_a_file_that_is_gone_stops_no_other(folder: Path, sheet: Path) -> None:
    gone, good = read_files([Candidate(folder / "hilang.xlsx"), Candidate(sheet)], ()).files

    assert gone.report.refusal == "NotFound"
    assert good.incoming is not None


def test_what_is_skipped_is_listed(folder: Path) -> None:
    (folder / "surat.pdf").write_bytes(b"x")

    (one,) = read_files(candidates([folder]), ()).files

    assert one.report.outcome is Outcome.SKIPPED


def test_progress_is_told_and_reading_can_be_cancelled(sheet: Path) -> None:
    heard: list[int] = []
    files = [Candidate(sheet), Candidate(sheet), Candidate(sheet)]

    found = read_files(files, (), heard.append, lambda: len(heard) == 2)

    assert heard == [1, 2]
    assert found.was_cancelled
    assert len(found.files) == 2


def test_many_files_are_read_alike_in_processes_of_their_own(folder: Path, sheet: Path) -> None:
    some = folder / "banyak"
    some.mkdir()
    for number in range(FEW):
        (some / f"{number:03}.xlsx").write_bytes(sheet.read_bytes())
    (some / "020.xlsx").write_bytes(b"PK\x03\x04 rusak")
    files = candidates([some])

    together = read_files(files, ()).files
    alone = [read_files([one], ()).files[0] for one in files]

    assert [one.report for one in together] == [one.report for one in alone]
    assert [one.incoming and one.incoming.content for one in together] == [
        one.incoming and one.incoming.content for one in alone
    ]
    assert [one.incoming.file for one in together if one.incoming] == [
        number for number in range(FEW) if number != 20
    ]
    assert isinstance(together[20].problem, SheetRefused)


def test_a_file_that_ends_the_reading_process_is_quarantined(sheet: Path) -> None:
    given = given_up(Candidate(sheet))

    assert given.report.kind is FileClass.UNSAFE
    assert given.report.outcome is Outcome.REFUSED
    assert given.report.sha256
    assert given.incoming is None


def test_reading_can_be_cancelled_among_many_files(sheet: Path) -> None:
    files = [Candidate(sheet)] * (4 * FEW)
    heard: list[int] = []

    found = read_files(files, (), heard.append, lambda: bool(heard))

    assert found.was_cancelled
    assert len(found.files) < len(files)
