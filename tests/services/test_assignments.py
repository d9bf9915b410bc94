"""A handed-out sheet opens with the identities it was given, and comes back under them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.domain.errors import AssignmentForAnother, InstrumentMissing
from assessor.domain.ids import InstrumentId
from assessor.domain.instrument import Pillar
from assessor.domain.merging.incoming import FileClass, Outcome
from assessor.domain.score import Score
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import DENPASAR, participant_at, surroundings
from tests.services.merging.examples import LAW, Colleague, merge, verdicts


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead with a round under a shipped instrument, a programme, and an assessor expected."""
    with open_workspace(tmp_path / "ketua.sqlite", surroundings("ketua")) as workspace:
        workspace.people.introduce("Sri Lestari", "Universitas Contoh")
        cohort = NewCohort("REGULER", InstrumentId("2023-reguler"), (DENPASAR,))
        workspace.rounds.create(NewRound(2023, "Evaluasi 2023", (cohort,), stage="Tahap I"))
        mine = workspace.assessments.open(participant_at(workspace, DENPASAR, 2023))
        workspace.programmes.add(mine, Pillar.LIVING, "Tukad Bindu")
        yield workspace


@pytest.fixture
def sheet(lead: Workspace, tmp_path: Path) -> Path:
    """A blank sheet for the expected assessor."""
    folder = tmp_path / "keluar"
    folder.mkdir()
    ayu = lead.people.add(" Ayu  Prameswari ", "Universitas Contoh")
    (round_id,) = (one.id for one in lead.rounds.all())
    orders = lead.sheets.plan(round_id, assessors=[ayu.id], is_blank=True)
    (path,) = lead.sheets.export(orders, folder).written
    return path


@pytest.fixture
def ayu(tmp_path: Path) -> Iterator[Workspace]:
    """The assessor's workspace, just made."""
    with open_workspace(tmp_path / "ayu.sqlite", surroundings("ayu")) as workspace:
        yield workspace


def test_a_sheet_brings_round_region_programmes_and_name(
    lead: Workspace, ayu: Workspace, sheet: Path
) -> None:
    assignment = ayu.assignments.take_up(sheet)

    (expected,) = lead.rounds.all()
    (given,) = ayu.rounds.all()
    assert (given.id, given.year, given.stage, given.name) == (
        expected.id,
        2023,
        "Tahap I",
        "Evaluasi 2023",
    )
    assert ayu.people.me() == assignment.assessor
    assert assignment.assessor.name == "Ayu Prameswari"
    own = ayu.assessments.get(ayu.assessments.open(assignment.participant))
    theirs = lead.assessments.get(lead.assessments.open(participant_at(lead, DENPASAR, 2023)))
    assert own.programmes == theirs.programmes
    assert own.participant == theirs.participant


def test_what_was_scored_comes_back_through_the_same_door(
    lead: Workspace, ayu: Workspace, sheet: Path, tmp_path: Path
) -> None:
    assignment = ayu.assignments.take_up(sheet)
    own = ayu.assessments.open(assignment.participant)
    instrument = ayu.rounds.instrument_of(ayu.assessments.get(own).participant)
    key = next(iter(instrument.questions))
    ayu.assessments.score(own, type(LAW)(key), Score(3))
    folder = tmp_path / "kembali"
    folder.mkdir()
    orders = ayu.sheets.plan(assignment.round, assessors=[assignment.assessor.id])
    ayu.sheets.export(orders, folder)

    done = merge(lead, folder)

    assert verdicts(done.report) == [(FileClass.NEW, Outcome.TAKEN)]
    assert lead.assessments.get(own).answer(type(LAW)(key)).score == Score(3)


def test_taking_up_again_changes_nothing(ayu: Workspace, sheet: Path) -> None:
    ayu.assignments.take_up(sheet)
    before = json.dumps(ayu.dump())

    ayu.assignments.take_up(sheet)

    assert json.dumps(ayu.dump()) == before


def test_who_was_only_introduced_becomes_who_the_sheet_names(ayu: Workspace, sheet: Path) -> None:
    ayu.people.introduce("Ayu P.", "")

    assignment = ayu.assignments.take_up(sheet)

    assert ayu.people.me() == assignment.assessor


def test_a_sheet_for_another_is_refused_where_somebody_scores(ayu: Workspace, sheet: Path) -> None:
    ayu.people.introduce("Budi Santoso", "")
    round_id = ayu.rounds.create_sample()
    ayu.assessments.open(ayu.rounds.participants(round_id)[0].id)

    with pytest.raises(AssignmentForAnother) as caught:
        ayu.assignments.take_up(sheet)

    assert (caught.value.assessor, caught.value.me) == ("Ayu Prameswari", "Budi Santoso")
    assert len(ayu.rounds.all()) == 1


def test_an_instrument_of_the_leads_own_must_be_known_first(ayu: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "lembar"
    folder.mkdir()
    sheet = Colleague(tmp_path, "citra").send(folder, is_blank=True)

    with pytest.raises(InstrumentMissing):
        ayu.assignments.take_up(sheet)

    assert ayu.people.me() is None
