"""Programmes of sheets find their place in the region's list, and none is joined silently."""

import pytest

from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Pillar
from assessor.domain.merging.decisions import Decisions, ProgrammeChange, ProgrammeQuestion
from assessor.domain.merging.programmes import FROM_SHEETS, ListedProgramme, ProgrammeMatcher
from assessor.domain.records import Programme
from tests.domain.merging.examples import HERE, TUKAD


def programme(key: str, name: str = "Tukad Bindu", pillar: Pillar = Pillar.LIVING) -> Programme:
    return Programme(ProgrammeId(key), pillar, name)


def matcher(
    *listed: Programme,
    decisions: Decisions | None = None,
    aliases: dict[ProgrammeId, ProgrammeId] | None = None,
) -> ProgrammeMatcher:
    return ProgrammeMatcher(
        HERE.id,
        {one.id: ListedProgramme(one, place) for place, one in enumerate(listed)},
        dict(aliases or {}),
        decisions or Decisions(),
    )


def only_question(match: ProgrammeMatcher) -> ProgrammeQuestion:
    (question,) = match.questions
    return question


def test_the_id_comes_first() -> None:
    match = matcher(TUKAD)

    assert match.match([programme("tukad", "TUKAD BINDU ")]).ids == {"tukad": "tukad"}
    assert match.questions == {}


def test_the_name_comes_second_however_it_is_typed() -> None:
    match = matcher(TUKAD)

    assert match.match([programme("x", "TUKAD  bindu")]).ids == {"x": "tukad"}
    assert match.aliases == {"x": "tukad"}


def test_a_renamed_programme_is_shown_and_left() -> None:
    match = matcher(TUKAD)
    match.match([programme("tukad", "Pasar Badung")])

    question = only_question(match)
    assert (question.change, question.known, question.found) == (
        ProgrammeChange.RENAMED,
        "Tukad Bindu",
        "Pasar Badung",
    )
    assert match.listed[TUKAD.id].programme == TUKAD


def test_a_new_name_is_taken_where_the_lead_says_so() -> None:
    asked = matcher(TUKAD)
    asked.match([programme("tukad", "Pasar Badung")])
    match = matcher(TUKAD, decisions=Decisions(programmes={only_question(asked): True}))
    match.match([programme("tukad", "Pasar Badung")])

    assert match.listed[TUKAD.id].programme.name == "Pasar Badung"


@pytest.mark.parametrize(("answer", "pillar"), [(None, Pillar.LIVING), (True, Pillar.ECONOMY)])
def test_another_pillar_is_shown_and_decided(answer: bool | None, pillar: Pillar) -> None:
    sheet = [programme("tukad", pillar=Pillar.ECONOMY)]
    asked = matcher(TUKAD)
    asked.match(sheet)
    answers = {} if answer is None else {only_question(asked): answer}
    match = matcher(TUKAD, decisions=Decisions(programmes=answers))
    match.match(sheet)

    assert only_question(match).change is ProgrammeChange.MOVED
    assert match.listed[TUKAD.id].programme.pillar is pillar


def test_a_new_programme_is_added_after_the_list_and_shown() -> None:
    match = matcher(TUKAD)
    found = match.match([programme("tukad"), programme("x", "Pasar Badung")])

    added = match.listed[found.ids[ProgrammeId("x")]]
    assert only_question(match).change is ProgrammeChange.ADDED
    assert added.position == FROM_SHEETS + 1
    assert added.is_from_sheets


def test_a_new_programme_is_left_out_where_the_lead_says_so() -> None:
    asked = matcher()
    asked.match([programme("x")])
    match = matcher(decisions=Decisions(programmes={only_question(asked): False}))

    assert match.match([programme("x")]).ids == {}
    assert match.listed == {}


def test_two_sheets_that_add_one_programme_add_it_once_whatever_comes_first() -> None:
    first, second = [programme("x", "TUKAD BINDU")], [programme("a"), programme("y")]
    one, other = matcher(), matcher()
    ids = one.match(first).ids | one.match(second[1:]).ids
    other.match(second[1:])
    other.match(first)

    assert ids[ProgrammeId("x")] == ids[ProgrammeId("y")]
    assert one.listed == other.listed


def test_two_rows_of_one_programme_are_noticed() -> None:
    match = matcher(TUKAD).match([programme("tukad"), programme("x", "Tukad Bindu")])

    assert match.is_ambiguous


def test_a_near_miss_waits_and_adds_nothing() -> None:
    match = matcher(TUKAD)
    found = match.match([programme("x", "Tukat Bindu")])

    assert found.is_open
    assert only_question(match).change is ProgrammeChange.NEAR_MISS
    assert only_question(match).must_be_answered
    assert match.listed.keys() == {TUKAD.id}


def test_a_near_miss_that_is_the_same_is_remembered() -> None:
    sheet = [programme("x", "Tukat Bindu")]
    asked = matcher(TUKAD)
    asked.match(sheet)
    match = matcher(TUKAD, decisions=Decisions(programmes={only_question(asked): True}))
    ids = match.match(sheet).ids
    later = matcher(TUKAD, aliases=match.aliases)

    assert ids == {"x": "tukad"}
    assert later.match([programme("y", "tukat bindu")]).ids == {"y": "tukad"}
    assert later.match(sheet).ids == ids
    assert later.questions == {}


def test_a_near_miss_that_is_another_is_added() -> None:
    sheet = [programme("x", "Tukat Bindu")]
    asked = matcher(TUKAD)
    asked.match(sheet)
    match = matcher(TUKAD, decisions=Decisions(programmes={only_question(asked): False}))

    assert match.match(sheet).ids[ProgrammeId("x")] not in (TUKAD.id, "x")


def test_two_like_names_in_one_sheet_are_two_programmes() -> None:
    match = matcher(TUKAD)
    found = match.match([programme("tukad"), programme("x", "Tukat Bindu")])

    assert not found.is_open
    assert len(match.listed) == 2


def test_numbered_names_are_not_alike() -> None:
    match = matcher(programme("one", "Program 1"))

    assert not match.match([programme("x", "Program 2")]).is_open


def test_a_programme_no_longer_listed_is_shown_and_left() -> None:
    match = matcher(TUKAD)
    match.note_missing([TUKAD.id, ProgrammeId("gone")])

    assert only_question(match).change is ProgrammeChange.MISSING
    assert not match.listed[TUKAD.id].is_removed


def test_a_programme_no_longer_listed_is_removed_where_the_lead_says_so() -> None:
    asked = matcher(TUKAD)
    asked.note_missing([TUKAD.id])
    match = matcher(TUKAD, decisions=Decisions(programmes={only_question(asked): True}))
    match.note_missing([TUKAD.id])
    match.note_missing([TUKAD.id])

    assert match.listed[TUKAD.id].is_removed
