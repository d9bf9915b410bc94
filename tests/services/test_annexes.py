"""The annex of a round out of a workspace, and what audits find in it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assessor.domain.annex.records import AnnexLayout, LetterGap
from assessor.domain.errors import LetterHidden, LetterNotSet
from assessor.domain.figures import NOTHING
from assessor.domain.ids import InstrumentId, RoundId
from assessor.domain.instrument import Pillar
from assessor.domain.result import answer_keys
from assessor.domain.score import Score
from assessor.services.annexes import AnnexOrder
from assessor.services.audit import TableOfYear, audit_table
from assessor.services.catalogue import shipped_instrument
from assessor.services.demo import DemonstrationOrder
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.workspace import Workspace
from tests.services.demonstrations import demonstrated
from tests.services.examples import BATANG, begin_workspace, only_round, small_round


@pytest.fixture(scope="module", params=[2022, 2023])
def demonstration(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    order = DemonstrationOrder(year=request.param, assessors=1, is_complete=True)
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    with demonstrated(path, order) as workspace:
        yield workspace


def round_of(workspace: Workspace) -> RoundId:
    return workspace.rounds.all()[0].id


def test_audits_find_every_row_of_a_written_annex(demonstration: Workspace, tmp_path: Path) -> None:
    round_id, path = round_of(demonstration), tmp_path / "annex.xlsx"
    demonstration.annexes.write_annex(AnnexOrder(round_id), path)

    participants = demonstration.rounds.participants(round_id)
    for name in {one.cohort.instrument for one in participants}:
        own = [one for one in participants if one.takes_part and one.cohort.instrument == name]
        found = audit_table(shipped_table(path, name))
        assert (found.rows, found.matched) == (len(own), len(own))


def test_every_region_of_the_round_stands_in_the_annex_once(demonstration: Workspace) -> None:
    round_id = round_of(demonstration)

    pages = demonstration.annexes.annex(AnnexOrder(round_id)).pages

    named = [row[1] for page in pages for row in (*page.table.rows, *page.absent.rows)]
    expected = [one.region.name for one in demonstration.rounds.participants(round_id)]
    assert sorted(map(str, named)) == sorted(expected)


def test_the_layout_is_the_ministrys_of_that_year_unless_another_is_chosen(
    demonstration: Workspace,
) -> None:
    round_id = round_of(demonstration)
    year = demonstration.rounds.get(round_id).year
    usual = {2022: AnnexLayout.WEIGHTS, 2023: AnnexLayout.IMPROVEMENT}[year]

    assert demonstration.annexes.usual_layout(round_id) is usual
    assert demonstration.annexes.annex(AnnexOrder(round_id)).layout is usual
    for layout in AnnexLayout:
        assert demonstration.annexes.annex(AnnexOrder(round_id, layout)).layout is layout


def test_an_audit_against_last_year_finds_every_improvement(tmp_path: Path) -> None:
    order = DemonstrationOrder(year=2022, assessors=1, is_complete=True, regions=6)
    last, this = tmp_path / "2022.xlsx", tmp_path / "2023.xlsx"
    with demonstrated(tmp_path / "demo.sqlite", order) as workspace:
        workspace.annexes.write_annex(AnnexOrder(round_of(workspace)), last)
        second = score_next_year(workspace)
        workspace.annexes.write_annex(AnnexOrder(second), this)
        rows = workspace.annexes.annex(AnnexOrder(second)).pages[0].table.rows

    found = audit_table(shipped_table(this, "2023-reguler"), shipped_table(last, "2022-reguler"))
    assert found.mismatches == ()
    assert found.matched == len(rows)
    assert all(isinstance(row[-2], Decimal) for row in rows)


def shipped_table(path: Path, instrument: str) -> TableOfYear:
    found = shipped_instrument(instrument)
    assert found is not None
    return TableOfYear(path, found)


def score_next_year(workspace: Workspace) -> RoundId:
    """Score some regions of the demonstration again, with the instrument of the year after."""
    before = workspace.rounds.participants(round_of(workspace))
    regular = [one.region.id for one in before if one.cohort.instrument == "2022-reguler"]
    cohort = NewCohort("REGULER", InstrumentId("2023-reguler"), tuple(regular[:2]))
    new = NewRound(2023, "Evaluasi 2023", (cohort,), is_demonstration=True)
    made = workspace.rounds.create(new)
    for points, participant in enumerate(workspace.rounds.participants(made), start=2):
        assessment = workspace.assessments.open(participant.id)
        workspace.programmes.add(assessment, Pillar.LIVING, "Program contoh")
        scored = workspace.assessments.get(assessment)
        for question in workspace.rounds.instrument_of(participant).questions.values():
            for key in answer_keys(question, scored):
                workspace.assessments.score(assessment, key, Score(points))
        workspace.assessments.lock(assessment)
    return made


def test_without_number_and_date_of_the_letter_nothing_is_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "annex.xlsx"
    with begin_workspace(tmp_path / "own.sqlite") as workspace:
        with pytest.raises(LetterNotSet) as error:
            workspace.annexes.write_annex(AnnexOrder(only_round(workspace)), path)

        assert error.value.reason is LetterGap.BOTH
        assert not path.exists()
        assert workspace.annexes.gap(only_round(workspace)) is LetterGap.BOTH


def test_a_draft_is_written_and_says_that_it_is_one(tmp_path: Path) -> None:
    with begin_workspace(tmp_path / "own.sqlite") as workspace:
        order = AnnexOrder(only_round(workspace), is_draft=True)

        (page,) = workspace.annexes.annex(order).pages

    assert any(line.startswith("DRAF") for line in page.warnings)


def test_number_and_date_come_from_the_round(tmp_path: Path) -> None:
    with begin_workspace(tmp_path / "own.sqlite") as workspace:
        new = replace(small_round(2030, (BATANG,)), letter_number="1/2030", letter_date=None)
        made = workspace.rounds.create(new)

        with pytest.raises(LetterNotSet) as error:
            workspace.annexes.annex(AnnexOrder(made))

    assert error.value.reason is LetterGap.DATE


def test_while_i_still_score_a_region_there_is_no_annex_and_the_ranking_leaves_it_out(
    tmp_path: Path,
) -> None:
    order = DemonstrationOrder(year=2020, assessors=2, regions=1, is_complete=True)
    with demonstrated(tmp_path / "demo.sqlite", order) as workspace:
        (region,) = workspace.rounds.participants(round_of(workspace))
        workspace.assessments.reopen(workspace.assessments.open(region.id), "Diperiksa lagi")

        with pytest.raises(LetterHidden) as refused:
            workspace.annexes.annex(AnnexOrder(region.round, sees_all=True))
        blind = workspace.annexes.ranking(AnnexOrder(region.round))
        whole = workspace.annexes.ranking(AnnexOrder(region.round, sees_all=True))

    assert refused.value.regions == region.region.name
    assert blind.table.rows[0][3] == NOTHING
    assert isinstance(whole.table.rows[0][3], Decimal)
