"""Sheets of one region: what each is, what becomes of it, and what then stands."""

import pytest

from assessor.domain.content import Content
from assessor.domain.edits import Field, FieldAddress
from assessor.domain.ids import AssessorId, ProgrammeId, QuestionKey
from assessor.domain.instrument import Pillar
from assessor.domain.merging.decisions import Decisions, ProgrammeChange
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome, Reason, Verdict
from assessor.domain.merging.planning import plan_region
from assessor.domain.merging.region import KnownAssessment, KnownRegion, RegionPlan
from assessor.domain.records import Assessor, Programme
from assessor.domain.score import AnswerKey, Score
from tests.domain.merging.examples import (
    AYU,
    BUDI,
    LAW,
    SERVICE,
    TUKAD,
    after,
    benefit,
    content,
    own,
    region,
    sheet,
)

FIRST = content({LAW: 3})
LAW_SCORE = FieldAddress.of_answer(own(), Field.SCORE, LAW)


def merged(*sheets: Incoming, into: KnownRegion | None = None) -> KnownRegion:
    return after(plan_region(sheets, into or region()))


def verdict_on(one: Incoming, known: KnownRegion) -> Verdict:
    plan = plan_region([one], known)
    return plan.verdicts[one.file]


def said_after(plan: RegionPlan) -> Content:
    """Return what the one assessment that changes says then."""
    (only,) = plan.assessments
    assert only.after is not None
    return only.after


def said_in(known: KnownRegion, assessor: Assessor = AYU) -> Content:
    """Return what somebody's assessment says."""
    current = known.assessments[own(assessor)].current
    assert current is not None
    return current


def test_a_first_sheet_is_new_and_brings_its_assessor() -> None:
    plan = plan_region([sheet(FIRST)], region())

    assert plan.verdicts == {0: Verdict(FileClass.NEW, Outcome.TAKEN)}
    assert plan.assessors == (AYU,)
    assert plan.assessments[0].after == FIRST
    assert plan.changes_anything


def test_several_assessors_are_no_conflict() -> None:
    known = merged(sheet(FIRST), sheet(content({LAW: 0}), assessor=BUDI, file=1))

    assert said_in(known).answer(LAW).score == Score(3)
    assert said_in(known, BUDI).answer(LAW).score == Score(0)


def test_the_same_again_changes_nothing() -> None:
    plan = plan_region([sheet(FIRST)], merged(sheet(FIRST)))

    assert plan.verdicts == {0: Verdict(FileClass.ALREADY_MERGED, Outcome.NOTHING_NEW)}
    assert not plan.changes_anything


def test_one_sheet_under_two_names_is_taken_once() -> None:
    plan = plan_region([sheet(FIRST), sheet(FIRST, file=1, name="salinan.xlsx")], region())

    assert plan.verdicts[1] == Verdict(
        FileClass.ALREADY_MERGED, Outcome.NOTHING_NEW, (Reason.SAME_AS_ANOTHER_FILE,)
    )


@pytest.mark.parametrize("is_edited", [False, True])
def test_a_blank_sheet_says_nothing(is_edited: bool) -> None:
    blank = sheet(content(revision=0, programmes=[TUKAD]), is_edited=is_edited)
    plan = plan_region([blank], region())

    assert plan.verdicts[0].reasons[0] is Reason.NOTHING_FILLED
    assert plan.assessors == ()
    assert bool(plan.programmes) is is_edited


def test_a_newer_revision_replaces_and_the_older_is_kept() -> None:
    newer = content({LAW: 4}, revision=2, base=1)
    known = merged(sheet(FIRST))
    plan = plan_region([sheet(newer)], known)

    assert plan.verdicts[0] == Verdict(FileClass.NEWER_REVISION, Outcome.TAKEN)
    assert after(plan).assessments[own()].current == newer
    assert len(after(plan).assessments[own()].versions) == 2


def test_an_older_revision_is_kept_aside() -> None:
    known = merged(sheet(content({LAW: 4}, revision=2, base=1)))
    plan = plan_region([sheet(FIRST)], known)

    assert plan.verdicts[0] == Verdict(FileClass.OLDER_REVISION, Outcome.NOTHING_NEW)
    assert plan.assessments[0].after is None
    assert plan.changes_anything
    assert verdict_on(sheet(FIRST), after(plan)).kind is FileClass.ALREADY_MERGED


