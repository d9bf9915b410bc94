"""Requests for evidence: one region each, as hidden as the panel's scores."""

import pytest

from assessor.domain.errors import LetterIncomplete, RegionHidden, RoundUnknown
from assessor.domain.ids import RegionId, RoundId
from assessor.domain.letter import Letter, plain
from assessor.domain.letter_fields import FOR_REQUEST
from assessor.domain.records import Participant
from assessor.domain.score import AnswerKey, Score
from assessor.services.evidence import EvidenceTarget
from assessor.services.evidence_requests import EvidenceGaps
from assessor.services.workspace import Workspace
from tests.services.examples import (
    BATANG,
    DENPASAR,
    REGULATION,
    hand_over,
    only_round,
    participant_at,
    score_all,
)
from tests.services.letters import fill_in


def gaps_of(workspace: Workspace, region: RegionId) -> EvidenceGaps:
    found = workspace.evidence_requests.of_round(only_round(workspace))
    return next(one for one in found if one.participant.region.id == region)


def record_of(workspace: Workspace, region: RegionId) -> Participant:
    return gaps_of(workspace, region).participant


def lock_all(workspace: Workspace, region: RegionId, points: int) -> None:
    assessment = workspace.assessments.open(participant_at(workspace, region))
    score_all(workspace, assessment, points)
    workspace.assessments.lock(assessment)


def words(letter: Letter) -> str:
    return " ".join(plain(row.text) for annex in letter.annexes for row in annex.rows)


def test_high_scores_without_evidence_are_listed(workspace: Workspace) -> None:
    lock_all(workspace, DENPASAR, 3)

    claims = gaps_of(workspace, DENPASAR).claims

    assert claims is not None
    assert len(claims.claims) == 4
    assert claims.items == 3


def test_evidence_takes_a_claim_off_the_list(workspace: Workspace) -> None:
    assessment = workspace.assessments.open(participant_at(workspace, DENPASAR))
    workspace.assessments.score(assessment, AnswerKey(REGULATION), Score(4))
    target = EvidenceTarget(question=REGULATION)
    workspace.evidence.attach_link(assessment, target, "Perwali", "https://contoh.go.id")
    score_all(workspace, assessment, 4)
    workspace.assessments.lock(assessment)

    claims = gaps_of(workspace, DENPASAR).claims

    assert claims is not None
    assert REGULATION not in {one.question for one in claims.claims}


def test_a_region_nobody_scored_has_nothing_to_ask_for(workspace: Workspace) -> None:
    claims = gaps_of(workspace, BATANG).claims

    assert claims is not None
    assert claims.items == 0


def test_what_others_scored_is_kept_from_whoever_still_scores(workspace: Workspace) -> None:
    lock_all(workspace, DENPASAR, 4)
    with hand_over(workspace, "Budi") as second:
        fill_in(second, only_round(second))
        assessment = second.assessments.open(participant_at(second, DENPASAR))
        second.assessments.score(assessment, AnswerKey(REGULATION), Score(0))

        assert gaps_of(second, DENPASAR).claims is None
        with pytest.raises(RegionHidden):
            second.evidence_requests.finished(record_of(second, DENPASAR))


def test_a_request_needs_every_field(workspace: Workspace) -> None:
    lock_all(workspace, DENPASAR, 3)

    with pytest.raises(LetterIncomplete) as refused:
        workspace.evidence_requests.finished(record_of(workspace, DENPASAR))

    assert refused.value.missing == FOR_REQUEST


def test_a_request_holds_nothing_of_another_region(workspace: Workspace) -> None:
    for region in (BATANG, DENPASAR):
        assessment = workspace.assessments.open(participant_at(workspace, region))
        score_all(workspace, assessment, 3)
        (programme,) = workspace.assessments.get(assessment).programmes
        workspace.programmes.rename(assessment, programme.id, f"Program {region}")
        workspace.assessments.lock(assessment)
    fill_in(workspace, only_round(workspace))

    letter = workspace.evidence_requests.finished(record_of(workspace, DENPASAR))

    assert f"Program {DENPASAR}" in words(letter)
    assert f"Program {BATANG}" not in words(letter)
    assert "Batang" not in repr(letter)


def test_there_are_no_requests_of_a_round_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(RoundUnknown):
        workspace.evidence_requests.of_round(RoundId("nowhere"))
