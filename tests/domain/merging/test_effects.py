"""What a merge does to a region's panel, to finals and to ranks."""

from dataclasses import replace
from decimal import Decimal

from assessor.domain.ids import ParticipantId
from assessor.domain.instrument import Pillar
from assessor.domain.merging.effects import (
    changed_fields,
    movers,
    panel_after,
    programmes_after,
    ranks,
)
from assessor.domain.merging.planning import plan_region
from assessor.domain.merging.programmes import ListedProgramme
from assessor.domain.merging.region import KnownAssessment
from assessor.domain.records import Programme
from assessor.domain.result import panel_result
from tests.domain.examples import assessment
from tests.domain.merging.examples import (
    AYU,
    BUDI,
    INSTRUMENT,
    LAW,
    SERVICE,
    TUKAD,
    benefit,
    content,
    own,
    region,
    sheet,
)

A, B, C = map(ParticipantId, "abc")


def test_the_panel_after_has_the_new_beside_the_old() -> None:
    here = replace(assessment({}), id=own(BUDI), assessor=BUDI)
    known = region(TUKAD, assessments={own(BUDI): KnownAssessment()})
    said = content({LAW: 3, benefit("tukad"): 1}, programmes=[TUKAD], strengths=("a", "b"))

    panel = panel_after([here], plan_region([sheet(said)], known))

    assert [one.assessor for one in panel] == [BUDI, AYU]
    assert {one.programmes for one in panel} == {(TUKAD,)}
    assert panel_result(INSTRUMENT, panel).final == Decimal("2.20")


def test_an_assessment_that_stays_is_left_as_it_is() -> None:
    here = replace(assessment({}), id=own())
    plan = plan_region([sheet(content(revision=0))], region())

    assert panel_after([here], plan) == (here,)


def test_programmes_after_are_in_their_order_without_removed_ones() -> None:
    known = region(TUKAD)
    gone = Programme(TUKAD.id, Pillar.LIVING, TUKAD.name)
    plan = replace(plan_region([], known), programmes={gone.id: ListedProgramme(gone, 0, True)})

    assert programmes_after(plan) == ()
    assert programmes_after(plan_region([], known)) == (TUKAD,)


def test_regions_without_an_index_have_no_rank() -> None:
    assert ranks({A: Decimal("3.10"), B: None}) == {A: 1}


def test_a_region_moves_itself_or_is_moved_by_those_that_cross_it() -> None:
    before = {A: Decimal(1), B: Decimal(2), C: Decimal(3)}
    after = {A: Decimal("2.5"), B: Decimal(2), C: Decimal(3)}

    assert movers(A, before, after, [A]) == (A,)
    assert movers(B, before, after, [A]) == (A,)
    assert movers(C, before, after, [A]) == ()


def test_a_region_that_gets_its_first_index_overtakes() -> None:
    assert movers(B, {A: None, B: Decimal(2)}, {A: Decimal(3), B: Decimal(2)}, [A]) == (A,)


def test_changes_are_counted() -> None:
    before = content({LAW: 1}, programme_notes={"p": "a"})
    after = content({LAW: 2, SERVICE: 1}, notes={LAW: "x"}, strengths=("a",), is_final=True)

    assert changed_fields(before, after) == 6
    assert changed_fields(None, content({LAW: 1})) == 1
