"""One figure for all that an assessment says."""

import dataclasses

import pytest

from assessor.domain.fingerprint import content_fingerprint
from assessor.domain.ids import EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.records import (
    Answer,
    Assessment,
    AssessmentState,
    Evidence,
    NarrativeSection,
)
from assessor.domain.score import BLANK, Score
from tests.domain.examples import Place, answer_key, assessment, programme

PLACE = answer_key("baseline.a")
SCORES: dict[Place, Score] = {"baseline.a": Score(3), ("quick_win.a", "one"): Score(1)}
SCORED = assessment(SCORES, ("one", "two"))
LINK = Evidence(
    EvidenceId("first"), QuestionKey("baseline.a"), None, "Perda", "https://example.id", "", 0
)


def with_answer(answer: Answer) -> Assessment:
    return dataclasses.replace(SCORED, answers={**SCORED.answers, PLACE: answer})


CHANGED = {
    "score": with_answer(Answer(Score(2))),
    "blank": with_answer(Answer(BLANK)),
    "zero": with_answer(Answer(Score(0))),
    "not applicable": with_answer(Answer(Score.not_applicable("belum ada"))),
    "note": with_answer(Answer(Score(3), note="Catatan")),
    "state": dataclasses.replace(SCORED, state=AssessmentState.DRAFT),
    "programmes": dataclasses.replace(SCORED, programmes=SCORED.programmes[::-1]),
    "fewer programmes": dataclasses.replace(SCORED, programmes=SCORED.programmes[:1]),
    "programme note": dataclasses.replace(SCORED, programme_notes={ProgrammeId("one"): "Bagus"}),
    "narrative": dataclasses.replace(SCORED, narrative={NarrativeSection.STRENGTHS: "Satu"}),
    "evidence": dataclasses.replace(SCORED, evidence=(LINK,)),
}
SAME = {
    "mark": with_answer(Answer(Score(3), is_marked=True)),
    "revision": dataclasses.replace(SCORED, revision=7, exported_revision=6),
    "order of answers": dataclasses.replace(
        SCORED, answers=dict(reversed(list(SCORED.answers.items())))
    ),
    "blank answer": dataclasses.replace(
        SCORED, answers={**SCORED.answers, answer_key("baseline.b"): Answer(is_marked=True)}
    ),
    "empty programme note": dataclasses.replace(SCORED, programme_notes={ProgrammeId("one"): ""}),
    "note of no programme": dataclasses.replace(
        SCORED, programme_notes={ProgrammeId("gone"): "Lama"}
    ),
    "empty lines": dataclasses.replace(SCORED, narrative={NarrativeSection.STRENGTHS: " \n\n"}),
}


@pytest.mark.parametrize("change", CHANGED)
def test_other_content_has_another_fingerprint(change: str) -> None:
    assert content_fingerprint(CHANGED[change]) != content_fingerprint(SCORED)


def test_no_two_of_these_contents_share_a_fingerprint() -> None:
    assert len({content_fingerprint(one) for one in CHANGED.values()}) == len(CHANGED)


@pytest.mark.parametrize("kept", SAME)
def test_what_is_private_or_says_nothing_does_not_count(kept: str) -> None:
    assert content_fingerprint(SAME[kept]) == content_fingerprint(SCORED)


def test_a_note_without_a_score_counts() -> None:
    noted = dataclasses.replace(
        SCORED, answers={**SCORED.answers, answer_key("baseline.b"): Answer(note="Catatan")}
    )

    assert content_fingerprint(noted) != content_fingerprint(SCORED)


def test_evidence_counts_by_what_it_shows_and_not_by_its_id_or_place_in_the_list() -> None:
    other = dataclasses.replace(
        LINK, id=EvidenceId("second"), question=None, programme=ProgrammeId("one")
    )
    listed = dataclasses.replace(SCORED, evidence=(LINK, other))
    renamed = dataclasses.replace(
        SCORED, evidence=(other, dataclasses.replace(LINK, id=EvidenceId("third"), size=12))
    )

    assert content_fingerprint(listed) == content_fingerprint(renamed)


def test_a_renamed_or_moved_programme_counts() -> None:
    (one, two) = SCORED.programmes
    renamed = dataclasses.replace(SCORED, programmes=(dataclasses.replace(one, name="ONE"), two))

    assert one == programme("one")
    assert content_fingerprint(renamed) != content_fingerprint(SCORED)


def test_a_fingerprint_is_a_sha256_in_hexadecimal() -> None:
    assert len(content_fingerprint(SCORED)) == 64
    assert int(content_fingerprint(SCORED), 16)
