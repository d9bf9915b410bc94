"""Sheets of a panel come together in the lead's workspace, and can be taken out again."""

from pathlib import Path

import pytest

from assessor.domain.edits import Field, FieldAddress
from assessor.domain.errors import MergeUnknown
from assessor.domain.ids import AssessorId, assessment_id
from assessor.domain.merging.decisions import Decisions
from assessor.domain.merging.incoming import FileClass, Outcome, Reason
from assessor.domain.score import Score
from assessor.persistence.backup import Occasion, backups
from assessor.services.workspace import Workspace
from tests.services.examples import BATANG, DENPASAR, only_round, participant_at
from tests.services.merging.examples import (
    LAW,
    OTHER,
    Colleague,
    merge,
    read,
    said_in,
    verdicts,
    write_into,
)

NEW = (FileClass.NEW, Outcome.TAKEN)
NOTHING_NEW = (FileClass.ALREADY_MERGED, Outcome.NOTHING_NEW)


def score_of(lead: Workspace, who: str) -> Score:
    """Return somebody's score of Denpasar's first question."""
    own = assessment_id(participant_at(lead, DENPASAR), AssessorId(who))
    return lead.assessments.get(own).answer(LAW).score


def test_a_panel_comes_together(
    lead: Workspace, ayu: Colleague, budi: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    budi.score({LAW: 1})
    ayu.send(folder)
    budi.send(folder)

    done = merge(lead, folder)

    assert verdicts(done.report) == [NEW, NEW]
    assert done.report.batch == 1
    assert (score_of(lead, "ayu"), score_of(lead, "budi")) == (Score(4), Score(1))


def test_reading_and_looking_change_nothing(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    ayu.score({LAW: 4})
    before = said_in(lead)

    preview = lead.merging.preview(read(lead, ayu.send(folder)))

    assert preview.report.batch is None
    assert verdicts(preview.report) == [NEW]
    assert said_in(lead) == before
    assert lead.merging.batches() == ()


def test_a_preview_says_what_a_merge_then_does(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score_everything(3)
    files = read(lead, ayu.send(folder))

    preview = lead.merging.preview(files)
    done = lead.merging.merge(files)

    assert done is not None
    assert preview.report.regions == done.report.regions
    (effect,) = preview.report.regions
    assert (effect.final_before, effect.final_after) == (None, "3.00")
    assert (effect.rank_before, effect.rank_after) == (None, 1)
    assert effect.files == (files[0].report.path,)


def test_the_file_that_moves_a_region_down_is_named(
    lead: Workspace, ayu: Colleague, folder: Path, tmp_path: Path
) -> None:
    ayu.score_everything(3)
    merge(lead, ayu.send(folder))
    other = Colleague(tmp_path, "citra", BATANG)
    other.score_everything(4)
    sheet = other.send(folder)

    effects = {one.name: one for one in lead.merging.preview(read(lead, sheet)).report.regions}

    denpasar = effects["KOTA DENPASAR"]
    assert (denpasar.rank_before, denpasar.rank_after) == (1, 2)
    assert denpasar.files == (str(sheet),)


def test_merging_again_changes_nothing_and_leaves_no_merge(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    ayu.send(folder)
    merge(lead, folder)
    before = said_in(lead)

    again = merge(lead, folder)

    assert verdicts(again.report) == [NOTHING_NEW]
    assert again.report.batch is None
    assert said_in(lead) == before
    assert len(lead.merging.batches()) == 1


def test_a_newer_revision_replaces_the_older_one(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    first = ayu.send(folder)
    merge(lead, first)
    ayu.score({LAW: 2})

    done = merge(lead, ayu.send(folder), first)

    assert verdicts(done.report) == [
        (FileClass.NEWER_REVISION, Outcome.TAKEN),
        NOTHING_NEW,
    ]
    assert score_of(lead, "ayu") == Score(2)


def test_a_blank_sheet_filled_in_without_the_program_is_taken(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    sheet = ayu.send(folder, is_blank=True)
    write_into(sheet, "Penilaian", LAW.question, "kolom:nilai", 3)
    write_into(sheet, "Penilaian", LAW.question, "kolom:catatan", "=1+1 baik\nsekali")

    done = merge(lead, sheet)

    assert verdicts(done.report) == [(FileClass.EDITED_OUTSIDE, Outcome.TAKEN)]
    assert done.report.files[0].reasons == (Reason.FILLED_OUTSIDE,)
    assert score_of(lead, "ayu") == Score(3)


def test_a_blank_sheet_changes_nothing(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    before = said_in(lead)

    done = merge(lead, ayu.send(folder, is_blank=True))

    assert verdicts(done.report) == [NOTHING_NEW]
    assert said_in(lead) == before


def test_a_sheet_with_a_wrong_score_is_refused_whole(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4, OTHER: 2})
    sheet = ayu.send(folder)
    write_into(sheet, "Penilaian", LAW.question, "kolom:nilai", 5)
    before = said_in(lead)

    done = merge(lead, sheet)

    assert verdicts(done.report) == [(FileClass.EDITED_OUTSIDE, Outcome.REFUSED)]
    assert done.report.files[0].problems[0].found == "5"
    assert said_in(lead) == before


def test_an_edit_outside_is_taken_on_top_of_what_it_was_made_on(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4, OTHER: 2})
    sheet = ayu.send(folder)
    merge(lead, sheet)
    write_into(sheet, "Penilaian", LAW.question, "kolom:nilai", 1)

    done = merge(lead, sheet)

    assert verdicts(done.report) == [(FileClass.EDITED_OUTSIDE, Outcome.TAKEN)]
    assert score_of(lead, "ayu") == Score(1)


def test_a_contradiction_waits_for_the_lead(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    early, late = folder / "a.xlsx", folder / "b.xlsx"
    sheet = ayu.send(folder, is_blank=True)
    for path, points in ((early, 1), (late, 4)):
        path.write_bytes(sheet.read_bytes())
        write_into(path, "Penilaian", LAW.question, "kolom:nilai", points)
    merge(lead, early)

    waiting = merge(lead, late)
    own = assessment_id(participant_at(lead, DENPASAR), AssessorId("ayu"))
    address = FieldAddress.of_answer(own, Field.SCORE, LAW)
    decided = merge(lead, late, decisions=Decisions(fields={address: {"points": 4}}))

    assert verdicts(waiting.report) == [(FileClass.EDITED_OUTSIDE, Outcome.WAITS)]
    assert [one.address for one in waiting.conflicts] == [address]
    assert decided.report.taken == 1
    assert score_of(lead, "ayu") == Score(4)
    assert verdicts(merge(lead, early, late).report) == [NOTHING_NEW, NOTHING_NEW]


def test_marks_are_private_and_stay(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    ayu.score({LAW: 4})
    merge(lead, ayu.send(folder))
    own = assessment_id(participant_at(lead, DENPASAR), AssessorId("ayu"))
    lead.assessments.mark(own, OTHER, is_marked=True)
    ayu.score({LAW: 2})

    merge(lead, ayu.send(folder))

    assert lead.assessments.get(own).answer(OTHER).is_marked


def test_a_backup_is_made_before_what_changes_something(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    sheet = ayu.send(folder)

    merge(lead, sheet)
    merge(lead, sheet)

    (backup,) = backups(lead.path)
    assert backup.occasion is Occasion.MERGE


def test_cancelling_leaves_nothing(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    ayu.score({LAW: 4})
    files = read(lead, ayu.send(folder))
    before = said_in(lead)

    assert lead.merging.merge(files, is_cancelled=lambda: True) is None
    assert said_in(lead) == before
    assert lead.merging.batches() == ()


def test_a_merge_is_remembered_with_its_files(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score({LAW: 4})
    sheet = ayu.send(folder)

    done = merge(lead, sheet)

    kept = lead.merging.batch(1)
    assert kept == done.report
    assert kept.who == "Sri Lestari"
    assert len(kept.files[0].sha256) == 64
    with pytest.raises(MergeUnknown):
        lead.merging.batch(2)


def test_an_assessor_who_still_scores_sees_no_figures_in_the_preview(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    ayu.score_everything(3)
    mine = lead.assessments.open(participant_at(lead, DENPASAR))
    lead.assessments.score(mine, LAW, Score(1))

    (effect,) = lead.merging.preview(read(lead, ayu.send(folder))).report.regions

    assert effect.is_hidden
    assert (effect.final_before, effect.final_after, effect.rank_after) == (None, None, None)


def test_an_assessor_who_still_scores_is_not_shown_where_the_sheets_of_another_differ(
    lead: Workspace, ayu: Colleague, folder: Path
) -> None:
    sheet = ayu.send(folder, is_blank=True)
    both = folder / "a.xlsx", folder / "b.xlsx"
    for path, points in zip(both, (1, 4), strict=True):
        path.write_bytes(sheet.read_bytes())
        write_into(path, "Penilaian", LAW.question, "kolom:nilai", points)
    seen = lead.merging.preview(read(lead, *both))
    mine = lead.assessments.open(participant_at(lead, DENPASAR))
    lead.assessments.score(mine, OTHER, Score(1))

    blind = lead.merging.preview(read(lead, *both))

    assert len(seen.conflicts) == len(seen.forks) == 1
    assert (blind.conflicts, dict(blind.forks)) == ((), {})
    assert [one.outcome for one in blind.report.files] == [Outcome.WAITS, Outcome.WAITS]
    assert all(Reason.HIDDEN_CONFLICT in one.reasons for one in blind.report.files)


def test_my_own_draft_among_the_sheets_hides_the_figures_too(
    lead: Workspace, ayu: Colleague, tmp_path: Path, folder: Path
) -> None:
    ayu.score_everything(3)
    me = lead.people.me()
    assert me is not None
    mine = Colleague(tmp_path, me.id)
    mine.score({LAW: 1})

    (effect,) = lead.merging.preview(read(lead, ayu.send(folder), mine.send(folder))).report.regions

    assert effect.is_hidden
    assert effect.final_after is None


def test_results_count_the_merged_panel(lead: Workspace, ayu: Colleague, folder: Path) -> None:
    ayu.score_everything(3)
    merge(lead, ayu.send(folder))

    lines = {one.participant.region.id: one for one in lead.results.of_round(only_round(lead))}

    assert str(lines[DENPASAR].result.final) == "3.00"
