"""Merging is idempotent, free of order and of grouping, and blank sheets are neutral.

Held over generated sheets that contradict nobody: revisions of several assessors, blank sheets
filled in further and further outside of the program, copies, and programmes that people added.
"""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from assessor.domain.content import Content
from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Pillar
from assessor.domain.merging.incoming import Incoming, Outcome
from assessor.domain.merging.planning import plan_region
from assessor.domain.merging.region import KnownRegion
from assessor.domain.records import Programme
from assessor.domain.score import AnswerKey
from tests.domain.merging.examples import (
    AYU,
    BUDI,
    LAW,
    SERVICE,
    TUKAD,
    after,
    benefit,
    content,
    region,
    sheet,
)

ADDED = (
    Programme(ProgrammeId("x"), Pillar.ECONOMY, "Pasar Badung"),
    Programme(ProgrammeId("y"), Pillar.ECONOMY, "PASAR BADUNG "),
    Programme(ProgrammeId("z"), Pillar.SOCIETY, "Kampung Tangguh"),
)
PLACES = (LAW, SERVICE, benefit("tukad"), benefit("x"), benefit("y"), benefit("z"))
POINTS = st.dictionaries(st.sampled_from(PLACES), st.integers(0, 4), min_size=1)
NOTES = st.dictionaries(st.sampled_from([LAW, SERVICE]), st.sampled_from(["satu", "satu\ndua"]))
PEOPLE = st.sampled_from([AYU, BUDI])


def with_programmes(said: Content) -> Content:
    used = {key.programme for key in said.answers}
    added = tuple(one for one in ADDED if one.id in used)
    return replace(said, programmes=(TUKAD, *added[:1], *added[2:], *added[1:2]))


def without_twins(points: dict[AnswerKey, int]) -> dict[AnswerKey, int]:
    """One sheet has a programme once: `x` and `y` are one programme."""
    return {
        key: one for key, one in points.items() if key != benefit("y") or benefit("x") not in points
    }


@st.composite
def histories(draw: DrawFn) -> list[Incoming]:
    """Draw the revisions that one assessor exported, one after the other."""
    person, sheets = draw(PEOPLE), []
    for revision in range(1, draw(st.integers(1, 3)) + 1):
        said = content(
            without_twins(draw(POINTS)),
            notes=draw(NOTES),
            revision=revision,
            base=revision - 1,
            is_final=draw(st.booleans()),
        )
        sheets.append(sheet(with_programmes(said), assessor=person))
    return sheets


@st.composite
def fillings(draw: DrawFn) -> list[Incoming]:
    """Draw one blank sheet that was filled in further and further outside, and sent each time."""
    person, points = draw(PEOPLE), list(without_twins(draw(POINTS)).items())
    stages = sorted(draw(st.sets(st.integers(1, len(points)), min_size=1)))
    return [
        sheet(
            with_programmes(content(dict(points[:stage]), revision=0)),
            assessor=person,
            is_edited=True,
        )
        for stage in stages
    ]


BLANK = st.builds(lambda one: sheet(with_programmes(content(revision=0)), assessor=one), PEOPLE)


@st.composite
def bundles(draw: DrawFn) -> list[Incoming]:
    """Draw the sheets of two assessors: for each either exported or filled in outside."""
    kinds = st.one_of(histories(), fillings())
    found: list[Incoming] = []
    for person in (AYU, BUDI):
        found += [
            replace(one, assessor=person, assessment=sheet(content(), assessor=person).assessment)
            for one in draw(kinds)
        ]
    found += draw(st.lists(st.sampled_from(found), max_size=2))
    found += draw(st.lists(BLANK, max_size=1))
    return [replace(one, file=number) for number, one in enumerate(found)]


def merge(known: KnownRegion, *sheets: Incoming) -> KnownRegion:
    plan = plan_region(sheets, known)
    assert {one.outcome for one in plan.verdicts.values()} <= {Outcome.TAKEN, Outcome.NOTHING_NEW}
    return after(plan)


def facts(known: KnownRegion) -> tuple[object, ...]:
    """What a person sees of a region."""
    return (
        {
            key: (one.current and replace(one.current, programmes=()), one.exported_revision)
            for key, one in known.assessments.items()
        },
        known.programmes,
        known.assessors,
    )


@given(bundles())
def test_merging_again_changes_nothing(sheets: list[Incoming]) -> None:
    once = merge(region(TUKAD), *sheets)

    assert not plan_region(sheets, once).changes_anything


@given(bundles(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter_one_by_one_or_together(
    sheets: list[Incoming], random: Random
) -> None:
    together = merge(region(TUKAD), *sheets)
    one_by_one = region(TUKAD)
    for one in random.sample(sheets, len(sheets)):
        one_by_one = merge(one_by_one, one)

    assert facts(one_by_one) == facts(together)


@given(bundles(), st.randoms(use_true_random=False))
def test_the_grouping_does_not_matter(sheets: list[Incoming], random: Random) -> None:
    mixed = random.sample(sheets, len(sheets))
    first, second = sorted(random.choices(range(len(sheets) + 1), k=2))
    one, two, three = mixed[:first], mixed[first:second], mixed[second:]

    left = merge(merge(region(TUKAD), *one, *two), *three)
    right = merge(merge(region(TUKAD), *one), *two, *three)

    assert facts(left) == facts(right)


@given(bundles(), BLANK)
def test_a_blank_sheet_changes_nothing(sheets: list[Incoming], blank: Incoming) -> None:
    known = merge(region(TUKAD), *sheets)

    assert not plan_region([replace(blank, file=999)], known).changes_anything
