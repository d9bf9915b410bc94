"""Putting a sheet in place: verified, whole, and never over a better one."""

from pathlib import Path

import pytest

from assessor.domain.errors import NotWritable, SheetNotVerified
from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Pillar
from assessor.domain.records import Answer, Programme
from assessor.domain.score import AnswerKey, Score
from assessor.exchange.score_sheet.writer import write_sheet
from tests.exchange.score_sheet.examples import (
    COUNCIL,
    PROVENANCE,
    differences_of,
    filled_sheet,
    sheet_with,
)

TWINS = (
    Programme(ProgrammeId("sama"), Pillar.LIVING, "Satu"),
    Programme(ProgrammeId("sama"), Pillar.LIVING, "Dua"),
)


def test_a_path_with_spaces_and_letters_of_any_language_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "Putaran Évaluasi 評価"
    folder.mkdir()
    sheet = filled_sheet(2)

    write_sheet(sheet, folder / "Lembar Dénpasar.xlsx", PROVENANCE)

    assert differences_of(folder / "Lembar Dénpasar.xlsx", sheet) == ()


def test_a_sheet_that_does_not_read_back_is_not_put_in_place(tmp_path: Path) -> None:
    path = tmp_path / "lembar.xlsx"
    path.write_bytes(b"the earlier one")

    with pytest.raises(SheetNotVerified) as problem:
        write_sheet(sheet_with({}, TWINS), path, PROVENANCE)

    assert problem.value.path == path
    assert problem.value.first
    assert path.read_bytes() == b"the earlier one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_note_that_no_cell_holds_is_not_cut_silently(tmp_path: Path) -> None:
    too_long = sheet_with({AnswerKey(COUNCIL): Answer(Score(1), "x" * 32_768)})

    with pytest.raises(SheetNotVerified) as problem:
        write_sheet(too_long, tmp_path / "lembar.xlsx", PROVENANCE)

    assert problem.value.first == f"note/{COUNCIL}"


def test_a_folder_that_is_gone_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "hilang" / "lembar.xlsx"

    with pytest.raises(NotWritable) as problem:
        write_sheet(filled_sheet(1), path, PROVENANCE)

    assert problem.value.path == path
