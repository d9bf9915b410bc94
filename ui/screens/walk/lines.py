"""What the table of questions shows, worked out from the records: one line per question.

A heading stands where pillar or indicator change, unless nearly every question has its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from assessor.domain.figures import show
from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import PILLAR_NAMES, Dimension, Pillar, Question, Scope
from assessor.domain.records import NO_ANSWER, Answer, Assessment
from assessor.domain.score import AnswerKey
from assessor.services.results import NO_VALUES, PreviousValues

PROVISIONAL_MARK: Final = "*"
"""Stands behind a figure that rests on incomplete scores or on assessments that are not locked."""
NOT_YET: Final = " "
"""Last year's value while it is not known yet: neither a figure nor the dash for none."""
FEWEST_PER_HEADING: Final = 2
"""Questions under a heading on average; with fewer, the indicator stands over each question."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A heading above questions."""

    text: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question with what was said to it."""

    number: int
    """Its place in the dimension, from 1."""
    key: AnswerKey
    context: str
    """What it belongs to, shown small above it."""
    text: str
    answer: Answer = NO_ANSWER
    evidence: int = 0
    previous: str = ""
    """Last year's value as it is shown, with its mark; empty where there is none."""


Line: TypeAlias = GroupLine | QuestionLine


@dataclass(frozen=True, slots=True)
class Spread:
    """What lines are made of, whichever step they are for."""

    assessment: Assessment
    language: str
    previous: PreviousValues | None = NO_VALUES
    """Last year's; None while they are not known yet."""


def city_questions(dimension: Dimension) -> tuple[Question, ...]:
    """Return the questions that are answered once for the region."""
    return tuple(one for one in dimension.questions if one.scope is Scope.CITY)


def programme_questions(dimension: Dimension) -> tuple[Question, ...]:
    """Return the questions that are answered for every quick-win programme."""
    return tuple(one for one in dimension.questions if one.scope is Scope.PROGRAMME)


def lines_of(
    questions: Sequence[Question], spread: Spread, programme: ProgrammeId | None = None
) -> tuple[Line, ...]:
    """Return the lines of `questions` in their order, of one programme where it is named."""
    groups = [list(group) for _name, group in groupby(questions, _group_of)]
    has_headings = len(questions) >= FEWEST_PER_HEADING * len(groups)
    return tuple(_lines(groups, _Writer(spread, programme), has_headings=has_headings))


def _group_of(question: Question) -> tuple[Pillar | None, str]:
    return question.pillar, question.indicator.indonesian


class _Writer:
    """Writes what was said to questions, to those about one programme where it is named."""

    def __init__(self, spread: Spread, programme: ProgrammeId | None) -> None:
        self.language = spread.language
        self._programme = programme
        self._answers = spread.assessment.answers
        self._previous = spread.previous
        self._evidence = Counter(
            one.question for one in spread.assessment.evidence if one.programme == programme
        )

    def line(self, number: int, question: Question, context: str) -> QuestionLine:
        """Return the line of a question."""
        key = AnswerKey(question.key, self._programme)
        return QuestionLine(
            number=number,
            key=key,
            context=context,
            text=question.text.in_language(self.language),
            answer=self._answers.get(key, NO_ANSWER),
            evidence=self._evidence[key.question],
            previous=self._last_year(key),
        )

    def _last_year(self, key: AnswerKey) -> str:
        if key.programme is not None:
            return ""
        if self._previous is None:
            return NOT_YET
        value = self._previous.values.get(key.question)
        if value is None:
            return ""
        return show(value) + (PROVISIONAL_MARK if self._previous.is_provisional else "")


def _lines(
    groups: Sequence[Sequence[Question]], writer: _Writer, *, has_headings: bool
) -> Iterator[Line]:
    number = 0
    for group in groups:
        above = heading(group[0], writer.language)
        if has_headings:
            yield GroupLine(above)
        for question in group:
            number += 1
            subindicator = question.subindicator.in_language(writer.language)
            context = _context(above, subindicator, has_headings=has_headings)
            yield writer.line(number, question, context)


def _context(above: str, subindicator: str, *, has_headings: bool) -> str:
    """Return what stands above a question, nothing that its heading says already."""
    if has_headings:
        return "" if subindicator == above else subindicator
    return " / ".join(dict.fromkeys((above, subindicator)))


def heading(question: Question, language: str) -> str:
    """Return pillar and indicator of a question, once where they say the same."""
    indicator = question.indicator.in_language(language)
    pillar = "" if question.pillar is None else PILLAR_NAMES[question.pillar]
    return " · ".join(dict.fromkeys(part for part in (pillar, indicator) if part))
