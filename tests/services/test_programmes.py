"""A region's quick-win programmes: every change of the list, and taking it back."""

from pathlib import Path

import pytest

from assessor.domain.changes import Topic
from assessor.domain.errors import (
    NameMissing,
    ProgrammeKnown,
    ProgrammesLocked,
    TextTooLong,
)
from assessor.domain.ids import AssessmentId, ProgrammeId
from assessor.domain.instrument import Pillar
from assessor.domain.records import Programme
from assessor.domain.score import AnswerKey, Score
from assessor.services.workspace import Workspace
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    begin_workspace,
    hand_over,
    only_round,
    participant_at,
    score_all,
)


@pytest.fixture
def three(workspace: Workspace, denpasar: AssessmentId) -> tuple[ProgrammeId, ...]:
    """Three programmes of Kota Denpasar: A, B, C."""
    added = (workspace.programmes.add(denpasar, Pillar.LIVING, name) for name in "ABC")
    return tuple(programme for programme, _changes in added)


def names(workspace: Workspace, assessment: AssessmentId) -> str:
    """Return the names of the listed programmes in their order."""
    return "".join(one.name for one in workspace.assessments.get(assessment).programmes)


def test_a_programme_is_added_at_the_end(workspace: Workspace, denpasar: AssessmentId) -> None:
    first, changes = workspace.programmes.add(denpasar, Pillar.LIVING, "  Tukad \n Bindu ")
    second, _ = workspace.programmes.add(denpasar, Pillar.ECONOMY, "Pasar Badung")

    assert workspace.assessments.get(denpasar).programmes == (
        Programme(first, Pillar.LIVING, "Tukad Bindu"),
        Programme(second, Pillar.ECONOMY, "Pasar Badung"),
    )
    assert changes.topics == {Topic.PROGRAMMES}


@pytest.mark.parametrize("name", ["", " \n\t", "\x01"])
def test_a_programme_needs_a_name(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...], name: str
) -> None:
    with pytest.raises(NameMissing):
        workspace.programmes.add(denpasar, Pillar.LIVING, name)
    with pytest.raises(NameMissing):
        workspace.programmes.rename(denpasar, three[0], name)


def test_a_name_must_fit_a_cell(workspace: Workspace, denpasar: AssessmentId) -> None:
    with pytest.raises(TextTooLong):
        workspace.programmes.add(denpasar, Pillar.LIVING, "x" * 32_768)


@pytest.mark.parametrize("name", ["Tukad Bindu", "TUKAD  BINDU ", "tukad\u00a0bindu"])
def test_a_name_that_is_there_in_another_dress_is_refused(
    workspace: Workspace, denpasar: AssessmentId, name: str
) -> None:
    workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    other, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Pasar Badung")

    for edit in (
        lambda: workspace.programmes.add(denpasar, Pillar.ECONOMY, name),
        lambda: workspace.programmes.rename(denpasar, other, name),
    ):
        with pytest.raises(ProgrammeKnown) as caught:
            edit()
        assert caught.value.name == "Tukad Bindu"
    assert len(workspace.assessments.get(denpasar).programmes) == 2


def test_another_region_may_have_a_programme_of_the_same_name(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    batang = workspace.assessments.open(participant_at(workspace, BATANG))
    workspace.programmes.add(denpasar, Pillar.LIVING, "Satu Data")

    workspace.programmes.add(batang, Pillar.LIVING, "Satu Data")

    assert names(workspace, batang) == names(workspace, denpasar) == "Satu Data"


def test_a_programme_can_correct_its_own_spelling(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "TUKAD BINDU")

    workspace.programmes.rename(denpasar, programme, "Tukad Bindu")

    assert names(workspace, denpasar) == "Tukad Bindu"


def test_the_name_of_a_removed_programme_is_free(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...]
) -> None:
    workspace.programmes.remove(denpasar, three[0])

    workspace.programmes.add(denpasar, Pillar.LIVING, "A")

    assert names(workspace, denpasar) == "BCA"


