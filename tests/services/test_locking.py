"""Locking a complete assessment, and reopening it with a reason."""

from pathlib import Path

import pytest

from assessor.domain.changes import Topic
from assessor.domain.errors import (
    AssessmentIncomplete,
    AssessmentLocked,
    NotTakingPart,
    ReasonMissing,
)
from assessor.domain.ids import AssessmentId
from assessor.domain.instrument import Pillar
from assessor.domain.records import AssessmentState, NarrativeSection
from assessor.domain.score import Score
from assessor.services.evidence import EvidenceTarget
from assessor.services.workspace import Workspace
from tests.services.examples import DENPASAR, KEY, participant_at, score_all


def test_only_a_complete_assessment_can_be_locked(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))

    with pytest.raises(AssessmentIncomplete) as caught:
        workspace.assessments.lock(denpasar)

    assert (caught.value.region, caught.value.missing) == ("KOTA DENPASAR", 3)
    assert workspace.assessments.get(denpasar).state is AssessmentState.DRAFT


def test_a_locked_assessment_refuses_every_change(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 3)
    (programme,) = workspace.assessments.get(denpasar).programmes
    changes = workspace.assessments.lock(denpasar)
    before = workspace.assessments.get(denpasar)
    edits = (
        lambda: workspace.assessments.score(denpasar, KEY, Score(1)),
        lambda: workspace.assessments.mark(denpasar, KEY, is_marked=True),
        lambda: workspace.assessments.write_note(denpasar, KEY, "x"),
        lambda: workspace.assessments.write_programme_note(denpasar, programme.id, "x"),
        lambda: workspace.assessments.write_narrative(denpasar, NarrativeSection.STRENGTHS, "x"),
        lambda: workspace.programmes.add(denpasar, Pillar.LIVING, "Baru"),
        lambda: workspace.programmes.rename(denpasar, programme.id, "Baru"),
        lambda: workspace.programmes.move_to_pillar(denpasar, programme.id, Pillar.ECONOMY),
        lambda: workspace.programmes.reorder(denpasar, [programme.id]),
        lambda: workspace.programmes.remove(denpasar, programme.id),
        lambda: workspace.assessments.lock(denpasar),
        lambda: workspace.assessments.undo(denpasar),
        lambda: workspace.assessments.redo(denpasar),
    )

    for edit in edits:
        with pytest.raises(AssessmentLocked) as caught:
            edit()
        assert caught.value.region == "KOTA DENPASAR"

    assert changes.topics == {Topic.STATE}
    assert before.is_locked
    assert workspace.assessments.get(denpasar) == before


def test_a_region_that_does_not_take_part_is_not_scored(
    workspace: Workspace, denpasar: AssessmentId, tmp_path: Path
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))
    before = workspace.assessments.get(denpasar).answers
    participant = participant_at(workspace, DENPASAR)
    workspace.rounds.set_taking_part(participant, takes_part=False, reason="Mundur")
    file = tmp_path / "peraturan.txt"
    file.write_text("Peraturan", "utf-8")
    edits = (
        lambda: workspace.assessments.score(denpasar, KEY, Score(1)),
        lambda: workspace.assessments.write_note(denpasar, KEY, "x"),
        lambda: workspace.assessments.write_narrative(denpasar, NarrativeSection.STRENGTHS, "x"),
        lambda: workspace.programmes.add(denpasar, Pillar.LIVING, "Baru"),
        lambda: workspace.evidence.attach_file(denpasar, EvidenceTarget(KEY.question), file),
        lambda: workspace.assessments.lock(denpasar),
        lambda: workspace.assessments.undo(denpasar),
    )

    for edit in edits:
        with pytest.raises(NotTakingPart) as caught:
            edit()
        assert caught.value.region == "KOTA DENPASAR"

    assert workspace.assessments.get(denpasar).answers == before


def test_a_region_that_takes_part_after_all_is_scored_again(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    participant = participant_at(workspace, DENPASAR)
    workspace.rounds.set_taking_part(participant, takes_part=False, reason="Mundur")
    workspace.rounds.set_taking_part(participant, takes_part=True, reason="Ikut")

    workspace.assessments.score(denpasar, KEY, Score(1))

    assert workspace.assessments.get(denpasar).answer(KEY).score == Score(1)


def test_reopening_asks_for_a_reason(workspace: Workspace, denpasar: AssessmentId) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.lock(denpasar)

    with pytest.raises(ReasonMissing):
        workspace.assessments.reopen(denpasar, " \n")

    assert workspace.assessments.get(denpasar).is_locked


def test_reopening_raises_the_revision_and_keeps_the_reason(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.lock(denpasar)

    changes = workspace.assessments.reopen(denpasar, " Bukti baru masuk ")

    opened = workspace.assessments.get(denpasar)
    assert changes.topics == {Topic.STATE}
    assert (opened.state, opened.revision, opened.base_revision) == (AssessmentState.DRAFT, 2, 1)
    logged = workspace.assessments.history(denpasar)[0]
    assert (logged.old, logged.new, logged.reason) == ("final", "draft", "Bukti baru masuk")
    assert logged.who == workspace.people.me()


def test_reopening_what_is_open_changes_nothing(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    before = workspace.assessments.get(denpasar)

    changes = workspace.assessments.reopen(denpasar, "Bukti baru")

    assert changes.topics == frozenset()
    assert workspace.assessments.get(denpasar) == before
