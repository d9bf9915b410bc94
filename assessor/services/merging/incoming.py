"""A sheet as the reader gives it into what merging compares."""

import datetime as dt
import sys
from dataclasses import dataclass, field
from pathlib import Path

from assessor.domain.content import Content
from assessor.domain.fingerprint import content_fingerprint
from assessor.domain.ids import AssessorId, QuestionKey
from assessor.domain.merging.incoming import Incoming
from assessor.domain.merging.report import CellProblem
from assessor.domain.records import Answer, Assessor
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.domain.texts import clean_text, one_line
from assessor.exchange.score_sheet.reading import Problem, SheetReading


@dataclass(slots=True)
class Sharing:
    """Equal keys and scores once: a thousand sheets ask the same questions."""

    keys: dict[AnswerKey, AnswerKey] = field(default_factory=dict)
    answers: dict[int | None, Answer] = field(default_factory=dict)
    """Those without words, by their points."""

    def key(self, key: AnswerKey) -> AnswerKey:
        """Return the one key that is equal to `key`."""
        return self.keys.setdefault(key, key)

    def answer(self, score: Score, note: str) -> Answer:
        """Return an answer; those without words are shared."""
        if note or score.reason is not None:
            return Answer(score, note)
        if score.points not in self.answers:
            self.answers[score.points] = Answer(score)
        return self.answers[score.points]


def incoming_of(reading: SheetReading, number: int, sharing: Sharing) -> Incoming:
    """Return what the sheet claims and says; `number` is its place among the files."""
    identity = reading.identity
    assessor = identity.assessor
    content = _content(reading, sharing)
    return Incoming(
        file=number,
        name=clean_text(reading.path.name),
        round=identity.round_id,
        region=identity.region_id,
        assessor=Assessor(
            AssessorId(assessor.id.strip()), one_line(assessor.name), one_line(assessor.institution)
        ),
        instrument=identity.instrument_id,
        checksum=identity.instrument_checksum,
        assessment=identity.assessment_id,
        content=content,
        is_edited=content_fingerprint(content) != identity.fingerprint,
        has_refusals=reading.has_refusals,
        saved_at=_saved_at(reading.path),
    )


def _saved_at(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    except OSError:
        return None


def cell_problem(problem: Problem) -> CellProblem:
    """Return a problem as reports keep it."""
    return CellProblem(
        sheet=problem.sheet,
        cell=problem.cell,
        code=problem.code.value,
        severity=problem.severity.value,
        found=problem.found,
        expected=problem.expected,
    )


def _content(reading: SheetReading, sharing: Sharing) -> Content:
    notes = {AnswerKey(QuestionKey(sys.intern(key))): note for key, note in reading.notes.items()}
    keys = {*reading.scores, *notes}
    return Content(
        state=reading.identity.state,
        revision=reading.identity.revision,
        base_revision=reading.identity.base_revision,
        answers={
            sharing.key(key): sharing.answer(reading.scores.get(key, BLANK), notes.get(key, ""))
            for key in sorted(keys, key=lambda key: (key.question, key.programme or ""))
        },
        programmes=reading.programmes,
        programme_notes={key: note for key, note in reading.programme_notes.items() if note},
        narrative={section: items for section, items in reading.narrative.items() if items},
        evidence=reading.evidence,
    )