def test_of_two_revisions_together_the_newer_is_taken() -> None:
    newer = sheet(content({LAW: 4}, revision=2, base=1), file=1)
    plan = plan_region([newer, sheet(FIRST)], region())

    assert plan.verdicts[0].reasons == (Reason.NEWER_FILE_PRESENT,)
    assert plan.assessments[0].files == (1,)


def test_a_blank_sheet_filled_outside_is_the_first_revision() -> None:
    filled = sheet(content({LAW: 2}, revision=0), is_edited=True)
    plan = plan_region([filled], region())

    assert plan.verdicts[0] == Verdict(
        FileClass.EDITED_OUTSIDE, Outcome.TAKEN, (Reason.FILLED_OUTSIDE,)
    )
    assert said_after(plan).revision == 1


def test_scores_under_revision_0_were_filled_in_outside_whatever_the_fingerprint_says() -> None:
    plan = plan_region([sheet(content({LAW: 2}, revision=0))], region())

    assert plan.verdicts[0].reasons == (Reason.FILLED_OUTSIDE,)
    assert said_after(plan).revision == 1


def test_a_sheet_filled_further_adds_what_it_adds_whatever_comes_first() -> None:
    early = sheet(content({LAW: 2}, revision=0), is_edited=True)
    late = sheet(content({LAW: 2, SERVICE: 1}, revision=0), is_edited=True)

    forth, back = merged(late, into=merged(early)), merged(early, into=merged(late))

    assert said_in(forth).answers.keys() == {LAW, SERVICE}
    assert said_in(forth) == said_in(back)
    assert verdict_on(early, merged(late)).outcome is Outcome.NOTHING_NEW


def test_an_edit_outside_comes_after_what_it_was_made_on() -> None:
    edited = sheet(content({LAW: 4}), is_edited=True)
    plan = plan_region([edited], merged(sheet(FIRST)))

    assert plan.verdicts[0] == Verdict(
        FileClass.EDITED_OUTSIDE, Outcome.TAKEN, (Reason.CHANGED_OUTSIDE,)
    )
    assert (said_after(plan).revision, said_after(plan).base_revision) == (2, 1)


def test_a_fork_that_contradicts_waits_and_changes_nothing() -> None:
    plan = plan_region([sheet(content({LAW: 1}))], merged(sheet(FIRST)))

    assert plan.verdicts[0] == Verdict(FileClass.FORK, Outcome.WAITS, (Reason.SCORES_IN_CONFLICT,))
    assert [one.address for one in plan.conflicts] == [LAW_SCORE]
    assert not plan.changes_anything


def test_two_new_sheets_that_contradict_both_wait() -> None:
    plan = plan_region([sheet(FIRST), sheet(content({LAW: 1}), file=1)], region())

    assert {one.outcome for one in plan.verdicts.values()} == {Outcome.WAITS}
    assert plan.assessors == ()


def test_a_fork_without_contradiction_is_joined() -> None:
    plan = plan_region([sheet(content({SERVICE: 1}))], merged(sheet(FIRST)))

    assert plan.verdicts[0] == Verdict(FileClass.FORK, Outcome.TAKEN)
    assert said_after(plan).answers.keys() == {LAW, SERVICE}


def test_a_decision_settles_a_fork_for_good() -> None:
    fork = sheet(content({LAW: 1}))
    decisions = Decisions(fields={LAW_SCORE: {"points": 1}})
    plan = plan_region([fork], merged(sheet(FIRST)), decisions)
    known = after(plan)

    assert plan.verdicts[0].outcome is Outcome.TAKEN
    assert said_in(known).answer(LAW).score == Score(1)
    assert verdict_on(fork, known).kind is FileClass.ALREADY_MERGED
    assert verdict_on(sheet(FIRST), known).kind is FileClass.ALREADY_MERGED


def test_work_done_here_is_a_version_like_any_other() -> None:
    known = region(assessments={own(): KnownAssessment(FIRST)})
    plan = plan_region([sheet(content({SERVICE: 2}))], known)

    assert said_after(plan).answers.keys() == {LAW, SERVICE}
    assert [one.origin for one in plan.assessments[0].kept] == ["local", "sheet"]


