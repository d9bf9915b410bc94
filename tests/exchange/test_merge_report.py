"""The report of a merge names everything, up front what was not taken."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from assessor.domain.ids import ParticipantId
from assessor.domain.merging.incoming import FileClass, Outcome, Reason
from assessor.domain.merging.report import (
    AssessmentChange,
    CellProblem,
    FileReport,
    MergeReport,
    RegionEffect,
)
from assessor.exchange.merge_report import wording
from assessor.exchange.merge_report.writer import write_text, write_workbook

REPORT = MergeReport(
    files=(
        FileReport("=a.xlsx", "00", FileClass.NEW, Outcome.TAKEN, region="KOTA DENPASAR", scores=3),
        FileReport(
            "b.xlsx",
            "11",
            FileClass.EDITED_OUTSIDE,
            Outcome.REFUSED,
            (Reason.CELLS_REFUSED,),
            problems=(
                CellProblem("Penilaian", "F12", "score_out_of_scale", "refused", "5", "0–4"),
            ),
        ),
        FileReport("c.pdf", "", FileClass.NOT_A_SCORE_SHEET, Outcome.SKIPPED, refusal="skipped"),
    ),
    regions=(
        RegionEffect(
            ParticipantId("p"),
            "51.71",
            "KOTA DENPASAR",
            None,
            "3.10",
            None,
            1,
            files=("=a.xlsx",),
            assessments=(AssessmentChange("Ayu", None, 1, 3),),
        ),
    ),
    batch=4,
    at=dt.datetime(2023, 11, 27, 12, tzinfo=dt.UTC),
    who="Sri Lestari",
)


def test_the_text_begins_with_what_was_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    write_text(REPORT, path)

    lines = path.read_text("utf-8").splitlines()

    assert lines[:2] == ["Laporan Penggabungan Lembar Penilaian", "Penggabungan: 4"]
    assert "Ditolak: 1" in lines
    left = lines.index("Yang tidak diambil")
    assert left < lines.index("Berkas")
    assert lines[left + 1].startswith("b.xlsx\tdiisi atau diubah di luar aplikasi")
    assert lines[left + 2].startswith("c.pdf\tbukan lembar penilaian")
    assert lines[-1] == "51.71\tKOTA DENPASAR\t–\t3,10\t–\t1\tAyu: revisi – → 1\t=a.xlsx"


def test_a_merge_that_left_nothing_out_says_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    write_text(replace(REPORT, files=REPORT.files[:1], at=None), path)

    assert "Yang tidak diambil" not in path.read_text("utf-8")


def test_a_merge_taken_back_says_so(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    write_text(replace(REPORT, undone_at=REPORT.at), path)

    assert wording.UNDONE in path.read_text("utf-8")


def test_the_workbook_has_a_page_for_each_table(tmp_path: Path) -> None:
    path = tmp_path / "laporan.xlsx"
    write_workbook(REPORT, path)

    workbook = load_workbook(path)

    assert workbook.sheetnames == ["Ringkasan", "Berkas", "Masalah", "Daerah"]
    files = workbook["Berkas"]
    assert (files["A2"].value, files["A2"].data_type) == ("=a.xlsx", "s")
    assert workbook["Masalah"]["C2"].value == "F12"
    assert float(str(workbook["Daerah"]["D2"].value)) == 3.1


def test_every_code_has_its_word() -> None:
    assert set(wording.CLASSES) == set(FileClass)
    assert set(wording.OUTCOMES) == set(Outcome)
    assert set(wording.REASONS) == set(Reason)
