"""How firmly ranks stand: repeatable, exact about assessors, silent about what I may not see."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from assessor.domain.ids import ParticipantId, RegionId
from assessor.domain.ranking import competition_ranks
from assessor.domain.result import panel_result
from assessor.services.demo import DemonstrationOrder
from assessor.services.robustness import (
    DRAWS,
    DrawOrder,
    RoundRobustness,
    Span,
    Stage,
    Watch,
)
from assessor.services.workspace import Workspace
from tests.services.demonstrations import demonstrated
from tests.services.examples import (
    BATANG,
    DENPASAR,
    hand_over,
    only_round,
    participant_at,
    score_all,
)

FEW: DrawOrder = DrawOrder(draws=400)
PANELS = DemonstrationOrder(year=2023, regions=12, assessors=3, is_complete=True)
MIXED = DemonstrationOrder(year=2023, regions=12, assessors=2)


@pytest.fixture(scope="module")
def panels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A round of twelve regions of both cohorts, with whole panels; nobody changes it."""
    path = tmp_path_factory.mktemp("robustness") / "putaran.sqlite"
    with demonstrated(path, PANELS) as workspace:
        yield workspace


def found_in(
    workspace: Workspace, order: DrawOrder = FEW, watch: Watch | None = None
) -> RoundRobustness:
    found = workspace.robustness.of_round(only_round(workspace), order, watch or Watch())
    assert found is not None
    return found


def give(workspace: Workspace, region: RegionId, points: int) -> None:
    """Give every question of a region the same points, and lock."""
    mine = workspace.assessments.open(participant_at(workspace, region))
    score_all(workspace, mine, points)
    workspace.assessments.lock(mine)


def test_ten_thousand_draws_unless_another_number_is_named() -> None:
    assert DrawOrder().draws == DRAWS == 10_000


def test_ranks_are_the_official_ones(panels: Workspace) -> None:
    found = found_in(panels)

    official = {
        one.participant.id: (one.rank, one.result.final)
        for one in panels.results.of_round(only_round(panels))
        if one.rank is not None
    }
    assert {one.participant.id: (one.rank, one.final) for one in found.regions} == official
    assert [one.rank for one in found.regions] == sorted(one.rank for one in found.regions)


def test_both_cohorts_are_ranked_together(panels: Workspace) -> None:
    found = found_in(panels)

    assert len({one.participant.cohort.instrument for one in found.regions}) == 2
    assert {one.id for one in found.instruments} == {"2023-reguler", "2023-kppn-ikn"}


def test_the_same_seed_gives_the_same_outcome(panels: Workspace) -> None:
    assert found_in(panels) == found_in(panels)


def test_another_seed_gives_another_outcome(panels: Workspace) -> None:
    order = DrawOrder(seed=2, draws=FEW.draws)

    assert [one.kept for one in found_in(panels, order).regions] != [
        one.kept for one in found_in(panels).regions
    ]


def test_leaving_an_assessor_out_ranks_anew_from_the_scores_of_the_others(
    panels: Workspace,
) -> None:
    found = found_in(panels)
    ranks: dict[ParticipantId, list[int]] = {}
    regions = [panels.panels.of_region(one.participant.id) for one in found.regions]
    for left_out in panels.people.assessors():
        finals = {}
        for region in regions:
            others = [one for one in region.assessments if one.assessor != left_out]
            finals[region.participant.id] = panel_result(region.instrument, others).final
        known = {key: final for key, final in finals.items() if final is not None}
        assert len(known) == len(regions)
        for key, rank in competition_ranks(known).items():
            ranks.setdefault(key, []).append(rank)

    assert {one.participant.id: one.left_out for one in found.regions} == {
        key: Span(min(some), max(some)) for key, some in ranks.items()
    }


def test_what_one_assessor_carries_alone_has_no_range_without_them(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 3)
    give(workspace, BATANG, 2)
    with hand_over(workspace, "Budi") as budis:
        give(budis, BATANG, 4)

        found = found_in(budis)

    assert {one.participant.region.id: one.left_out for one in found.regions} == {
        DENPASAR: None,
        BATANG: Span(1, 2),
    }


def test_provisional_figures_are_said_to_be_so(tmp_path: Path) -> None:
    with demonstrated(tmp_path / "sementara.sqlite", MIXED) as workspace:
        assert found_in(workspace).is_provisional


def test_final_figures_are_not(panels: Workspace) -> None:
    assert not found_in(panels).is_provisional


def test_a_region_i_am_scoring_is_no_part_of_it(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 3)
    give(workspace, BATANG, 2)
    with hand_over(workspace, "Budi") as budis:
        denpasar = participant_at(budis, DENPASAR)
        score_all(budis, budis.assessments.open(denpasar), 4)

        found = found_in(budis)

    assert [one.participant.region.id for one in found.regions] == [BATANG]
    assert (found.regions[0].rank, found.hidden) == (1, 1)
    assert found.of_region(denpasar) is None


def test_one_region_can_be_asked_for(panels: Workspace) -> None:
    found = found_in(panels)

    for one in found.regions:
        assert found.of_region(one.participant.id) == one


def test_a_round_without_an_index_has_no_ranks_to_try(workspace: Workspace) -> None:
    found = found_in(workspace)

    assert (found.regions, found.hidden, found.is_provisional) == ((), 0, False)


def test_one_region_alone_is_first_whatever_happens(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 3)

    (only,) = found_in(workspace).regions

    assert (only.final, only.rank, only.drawn, only.kept) == (Decimal(3), 1, Span(1, 1), FEW.draws)


def test_progress_names_both_stages_and_ends_with_the_last_draw(panels: Workspace) -> None:
    heard: list[tuple[Stage, int, int]] = []

    found_in(panels, watch=Watch(lambda *told: heard.append(told)))

    assert heard[0] == (Stage.ASSESSORS, 1, 12)
    assert (Stage.ASSESSORS, 12, 12) in heard
    assert heard[-1] == (Stage.WEIGHTS, FEW.draws, FEW.draws)


@pytest.mark.parametrize("looks", [0, 12])
def test_it_stops_where_it_is_cancelled(panels: Workspace, looks: int) -> None:
    answers = iter([False] * looks + [True])
    watch = Watch(is_cancelled=lambda: next(answers))

    assert panels.robustness.of_round(only_round(panels), FEW, watch) is None
