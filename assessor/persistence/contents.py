"""Contents of assessments as JSON, for the versions that are kept."""

from collections.abc import Mapping
from typing import Any

from assessor.domain.content import Content
from assessor.domain.ids import EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.instrument import Pillar
from assessor.domain.records import Answer, AssessmentState, Evidence, NarrativeSection, Programme
from assessor.domain.score import AnswerKey, Score

Document = Mapping[str, Any]


def content_document(content: Content) -> dict[str, Any]:
    """Return `content` as JSON keeps it."""
    return {
        "state": content.state.value,
        "revision": content.revision,
        "base_revision": content.base_revision,
        "answers": [
            [key.question, key.programme, answer.score.points, answer.score.reason, answer.note]
            for key, answer in content.answers.items()
        ],
        "programmes": [[one.id, one.pillar.value, one.name] for one in content.programmes],
        "programme_notes": dict(content.programme_notes),
        "narrative": {section.value: list(items) for section, items in content.narrative.items()},
        "evidence": [
            [one.id, one.question, one.programme, one.title, one.link, one.sha256, one.size]
            for one in content.evidence
        ],
    }


def document_content(document: Document) -> Content:
    """Return the content that `content_document` kept."""
    return Content(
        state=AssessmentState(document["state"]),
        revision=document["revision"],
        base_revision=document["base_revision"],
        answers={
            AnswerKey(QuestionKey(question), programme): Answer(Score(points, reason), note)
            for question, programme, points, reason, note in document["answers"]
        },
        programmes=tuple(
            Programme(ProgrammeId(key), Pillar(pillar), name)
            for key, pillar, name in document["programmes"]
        ),
        programme_notes=document["programme_notes"],
        narrative={
            NarrativeSection(section): tuple(items)
            for section, items in document["narrative"].items()
        },
        evidence=tuple(
            Evidence(EvidenceId(key), question, programme, title, link, sha256, size)
            for key, question, programme, title, link, sha256, size in document["evidence"]
        ),
    )
