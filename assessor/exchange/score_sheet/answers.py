"""The pages of scores and programmes of a returned sheet."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assessor.domain.ids import ProgrammeId, QuestionKey, id_from_name, participant_id
from assessor.domain.instrument import PILLAR_NAMES, SCALE, Pillar
from assessor.domain.programme_names import programme_key
from assessor.domain.records import Programme
from assessor.domain.score import AnswerKey, Score
from assessor.domain.texts import CELL_LIMIT
from assessor.exchange.score_sheet.content import EvidencePlace, split_note
from assessor.exchange.score_sheet.grid import Grid, text_of
from assessor.exchange.score_sheet.layout import SEPARATOR, ColumnKey, RowKey, column_of_question
from assessor.exchange.score_sheet.reading import (
    Printed,
    PrintedPart,
    Problem,
    ProblemCode,
    Severity,
    SheetIdentity,
)
from assessor.exchange.score_sheet.score_cell import read_score
from assessor.exchange.score_sheet.text_cell import plain_text, read_text
from assessor.exchange.score_sheet.wording import HEADINGS

PILLARS_BY_NAME: Final = {name.casefold(): pillar for pillar, name in PILLAR_NAMES.items()}
QUESTION_TEXTS: Final = {
    PrintedPart.INDICATOR: ColumnKey.INDICATOR,
    PrintedPart.SUBINDICATOR: ColumnKey.SUBINDICATOR,
    PrintedPart.QUESTION: ColumnKey.QUESTION,
}
SCORES: Final = tuple(Score(points) for points in SCALE)
SURELY_FITS: Final = CELL_LIMIT // 2
"""Characters that fit a cell even if each takes two of its units."""
SCORE_COLUMN: Final = column_of_question("")
"""What the names of score columns begin with."""


def programme_id(identity: SheetIdentity, name: str) -> ProgrammeId:
    """Return the id of a programme typed into a sheet: one name in a region, one id.

    The same for every assessor of the region, however they space or capitalise the name, so that
    reading a file twice, or two people adding one programme, gives one programme.
    """
    participant = participant_id(identity.round_id, identity.region_id)
    return ProgrammeId(id_from_name(participant, "typed programme", programme_key(name)))


@dataclass(slots=True)
class Answers:
    """What is collected while the pages are read."""

    identity: SheetIdentity
    problems: list[Problem]
    scores: dict[AnswerKey, Score] = field(default_factory=dict)
    notes: dict[QuestionKey, str] = field(default_factory=dict)
    programmes: list[Programme] = field(default_factory=list)
    new_programmes: set[ProgrammeId] = field(default_factory=set)
    programme_notes: dict[ProgrammeId, str] = field(default_factory=dict)
    evidence_texts: dict[EvidencePlace, str] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)
    figure_places: dict[str, Printed] = field(default_factory=dict)
    printed: dict[tuple[PrintedPart, str], Printed] = field(default_factory=dict)
    programme_rows: frozenset[int] = frozenset()
    """Rows of the page of programmes that were read, with a key or without."""

    def report(self, grid: Grid, row: int, column: str, code: ProblemCode, found: str = "") -> None:
        """Note that a cell is refused."""
        address = grid.address(row, column)
        self.problems.append(Problem(grid.name, address, code, Severity.REFUSED, found))

    def text(self, grid: Grid, row: int, column: str) -> str:
        """Return a cell's text to the letter; what is no plain text is mended or refused."""
        value = grid.value(row, column)
        if grid.odd or not isinstance(value, str):
            return read_text(grid, row, column, self.problems.append)
        if value.isprintable() and len(value) <= SURELY_FITS:
            return value
        return plain_text(grid, row, column, self.problems.append)

    def figure(self, grid: Grid, key: str, row: int, column: str) -> None:
        """Keep a computed figure as it stands in the file."""
        value = grid.value(row, column)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            self.figures[key] = float(value)
            place = grid.columns[column]
            self.figure_places[key] = Printed(text_of(value), grid.name, row, place)

    def print_of(self, grid: Grid, row: int, texts: Mapping[PrintedPart, str], key: str) -> None:
        """Keep what the paper prints about `key`, by part and column."""
        values, columns, name, printed = grid.rows[row], grid.columns, grid.name, self.printed
        for part, column in texts.items():
            if column in columns:
                place = columns[column]
                value = values[place]
                text = value if value.__class__ is str else text_of(value)
                printed[part, key] = Printed(text, name, row, place)


