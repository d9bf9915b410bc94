"""A returned sheet against the instrument that it says it was made with.

The paper prints questions, weights and totals for people. None of it is taken from the file: what
was edited there is refused, since its scores answer something else; totals come from the scores.
"""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from assessor.domain.figures import show
from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import Instrument, Question, Scope
from assessor.domain.score import BLANK, AnswerKey
from assessor.domain.scoring import Ratio, dimension_mean, final_index, points_ratio
from assessor.exchange.score_sheet.grid import address_of
from assessor.exchange.score_sheet.layout import RowKey, row_key
from assessor.exchange.score_sheet.reading import (
    Printed,
    PrintedPart,
    Problem,
    ProblemCode,
    Severity,
    SheetReading,
)
from assessor.exchange.score_sheet.wording import LETTERS, section_title

TOLERANCE: Final = 0.005
"""Below it a figure with two decimals is the same; spreadsheets compute in binary."""
SCOPE_PART: Final = {
    Scope.CITY: PrintedPart.QUESTION,
    Scope.PROGRAMME: PrintedPart.PROGRAMME_COLUMN,
}
"""Where a question must stand so that it can be answered."""


class InstrumentCheck:
    """Compares sheets with one instrument; made once for all sheets of a cohort."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._texts = _texts_of(instrument)

    def problems(self, reading: SheetReading) -> tuple[Problem, ...]:
        """Return what in a sheet does not fit the instrument, in the order of the paper.

        To be asked only where the sheet bears the instrument's id and checksum. Edited questions,
        names or weights and rows of other questions are refused; missing rows and totals that
        differ from the scores are told.
        """
        return (
            *self._edited(reading),
            *_unknown(reading, self._instrument),
            *_missing(reading, self._instrument),
            *_other_totals(reading, self._instrument),
        )

    def _edited(self, reading: SheetReading) -> Iterator[Problem]:
        texts = self._texts
        for place, printed in reading.printed.items():
            expected = texts.get(place, printed.text)
            if printed.text != expected and _plain(printed.text) != _plain(expected):
                yield _problem(ProblemCode.INSTRUMENT_EDITED, Severity.REFUSED, printed, expected)


def _texts_of(instrument: Instrument) -> Mapping[tuple[PrintedPart, str], str]:
    texts: dict[tuple[PrintedPart, str], str] = {}
    for letter, dimension in zip(LETTERS, instrument.dimensions, strict=False):
        texts[PrintedPart.DIMENSION, dimension.key] = section_title(letter, dimension)
        texts[PrintedPart.DIMENSION_NAME, dimension.key] = dimension.name.indonesian
        texts[PrintedPart.WEIGHT, dimension.key] = str(dimension.weight)
    for key, question in instrument.questions.items():
        texts[PrintedPart.INDICATOR, key] = question.indicator.indonesian
        texts[PrintedPart.SUBINDICATOR, key] = question.subindicator.indonesian
        texts[PrintedPart.PROGRAMME_HEADING, key] = question.subindicator.indonesian
        texts[PrintedPart.QUESTION, key] = question.text.indonesian
    return texts


def _unknown(reading: SheetReading, instrument: Instrument) -> Iterator[Problem]:
    for (part, key), printed in reading.printed.items():
        if part is PrintedPart.QUESTION or part is PrintedPart.PROGRAMME_COLUMN:
            question = instrument.questions.get(QuestionKey(key))
            is_misplaced = part is PrintedPart.PROGRAMME_COLUMN and (
                question is None or question.scope is not Scope.PROGRAMME
            )
            if question is None or is_misplaced:
                yield _problem(ProblemCode.ROW_UNKNOWN, Severity.REFUSED, printed, key)
    for answer in reading.scores:
        asked = instrument.questions.get(answer.question)
        if asked is not None and asked.scope is Scope.PROGRAMME and answer.programme is None:
            printed = reading.printed[PrintedPart.QUESTION, asked.key]
            yield _problem(ProblemCode.ROW_UNKNOWN, Severity.REFUSED, printed, asked.key)


def _missing(reading: SheetReading, instrument: Instrument) -> Iterator[Problem]:
    """Say which questions have no place in the sheet: they are just not scored yet."""
    for key, question in instrument.questions.items():
        if (SCOPE_PART[question.scope], key) not in reading.printed:
            expected = question.text.indonesian
            yield Problem("", "", ProblemCode.ROW_MISSING, Severity.TOLD, key, expected)


def _other_totals(reading: SheetReading, instrument: Instrument) -> Iterator[Problem]:
    for place, expected in _totals_of(reading, instrument).items():
        found = reading.figures.get(place)
        if found is not None and not abs(found - expected[0] / expected[1]) < TOLERANCE:
            printed = reading.figure_places[place]
            if math.isfinite(found):
                printed = printed._replace(text=show(Decimal(str(found))))
            shown = show(Decimal(expected[0]) / expected[1])
            yield _problem(ProblemCode.TOTAL_DIFFERS, Severity.TOLD, printed, shown)


def _totals_of(reading: SheetReading, instrument: Instrument) -> Mapping[str, Ratio]:
    """Return the figures that the scores give, by row key as in the file."""
    totals: dict[str, Ratio] = {}
    means = []
    for dimension in instrument.dimensions:
        ratios = {one.key: _ratio(reading, one) for one in dimension.questions}
        for question in dimension.questions:
            ratio = ratios[question.key]
            if question.scope is Scope.PROGRAMME and ratio is not None:
                totals[row_key(RowKey.PROGRAMME_MEAN, question.key)] = ratio
        mean = dimension_mean(ratios.values())
        if mean is not None:
            totals[row_key(RowKey.MEAN, dimension.key)] = mean.as_integer_ratio()
            means.append((mean, dimension.weight))
    if len(means) == len(instrument.dimensions):
        totals[RowKey.FINAL] = final_index(means, instrument.rounding).as_integer_ratio()
    return totals


def _ratio(reading: SheetReading, question: Question) -> Ratio | None:
    if question.scope is Scope.CITY:
        points = reading.scores.get(AnswerKey(question.key), BLANK).points
        return None if points is None else (points, 1)
    keys = (AnswerKey(question.key, one.id) for one in reading.programmes)
    return points_ratio(reading.scores.get(key, BLANK) for key in keys)


def _problem(code: ProblemCode, severity: Severity, printed: Printed, expected: str) -> Problem:
    cell = address_of(printed.row, printed.column)
    return Problem(printed.sheet, cell, code, severity, printed.text, expected)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
