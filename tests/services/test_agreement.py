"""How far the assessors of a round agree: what is compared, and what is left out."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from fractions import Fraction
from itertools import count
from pathlib import Path

from assessor.domain.agreement import Agreement, Tendency
from assessor.domain.ids import AssessmentId, InstrumentId, ParticipantId, RegionId
from assessor.domain.instrument import Pillar, Scope
from assessor.domain.krippendorff import NoAlpha
from assessor.domain.score import AnswerKey, Score
from assessor.persistence.models import AssessorRow
from assessor.persistence.settings import write_setting
from assessor.persistence.workspace_file import open_database
from assessor.services.agreement import RoundAgreement
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.people import ME
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import (
    BATANG,
    DENPASAR,
    OWN_INSTRUMENT,
    REGULATION,
    Ticks,
    instrument_text,
    participant_at,
    score_all,
    small_round,
    surroundings,
)

YEAR = 2021
sittings = count(1)
"""Numbers the times that somebody works, so that no id is made twice."""


@contextmanager
def work_of(name: str, path: Path) -> Iterator[Workspace]:
    """Open the workspace at `path` as the work of `name`, who joins its assessors if new."""
    with closing(open_database(path, Ticks())) as database, database.transaction() as session:
        session.merge(AssessorRow(id=name, name=name, institution=""))
        write_setting(session, ME, name)
    with open_workspace(path, surroundings(f"{name}-{next(sittings)}")) as workspace:
        yield workspace


def opened(workspace: Workspace, region: RegionId, year: int = YEAR) -> AssessmentId:
    """Return my assessment of a region."""
    return workspace.assessments.open(participant_at(workspace, region, year))


def locked(
    name: str, path: Path, points: int, region: RegionId = DENPASAR, year: int = YEAR
) -> None:
    """Let `name` give every question of a region the same points, and lock."""
    with work_of(name, path) as workspace:
        assessment = opened(workspace, region, year)
        score_all(workspace, assessment, points)
        workspace.assessments.lock(assessment)


def found_in(path: Path, year: int = YEAR) -> RoundAgreement:
    """Return how far the assessors of a year's round agree."""
    with work_of("Ketua", path) as workspace:
        (round_id,) = (one.id for one in workspace.rounds.all() if one.year == year)
        return workspace.agreements.of_round(round_id)


def units(found: RoundAgreement) -> dict[str, int]:
    """Return how many units were compared in each dimension."""
    return {one.key: one.agreement.alpha.units for one in found.dimensions}


def leanings(found: Agreement) -> dict[str, tuple[Fraction | int | None, int]]:
    """Return each assessor's mean difference and the pairs it rests on."""
    return {one.assessor: (one.exact, one.pairs) for one in found.leanings}


def closed(workspace: Workspace) -> Path:
    """Let go of a workspace that a fixture opened, for others to work in its file."""
    workspace.close()
    return workspace.path


def test_a_round_with_nothing_locked_compares_nobody(workspace: Workspace) -> None:
    found = found_in(closed(workspace))

    assert units(found) == {"output": 0, "quick_win": 0}
    assert found.overall.alpha.refusal is NoAlpha.TOO_FEW
    assert found.overall.leanings == ()
    assert (found.assessors, found.assessments, found.panels) == ((), 0, 0)


def test_assessors_of_one_region_are_compared_in_every_dimension(workspace: Workspace) -> None:
    path = closed(workspace)
    locked("Ani", path, 4)
    locked("Budi", path, 1)

    found = found_in(path)

    assert units(found) == {"output": 2, "quick_win": 2}
    assert [leanings(one.agreement) for one in found.dimensions] == [
        {"Ani": (3, 2), "Budi": (-3, 2)},
        {"Ani": (3, 2), "Budi": (-3, 2)},
    ]
    assert leanings(found.overall) == {"Ani": (3, 4), "Budi": (-3, 4)}
    assert (found.overall.alpha.units, found.overall.alpha.scores) == (4, 8)
    assert (found.assessments, found.panels) == (2, 1)


def test_assessors_come_by_name_and_their_leanings_in_the_same_order(workspace: Workspace) -> None:
    path = closed(workspace)
    for name in ("Citra", "Ani", "Budi"):
        locked(name, path, 2)

    found = found_in(path)

    assert [one.name for one in found.assessors] == ["Ani", "Budi", "Citra"]
    for agreement in (found.overall, *(one.agreement for one in found.dimensions)):
        assert [one.assessor for one in agreement.leanings] == ["Ani", "Budi", "Citra"]


def test_scores_of_different_regions_are_not_compared(workspace: Workspace) -> None:
    path = closed(workspace)
    locked("Ani", path, 4, DENPASAR)
    locked("Budi", path, 1, BATANG)

    found = found_in(path)

    assert leanings(found.overall) == {"Ani": (None, 0), "Budi": (None, 0)}
    assert (found.assessments, found.panels) == (2, 0)


def test_what_is_not_locked_is_left_out(workspace: Workspace) -> None:
    path = closed(workspace)
    locked("Ani", path, 4)
    with work_of("Budi", path) as budis:
        score_all(budis, opened(budis, DENPASAR), 1)

    found = found_in(path)

    assert leanings(found.overall) == {"Ani": (None, 0)}
    assert (found.assessments, found.panels) == (1, 0)