def test_what_was_exported_here_is_known_when_it_comes_back() -> None:
    known = region(assessments={own(): KnownAssessment(FIRST, exported_revision=1)})

    assert verdict_on(sheet(FIRST), known).kind is FileClass.ALREADY_MERGED


def test_what_was_joined_here_is_known_when_it_comes_back() -> None:
    known = merged(sheet(content({SERVICE: 1}), file=1), into=merged(sheet(FIRST)))
    joined = said_in(known)

    assert verdict_on(sheet(joined), known).kind is FileClass.ALREADY_MERGED


def test_rows_of_unknown_questions_are_left_out_and_said() -> None:
    said = content({LAW: 3, AnswerKey(QuestionKey("none")): 1})
    plan = plan_region([sheet(said)], region())

    assert plan.verdicts[0].reasons == (Reason.ROWS_UNKNOWN,)
    assert said_after(plan).answers.keys() == {LAW}


def test_a_near_miss_holds_back_its_own_sheet_only() -> None:
    near = Programme(ProgrammeId("x"), Pillar.LIVING, "Tukat Bindu")
    waiting = sheet(content({benefit("x"): 1}, programmes=[near]), file=1)
    plan = plan_region([sheet(FIRST, assessor=BUDI), waiting], region(TUKAD))

    assert plan.verdicts[1] == Verdict(FileClass.NEW, Outcome.WAITS, (Reason.PROGRAMME_UNDECIDED,))
    assert plan.verdicts[0].outcome is Outcome.TAKEN
    assert [one.change for one in plan.questions] == [ProgrammeChange.NEAR_MISS]


def test_two_rows_of_one_programme_refuse_the_sheet() -> None:
    again = Programme(ProgrammeId("x"), Pillar.LIVING, "TUKAD BINDU")
    plan = plan_region([sheet(content({LAW: 1}, programmes=[TUKAD, again]))], region(TUKAD))

    assert plan.verdicts[0] == Verdict(
        FileClass.EDITED_OUTSIDE, Outcome.REFUSED, (Reason.PROGRAMME_TWICE,)
    )


def test_a_programme_taken_off_the_list_is_asked_about() -> None:
    known = merged(sheet(content({LAW: 1}, programmes=[TUKAD])), into=region(TUKAD))
    plan = plan_region([sheet(content({LAW: 1, SERVICE: 1}, revision=2, base=1))], known)

    assert [one.change for one in plan.questions] == [ProgrammeChange.MISSING]


def test_an_older_sheet_misses_nothing() -> None:
    newer = content({LAW: 1}, revision=2, base=1, programmes=[TUKAD])
    known = merged(sheet(newer), into=region(TUKAD))

    assert plan_region([sheet(FIRST)], known).questions == ()


def test_a_name_like_a_known_one_is_offered_and_two_ids_are_two_people() -> None:
    twin = Assessor(AssessorId("twin"), "Ayu Prameswari, S.T.", "")
    plan = plan_region([sheet(FIRST, assessor=twin)], region(assessors=[AYU]))

    assert plan.namesakes == ((twin, AYU),)
    assert plan.verdicts[0].outcome is Outcome.TAKEN


def test_two_ids_are_one_person_where_the_lead_says_so_and_stay_so() -> None:
    twin = Assessor(AssessorId("twin"), "Ayu Prameswari, S.T.", "")
    decisions = Decisions(assessors={twin.id: AYU.id})
    known = after(plan_region([sheet(FIRST, assessor=twin)], region(assessors=[AYU]), decisions))
    plan = plan_region([sheet(content({SERVICE: 1}), assessor=twin)], known)

    assert known.assessments.keys() == {own(AYU)}
    assert plan.assessments[0].id == own(AYU)


def test_what_was_only_exported_elsewhere_is_noted_without_a_change() -> None:
    known = region(assessments={own(): KnownAssessment(content({LAW: 3, SERVICE: 1}))})
    plan = plan_region([sheet(FIRST)], known)

    assert plan.verdicts[0] == Verdict(FileClass.FORK, Outcome.NOTHING_NEW)
    assert plan.assessments[0].files == ()
    assert said_after(plan) == said_in(known)
