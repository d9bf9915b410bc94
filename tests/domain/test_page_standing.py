"""Why a printed page no longer stands."""

import datetime as dt
from dataclasses import replace
from typing import Final

from assessor.domain.ids import AssessorId
from assessor.domain.page_standing import AssessmentHead, Basis, Cause, Supersession, supersessions

DAY: Final = dt.datetime(2022, 12, 4, 3, 0, tzinfo=dt.UTC)
LATER: Final = DAY + dt.timedelta(days=1)
DEWI: Final = AssessmentHead(AssessorId("dewi"), "Dewi", 2, is_locked=True, changed_at=DAY)
BUDI: Final = AssessmentHead(AssessorId("budi"), "Budi", 1, is_locked=True, changed_at=DAY)
PRINTED: Final = Basis((DEWI, BUDI), moderated_at=None, rank=3, ranked=75)


def because(now: Basis) -> tuple[Supersession, ...]:
    return supersessions(PRINTED, now)


def test_a_higher_revision_is_named_with_its_assessor_and_day() -> None:
    third = replace(DEWI, revision=3, changed_at=LATER)

    assert because(replace(PRINTED, heads=(third, BUDI))) == (
        Supersession(Cause.REVISION, LATER, "Dewi", 3),
    )


def test_a_change_within_a_revision_is_told_apart() -> None:
    changed, reopened = replace(DEWI, changed_at=LATER), replace(BUDI, is_locked=False)

    assert because(replace(PRINTED, heads=(changed, reopened))) == (
        Supersession(Cause.CHANGE, LATER, "Dewi", 2),
        Supersession(Cause.CHANGE, DAY, "Budi", 1),
    )


def test_an_assessment_that_came_later_overtakes_the_page() -> None:
    ayu = AssessmentHead(AssessorId("ayu"), "Ayu", 1, is_locked=True, changed_at=LATER)

    assert because(replace(PRINTED, heads=(ayu, DEWI, BUDI))) == (
        Supersession(Cause.ARRIVAL, LATER, "Ayu", 1),
    )


def test_an_assessment_that_went_is_named_too() -> None:
    assert because(replace(PRINTED, heads=(DEWI,))) == (
        Supersession(Cause.DEPARTURE, None, "Budi"),
    )


def test_what_the_panel_settled_since_overtakes_the_page() -> None:
    assert because(replace(PRINTED, moderated_at=LATER)) == (Supersession(Cause.MODERATION, LATER),)


def test_a_rank_that_others_moved_is_named_only_where_nothing_else_changed() -> None:
    moved = replace(PRINTED, rank=4)

    assert because(moved) == (Supersession(Cause.RANK),)
    assert because(replace(PRINTED, ranked=76)) == (Supersession(Cause.RANK),)
    assert because(replace(PRINTED, is_rank_final=False)) == (Supersession(Cause.RANK),)
    assert [one.cause for one in because(replace(moved, moderated_at=LATER))] == [Cause.MODERATION]


def test_anything_else_on_the_page_is_said_to_be_that() -> None:
    assert because(PRINTED) == (Supersession(Cause.OTHER),)
