"""Printed summaries: what stands on them, and whether a code still names the data."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from assessor.domain.errors import NothingAssessed, RegionHidden
from assessor.domain.ids import AssessmentId, RegionId
from assessor.domain.instrument import Pillar
from assessor.domain.page_standing import Cause, PageStanding, Standing
from assessor.domain.records import NarrativeSection
from assessor.domain.score import Score
from assessor.services.demo import DemonstrationOrder
from assessor.services.summaries import RegionSummary, file_name_of_all
from assessor.services.workspace import Workspace
from tests.services.demonstrations import demonstrated
from tests.services.examples import (
    BATANG,
    DENPASAR,
    KEY,
    begin_workspace,
    hand_over,
    only_round,
    participant_at,
    score_all,
)


def give(workspace: Workspace, region: RegionId, points: int) -> AssessmentId:
    """Score everything in a region with the same points, and lock it."""
    mine = workspace.assessments.open(participant_at(workspace, region))
    score_all(workspace, mine, points)
    workspace.assessments.lock(mine)
    return mine


def summary_at(workspace: Workspace, region: RegionId) -> RegionSummary:
    at = participant_at(workspace, region)
    (found,) = workspace.summaries.of_regions(only_round(workspace), {at}).ready
    return found


def printed(workspace: Workspace, region: RegionId) -> str:
    """Print a region and return the code on its page."""
    summary = summary_at(workspace, region)
    workspace.summaries.note_printed((summary,))
    return summary.code


def causes(answer: PageStanding) -> list[Cause]:
    assert answer.standing is Standing.SUPERSEDED
    return [one.cause for one in answer.because]


@pytest.fixture
def mine(workspace: Workspace) -> AssessmentId:
    """My assessment of Kota Denpasar, locked, every question with 3."""
    return give(workspace, DENPASAR, 3)


@pytest.mark.usefixtures("mine")
def test_a_summary_says_what_the_report_says(workspace: Workspace) -> None:
    content = summary_at(workspace, DENPASAR).content

    assert (content.region.name, content.region.code) == ("KOTA DENPASAR", "51.71")
    assert [(one.name, one.weight, one.mean) for one in content.dimensions] == [
        ("output", 60, Decimal("3.00")),
        ("quick_win", 40, Decimal("3.00")),
    ]
    assert (content.final, content.rank, content.ranked) == (Decimal("3.00"), 1, 1)
    assert [(one.name, one.values) for one in content.programmes] == [
        ("Tukad Bindu", (Decimal("3.00"), Decimal("3.00")))
    ]
    assert [(one.name, one.revision, one.is_locked) for one in content.assessors] == [
        ("Sri Lestari", 1, True)
    ]
    assert not content.is_provisional


@pytest.mark.usefixtures("mine")
def test_regions_that_nobody_began_are_left_out_with_the_reason(workspace: Workspace) -> None:
    found = workspace.summaries.of_regions(only_round(workspace))

    assert [one.participant.region.id for one in found.ready] == [DENPASAR]
    ((left, error),) = found.left_out
    assert left.region.id == BATANG
    assert isinstance(error, NothingAssessed)


@pytest.mark.usefixtures("mine")
def test_a_region_i_still_score_while_others_are_done_is_left_out(workspace: Workspace) -> None:
    with hand_over(workspace, "Budi") as second:
        own = second.assessments.open(participant_at(second, DENPASAR))
        second.assessments.score(own, KEY, Score(1))

        found = second.summaries.of_regions(only_round(second), {participant_at(second, DENPASAR)})

    assert found.ready == ()
    assert [type(error) for _participant, error in found.left_out] == [RegionHidden]


@pytest.mark.usefixtures("mine")
def test_the_same_data_gives_the_same_code(workspace: Workspace) -> None:
    assert summary_at(workspace, DENPASAR) == summary_at(workspace, DENPASAR)
    assert summary_at(workspace, DENPASAR).code == summary_at(workspace, DENPASAR).code


@pytest.mark.usefixtures("mine")
def test_a_file_is_named_after_region_and_code(workspace: Workspace) -> None:
    summary = summary_at(workspace, DENPASAR)

    code = summary.code.replace("-", "")
    assert summary.file_name == f"2021_51.71_KOTA-DENPASAR_ringkasan_{code}.pdf"


def test_one_file_of_several_is_named_after_all_their_data(workspace: Workspace) -> None:
    give(workspace, DENPASAR, 3)
    other = give(workspace, BATANG, 2)
    before = workspace.summaries.of_regions(only_round(workspace)).ready
    workspace.assessments.reopen(other, "Salah baca")
    after = workspace.summaries.of_regions(only_round(workspace)).ready

    assert file_name_of_all(before).startswith("2021_2-wilayah_ringkasan_")
    assert file_name_of_all(before) != file_name_of_all(after)


@pytest.mark.usefixtures("mine")
def test_what_was_printed_is_current_as_long_as_nothing_changes(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)

    answer = workspace.summaries.look_up(code.lower().replace("-", " "))

    assert (answer.standing, answer.code) == (Standing.CURRENT, code)
    assert answer.participant is not None
    assert answer.participant.region.name == "KOTA DENPASAR"
    assert answer.round_name == "Evaluasi 2021"
    assert answer.printed_by is not None
    assert (answer.printed_by.name, answer.because) == ("Sri Lestari", ())
    assert answer.printed_at is not None


@pytest.mark.usefixtures("mine")
def test_printing_again_keeps_when_it_was_printed_first(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)
    first = workspace.summaries.look_up(code).printed_at

    printed(workspace, DENPASAR)

    assert workspace.summaries.look_up(code).printed_at == first


def test_a_reopened_assessment_overtakes_the_page_by_its_revision(
    workspace: Workspace, mine: AssessmentId
) -> None:
    code = printed(workspace, DENPASAR)
    workspace.assessments.reopen(mine, "Bukti baru")
    workspace.assessments.score(mine, KEY, Score(4))
    workspace.assessments.lock(mine)

    answer = workspace.summaries.look_up(code)

    assert causes(answer) == [Cause.REVISION]
    (because,) = answer.because
    assert (because.assessor, because.revision) == ("Sri Lestari", 2)
    assert because.at == workspace.assessments.get(mine).changed_at


def test_a_draft_that_went_on_overtakes_the_page(workspace: Workspace) -> None:
    draft = workspace.assessments.open(participant_at(workspace, DENPASAR))
    workspace.assessments.score(draft, KEY, Score(2))
    with hand_over(workspace, "Budi") as second:
        code = printed(second, DENPASAR)

        second.assessments.write_narrative(draft, NarrativeSection.STRENGTHS, "Data terbuka", "1")

        assert summary_at(second, DENPASAR).content.is_provisional
        assert causes(second.summaries.look_up(code)) == [Cause.CHANGE]


@pytest.mark.usefixtures("mine")
def test_an_assessment_that_came_since_overtakes_the_page_even_while_it_is_kept_back(
    workspace: Workspace,
) -> None:
    code = printed(workspace, DENPASAR)
    with hand_over(workspace, "Budi") as second:
        own = second.assessments.open(participant_at(second, DENPASAR))
        second.assessments.score(own, KEY, Score(1))

        answer = second.summaries.look_up(code)

    assert causes(answer) == [Cause.ARRIVAL]
    assert answer.because[0].assessor == "Budi"


@pytest.mark.usefixtures("mine")
def test_a_moderation_overtakes_the_page(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)
    workspace.panels.settle(participant_at(workspace, DENPASAR), KEY, Decimal("2.5"), "Sepakat")

    answer = workspace.summaries.look_up(code)

    assert causes(answer) == [Cause.MODERATION]
    assert answer.because[0].at is not None


@pytest.mark.usefixtures("mine")
def test_a_rank_moved_by_another_region_is_said_to_be_that(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)

    give(workspace, BATANG, 4)

    assert causes(workspace.summaries.look_up(code)) == [Cause.RANK]


@pytest.mark.usefixtures("mine")
def test_a_new_name_on_the_page_overtakes_it(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)

    workspace.people.introduce("Sri Lestari, M.Kom.", "Universitas Contoh")

    assert causes(workspace.summaries.look_up(code)) == [Cause.OTHER]


@pytest.mark.usefixtures("mine")
def test_a_region_that_no_longer_takes_part_has_no_current_page(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)

    workspace.rounds.set_taking_part(participant_at(workspace, DENPASAR), False, "Mundur")

    assert causes(workspace.summaries.look_up(code)) == [Cause.OTHER]


@pytest.mark.usefixtures("mine")
def test_what_was_only_prepared_was_never_printed(workspace: Workspace) -> None:
    code = summary_at(workspace, DENPASAR).code

    answer = workspace.summaries.look_up(code)

    assert (answer.standing, answer.code) == (Standing.UNKNOWN, code)


@pytest.mark.usefixtures("mine")
def test_a_slip_is_told_apart_from_an_unknown_code(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)
    slip = ("0" if code[0] != "0" else "1") + code[1:]

    answer = workspace.summaries.look_up(f" {slip} ")

    assert (answer.standing, answer.code) == (Standing.MISTYPED, slip)


def test_a_summary_of_one_region_holds_nothing_of_another(tmp_path: Path) -> None:
    order = DemonstrationOrder(regions=3, assessors=2, is_complete=True)
    with demonstrated(tmp_path / "d.sqlite", order) as workspace:
        ready = workspace.summaries.of_regions(workspace.rounds.all()[0].id).ready
    assert len(ready) == 3

    for one in ready:
        others = [other.participant.region for other in ready if other is not one]
        said = repr((one.content, one.basis))
        assert [region.name for region in others if region.name in said] == []
        assert one.content.round.is_demonstration


def test_a_removed_programme_does_not_stand_on_the_page(
    workspace: Workspace, mine: AssessmentId
) -> None:
    workspace.assessments.reopen(mine, "Program ganda")
    added, _changes = workspace.programmes.add(mine, Pillar.LIVING, "Pasar Badung")
    workspace.programmes.remove(mine, added)
    workspace.assessments.lock(mine)

    assert [one.name for one in summary_at(workspace, DENPASAR).content.programmes] == [
        "Tukad Bindu"
    ]


@pytest.fixture
def other_workspace(tmp_path: Path) -> Iterator[Workspace]:
    with begin_workspace(tmp_path / "lain" / "kerja.sqlite") as workspace:
        yield workspace


def test_the_same_page_has_the_same_code_in_every_workspace(
    workspace: Workspace, other_workspace: Workspace
) -> None:
    for one in (workspace, other_workspace):
        give(one, DENPASAR, 3)

    assert printed(workspace, DENPASAR) == summary_at(other_workspace, DENPASAR).code


@pytest.mark.usefixtures("mine")
def test_the_dump_names_every_page_that_was_printed(workspace: Workspace) -> None:
    code = printed(workspace, DENPASAR)

    regions = {one["name"]: one["printed_summaries"] for one in workspace.dump()["regions"]}

    assert [page["code"] for page in regions["KOTA DENPASAR"]] == [code]
    assert regions["KAB. BATANG"] == []
