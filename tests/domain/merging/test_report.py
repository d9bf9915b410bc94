"""A report survives being kept as JSON, and counts what it holds."""

import json

from assessor.domain.ids import ParticipantId
from assessor.domain.merging.incoming import FileClass, Outcome, Reason
from assessor.domain.merging.report import (
    AssessmentChange,
    CellProblem,
    FileReport,
    MergeReport,
    RegionEffect,
)

FILE = FileReport(
    path="a.xlsx",
    sha256="00",
    kind=FileClass.FORK,
    outcome=Outcome.WAITS,
    reasons=(Reason.SCORES_IN_CONFLICT,),
    problems=(CellProblem("Penilaian", "F12", "score_is_text", "mended", "3", "0-4"),),
)
EFFECT = RegionEffect(
    participant=ParticipantId("p"),
    code="51.71",
    name="KOTA DENPASAR",
    final_before=None,
    final_after="3.10",
    rank_before=None,
    rank_after=1,
    files=("a.xlsx",),
    assessments=(AssessmentChange("Ayu", None, 1, 7),),
    programmes=("Tukad Bindu",),
)


def test_a_file_is_kept() -> None:
    assert FileReport.from_document(json.loads(json.dumps(FILE.document()))) == FILE


def test_an_effect_is_kept() -> None:
    assert RegionEffect.from_document(json.loads(json.dumps(EFFECT.document()))) == EFFECT


def test_a_first_rank_is_a_move() -> None:
    assert EFFECT.moves


def test_files_are_counted_by_outcome() -> None:
    report = MergeReport((FILE,), (EFFECT,))

    assert (report.taken, report.refused) == (0, 1)
