"""How far a round has come: counted in the database, as the domain counts."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.domain.errors import WhoIsMissing
from assessor.domain.ids import AssessmentId, ProgrammeId, QuestionKey
from assessor.domain.instrument import Pillar
from assessor.domain.records import Assessment, AssessmentState
from assessor.domain.result import assessment_result
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.services.overview import RegionProgress, progress_of
from assessor.services.workspace import Workspace
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    KEY,
    REACH,
    REGULATION,
    SERVICE,
    begin_workspace,
    only_round,
    participant_at,
    score_all,
)

SCORES = st.sampled_from([BLANK, Score(0), Score(4), Score.not_applicable("Tidak ada")])


@pytest.fixture(scope="module")
def shared() -> Iterator[Workspace]:
    """One workspace for all examples of a property, which leave it as they find it."""
    folder = Path(tempfile.mkdtemp(prefix="assessor-test-"))
    with begin_workspace(folder / "penilaian.sqlite") as workspace:
        yield workspace
    shutil.rmtree(folder)


def progress(workspace: Workspace, assessment: AssessmentId) -> RegionProgress:
    """Return the line of an assessment in the overview of its round."""
    (found,) = (
        one
        for one in workspace.overview.of_round(only_round(workspace))
        if one.assessment == assessment
    )
    return found


def counted(workspace: Workspace, assessment: Assessment) -> tuple[int, int, int]:
    """Return questions done, questions and marks as the domain counts them."""
    instrument = workspace.rounds.instrument_of(assessment.participant)
    result = assessment_result(instrument, assessment)
    marks = sum(answer.is_marked for answer in assessment.answers.values())
    return result.answered, result.total, marks


def test_a_region_nobody_opened_has_only_its_questions(workspace: Workspace) -> None:
    batang, denpasar = workspace.overview.of_round(only_round(workspace))

    assert [batang.participant.region.name, denpasar.participant.region.name] == [
        "KAB. BATANG",
        "KOTA DENPASAR",
    ]
    assert batang == RegionProgress(batang.participant, total=4)


def test_a_region_that_was_only_looked_at_is_not_begun(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    looked_at = progress(workspace, denpasar)
    workspace.assessments.score(denpasar, KEY, Score(0))

    assert not looked_at.is_begun
    assert progress(workspace, denpasar).is_begun


def test_a_region_whose_assessment_was_read_is_counted_from_that_as_in_its_round(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 2)
    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    assessment = workspace.assessments.get(denpasar)
    instrument = workspace.rounds.instrument_of(assessment.participant)
    alone = progress_of(assessment, assessment_result(instrument, assessment))

    assert alone == progress(workspace, denpasar)
    assert (alone.answered, alone.total, alone.marked, alone.revision) == (4, 4, 1, 1)


def test_a_locked_region_shows_it(workspace: Workspace, denpasar: AssessmentId) -> None:
    score_all(workspace, denpasar, 2)
    workspace.assessments.lock(denpasar)

    assert progress(workspace, denpasar).state is AssessmentState.FINAL


def test_what_is_said_in_one_region_does_not_count_in_another(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 2)
    batang = workspace.assessments.open(participant_at(workspace, BATANG))

    assert progress(workspace, batang).answered == 0


def test_progress_is_mine_and_asks_who_i_am(empty: Workspace) -> None:
    round_id = empty.rounds.create_sample()

    with pytest.raises(WhoIsMissing):
        empty.overview.of_round(round_id)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    city=st.lists(SCORES, min_size=2, max_size=2),
    programmes=st.lists(
        st.tuples(SCORES, SCORES, st.booleans(), st.booleans()), min_size=0, max_size=3
    ),
    is_marked=st.booleans(),
)
def test_the_overview_counts_as_the_result_does(
    shared: Workspace,
    city: list[Score],
    programmes: list[tuple[Score, Score, bool, bool]],
    is_marked: bool,
) -> None:
    assessment = shared.assessments.open(participant_at(shared, DENPASAR))
    for question, score in zip((REGULATION, SERVICE), city, strict=True):
        shared.assessments.score(assessment, AnswerKey(question), score)
    shared.assessments.mark(assessment, AnswerKey(SERVICE), is_marked)
    for number, (benefit, reach, is_marked_too, is_removed) in enumerate(programmes):
        programme = _programme(shared, assessment, f"Program {number}")
        _score(shared, assessment, programme, {BENEFIT: benefit, REACH: reach})
        shared.assessments.mark(assessment, AnswerKey(REACH, programme), is_marked_too)
        if is_removed:
            shared.programmes.remove(assessment, programme)

    shown = progress(shared, assessment)

    whole = shared.assessments.get(assessment)
    assert (shown.answered, shown.total, shown.marked) == counted(shared, whole)
    while shared.assessments.undo(assessment):
        pass


def _programme(workspace: Workspace, assessment: AssessmentId, name: str) -> ProgrammeId:
    added, _changes = workspace.programmes.add(assessment, Pillar.LIVING, name)
    return added


def _score(
    workspace: Workspace,
    assessment: AssessmentId,
    programme: ProgrammeId,
    scores: dict[QuestionKey, Score],
) -> None:
    for question, score in scores.items():
        workspace.assessments.score(assessment, AnswerKey(question, programme), score)
