"""A demonstration is marked as invented, and the same for the same order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assessor.domain.errors import WorkspaceExists, WorkspaceVanished
from assessor.domain.instrument import Pillar
from assessor.services.catalogue import denpasar_programmes, shipped_regions
from assessor.services.demo import (
    MOST_REGIONS,
    DemonstrationOrder,
    demonstration_round,
    region_count,
)
from assessor.services.dump import Document
from assessor.services.workspace import open_workspace
from tests.services.demonstrations import PANEL, assessments_of, demonstrated
from tests.services.examples import surroundings

SMALL = DemonstrationOrder(regions=6, assessors=3, is_complete=True)


@pytest.fixture
def dump_of(tmp_path: Path) -> Callable[[DemonstrationOrder], Document]:
    """Return what makes a demonstration in a file of its own and tells all that is in it."""
    count = iter(range(100))

    def make(order: DemonstrationOrder) -> Document:
        with demonstrated(tmp_path / f"{next(count)}.sqlite", order) as workspace:
            return workspace.dump()

    return make


def without_scores(document: Document) -> Document:
    """Return what a team lead's workspace shares with those of the assessors."""
    regions = [region | {"assessments": None} for region in document["regions"]]
    return {"rounds": document["rounds"], "regions": regions}


def test_it_is_marked_and_carries_no_letter_number(begun: Document) -> None:
    (shown,) = begun["rounds"]

    assert (shown["demonstration"], shown["name"]) == (True, "Demonstrasi 2020")
    assert (shown["letter_number"], shown["letter_date"]) == ("", None)


def test_the_same_order_makes_the_same(
    dump_of: Callable[[DemonstrationOrder], Document],
) -> None:
    assert dump_of(SMALL) == dump_of(SMALL)


def test_an_assessors_scores_do_not_depend_on_how_many_there_are(
    dump_of: Callable[[DemonstrationOrder], Document],
) -> None:
    few, many = (dump_of(replace(SMALL, assessors=count)) for count in (2, 4))

    second = [
        [one for one in assessments_of(document) if one["assessor"] == "Asesor Contoh 2"]
        for document in (few, many)
    ]
    assert second[0] == second[1]
    assert len(second[0]) == SMALL.regions


def test_a_regions_scores_do_not_depend_on_how_many_there_are(
    dump_of: Callable[[DemonstrationOrder], Document],
) -> None:
    few, many = (dump_of(replace(SMALL, regions=count)) for count in (2, 4))

    assert all(region in many["regions"] for region in few["regions"])


def test_a_lead_has_the_same_round_regions_and_programmes_without_scores(
    tmp_path: Path,
) -> None:
    panel, lead = tmp_path / "panel.sqlite", tmp_path / "lead.sqlite"
    with (
        demonstrated(panel, SMALL) as filled,
        demonstrated(lead, replace(SMALL, assessors=0, is_complete=False)) as empty,
    ):
        assert without_scores(filled.dump()) == without_scores(empty.dump())
        assert not assessments_of(empty.dump())
        (shown,) = empty.rounds.all()
        ids = []
        for workspace in (filled, empty):
            (me,) = [workspace.people.me()]
            assert me is not None
            participants = workspace.rounds.participants(shown.id)
            opened = [workspace.assessments.open(one.id) for one in participants]
            ids.append([workspace.assessments.get(one).programmes for one in opened])
        assert ids[0] == ids[1]


def test_the_first_assessor_uses_a_panels_workspace_and_a_lead_an_empty_one(
    tmp_path: Path,
) -> None:
    names = []
    for count in (3, 0):
        with demonstrated(tmp_path / f"{count}.sqlite", replace(SMALL, assessors=count)) as opened:
            me = opened.people.me()
            names.append(None if me is None else me.name)

    assert names == ["Asesor Contoh 1", "Ketua Tim Contoh"]


def test_whoever_uses_the_workspace_already_stays(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "own.sqlite", surroundings()) as workspace:
        workspace.people.introduce("Sri Lestari", "")

        workspace.demonstrate(SMALL)

        me = workspace.people.me()
        assert me is not None
        assert me.name == "Sri Lestari"


