"""What stands in the cells that carry more than one thing, and how it comes apart again."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessor.domain.ids import ProgrammeId, QuestionKey
from assessor.domain.records import Answer, Assessment, Evidence
from assessor.domain.score import Score
from assessor.domain.texts import CELL_LIMIT, length_in_cell

SHOWN_OF_HASH: Final = 12
"""Hexadecimal digits of a fingerprint that are printed; the whole stands on a hidden page."""


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """What a piece of evidence backs; one of the two is None."""

    question: QuestionKey | None
    programme: ProgrammeId | None


def note_text(answer: Answer) -> str:
    """Return the note's cell: for "not applicable" the reason is its first line, always."""
    if answer.score.reason is None:
        return answer.note
    return f"{answer.score.reason}\n{answer.note}" if answer.note else answer.score.reason


def split_note(text: str) -> tuple[str, str]:
    """Return reason and note of a cell that belongs to "not applicable"."""
    reason, _, note = text.partition("\n")
    return reason, note


def reason_room(score: Score) -> int:
    """Return what a score takes of its note's cell, in code units, for `checked_text`."""
    return 0 if score.reason is None else length_in_cell(score.reason) + 1


def evidence_texts(assessment: Assessment) -> Mapping[EvidencePlace, str]:
    """Return what the evidence column shows: one line a piece, cut where the cell is full."""
    lines: defaultdict[EvidencePlace, list[str]] = defaultdict(list)
    for one in assessment.evidence:
        lines[EvidencePlace(one.question, one.programme)].append(_evidence_line(one))
    return {place: _cut("\n".join(some)) for place, some in lines.items()}


def _evidence_line(evidence: Evidence) -> str:
    proof = evidence.link or f"SHA-256 {evidence.sha256[:SHOWN_OF_HASH]}"
    return f"{evidence.title} ({proof})" if evidence.title else proof


def _cut(text: str) -> str:
    while length_in_cell(text) > CELL_LIMIT:
        text = text[: len(text) - max(1, length_in_cell(text) - CELL_LIMIT)]
    return text
