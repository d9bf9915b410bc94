"""Rounds: beginning them, the published one of 2020, who takes part."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from assessor.domain.changes import Topic
from assessor.domain.errors import (
    NameMissing,
    ReasonMissing,
    RegionsMissing,
    RegionTwice,
    RoundUnknown,
    UserError,
)
from assessor.domain.ids import InstrumentId, RegionId, RoundId
from assessor.domain.instrument import Pillar
from assessor.domain.records import RegionKind
from assessor.domain.region_names import MatchKind
from assessor.services.new_rounds import NewCohort, NewRound, new_round_of
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import (
    BATANG,
    DENPASAR,
    START,
    only_round,
    participant_at,
    small_round,
    surroundings,
)


def test_a_new_workspace_has_the_514_regions_and_no_round(empty: Workspace) -> None:
    regions = empty.rounds.regions()

    assert len({one.id for one in regions}) == 514
    assert len({one.code for one in regions}) == 514
    assert sum(one.kind is RegionKind.KOTA for one in regions) == 98
    assert list(regions) == sorted(regions, key=lambda one: one.table_order)
    assert empty.rounds.all() == ()


def test_the_round_of_2020_is_offered_with_its_letter_and_dates(empty: Workspace) -> None:
    one = empty.rounds.get(empty.rounds.create_sample())

    assert one.year == 2020
    assert one.letter_number == "883/DJAI/AI.01.02/12/2020"
    assert (one.starts_on, one.ends_on) == (dt.date(2020, 11, 23), dt.date(2020, 11, 27))
    assert not one.is_demonstration


def test_the_round_of_2020_has_75_regions_in_the_order_of_the_tables(empty: Workspace) -> None:
    participants = empty.rounds.participants(empty.rounds.create_sample())

    assert len(participants) == 75
    assert all(one.takes_part for one in participants)
    kinds = [one.region.kind for one in participants]
    assert kinds == sorted(kinds)
    assert participants[0].region.name.startswith("KAB. ")
    assert {empty.rounds.instrument_of(one).id for one in participants} == {"2020"}


def test_denpasar_has_its_published_programmes_in_2020(empty: Workspace) -> None:
    empty.people.introduce("Sri Lestari", "")
    empty.rounds.create_sample()
    denpasar = empty.assessments.open(participant_at(empty, DENPASAR, 2020))

    programmes = empty.assessments.get(denpasar).programmes

    assert len(programmes) == 15
    assert {one.pillar for one in programmes} == set(Pillar)


def test_two_workspaces_give_the_round_of_2020_the_same_ids(
    empty: Workspace, tmp_path: Path
) -> None:
    with open_workspace(tmp_path / "lain.sqlite", surroundings("other")) as other:
        for workspace in (empty, other):
            workspace.people.introduce("Sri Lestari", "")
        round_id = empty.rounds.create_sample()

        assert other.rounds.create_sample() == round_id
        assert other.rounds.participants(round_id) == empty.rounds.participants(round_id)
        of_programmes = [
            workspace.assessments.get(
                workspace.assessments.open(participant_at(workspace, DENPASAR, 2020))
            ).programmes
            for workspace in (empty, other)
        ]
        assert of_programmes[0] == of_programmes[1]


def test_asking_for_the_round_of_2020_again_leaves_it_as_it_is(empty: Workspace) -> None:
    round_id = empty.rounds.create_sample()
    participant = participant_at(empty, DENPASAR, 2020)
    empty.rounds.set_taking_part(participant, takes_part=False, reason="Mengundurkan diri")

    assert empty.rounds.create_sample() == round_id

    (denpasar,) = (one for one in empty.rounds.participants(round_id) if one.id == participant)
    assert not denpasar.takes_part


def test_a_round_begins_with_the_given_facts(workspace: Workspace) -> None:
    cohorts = (
        NewCohort("REGULER", InstrumentId("2022-reguler"), (DENPASAR, BATANG), frozenset({BATANG})),
        NewCohort("EARLY PHASE", InstrumentId("2022-early-phase"), (RegionId(1),)),
    )
    new = NewRound(
        year=2022,
        name=" Evaluasi  2022 ",
        cohorts=cohorts,
        stage="Tahap I",
        letter_number=" B-1 ",
        letter_date=dt.date(2022, 12, 6),
        starts_on=dt.date(2022, 11, 1),
        ends_on=dt.date(2022, 11, 5),
        is_demonstration=True,
    )

    round_id = workspace.rounds.create(new)

    one = workspace.rounds.get(round_id)
    assert (one.name, one.stage, one.letter_number) == ("Evaluasi 2022", "Tahap I", "B-1")
    assert (one.letter_date, one.starts_on, one.ends_on) == (
        new.letter_date,
        new.starts_on,
        new.ends_on,
    )
    assert one.is_demonstration
    participants = {one.region.id: one for one in workspace.rounds.participants(round_id)}
    assert {region: one.takes_part for region, one in participants.items()} == {
        DENPASAR: True,
        BATANG: False,
        RegionId(1): True,
    }
    assert participants[RegionId(1)].cohort.instrument == "2022-early-phase"
    assert workspace.rounds.all()[0] == one


@pytest.mark.parametrize("year", [2020, 2022, 2023])
def test_a_published_round_begins_with_each_cohort_under_its_instrument(
    empty: Workspace, year: int
) -> None:
    shipped = empty.rounds.published_round(year)

    round_id = empty.rounds.create(new_round_of(shipped, f"Evaluasi {year}"))

    participants = empty.rounds.participants(round_id)
    assert {one.region.id: (one.cohort.name, one.takes_part) for one in participants} == {
        one.region: (one.cohort, one.takes_part) for one in shipped.participants
    }
    assert {empty.rounds.instrument_of(one).year for one in participants} == {year}


def test_a_round_that_was_not_published_cannot_be_started_from(empty: Workspace) -> None:
    with pytest.raises(LookupError):
        empty.rounds.published_round(2019)


@pytest.mark.parametrize(
    ("new", "missing"),
    [
        (replace(small_round(), name=" \n"), NameMissing),
        (replace(small_round(), cohorts=()), RegionsMissing),
        (small_round(regions=()), RegionsMissing),
    ],
)
def test_a_round_needs_a_name_and_regions(
    workspace: Workspace, new: NewRound, missing: type[UserError]
) -> None:
    with pytest.raises(missing):
        workspace.rounds.create(new)

    assert len(workspace.rounds.all()) == 1


def test_a_region_stands_in_one_cohort_only(workspace: Workspace) -> None:
    new = small_round()
    (cohort,) = new.cohorts

    with pytest.raises(RegionTwice) as refused:
        workspace.rounds.create(replace(new, cohorts=(cohort, replace(cohort, name="LAIN"))))

    assert refused.value.region in {"KAB. BATANG", "KOTA DENPASAR"}


def test_a_round_is_begun_whole_or_not_at_all(workspace: Workspace) -> None:
    unknown = NewCohort("LAIN", InstrumentId("tidak-ada"), (RegionId(1),))
    new = replace(small_round(2022), cohorts=(*small_round().cohorts, unknown))

    with pytest.raises(LookupError):
        workspace.rounds.create(new)

    assert [one.year for one in workspace.rounds.all()] == [2021]


def test_a_round_nobody_has_is_named(workspace: Workspace) -> None:
    with pytest.raises(RoundUnknown) as caught:
        workspace.rounds.get(RoundId("nowhere"))

    assert caught.value.found == "nowhere"


def test_whether_a_region_takes_part_can_change_with_a_reason(workspace: Workspace) -> None:
    participant = participant_at(workspace, DENPASAR)

    changes = workspace.rounds.set_taking_part(participant, takes_part=False, reason=" Mundur ")

    assert changes.topics == {Topic.PARTICIPANTS}
    (denpasar,) = (
        one for one in workspace.rounds.participants(only_round(workspace)) if one.id == participant
    )
    assert not denpasar.takes_part
    (logged,) = workspace.dump()["changes"]
    assert {name: logged[name] for name in ("field", "subject", "old", "new", "reason", "who")} == {
        "field": "taking_part",
        "subject": participant,
        "old": True,
        "new": False,
        "reason": "Mundur",
        "who": "Sri Lestari",
    }
    assert dt.datetime.fromisoformat(logged["at"]) > START


def test_before_anybody_said_who_they_are_the_log_names_nobody(empty: Workspace) -> None:
    empty.rounds.create_sample()

    empty.rounds.set_taking_part(participant_at(empty, DENPASAR, 2020), False, "Mundur")

    (logged,) = empty.dump()["changes"]
    assert logged["who"] is None


def test_taking_part_as_before_changes_nothing(workspace: Workspace) -> None:
    participant = participant_at(workspace, DENPASAR)

    changes = workspace.rounds.set_taking_part(participant, takes_part=True, reason="Ikut")

    assert changes.topics == frozenset()
    assert workspace.dump()["changes"] == []


def test_taking_part_or_not_asks_for_a_reason(workspace: Workspace) -> None:
    with pytest.raises(ReasonMissing):
        workspace.rounds.set_taking_part(participant_at(workspace, DENPASAR), False, "  ")


def test_pasted_names_are_matched_and_mixed_up_kinds_asked_about(empty: Workspace) -> None:
    exact, mixed = empty.rounds.match_names("Kota Denpasar\nKota Sleman\n")

    assert exact.kind is MatchKind.EXACT
    assert exact.region is not None
    assert exact.region.id == DENPASAR
    assert mixed.kind is MatchKind.WRONG_KIND
    assert [one.name for one in mixed.suggestions] == ["KAB. SLEMAN"]