def test_a_complete_one_is_scored_and_locked_in_its_first_revision(whole: Document) -> None:
    assessments = assessments_of(whole)

    assert len(assessments) == 75 * PANEL
    assert {(one["state"], one["revision"]) for one in assessments} == {("final", 1)}
    assert all(
        score["value"] is not None or score["not_applicable"]
        for one in assessments
        for score in one["scores"]
    )


def test_one_in_the_midst_has_all_kinds_of_regions(begun: Document) -> None:
    kinds = {
        kind
        for region in begun["regions"]
        for kind in ({one["state"] for one in region["assessments"]} or {"not begun"})
    }

    assert kinds == {"draft", "final", "not begun"}


def test_denpasar_runs_the_programmes_it_ran_in_2020(whole: Document) -> None:
    (denpasar,) = (one for one in whole["regions"] if one["code"] == "51.71")

    programmes = denpasar["assessments"][0]["programmes"]
    assert [(one["pillar"], one["name"]) for one in programmes] == sorted(
        denpasar_programmes(), key=lambda one: list(Pillar).index(one[0])
    )


@pytest.mark.parametrize("year", [2020, 2022, 2023])
def test_regions_that_do_not_take_part_come_last(year: int) -> None:
    few = demonstration_round(DemonstrationOrder(year=year, regions=10))
    all_ = demonstration_round(DemonstrationOrder(year=year))

    assert not any(cohort.absent for cohort in few.cohorts)
    assert sum(len(cohort.regions) for cohort in all_.cohorts) == region_count(year)


def test_more_regions_than_took_part_are_others_of_the_country_that_are_scored() -> None:
    larger = demonstration_round(DemonstrationOrder(year=2023, regions=191))
    regions = [region for cohort in larger.cohorts for region in cohort.regions]

    assert len(set(regions)) == 191
    assert not any(cohort.absent for cohort in larger.cohorts)
    assert {cohort.name for cohort in larger.cohorts} == {"REGULER", "KPPN & IKN"}


@pytest.mark.parametrize("year", [2020, 2022, 2023])
def test_a_demonstration_can_hold_the_whole_country(year: int) -> None:
    whole = demonstration_round(DemonstrationOrder(year=year, regions=MOST_REGIONS))

    assert sum(len(cohort.regions) for cohort in whole.cohorts) == len(shipped_regions())


def test_the_round_of_2020_begins_with_denpasar() -> None:
    (cohort,) = demonstration_round(DemonstrationOrder(regions=1)).cohorts

    assert cohort.regions == (282,)


def test_a_workspace_with_a_round_is_refused(tmp_path: Path) -> None:
    with demonstrated(tmp_path / "once.sqlite", SMALL) as workspace:
        before = workspace.dump()

        with pytest.raises(WorkspaceExists):
            workspace.demonstrate(replace(SMALL, seed=2))

        assert workspace.dump() == before


def test_nothing_is_written_when_it_stops_half_way(tmp_path: Path) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with open_workspace(tmp_path / "half.sqlite", surroundings()) as workspace:
        with pytest.raises(KeyboardInterrupt):
            workspace.demonstrate(SMALL, stop)

        assert not workspace.rounds.all()
        assert not workspace.people.assessors()


def test_a_file_that_vanishes_meanwhile_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "gone.sqlite"

    def take_away(done: int) -> None:
        if done == 1:
            path.rename(tmp_path / "moved.sqlite")

    with open_workspace(path, surroundings()) as workspace, pytest.raises(WorkspaceVanished):
        workspace.demonstrate(SMALL, take_away)


def test_progress_counts_the_regions(tmp_path: Path) -> None:
    heard: list[int] = []

    with open_workspace(tmp_path / "counted.sqlite", surroundings()) as workspace:
        workspace.demonstrate(SMALL, heard.append)

    assert heard == [1, 2, 3, 4, 5, 6]
