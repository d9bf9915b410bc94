"""A fork side by side: only what differs, with what stood before and what will stand."""

from assessor.domain.edits import Field, FieldAddress
from assessor.domain.merging.comparing import Compared, compare
from assessor.domain.merging.decisions import Decisions
from assessor.domain.merging.incoming import Incoming
from assessor.domain.merging.planning import plan_region
from assessor.domain.merging.region import Fork
from assessor.domain.records import NarrativeSection
from tests.domain.merging.examples import (
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

BASE = content({LAW: 2, SERVICE: 1}, notes={LAW: "perda ada"}, programmes=[TUKAD])
LAW_SCORE = FieldAddress.of_answer(own(), Field.SCORE, LAW)
LAW_NOTE = FieldAddress.of_answer(own(), Field.NOTE, LAW)


def fork_of(*sheets: Incoming, decisions: Decisions | None = None) -> Fork:
    known = after(plan_region([sheet(BASE)], region(TUKAD)))
    (fork,) = plan_region(sheets, known, decisions or Decisions()).forks
    return fork


def two_sides() -> tuple[Incoming, Incoming]:
    ours = content({LAW: 3, SERVICE: 1}, notes={LAW: "perda ada\nwifi"}, revision=2, base=1)
    theirs = content({LAW: 4, SERVICE: 1}, notes={LAW: "perda ada"}, revision=2, base=1)
    return sheet(ours, name="a.xlsx"), sheet(theirs, name="b.xlsx", file=1)


def by_field(fork: Fork) -> dict[FieldAddress, Compared]:
    return {one.address: one for one in compare(fork)}


def test_only_the_fields_that_differ_are_compared() -> None:
    assert set(by_field(fork_of(*two_sides()))) == {LAW_SCORE, LAW_NOTE}


def test_base_and_both_sides_stand_beside_each_other() -> None:
    fork = fork_of(*two_sides())

    assert [side.source for side in fork.sides] == ["a.xlsx", "b.xlsx"]
    assert by_field(fork)[LAW_NOTE].values == ("perda ada\nwifi", "perda ada")
    assert by_field(fork)[LAW_SCORE].base == {"points": 2}


def test_a_note_that_one_side_changed_needs_nobody() -> None:
    note = by_field(fork_of(*two_sides()))[LAW_NOTE]

    assert note.conflict is None
    assert note.joined == "perda ada\nwifi"


def test_a_score_in_conflict_stays_in_the_comparison_once_it_is_decided() -> None:
    decided = Decisions(fields={LAW_SCORE: {"points": 4}})

    score = by_field(fork_of(*two_sides(), decisions=decided))[LAW_SCORE]

    assert score.conflict is not None
    assert score.joined == {"points": 4}


def test_programmes_and_narrative_are_compared_too() -> None:
    ours = content({benefit("tukad"): 3}, programmes=[TUKAD], programme_notes={"tukad": "ramai"})
    theirs = content({LAW: 2}, strengths=("warga",), programmes=[TUKAD])

    (fork,) = plan_region([sheet(ours), sheet(theirs, file=1)], region(TUKAD)).forks

    fields = {one.address.field for one in compare(fork)}
    assert {Field.PROGRAMME_NOTE, Field.NARRATIVE} <= fields
    narrative = FieldAddress(own(), Field.NARRATIVE, NarrativeSection.STRENGTHS)
    assert set(by_field(fork)[narrative].values) == {"warga", ""}


def test_one_version_alone_is_no_fork() -> None:
    assert plan_region([sheet(BASE)], region(TUKAD)).forks == ()
