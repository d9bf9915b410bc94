"""A written sheet against the record it was written from, fact by fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from assessor.domain.instrument import Scope
from assessor.domain.records import NarrativeSection
from assessor.domain.result import question_value
from assessor.domain.score import AnswerKey, Score
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.content import EvidencePlace, evidence_texts
from assessor.exchange.score_sheet.identity import identity_facts, identity_of
from assessor.exchange.score_sheet.layout import RowKey, row_key
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import SheetIdentity, SheetReading

Fact = object
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that the file and the record do not share; "" on the side that lacks it."""

    place: str
    """"score/<question>/<programme>", "note/<question>", "problem/<sheet>!<cell>" and so on."""
    expected: str
    found: str


def verify(path: Path, sheet: Sheet, application_version: str) -> tuple[Difference, ...]:
    """Read the file at `path` back and return how it differs from `sheet`; empty when it does not.

    Raises SheetRefused, NotFound or NotReadable where it cannot be read at all.
    """
    return differences(sheet, read_sheet(path), application_version)


def differences(
    sheet: Sheet, reading: SheetReading, application_version: str
) -> tuple[Difference, ...]:
    """Return how a reading differs from a record."""
    expected = dict(_facts_of_record(sheet, application_version))
    found = dict(_facts_of_reading(reading))
    return tuple(
        Difference(place, str(expected.get(place, "")), str(found.get(place, "")))
        for place in sorted(expected.keys() | found.keys())
        if expected.get(place) != found.get(place)
    )


def _facts_of_record(sheet: Sheet, application_version: str) -> Iterator[tuple[str, Fact]]:
    assessment = sheet.assessment
    yield from _identity(identity_of(sheet, application_version))
    for key, answer in assessment.answers.items():
        yield from _score(key, answer.score)
        if answer.note and key.programme is None:
            yield f"note/{key.question}", answer.note
    yield "programmes", assessment.programmes
    for programme in assessment.programmes:
        note = assessment.programme_notes.get(programme.id, "")
        if note:
            yield f"programme-note/{programme.id}", note
    for section in NarrativeSection:
        yield f"narrative/{section}", assessment.items(section)
    yield "evidence", assessment.evidence
    yield from _evidence_texts(evidence_texts(assessment))
    if not sheet.is_blank:
        yield from _figures(sheet)


def _facts_of_reading(reading: SheetReading) -> Iterator[tuple[str, Fact]]:
    yield from _identity(reading.identity)
    for key, score in reading.scores.items():
        yield from _score(key, score)
    for question, note in reading.notes.items():
        yield f"note/{question}", note
    yield "programmes", reading.programmes
    for programme, note in reading.programme_notes.items():
        yield f"programme-note/{programme}", note
    for section in NarrativeSection:
        yield f"narrative/{section}", reading.narrative[section]
    yield "evidence", reading.evidence
    yield from _evidence_texts(reading.evidence_texts)
    for row, figure in reading.figures.items():
        yield f"figure/{row}", _rounded(figure)
    for problem in reading.problems:
        yield f"problem/{problem.sheet}!{problem.cell}", problem.code


def _identity(identity: SheetIdentity) -> Iterator[tuple[str, Fact]]:
    for key, fact in identity_facts(identity).items():
        yield f"identity/{key}", fact


def _score(key: AnswerKey, score: Score) -> Iterator[tuple[str, Fact]]:
    if not score.is_blank:
        yield f"score/{key.question}/{key.programme or ''}", score


def _evidence_texts(texts: Mapping[EvidencePlace, str]) -> Iterator[tuple[str, Fact]]:
    for place, text in texts.items():
        yield f"evidence-text/{place.question or ''}/{place.programme or ''}", text


def _rounded(figure: Decimal | Fraction | float) -> float:
    """Return a figure as far as every spreadsheet keeps it: they write 15 digits."""
    return round(float(figure), 9)


def _figures(sheet: Sheet) -> Iterator[tuple[str, Fact]]:
    """Give the figures that a filled sheet carries as numbers."""
    for result in sheet.result.dimensions:
        if result.mean is not None:
            yield f"figure/{row_key(RowKey.MEAN, result.dimension.key)}", _rounded(result.mean)
    for question in sheet.instrument.questions.values():
        value = question_value(question, sheet.assessment)
        if value is not None and question.scope is Scope.PROGRAMME:
            yield f"figure/{row_key(RowKey.PROGRAMME_MEAN, question.key)}", _rounded(value)
    if sheet.result.final is not None:
        yield f"figure/{RowKey.FINAL}", _rounded(sheet.result.final)
