"""A merge is taken back whole, unless something was built on it."""

from pathlib import Path

import pytest

from assessor.domain.errors import (
    MergeBuiltUpon,
    MergeSettledUpon,
    MergeUnknown,
    MergeWorkedUpon,
)
from assessor.domain.ids import AssessorId, assessment_id
from assessor.domain.instrument import Pillar
from assessor.domain.score import Score
from assessor.services.workspace import Workspace
from tests.services.examples import DENPASAR, START, participant_at
from tests.services.merging.examples import LAW, OTHER, Colleague, merge, said_in


def test_undo_brings_back_exactly_what_was(
    lead: Workspace, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    ayu.add_programme("Tukad Bindu")
    merge(lead, ayu.send(folder))
    before = said_in(lead)
    ayu.score({LAW: 2})
    budi.score({LAW: 1})
    budi.add_programme("Pasar Badung")
    merge(lead, ayu.send(folder), budi.send(folder))

    lead.merging.undo(2)
    between = said_in(lead)
    lead.merging.undo(1)

    assert between == before
    assert "ayu" not in said_in(lead)
    assert [one.undone_at is None for one in lead.merging.batches()] == [False, False]


def test_what_was_taken_back_can_be_merged_again(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    sheet = ayu.send(folder)
    merge(lead, sheet)
    before = said_in(lead)
    lead.merging.undo(1)

    done = merge(lead, sheet)

    assert done.report.batch == 2
    assert said_in(lead) == before


@pytest.mark.parametrize("number", [1, 7])
def test_a_merge_that_does_not_stand_cannot_be_taken_back(
    lead: Workspace, ayu: Colleague, folder: Path, number: int
) -> None:
    ayu.score({LAW: 4})
    merge(lead, ayu.send(folder))
    lead.merging.undo(1)

    with pytest.raises(MergeUnknown):
        lead.merging.undo(number)


def test_a_merge_under_a_later_one_stays(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    ayu.score({LAW: 4})
    merge(lead, ayu.send(folder))
    ayu.score({LAW: 2})
    merge(lead, ayu.send(folder))

    with pytest.raises(MergeBuiltUpon) as caught:
        lead.merging.undo(1)

    assert caught.value.merges == "2"


def test_a_merge_stays_under_an_older_sheet_kept_later(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    older = ayu.send(folder)
    ayu.score({LAW: 2})
    merge(lead, ayu.send(folder))
    merge(lead, older)

    with pytest.raises(MergeBuiltUpon) as caught:
        lead.merging.undo(1)

    assert caught.value.merges == "2"


def test_a_merge_under_later_edits_stays(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    ayu.score({LAW: 4})
    merge(lead, ayu.send(folder))
    own = assessment_id(participant_at(lead, DENPASAR), AssessorId("ayu"))
    lead.assessments.score(own, OTHER, Score(1))

    with pytest.raises(MergeWorkedUpon) as caught:
        lead.merging.undo(1)

    assert caught.value.regions == "KOTA DENPASAR"


def test_a_merge_stays_under_what_a_panel_settled_and_says_who_and_when(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    merge(lead, ayu.send(folder))
    lead.panels.leave_mean(participant_at(lead, DENPASAR), LAW, "dibahas")
    lead.panels.leave_mean(participant_at(lead, DENPASAR), LAW, "dibahas lagi")

    with pytest.raises(MergeSettledUpon) as caught:
        lead.merging.undo(1)

    day = START.astimezone()
    assert caught.value.settled == f"KOTA DENPASAR (Sri Lestari, {day:%d/%m/%Y})"


def test_a_merge_whose_programme_others_use_stays(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    ayu.add_programme("Tukad Bindu")
    merge(lead, ayu.send(folder))
    participant = participant_at(lead, DENPASAR)
    mine = lead.assessments.open(participant)
    (programme,) = lead.assessments.get(mine).programmes
    lead.assessments.write_programme_note(mine, programme.id, "baik")

    with pytest.raises(MergeWorkedUpon):
        lead.merging.undo(1)


def test_a_merge_whose_programme_was_moved_since_stays(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    ayu.add_programme("Tukad Bindu")
    merge(lead, ayu.send(folder))
    mine = lead.assessments.open(participant_at(lead, DENPASAR))
    (programme,) = lead.assessments.get(mine).programmes
    lead.programmes.move_to_pillar(mine, programme.id, Pillar.ECONOMY)

    with pytest.raises(MergeWorkedUpon):
        lead.merging.undo(1)
