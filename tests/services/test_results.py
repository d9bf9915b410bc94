"""A round's figures: panel, rank, last year and the change since."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from assessor.domain.ids import AssessmentId, ParticipantId, RegionId, RoundId
from assessor.domain.improvement import Improvement
from assessor.domain.instrument import Pillar
from assessor.domain.records import Participant
from assessor.domain.score import AnswerKey, Score
from assessor.services.results import RegionResult
from assessor.services.workspace import Workspace
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    OWN_INSTRUMENT,
    REACH,
    REGULATION,
    SERVICE,
    SLEMAN,
    SURAKARTA,
    begin_workspace,
    hand_over,
    only_round,
    participant_at,
    score_all,
    small_round,
)


def in_round(workspace: Workspace, round_id: RoundId) -> dict[RegionId, RegionResult]:
    """Return the lines of a round's results by region."""
    return {one.participant.region.id: one for one in workspace.results.of_round(round_id)}


def give(workspace: Workspace, region: RegionId, points: int, year: int = 2021) -> AssessmentId:
    """Score every question of a region alike."""
    assessment = workspace.assessments.open(participant_at(workspace, region, year))
    score_all(workspace, assessment, points)
    return assessment


def participant_record(workspace: Workspace, region: RegionId, year: int = 2021) -> Participant:
    """Return a region in the round of a year, whole."""
    wanted: ParticipantId = participant_at(workspace, region, year)
    (found,) = (
        one
        for round_ in workspace.rounds.all()
        for one in workspace.rounds.participants(round_.id)
        if one.id == wanted
    )
    return found


def begin_another_round(
    workspace: Workspace, year: int, stage: str = "", *, is_demonstration: bool = False
) -> RoundId:
    """Begin a round of Kab. Batang and Kota Denpasar with the small instrument."""
    new = replace(small_round(year), stage=stage, is_demonstration=is_demonstration)
    return workspace.rounds.create(new)


def test_without_any_score_there_is_no_figure(workspace: Workspace) -> None:
    line = in_round(workspace, only_round(workspace))[DENPASAR]

    assert line.result.final is None
    assert (line.rank, line.improvement, line.assessors) == (None, None, 0)
    assert line.result.is_provisional