def test_a_programme_moves_to_another_pillar(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...]
) -> None:
    workspace.programmes.move_to_pillar(denpasar, three[1], Pillar.SOCIETY)
    moved = workspace.assessments.get(denpasar).programmes[1].pillar
    workspace.assessments.undo(denpasar)

    assert moved is Pillar.SOCIETY
    assert workspace.assessments.get(denpasar).programmes[1].pillar is Pillar.LIVING


def test_programmes_are_reordered_and_back(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...]
) -> None:
    a, b, c = three
    workspace.programmes.reorder(denpasar, [c, a, b])
    reordered = names(workspace, denpasar)
    workspace.assessments.undo(denpasar)

    assert (reordered, names(workspace, denpasar)) == ("CAB", "ABC")


def test_a_removed_programme_returns_to_its_place_whatever_was_reordered_meanwhile(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...]
) -> None:
    a, b, c = three
    workspace.programmes.reorder(denpasar, [c, a, b])
    workspace.programmes.remove(denpasar, c)
    workspace.programmes.reorder(denpasar, [b, a])
    for _step in range(2):
        workspace.assessments.undo(denpasar)

    assert names(workspace, denpasar) == "CAB"


def test_a_list_that_is_not_the_regions_is_a_mistake_of_the_program(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...]
) -> None:
    with pytest.raises(LookupError):
        workspace.programmes.reorder(denpasar, three[:2])

    assert names(workspace, denpasar) == "ABC"


def test_scores_note_and_evidence_go_and_return_with_their_programme(
    workspace: Workspace, denpasar: AssessmentId, three: tuple[ProgrammeId, ...]
) -> None:
    key = AnswerKey(BENEFIT, three[1])
    workspace.assessments.score(denpasar, key, Score(4))
    workspace.assessments.write_programme_note(denpasar, three[1], "Sungai bersih")
    before = workspace.assessments.get(denpasar)

    workspace.programmes.remove(denpasar, three[1])
    removed = workspace.assessments.get(denpasar)
    workspace.assessments.undo(denpasar)

    assert (removed.answers, removed.programme_notes) == ({}, {})
    assert [one.name for one in removed.programmes] == ["A", "C"]
    returned = workspace.assessments.get(denpasar)
    assert returned.programmes == before.programmes
    assert returned.answers == before.answers
    assert returned.programme_notes == before.programme_notes


def test_an_added_programme_can_be_taken_back_and_set_again(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.programmes.add(denpasar, Pillar.LIVING, "A")
    workspace.assessments.undo(denpasar)
    undone = names(workspace, denpasar)
    workspace.assessments.redo(denpasar)

    assert (undone, names(workspace, denpasar)) == ("", "A")


def test_programmes_stay_as_they_are_under_a_locked_assessment_of_another(path: Path) -> None:
    first = begin_workspace(path)
    theirs = first.assessments.open(participant_at(first, DENPASAR))
    first.programmes.add(theirs, Pillar.LIVING, "A")
    score_all(first, theirs, 3)
    first.assessments.lock(theirs)
    with hand_over(first, "Budi") as second:
        mine = second.assessments.open(participant_at(second, DENPASAR))

        with pytest.raises(ProgrammesLocked) as refused:
            second.programmes.add(mine, Pillar.LIVING, "B")

        assert refused.value.region == "KOTA DENPASAR"
        assert names(second, mine) == "A"


def test_a_change_of_the_programmes_is_a_change_of_every_exported_assessment(
    path: Path, tmp_path: Path
) -> None:
    first = begin_workspace(path)
    theirs = first.assessments.open(participant_at(first, DENPASAR))
    first.programmes.add(theirs, Pillar.LIVING, "A")
    me = first.people.me()
    assert me is not None
    orders = first.sheets.plan(only_round(first), assessors=[me.id])
    assert first.sheets.export(orders, tmp_path).failed == ()
    with hand_over(first, "Budi") as second:
        mine = second.assessments.open(participant_at(second, DENPASAR))

        second.programmes.add(mine, Pillar.LIVING, "B")

        assert second.assessments.get(theirs).changed_since_export
