"""Files and folders are looked through; what is no sheet is named and stops nothing."""

from pathlib import Path

import pytest

from assessor.domain.merging.incoming import FileClass, Outcome
from assessor.exchange.score_sheet.reading import Problem, SheetReading
from assessor.services.merging.files import Candidate, candidates, read_files
from tests.services.merging.examples import Colleague

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def sheet(tmp_path: Path, folder: Path) -> Path:
    """A good sheet."""
    return Colleague(tmp_path, "ayu").send(folder, is_blank=True)


def unchecked(_reading: SheetReading) -> tuple[Problem, ...]:
    """Find nothing: these sheets are only read."""
    return ()


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

    (one,) = read_files(candidates([path]), unchecked).files

    assert (one.report.kind, one.report.refusal) == (kind, refusal)
    assert one.report.outcome is Outcome.REFUSED
    assert len(one.report.sha256) == 64
    assert one.problem is not None


def test_a_file_that_is_gone_stops_no_other(folder: Path, sheet: Path) -> None:
    gone, good = read_files([Candidate(folder / "hilang.xlsx"), Candidate(sheet)], unchecked).files

    assert gone.report.refusal == "NotFound"
    assert good.incoming is not None


def test_what_is_skipped_is_listed(folder: Path) -> None:
    (folder / "surat.pdf").write_bytes(b"x")

    (one,) = read_files(candidates([folder]), unchecked).files

    assert one.report.outcome is Outcome.SKIPPED


def test_progress_is_told_and_reading_can_be_cancelled(sheet: Path) -> None:
    heard: list[int] = []
    files = [Candidate(sheet), Candidate(sheet), Candidate(sheet)]

    found = read_files(files, unchecked, heard.append, lambda: len(heard) == 2)

    assert heard == [1, 2]
    assert found.was_cancelled
    assert len(found.files) == 2