def test_one_assessors_figures_are_the_results(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    for key, points in (
        (AnswerKey(REGULATION), 4),
        (AnswerKey(SERVICE), 3),
        (AnswerKey(BENEFIT, programme), 2),
        (AnswerKey(REACH, programme), 1),
    ):
        workspace.assessments.score(denpasar, key, Score(points))

    line = in_round(workspace, only_round(workspace))[DENPASAR]

    means = [dimension.mean for dimension in line.result.dimensions]
    assert means == [Decimal("3.50"), Decimal("1.50")]
    assert line.result.final == Decimal("2.70")
    assert line.assessors == 1


def test_figures_stay_provisional_until_every_assessment_is_locked(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 3)
    before = in_round(workspace, only_round(workspace))[DENPASAR]
    workspace.assessments.lock(denpasar)

    after = in_round(workspace, only_round(workspace))[DENPASAR]

    assert (before.result.is_provisional, after.result.is_provisional) == (True, False)
    assert before.result.final == after.result.final == Decimal("3.00")


def test_the_panels_value_is_the_mean_of_its_assessors(path: Path) -> None:
    first = begin_workspace(path)
    first.assessments.lock(give(first, DENPASAR, 4))
    with hand_over(first, "Budi") as second:
        give(second, DENPASAR, 1)

        line = in_round(second, only_round(second))[DENPASAR]

        assert line.assessors == 2
        assert line.result.final == Decimal("2.50")
        assert line.result.is_provisional


def test_equal_indices_share_a_rank(workspace: Workspace) -> None:
    new = small_round(2022, (BATANG, DENPASAR, SLEMAN, SURAKARTA))
    round_id = workspace.rounds.create(new)
    for region, points in ((BATANG, 1), (DENPASAR, 3), (SURAKARTA, 3)):
        give(workspace, region, points, 2022)

    lines = in_round(workspace, round_id)

    assert {region: line.rank for region, line in lines.items()} == {
        DENPASAR: 1,
        SURAKARTA: 1,
        BATANG: 3,
        SLEMAN: None,
    }
    assert [one.participant.region.name for one in workspace.results.of_round(round_id)] == [
        "KAB. BATANG",
        "KAB. SLEMAN",
        "KOTA DENPASAR",
        "KOTA SURAKARTA",
    ]


def test_who_does_not_take_part_has_no_line_and_no_rank(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 4)
    give(workspace, BATANG, 1)
    absent = participant_at(workspace, DENPASAR)
    workspace.rounds.set_taking_part(absent, takes_part=False, reason="Mengundurkan diri")

    lines = in_round(workspace, only_round(workspace))

    assert DENPASAR not in lines
    assert lines[BATANG].rank == 1


def test_last_year_comes_from_what_was_published(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 4)

    line = in_round(workspace, only_round(workspace))[DENPASAR]

    assert line.previous is not None
    assert (line.previous.year, line.previous.final) == (2020, Decimal("3.48"))
    assert line.previous.source == "883/DJAI/AI.01.02/12/2020"
    assert line.improvement == Improvement(recomputed=None, of_finals=Decimal("0.52"))


def test_the_round_of_2020_stands_beside_the_finals_of_2019(empty: Workspace) -> None:
    empty.rounds.create_sample()

    previous = empty.results.previous(participant_record(empty, DENPASAR, 2020))

    assert previous is not None
    assert (previous.year, previous.final, previous.source) == (2019, Decimal("3.42"), "")


def test_without_a_result_of_last_year_there_is_no_improvement(workspace: Workspace) -> None:
    begin_another_round(workspace, 2030)
    give(workspace, DENPASAR, 4, 2030)

    assert workspace.results.previous(participant_record(workspace, DENPASAR, 2030)) is None
    line = in_round(workspace, workspace.rounds.all()[0].id)[DENPASAR]
    assert line.improvement is None


def test_last_year_comes_from_an_earlier_round_with_its_dimensions(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 2)
    begin_another_round(workspace, 2022)
    give(workspace, DENPASAR, 3, 2022)

    previous = workspace.results.previous(participant_record(workspace, DENPASAR, 2022))

    assert previous is not None
    assert (previous.year, previous.final, previous.source) == (
        2021,
        Decimal("2.00"),
        "Evaluasi 2021",
    )
    assert previous.is_provisional
    assert set(previous.dimensions.values()) == {Decimal("2.00")}
    line = in_round(workspace, workspace.rounds.all()[0].id)[DENPASAR]
    assert line.previous == previous
    assert line.improvement == Improvement(recomputed=Decimal("1.00"), of_finals=Decimal("1.00"))


def test_an_earlier_round_with_no_figure_hides_nothing(workspace: Workspace) -> None:
    begin_another_round(workspace, 2020)
    workspace.assessments.open(participant_at(workspace, DENPASAR, 2020))

    previous = workspace.results.previous(participant_record(workspace, DENPASAR))

    assert previous is not None
    assert previous.final == Decimal("3.48")


def test_what_was_published_stands_against_a_part_of_a_panel(workspace: Workspace) -> None:
    begin_another_round(workspace, 2020)
    workspace.assessments.lock(give(workspace, DENPASAR, 1, 2020))

    previous = workspace.results.previous(participant_record(workspace, DENPASAR))

    assert previous is not None
    assert (previous.final, previous.source) == (Decimal("3.48"), "883/DJAI/AI.01.02/12/2020")


def test_a_whole_panel_here_stands_for_what_was_published(path: Path) -> None:
    first = begin_workspace(path)
    begin_another_round(first, 2020)
    first.assessments.lock(give(first, DENPASAR, 1, 2020))
    with hand_over(first, "Budi") as second:
        second.assessments.lock(give(second, DENPASAR, 3, 2020))

        previous = second.results.previous(participant_record(second, DENPASAR))

    assert previous is not None
    assert (previous.final, previous.source) == (Decimal("2.00"), "Evaluasi 2020")


def test_a_whole_panel_here_stands_for_a_table_that_was_taken_in(
    path: Path, tmp_path: Path
) -> None:
    table = tmp_path / "2020.csv"
    table.write_text("nama;output;quick_win;nilai_final\nKota Denpasar;3;3;3\n", "utf-8")
    first = begin_workspace(path)
    (own,) = (one for one in first.instruments.available() if one.id == OWN_INSTRUMENT)
    file = first.published.read(table, own)
    first.published.take_in(first.published.preview(file, 2020, {}))
    taken_in = first.results.previous(participant_record(first, DENPASAR))
    begin_another_round(first, 2020)
    first.assessments.lock(give(first, DENPASAR, 1, 2020))
    of_a_part = first.results.previous(participant_record(first, DENPASAR))
    with hand_over(first, "Budi") as second:
        second.assessments.lock(give(second, DENPASAR, 3, 2020))
        of_panel = second.results.previous(participant_record(second, DENPASAR))

    found = [one and (one.final, one.source) for one in (taken_in, of_a_part, of_panel)]
    assert found == [
        (Decimal("3.00"), "2020.csv"),
        (Decimal("3.00"), "2020.csv"),
        (Decimal("2.00"), "Evaluasi 2020"),
    ]


def test_invented_figures_are_never_last_year_of_real_ones(workspace: Workspace) -> None:
    begin_another_round(workspace, 2020, is_demonstration=True)
    give(workspace, DENPASAR, 1, 2020)

    previous = workspace.results.previous(participant_record(workspace, DENPASAR))

    assert previous is not None
    assert previous.final == Decimal("3.48")
    assert workspace.results.previous_values(participant_record(workspace, DENPASAR)).values == {}


def test_the_later_of_two_stages_is_last_year(workspace: Workspace) -> None:
    first = begin_another_round(workspace, 2022, "Tahap I")
    second = begin_another_round(workspace, 2022, "Tahap II")
    for round_id, points in ((first, 1), (second, 4)):
        (participant,) = (
            one.id for one in workspace.rounds.participants(round_id) if one.region.id == DENPASAR
        )
        score_all(workspace, workspace.assessments.open(participant), points)
    begin_another_round(workspace, 2023)
    now = participant_record(workspace, DENPASAR, 2023)

    previous = workspace.results.previous(now)

    assert previous is not None
    assert previous.final == Decimal("4.00")
    assert set(workspace.results.previous_values(now).values.values()) == {Decimal("4.00")}


def test_last_years_values_of_single_questions_are_the_panels(path: Path) -> None:
    first = begin_workspace(path)
    give(first, DENPASAR, 2)
    second = hand_over(first, "Budi")
    give(second, DENPASAR, 3)
    with hand_over(second, "Citra") as third:
        give(third, DENPASAR, 3)
        begin_another_round(third, 2022)

        values = third.results.previous_values(participant_record(third, DENPASAR, 2022))

        assert values.values == dict.fromkeys(
            (REGULATION, SERVICE, BENEFIT, REACH), Decimal("2.67")
        )
        assert values.is_provisional


def test_last_years_values_are_final_once_the_whole_panel_has_locked(path: Path) -> None:
    panel = begin_workspace(path)
    panel.assessments.lock(give(panel, DENPASAR, 2))
    for name in ("Budi", "Citra"):
        panel = hand_over(panel, name)
        panel.assessments.lock(give(panel, DENPASAR, 3))
    with panel:
        begin_another_round(panel, 2022)

        values = panel.results.previous_values(participant_record(panel, DENPASAR, 2022))

    assert values.values[REACH] == Decimal("2.67")
    assert not values.is_provisional


def test_last_years_values_stay_provisional_while_an_assessor_is_missing(path: Path) -> None:
    with begin_workspace(path) as alone:
        alone.assessments.lock(give(alone, DENPASAR, 2))
        begin_another_round(alone, 2022)

        values = alone.results.previous_values(participant_record(alone, DENPASAR, 2022))

    assert values.is_provisional


def test_what_nobody_scored_last_year_has_no_value(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, AnswerKey(SERVICE), Score(0))
    begin_another_round(workspace, 2022)

    values = workspace.results.previous_values(participant_record(workspace, DENPASAR, 2022))

    assert values.values == {SERVICE: Decimal("0.00")}


def test_a_round_that_is_not_there_has_no_figures(workspace: Workspace) -> None:
    nowhere = RoundId("nowhere")
    stranger = replace(participant_record(workspace, DENPASAR), round=nowhere)

    assert workspace.results.of_round(nowhere) == ()
    assert workspace.results.previous(stranger) is None
    assert workspace.results.previous_values(stranger).values == {}
