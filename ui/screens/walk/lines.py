"""What the table of questions shows, worked out from the records: one line per question.

A heading stands where pillar or indicator change, unless nearly every question has its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import Final, TypeAlias

from assessor.domain.figures import show
from assessor.domain.ids import ProgrammeId, QuestionKey
from assessor.domain.instrument import Dimension, Pillar, Question, Scope
from assessor.domain.paper_words import PILLARS
from assessor.domain.records import NO_ANSWER, Answer, Assessment
from assessor.domain.score import AnswerKey

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
    """Last year's value as it is shown; empty where there is none."""


Line: TypeAlias = GroupLine | QuestionLine


@dataclass(frozen=True, slots=True)
class Spread:
    """What lines are made of, whichever step they are for."""

    assessment: Assessment
    language: str
    previous: Mapping[QuestionKey, Decimal] | None = field(default_factory=dict)
    """Last year's values; None while they are not known yet."""


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
    evidence = Counter(
        one.question for one in spread.assessment.evidence if one.programme == programme
    )
    groups = [list(group) for _name, group in groupby(questions, _group_of)]
    has_headings = len(questions) >= FEWEST_PER_HEADING * len(groups)
    lines = _numbered(groups, spread.language, has_headings=has_headings)
    return tuple(
        line if isinstance(line, GroupLine) else _filled(line, spread, programme, evidence)
        for line in lines
    )


def _group_of(question: Question) -> tuple[Pillar | None, str]:
    return question.pillar, question.indicator.indonesian


def _numbered(
    groups: Sequence[Sequence[Question]], language: str, *, has_headings: bool
) -> Iterator[Line]:
    number = 0
    for group in groups:
        if has_headings:
            yield GroupLine(heading(group[0], language))
        for question in group:
            number += 1
            yield QuestionLine(
                number=number,
                key=AnswerKey(question.key),
                context=_context(question, language, has_headings=has_headings),
                text=question.text.in_language(language),
            )


def heading(question: Question, language: str) -> str:
    """Return pillar and indicator of a question, once where they say the same."""
    indicator = question.indicator.in_language(language)
    pillar = "" if question.pillar is None else PILLARS[question.pillar]
    return " · ".join(dict.fromkeys(part for part in (pillar, indicator) if part))


def _context(question: Question, language: str, *, has_headings: bool) -> str:
    """Return what stands above a question, nothing that its heading says already."""
    above = heading(question, language)
    subindicator = question.subindicator.in_language(language)
    if has_headings:
        return "" if subindicator == above else subindicator
    return " / ".join(dict.fromkeys((above, subindicator)))


def _filled(
    line: QuestionLine,
    spread: Spread,
    programme: ProgrammeId | None,
    evidence: Mapping[QuestionKey | None, int],
) -> QuestionLine:
    key = AnswerKey(line.key.question, programme)
    return QuestionLine(
        number=line.number,
        key=key,
        context=line.context,
        text=line.text,
        answer=spread.assessment.answer(key),
        evidence=evidence[key.question],
        previous=_previous(spread, key),
    )


def _previous(spread: Spread, key: AnswerKey) -> str:
    if key.programme is not None:
        return ""
    if spread.previous is None:
        return NOT_YET
    value = spread.previous.get(key.question)
    return "" if value is None else show(value)
