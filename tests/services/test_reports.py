"""What is said about the regions of a round: figures, how they came about, who stands behind."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from assessor.domain.errors import RegionHidden, RoundUnknown
from assessor.domain.ids import AssessmentId, ParticipantId, RegionId, RoundId
from assessor.domain.records import NarrativeSection
from assessor.domain.score import AnswerKey, Score
from assessor.services.workspace import Workspace
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    REACH,
    REGULATION,
    SLEMAN,
    SURAKARTA,
    begin_workspace,
    hand_over,
    join_panel,
    only_round,
    participant_at,
    score_all,
    small_round,
)


def give(workspace: Workspace, region: RegionId, points: int, year: int = 2021) -> AssessmentId:
    """Score everything in a region with the same points, and lock it."""
    mine = workspace.assessments.open(participant_at(workspace, region, year))
    score_all(workspace, mine, points)
    workspace.assessments.lock(mine)
    return mine


@pytest.fixture
def panel(path: Path) -> Iterator[Workspace]:
    """A panel of two on Kota Denpasar, who lie apart on regulation and on one programme."""
    first = begin_workspace(path)
    mine = first.assessments.open(participant_at(first, DENPASAR))
    score_all(first, mine, 4)
    first.assessments.write_narrative(mine, NarrativeSection.STRENGTHS, "Data terbuka", "1")
    (programme,) = first.assessments.get(mine).programmes
    first.assessments.write_programme_note(mine, programme.id, "Sudah ramai", "2")
    first.assessments.lock(mine)
    with hand_over(first, "Budi") as second:
        own = second.assessments.open(participant_at(second, DENPASAR))
        score_all(second, own, 4)
        second.assessments.score(own, AnswerKey(REGULATION), Score(1))
        second.assessments.score(own, AnswerKey(REACH, programme.id), Score(1))
        second.assessments.lock(own)
        yield second


@pytest.fixture
def denpasar(panel: Workspace) -> ParticipantId:
    """Kota Denpasar in the round."""
    return participant_at(panel, DENPASAR)


def test_a_report_derives_the_index_that_the_results_show(
    panel: Workspace, denpasar: ParticipantId
) -> None:
    report = panel.reports.of_region(denpasar)

    (line,) = (one for one in panel.results.of_round(only_round(panel)) if one.assessors)
    assert report.line == line
    assert report.derivation.final == report.result.final
    output = report.derivation.steps[0]
    assert (output.counted, output.sum) == (2, Fraction(13, 2))
    assert report.values[REGULATION] == Fraction(5, 2)


def test_a_report_names_who_stands_behind_it_and_how_far_they_lie_apart(
    panel: Workspace, denpasar: ParticipantId
) -> None:
    report = panel.reports.of_region(denpasar)

    assert [one.assessor.name for one in report.assessments] == ["Budi", "Sri Lestari"]
    assert (report.expected, report.missing) == (2, 0)
    assert [report.individual[one.id].final for one in report.assessments] == [
        Decimal("2.50"),
        Decimal("4.00"),
    ]
    assert [one.key.question for one in report.answers if one.spread == 3] == [REGULATION, REACH]
    sri = report.assessments[1]
    assert sri.items(NarrativeSection.STRENGTHS) == ("Data terbuka",)
    assert not report.is_provisional
    assert not report.is_demonstration


def test_a_programme_has_the_panels_values_their_mean_and_the_notes(
    panel: Workspace, denpasar: ParticipantId
) -> None:
    (programme,) = panel.reports.of_region(denpasar).programmes

    assert programme.programme.name == "Tukad Bindu"
    assert programme.values == {BENEFIT: Fraction(4), REACH: Fraction(5, 2)}
    assert programme.mean == Decimal("3.25")
    assert [(who.name, note) for who, note in programme.notes] == [("Sri Lestari", "Sudah ramai")]


def test_a_settled_value_counts_in_programme_and_derivation(
    panel: Workspace, denpasar: ParticipantId
) -> None:
    (programme,) = panel.reports.of_region(denpasar).programmes
    key = AnswerKey(REACH, programme.programme.id)
    panel.panels.settle(denpasar, key, Decimal("0.5"), "bukti baru")
    panel.panels.settle(denpasar, AnswerKey(REGULATION), Decimal(4), "bukti baru")

    report = panel.reports.of_region(denpasar)

    assert report.programmes[0].values[REACH] == Fraction(1, 2)
    assert [step.mean for step in report.derivation.steps] == [Decimal("4.00"), Decimal("2.25")]


def test_a_report_tells_how_the_improvement_came_about(
    panel: Workspace, denpasar: ParticipantId
) -> None:
    report = panel.reports.of_region(denpasar)

    assert report.improvement_derivation is not None
    assert report.improvement_derivation.previous == report.previous
    assert report.improvement_derivation.improvement == report.improvement
    assert report.improvement_derivation.recomputed is None


def test_a_region_that_nobody_scored_has_a_report_without_figures(workspace: Workspace) -> None:
    report = workspace.reports.of_region(participant_at(workspace, BATANG))

    assert (report.result.final, report.rank, report.ranked) == (None, None, 0)
    assert (report.programmes, report.assessments, report.missing) == ((), (), 2)
    assert report.is_provisional


@pytest.fixture
def four(workspace: Workspace) -> RoundId:
    """A round of four regions, three of them scored and one not taking part."""
    regions = (BATANG, DENPASAR, SLEMAN, SURAKARTA)
    round_id = workspace.rounds.create(small_round(2022, regions))
    for region, points in ((BATANG, 1), (DENPASAR, 3), (SURAKARTA, 3)):
        give(workspace, region, points, 2022)
    absent = participant_at(workspace, SLEMAN, 2022)
    workspace.rounds.set_taking_part(absent, takes_part=False, reason="Mengundurkan diri")
    return round_id


def test_standings_list_who_takes_part_and_who_does_not(
    workspace: Workspace, four: RoundId
) -> None:
    standings = workspace.reports.of_round(four)

    ranks = {one.participant.region.id: one.line and one.line.rank for one in standings.regions}
    assert ranks == {BATANG: 3, DENPASAR: 1, SURAKARTA: 1}
    assert [one.region.id for one in standings.absent] == [SLEMAN]
    assert standings.ranked == 3
    assert {(one.present, one.locked, one.expected) for one in standings.regions} == {(1, 1, 2)}


def test_one_region_read_again_is_ranked_among_the_others_as_they_stood(
    workspace: Workspace, four: RoundId
) -> None:
    standings = workspace.reports.of_round(four)
    batang = participant_at(workspace, BATANG, 2022)
    whole = workspace.reports.of_region(batang)

    assert workspace.reports.of_region(batang, standings) == whole
    assert (whole.rank, whole.ranked) == (3, 3)


def test_the_reports_of_several_regions_are_the_same_as_those_of_each(
    workspace: Workspace, four: RoundId
) -> None:
    batang, denpasar = (participant_at(workspace, one, 2022) for one in (BATANG, DENPASAR))

    found = workspace.reports.of_regions(four, {batang, denpasar})

    assert found.reports == tuple(workspace.reports.of_region(one) for one in (batang, denpasar))
    assert len(workspace.reports.of_regions(four).reports) == 3


def test_who_does_not_take_part_has_no_report(workspace: Workspace, four: RoundId) -> None:
    absent = participant_at(workspace, SLEMAN, 2022)

    with pytest.raises(LookupError):
        workspace.reports.of_region(absent)
    assert workspace.reports.of_regions(four, {absent}).reports == ()


def test_what_is_not_there_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RoundUnknown):
        workspace.reports.of_round(RoundId("none"))
    with pytest.raises(RoundUnknown):
        workspace.reports.of_regions(RoundId("none"))
    with pytest.raises(LookupError):
        workspace.reports.trend(ParticipantId("none"))


def test_whoever_still_scores_a_region_sees_no_figure_of_it_and_no_gap_in_the_ranks(
    workspace: Workspace, four: RoundId
) -> None:
    denpasar, batang = (participant_at(workspace, one, 2022) for one in (DENPASAR, BATANG))
    workspace.assessments.reopen(workspace.assessments.open(denpasar), "Bukti baru")
    join_panel(workspace, denpasar)

    standings = workspace.reports.of_round(four)

    ranks = {one.participant.region.id: one.line and one.line.rank for one in standings.regions}
    assert ranks == {BATANG: 2, DENPASAR: None, SURAKARTA: 1}
    assert [one.id for one in standings.hidden] == [denpasar]
    assert standings.ranked == 2
    with pytest.raises(RegionHidden):
        workspace.reports.of_region(denpasar)
    with pytest.raises(RegionHidden):
        workspace.reports.of_region(denpasar, standings)
    found = workspace.reports.of_regions(four)
    assert [one.id for one in found.hidden] == [denpasar]
    assert {one.participant.region.id: one.rank for one in found.reports} == {
        BATANG: 2,
        SURAKARTA: 1,
    }
    again = workspace.reports.of_region(batang, standings)
    assert again.ranked == 2
    assert not any(one.is_rank_final for one in (again, *found.reports))


def test_a_rank_is_final_once_every_region_is(workspace: Workspace, four: RoundId) -> None:
    batang, denpasar = (participant_at(workspace, one, 2022) for one in (BATANG, DENPASAR))
    before = workspace.reports.of_region(batang)
    among = workspace.reports.of_round(four)
    before_among = workspace.reports.of_region(batang, among)

    workspace.assessments.reopen(workspace.assessments.open(denpasar), "Bukti baru")

    assert before.is_rank_final
    assert before_among.is_rank_final
    assert not workspace.reports.of_region(batang).is_rank_final


def test_the_trend_has_every_year_of_which_an_index_is_known(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 3)

    trend = workspace.reports.trend(participant_at(workspace, DENPASAR))

    assert [(one.year, one.final) for one in trend] == [
        (2019, Decimal("3.42")),
        (2020, Decimal("3.48")),
        (2021, Decimal("3.00")),
    ]
    assert trend[-1].source == "Evaluasi 2021"


def test_the_trend_keeps_back_what_its_reader_still_scores(workspace: Workspace) -> None:
    mine = workspace.assessments.open(participant_at(workspace, DENPASAR))
    score_all(workspace, mine, 3)
    alone = workspace.reports.trend(participant_at(workspace, DENPASAR))
    join_panel(workspace, participant_at(workspace, DENPASAR))

    trend = workspace.reports.trend(participant_at(workspace, DENPASAR))

    assert [one.year for one in alone] == [2019, 2020, 2021]
    assert [one.year for one in trend] == [2019, 2020]


def test_in_the_year_of_the_round_its_own_figure_stands_before_a_published_one(
    workspace: Workspace,
) -> None:
    workspace.rounds.create(small_round(2020))
    denpasar = participant_at(workspace, DENPASAR, 2020)
    before = workspace.reports.trend(denpasar)
    give(workspace, DENPASAR, 2, 2020)

    after = workspace.reports.trend(denpasar)

    assert (before[-1].year, before[-1].final) == (2020, Decimal("3.48"))
    assert (after[-1].year, after[-1].final) == (2020, Decimal("2.00"))
