"""High scores that nobody has evidence of."""

from dataclasses import replace

from assessor.domain.claims import unbacked_claims
from assessor.domain.ids import EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.instrument import Scope
from assessor.domain.records import Assessment, Evidence
from assessor.domain.score import Score
from tests.domain.examples import Place, answer_key, assessment, instrument, question

INSTRUMENT = instrument(
    [question("a.first"), question("a.second"), question("q.each", Scope.PROGRAMME)],
    {"a": 60, "q": 40},
)


def scored(**scores: int) -> Assessment:
    """Return what somebody gave to the first two questions."""
    return assessment({f"a.{name}": Score(points) for name, points in scores.items()})


def backed(one: Assessment, question_key: str | None, programme: str | None = None) -> Assessment:
    """Return `one` with a link behind a question or a programme."""
    evidence = Evidence(
        id=EvidenceId("e"),
        question=None if question_key is None else QuestionKey(question_key),
        programme=None if programme is None else ProgrammeId(programme),
        title="Peraturan",
        link="https://contoh.go.id",
        sha256="",
        size=0,
    )
    return replace(one, evidence=(*one.evidence, evidence))


def found(*assessments: Assessment) -> list[tuple[str, str | None]]:
    return [(one.question, one.programme) for one in unbacked_claims(INSTRUMENT, assessments)]


def test_threes_and_fours_are_claims_and_less_is_none() -> None:
    assert found(scored(first=3, second=4)) == [("a.first", None), ("a.second", None)]
    assert found(scored(first=2, second=0)) == []


def test_nothing_said_claims_nothing() -> None:
    assert found() == []
    assert found(assessment({})) == []


def test_evidence_backs_a_claim() -> None:
    assert found(backed(scored(first=4, second=4), "a.first")) == [("a.second", None)]


def test_evidence_of_one_assessor_backs_the_claim_of_another() -> None:
    assert found(scored(first=4), backed(scored(first=1), "a.first")) == []


def test_one_high_score_of_several_is_a_claim_once() -> None:
    assert found(scored(first=1), scored(first=4), scored(first=3)) == [("a.first", None)]


def test_a_programme_is_backed_as_a_whole() -> None:
    scores: dict[Place, Score] = {("q.each", "Tukad"): Score(4), ("q.each", "Pasar"): Score(3)}
    one = assessment(scores, programmes=("Tukad", "Pasar"))

    assert found(one) == [("q.each", "Tukad"), ("q.each", "Pasar")]
    assert found(backed(one, None, "Tukad")) == [("q.each", "Pasar")]


def test_evidence_at_another_question_backs_nothing() -> None:
    assert found(backed(scored(first=4), "a.second")) == [("a.first", None)]
    assert answer_key("a.first") in unbacked_claims(INSTRUMENT, [scored(first=4)])
