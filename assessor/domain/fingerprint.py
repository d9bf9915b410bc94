"""One figure for all that an assessment says, so that a changed sheet is told from a copy."""

import hashlib
import json

from assessor.domain.content import Content
from assessor.domain.records import Assessment, NarrativeSection


def content_fingerprint(said: Assessment | Content) -> str:
    """Return the SHA-256, hexadecimal, of everything an assessment exports, in one fixed order.

    Marks are private and left out; so are blank answers, and evidence ids and sizes, which say
    nothing about the content. Equal content gives equal fingerprints in every workspace.
    """
    document = {
        "state": said.state.value,
        "programmes": [[one.id, one.pillar.value, one.name] for one in said.programmes],
        "programme_notes": _programme_notes(said),
        "answers": _answers(said),
        "narrative": {one.value: said.items(one) for one in NarrativeSection},
        "evidence": _evidence(said),
    }
    text = json.dumps(document, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _programme_notes(said: Assessment | Content) -> dict[str, str]:
    notes = ((one.id, said.programme_notes.get(one.id, "")) for one in said.programmes)
    return {programme: note for programme, note in notes if note}


def _answers(said: Assessment | Content) -> list[list[str | int | None]]:
    answers = [
        [key.question, key.programme or "", answer.score.points, answer.score.reason, answer.note]
        for key, answer in said.answers.items()
        if answer.note or not answer.score.is_blank
    ]
    return sorted(answers, key=lambda one: (str(one[0]), str(one[1])))


def _evidence(said: Assessment | Content) -> list[list[str]]:
    return sorted(
        [one.question or "", one.programme or "", one.title, one.link, one.sha256]
        for one in said.evidence
    )
