"""One figure for all that an assessment says, so that a changed sheet is told from a copy."""

import hashlib
import json

from assessor.domain.records import Assessment, NarrativeSection


def content_fingerprint(assessment: Assessment) -> str:
    """Return the SHA-256, hexadecimal, of everything an assessment exports, in one fixed order.

    Marks are private and left out; so are blank answers, and evidence ids and sizes, which say
    nothing about the content. Equal content gives equal fingerprints in every workspace.
    """
    document = {
        "state": assessment.state.value,
        "programmes": [[one.id, one.pillar.value, one.name] for one in assessment.programmes],
        "programme_notes": _programme_notes(assessment),
        "answers": _answers(assessment),
        "narrative": {one.value: assessment.items(one) for one in NarrativeSection},
        "evidence": _evidence(assessment),
    }
    text = json.dumps(document, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _programme_notes(assessment: Assessment) -> dict[str, str]:
    notes = ((one.id, assessment.programme_notes.get(one.id, "")) for one in assessment.programmes)
    return {programme: note for programme, note in notes if note}


def _answers(assessment: Assessment) -> list[list[str | int | None]]:
    said = [
        [key.question, key.programme or "", answer.score.points, answer.score.reason, answer.note]
        for key, answer in assessment.answers.items()
        if answer.note or not answer.score.is_blank
    ]
    return sorted(said, key=lambda one: (str(one[0]), str(one[1])))


def _evidence(assessment: Assessment) -> list[list[str]]:
    return sorted(
        [one.question or "", one.programme or "", one.title, one.link, one.sha256]
        for one in assessment.evidence
    )