def test_a_region_that_does_not_take_part_is_left_out(workspace: Workspace) -> None:
    path = closed(workspace)
    for name, points in (("Ani", 4), ("Budi", 1)):
        locked(name, path, points)
    with work_of("Ketua", path) as leads:
        leads.rounds.set_taking_part(
            participant_at(leads, DENPASAR), takes_part=False, reason="mundur"
        )

    found = found_in(path)

    assert units(found) == {"output": 0, "quick_win": 0}
    assert (found.assessors, found.assessments) == ((), 0)


def test_another_round_is_left_out(workspace: Workspace) -> None:
    workspace.rounds.create(small_round(2022))
    path = closed(workspace)
    locked("Ani", path, 4, year=YEAR)
    locked("Budi", path, 1, year=2022)

    assert leanings(found_in(path, YEAR).overall) == {"Ani": (None, 0)}
    assert leanings(found_in(path, 2022).overall) == {"Budi": (None, 0)}


def test_not_applicable_leaves_nothing_to_compare(workspace: Workspace) -> None:
    path = closed(workspace)
    locked("Ani", path, 4)
    with work_of("Budi", path) as budis:
        assessment = opened(budis, DENPASAR)
        score_all(budis, assessment, 1)
        not_applicable = Score.not_applicable("bukan kewenangan")
        budis.assessments.score(assessment, AnswerKey(REGULATION), not_applicable)
        budis.assessments.lock(assessment)

    found = found_in(path)

    assert units(found) == {"output": 1, "quick_win": 2}
    assert leanings(found.overall) == {"Ani": (3, 3), "Budi": (-3, 3)}


def test_every_programme_is_compared_by_itself(workspace: Workspace) -> None:
    assessment = opened(workspace, DENPASAR)
    for name in ("Tukad Bindu", "Pasar Badung", "Graha Nawasena"):
        workspace.programmes.add(assessment, Pillar.LIVING, name)
    path = closed(workspace)
    locked("Ani", path, 4)
    locked("Budi", path, 1)

    assert units(found_in(path)) == {"output": 2, "quick_win": 6}


def test_a_removed_programme_is_left_out(workspace: Workspace) -> None:
    assessment = opened(workspace, DENPASAR)
    workspace.programmes.add(assessment, Pillar.LIVING, "Tukad Bindu")
    removed, _ = workspace.programmes.add(assessment, Pillar.ECONOMY, "Pasar Badung")
    path = closed(workspace)
    with work_of("Ani", path) as anis:
        assessment = opened(anis, DENPASAR)
        score_all(anis, assessment, 4)
        anis.programmes.remove(assessment, removed)
        anis.assessments.lock(assessment)
    locked("Budi", path, 1)

    assert units(found_in(path)) == {"output": 2, "quick_win": 2}


def test_cohorts_meet_in_a_dimension_that_both_have(workspace: Workspace) -> None:
    workspace.instruments.add(instrument_text("lain-2022", output_weight=40), "lain.toml")
    cohorts = (
        NewCohort("REGULER", OWN_INSTRUMENT, (BATANG,)),
        NewCohort("KPPN & IKN", InstrumentId("lain-2022"), (DENPASAR,)),
    )
    workspace.rounds.create(NewRound(year=2022, name="Evaluasi 2022", cohorts=cohorts))
    path = closed(workspace)
    for region, difference in ((BATANG, 1), (DENPASAR, 3)):
        locked("Ani", path, 1 + difference, region, 2022)
        locked("Budi", path, 1, region, 2022)

    found = found_in(path, 2022)

    assert units(found) == {"output": 4, "quick_win": 4}
    assert leanings(found.overall) == {"Ani": (2, 8), "Budi": (-2, 8)}
    assert found.panels == 2


def test_a_region_with_all_questions_is_enough_for_an_overall_figure(workspace: Workspace) -> None:
    cohort = NewCohort("REGULER", InstrumentId("2023-reguler"), (DENPASAR,))
    workspace.rounds.create(NewRound(year=2023, name="Evaluasi 2023", cohorts=(cohort,)))
    path = closed(workspace)
    for name, more in (("Ani", 0), ("Budi", 1)):
        with work_of(name, path) as work:
            score_in_turn(work, participant_at(work, DENPASAR, 2023), more)

    found = found_in(path, 2023)

    assert [one.tendency for one in found.overall.leanings] == [
        Tendency.STRICT,
        Tendency.LENIENT,
    ]
    assert found.overall.alpha.units == 111
    assert found.overall.alpha.refusal is None
    assert units(found)["impact"] == 54
    assert {one.agreement.alpha.refusal for one in found.dimensions} == {NoAlpha.TOO_FEW}


def score_in_turn(workspace: Workspace, participant: ParticipantId, more: int) -> None:
    """Give the questions 0, 1, 2, 3 points in turn, `more` added to each, and lock."""
    assessment = workspace.assessments.open(participant)
    whole = workspace.assessments.get(assessment)
    if not whole.programmes:
        workspace.programmes.add(assessment, Pillar.LIVING, "Tukad Bindu")
        whole = workspace.assessments.get(assessment)
    (programme,) = whole.programmes
    questions = workspace.rounds.instrument_of(whole.participant).questions
    for number, question in enumerate(questions.values()):
        about = programme.id if question.scope is Scope.PROGRAMME else None
        key = AnswerKey(question.key, about)
        workspace.assessments.score(assessment, key, Score(number % 4 + more))
    workspace.assessments.lock(assessment)
