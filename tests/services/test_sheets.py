"""Score sheets out of a workspace, and what an export does to revisions."""

import datetime as dt
import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assessor.domain.errors import NotWritable
from assessor.domain.ids import AssessmentId, AssessorId, RegionId
from assessor.domain.records import NarrativeSection
from assessor.domain.score import AnswerKey, Score
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.services.sheets import ExportSummary, SheetOrder
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import (
    BATANG,
    DENPASAR,
    KEY,
    REGULATION,
    SERVICE,
    START,
    begin_workspace,
    hand_over,
    only_round,
    participant_at,
    score_all,
    small_round,
    surroundings,
)


@dataclass
class Interrupting:
    """A clock during whose reading somebody can press Ctrl+C."""

    is_interrupted: bool = False

    def __call__(self) -> dt.datetime:
        if self.is_interrupted:
            raise KeyboardInterrupt
        return START


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where sheets are written to."""
    folder = tmp_path / "lembar penilaian é"
    folder.mkdir()
    return folder


@pytest.fixture
def denpasar(workspace: Workspace) -> AssessmentId:
    """My assessment of Kota Denpasar, begun."""
    return begin(workspace, DENPASAR)


def begin(workspace: Workspace, region: RegionId) -> AssessmentId:
    """Begin my assessment of a region with a note."""
    assessment = workspace.assessments.open(participant_at(workspace, region))
    workspace.assessments.write_note(assessment, AnswerKey(SERVICE), "Mulai")
    return assessment


def me(workspace: Workspace) -> AssessorId:
    """Return the id of the person whose workspace this is."""
    person = workspace.people.me()
    assert person is not None
    return person.id


def mine(workspace: Workspace) -> tuple[SheetOrder, ...]:
    """Return the orders for my assessments that were begun."""
    return workspace.sheets.plan(only_round(workspace), assessors=[me(workspace)])


def export(workspace: Workspace, folder: Path) -> ExportSummary:
    """Export my assessments."""
    return workspace.sheets.export(mine(workspace), folder)


def revisions(workspace: Workspace, assessment: AssessmentId) -> tuple[int, int, int]:
    """Return revision, the one it continues, and the one exported last."""
    found = workspace.assessments.get(assessment)
    return found.revision, found.base_revision, found.exported_revision


def test_only_what_was_begun_is_planned(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.assessments.open(participant_at(workspace, BATANG))

    (order,) = mine(workspace)

    assert order.participant == workspace.assessments.get(denpasar).participant
    assert order.assessor == workspace.people.me()
    assert not order.is_blank


def test_blank_sheets_are_planned_for_every_region_taking_part(workspace: Workspace) -> None:
    absent = participant_at(workspace, BATANG)
    workspace.rounds.set_taking_part(absent, takes_part=False, reason="Mundur")

    orders = workspace.sheets.plan(only_round(workspace), assessors=[me(workspace)], is_blank=True)

    assert [(one.participant.region.name, one.is_blank) for one in orders] == [
        ("KOTA DENPASAR", True)
    ]


def test_a_plan_goes_by_region_and_then_by_assessor(path: Path) -> None:
    first = begin_workspace(path)
    begin(first, BATANG)
    with hand_over(first, "Budi") as second:
        everybody = [one.id for one in second.people.assessors()]

        filled = second.sheets.plan(only_round(second), assessors=everybody)
        blank = second.sheets.plan(only_round(second), assessors=everybody, is_blank=True)

        assert [one.assessor.name for one in filled] == ["Sri Lestari"]
        assert [(one.participant.region.bare_name, one.assessor.name) for one in blank] == [
            ("BATANG", "Budi"),
            ("BATANG", "Sri Lestari"),
            ("DENPASAR", "Budi"),
            ("DENPASAR", "Sri Lestari"),
        ]


def test_a_sheet_carries_what_was_said(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.score(denpasar, KEY, Score(0))
    workspace.assessments.write_note(denpasar, KEY, "=bukan rumus\nbaris dua")
    workspace.assessments.write_narrative(denpasar, NarrativeSection.STRENGTHS, "satu\ndua")

    summary = export(workspace, folder)

    assert (summary.failed, summary.was_cancelled) == ((), False)
    (written,) = summary.written
    assert written.parent == folder
    reading = read_sheet(written)
    said = workspace.assessments.get(denpasar)
    assert reading.problems == ()
    assert dict(reading.scores) == {key: answer.score for key, answer in said.answers.items()}
    assert reading.notes[REGULATION] == "=bukan rumus\nbaris dua"
    assert reading.narrative[NarrativeSection.STRENGTHS] == ("satu", "dua")


def test_a_blank_sheet_leaves_the_assessment_alone(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))
    before = workspace.assessments.get(denpasar)
    orders = workspace.sheets.plan(only_round(workspace), assessors=[me(workspace)], is_blank=True)

    summary = workspace.sheets.export(orders, folder)

    assert len(summary.written) == 2
    assert workspace.assessments.get(denpasar) == before
    assert all(
        score.is_blank for one in summary.written for score in read_sheet(one).scores.values()
    )


def test_the_first_change_after_an_export_begins_a_revision(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))
    export(workspace, folder)
    exported = workspace.assessments.get(denpasar)
    workspace.assessments.score(denpasar, KEY, Score(4))
    workspace.assessments.score(denpasar, KEY, Score(2))

    assert (exported.revision, exported.exported_revision) == (1, 1)
    assert not exported.changed_since_export
    assert revisions(workspace, denpasar) == (2, 1, 1)
    assert workspace.assessments.get(denpasar).changed_since_export
    (line,) = (
        one
        for one in workspace.overview.of_round(only_round(workspace))
        if one.assessment == denpasar
    )
    assert line.changed_since_export


def test_undo_after_an_export_is_a_change(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))
    export(workspace, folder)

    workspace.assessments.undo(denpasar)

    assert revisions(workspace, denpasar) == (2, 1, 1)


def test_a_mark_is_private_and_begins_no_revision(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    export(workspace, folder)

    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    assert revisions(workspace, denpasar) == (1, 0, 1)


def test_exporting_again_without_a_change_is_the_same_revision(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    first = export(workspace, folder)
    second = export(workspace, folder)

    assert first.written == second.written
    assert revisions(workspace, denpasar) == (1, 0, 1)


def test_locking_after_an_export_begins_a_revision(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    score_all(workspace, denpasar, 3)
    export(workspace, folder)

    workspace.assessments.lock(denpasar)

    assert revisions(workspace, denpasar) == (2, 1, 1)


def test_reopening_an_exported_assessment_raises_the_revision_once(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.lock(denpasar)
    export(workspace, folder)

    workspace.assessments.reopen(denpasar, "Bukti baru")
    workspace.assessments.score(denpasar, KEY, Score(1))

    assert revisions(workspace, denpasar) == (2, 1, 1)


def test_a_failed_export_is_named_and_taken_back(
    workspace: Workspace, denpasar: AssessmentId, tmp_path: Path
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))

    summary = export(workspace, tmp_path / "tidak ada")

    ((order, error),) = summary.failed
    assert order.participant.region.name == "KOTA DENPASAR"
    assert isinstance(error, NotWritable)
    assert summary.written == ()
    assert revisions(workspace, denpasar) == (1, 0, 0)


def test_a_failed_export_leaves_the_one_before_standing(
    workspace: Workspace, denpasar: AssessmentId, folder: Path, tmp_path: Path
) -> None:
    export(workspace, folder)
    workspace.assessments.score(denpasar, KEY, Score(3))

    export(workspace, tmp_path / "tidak ada")

    assert revisions(workspace, denpasar) == (2, 1, 1)


def test_a_broken_off_export_is_taken_back(path: Path, folder: Path) -> None:
    clock = Interrupting()
    with begin_workspace(path, surroundings(clock=clock)) as workspace:
        assessment = begin(workspace, DENPASAR)
        clock.is_interrupted = True

        with pytest.raises(KeyboardInterrupt):
            export(workspace, folder)

        assert revisions(workspace, assessment) == (1, 0, 0)


def test_one_sheet_that_fails_stops_none_of_the_others(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    begin(workspace, BATANG)
    (written, _other) = export(workspace, folder).written
    written.unlink()
    # The name under which the sheet would be written first is taken by a folder.
    written.with_name(f".{written.name}.{os.getpid()}.part").mkdir()

    summary = export(workspace, folder)

    assert [one.participant.region.bare_name for one, _error in summary.failed] == ["BATANG"]
    assert len(summary.written) == 1
    assert revisions(workspace, denpasar) == (1, 0, 1)


def test_an_export_counts_and_can_be_cancelled(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    batang = begin(workspace, BATANG)
    done: list[int] = []

    summary = workspace.sheets.export(
        mine(workspace), folder, progress=done.append, is_cancelled=lambda: bool(done)
    )

    assert done == [1]
    assert summary.was_cancelled
    assert len(summary.written) == 1
    assert revisions(workspace, batang) == (1, 0, 1)
    assert revisions(workspace, denpasar) == (1, 0, 0)


def test_the_exported_revision_is_remembered_after_a_restart(
    workspace: Workspace, denpasar: AssessmentId, folder: Path
) -> None:
    export(workspace, folder)
    workspace.close()

    with open_workspace(workspace.path, surroundings("later")) as again:
        assert revisions(again, denpasar) == (1, 0, 1)


@pytest.mark.usefixtures("denpasar")
def test_a_sheet_that_stands_there_already_is_not_written_again(
    workspace: Workspace, folder: Path
) -> None:
    (first,) = export(workspace, folder).written
    before = first.stat().st_mtime_ns

    (second,) = export(workspace, folder).written

    assert (second, second.stat().st_mtime_ns) == (first, before)


@pytest.mark.usefixtures("denpasar")
def test_a_file_with_other_content_is_never_replaced(workspace: Workspace, folder: Path) -> None:
    (sheet,) = export(workspace, folder).written
    sheet.write_bytes(b"somebody's own")

    (beside,) = export(workspace, folder).written

    assert sheet.read_bytes() == b"somebody's own"
    assert beside.name == "2021_51.71_KOTA-DENPASAR_sri-lestari_r01-2.xlsx"
    assert read_sheet(beside).identity.revision == 1


@pytest.mark.usefixtures("denpasar")
def test_sheets_of_two_rounds_of_one_year_stand_beside_each_other(
    workspace: Workspace, folder: Path
) -> None:
    export(workspace, folder)
    practice = workspace.rounds.create(replace(small_round(), name="Latihan"))
    (participant,) = (
        one for one in workspace.rounds.participants(practice) if one.region.id == DENPASAR
    )
    assessment = workspace.assessments.open(participant.id)
    workspace.assessments.write_note(assessment, AnswerKey(SERVICE), "Latihan")

    orders = workspace.sheets.plan(practice, assessors=[me(workspace)])
    workspace.sheets.export(orders, folder)

    rounds = {read_sheet(file).identity.round_name for file in folder.iterdir()}
    assert rounds == {"Evaluasi 2021", "Latihan"}