def read_scores(grid: Grid, answers: Answers) -> None:
    """Read the page "Penilaian": scores, notes and evidence of the questions about the region."""
    seen = set()
    for key, row in grid.keyed_rows():
        kind = key.partition(SEPARATOR)[0]
        if kind in {RowKey.MEAN, RowKey.PROGRAMME_MEAN}:
            answers.figure(grid, key, row, ColumnKey.SCORE)
            if kind == RowKey.PROGRAMME_MEAN:
                question = QuestionKey(key.partition(SEPARATOR)[2])
                answers.print_of(grid, row, QUESTION_TEXTS, question)
                _read_evidence_text(grid, row, question, answers)
        elif kind == RowKey.DIMENSION:
            dimension = key.partition(SEPARATOR)[2]
            answers.print_of(grid, row, {PrintedPart.DIMENSION: ColumnKey.NUMBER}, dimension)
        elif not key:
            continue
        elif key in seen:
            answers.report(grid, row, ColumnKey.SCORE, ProblemCode.ROW_TWICE, key)
        else:
            seen.add(key)
            _read_question(grid, row, QuestionKey(key), answers)


def _read_question(grid: Grid, row: int, question: QuestionKey, answers: Answers) -> None:
    answers.print_of(grid, row, QUESTION_TEXTS, question)
    said = read_score(grid, row, ColumnKey.SCORE, answers.problems.append)
    note = answers.text(grid, row, ColumnKey.NOTE)
    if said.points is not None:
        answers.scores[AnswerKey(question)] = SCORES[said.points]
    elif said.is_not_applicable:
        reason, note = split_note(note)
        if reason.strip():
            answers.scores[AnswerKey(question)] = Score.not_applicable(reason)
        else:
            answers.report(grid, row, ColumnKey.NOTE, ProblemCode.REASON_MISSING)
    if note:
        answers.notes[question] = note
    _read_evidence_text(grid, row, question, answers)


def _read_evidence_text(grid: Grid, row: int, question: QuestionKey, answers: Answers) -> None:
    evidence = answers.text(grid, row, ColumnKey.EVIDENCE)
    if evidence:
        answers.evidence_texts[EvidencePlace(question, None)] = evidence


def read_programmes(grid: Grid, answers: Answers) -> None:
    """Read the page "Quick Win": programmes, their scores and notes, reasons where N/A."""
    heading = _heading_row(grid)
    for column in grid.columns:
        if column.startswith(SCORE_COLUMN):
            question = column.removeprefix(SCORE_COLUMN)
            answers.print_of(grid, grid.key_row, {PrintedPart.PROGRAMME_COLUMN: column}, question)
            if heading is not None:
                answers.print_of(grid, heading, {PrintedPart.PROGRAMME_HEADING: column}, question)
    reasons = _read_reasons(grid, answers)
    rows = _programme_rows(grid)
    answers.programme_rows = frozenset(rows)
    for row in rows:
        programme = _read_programme(grid, row, answers)
        if programme is not None:
            _read_programme_row(grid, row, programme, reasons, answers)


def _heading_row(grid: Grid) -> int | None:
    """Return the row in which people read what the columns are; None where it is gone."""
    for key, row in grid.keyed_rows():
        if not key and grid.text(row, ColumnKey.PILLAR).strip() == HEADINGS[ColumnKey.PILLAR]:
            return row
    return None


def _read_programme_row(
    grid: Grid,
    row: int,
    programme: ProgrammeId,
    reasons: Mapping[AnswerKey, str],
    answers: Answers,
) -> None:
    note = answers.text(grid, row, ColumnKey.NOTE)
    if note:
        answers.programme_notes[programme] = note
    evidence = answers.text(grid, row, ColumnKey.EVIDENCE)
    if evidence:
        answers.evidence_texts[EvidencePlace(None, programme)] = evidence
    for column in grid.columns:
        if column.startswith(SCORE_COLUMN):
            key = AnswerKey(QuestionKey(column.removeprefix(SCORE_COLUMN)), programme)
            _read_matrix_score(grid, row, key, reasons.get(key, "") or note, answers)


def _programme_rows(grid: Grid) -> list[int]:
    """Return the rows of programmes: those with an id, and those a person put among them."""
    rows = []
    last_key = max((row for key, row in grid.keyed_rows() if _is_programme(key)), default=-1)
    end = next((row for key, row in grid.keyed_rows() if key == RowKey.MEAN), last_key)
    for key, row in grid.keyed_rows():
        # Headings above the table have no key either, but they name no pillar.
        inserted = not key and grid.key_row < row < end and _pillar(grid, row) is not None
        if inserted or _is_programme(key):
            rows.append(row)
    return rows


def _is_programme(key: str) -> bool:
    kind = key.partition(SEPARATOR)[0]
    return bool(key) and kind not in {RowKey.MEAN, RowKey.REASON}


def _read_programme(grid: Grid, row: int, answers: Answers) -> ProgrammeId | None:
    """Take up the programme of a row; None for a spare row that was left, or a refused one."""
    key = grid.key(row)
    name = answers.text(grid, row, ColumnKey.PROGRAMME).strip()
    is_new = not key or key.startswith(f"{RowKey.NEW_PROGRAMME}{SEPARATOR}")
    if not name:
        if not is_new or _has_content(grid, row):
            answers.report(grid, row, ColumnKey.PROGRAMME, ProblemCode.PROGRAMME_NAME_MISSING)
        return None
    pillar = _pillar(grid, row)
    if pillar is None:
        found = grid.text(row, ColumnKey.PILLAR)
        answers.report(grid, row, ColumnKey.PILLAR, ProblemCode.PILLAR_UNKNOWN, found)
        return None
    identity = programme_id(answers.identity, name) if is_new else ProgrammeId(key)
    if any(one.id == identity for one in answers.programmes):
        answers.report(grid, row, ColumnKey.PROGRAMME, ProblemCode.ROW_TWICE, name)
        return None
    answers.programmes.append(Programme(identity, pillar, name))
    if is_new:
        answers.new_programmes.add(identity)
    return identity


def _pillar(grid: Grid, row: int) -> Pillar | None:
    name = unicodedata.normalize("NFKC", grid.text(row, ColumnKey.PILLAR))
    return PILLARS_BY_NAME.get(" ".join(name.split()).casefold())


def _has_content(grid: Grid, row: int) -> bool:
    spoken = [ColumnKey.NOTE, *(one for one in grid.columns if one.startswith(SCORE_COLUMN))]
    return any(grid.text(row, column).strip() for column in spoken)


def _read_matrix_score(grid: Grid, row: int, key: AnswerKey, reason: str, answers: Answers) -> None:
    column = column_of_question(key.question)
    said = read_score(grid, row, column, answers.problems.append)
    if said.points is not None:
        answers.scores[key] = SCORES[said.points]
    elif said.is_not_applicable and reason.strip():
        answers.scores[key] = Score.not_applicable(reason)
    elif said.is_not_applicable:
        answers.report(grid, row, column, ProblemCode.REASON_MISSING)


def _read_reasons(grid: Grid, answers: Answers) -> dict[AnswerKey, str]:
    reasons = {}
    for key, row in grid.keyed_rows():
        kind, _, rest = key.partition(SEPARATOR)
        if kind == RowKey.REASON:
            programme, _, question = rest.partition(SEPARATOR)
            place = AnswerKey(QuestionKey(question), ProgrammeId(programme))
            reasons[place] = answers.text(grid, row, ColumnKey.NOTE)
    return reasons
