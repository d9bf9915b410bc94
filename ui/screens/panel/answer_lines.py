"""What the table of a panel shows, worked out from the records: headings and questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Question
from assessor.domain.panel import PanelAnswer
from assessor.services.panels import RegionPanel
from resources.i18n import language


class Show(StrEnum):
    """Which questions the table shows."""

    ALL = "all"
    APART = "apart"
    """Points differ by 2 or more, or not applicable stands against points."""
    TO_SETTLE = "to_settle"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above questions: their dimension, and the programme where they are about one."""

    text: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A question with what everybody said."""

    question: Question
    answer: PanelAnswer


Line: TypeAlias = Heading | AnswerLine


def lines_of(region: RegionPanel, show: Show) -> tuple[Line, ...]:
    """Return the lines of a panel; programmes keep their questions together."""
    return tuple(_with_headings(region, [one for one in region.answers if _is_shown(one, show)]))


def _is_shown(answer: PanelAnswer, show: Show) -> bool:
    if show is Show.TO_SETTLE:
        return answer.is_to_settle
    return show is Show.ALL or answer.is_apart


def _with_headings(region: RegionPanel, answers: Sequence[PanelAnswer]) -> Iterator[Line]:
    questions = region.instrument.questions
    programmes = programme_names(region)
    order = {key: place for place, key in enumerate(programmes)}
    for dimension in region.instrument.dimensions:
        own = [one for one in answers if questions[one.key.question].dimension == dimension.key]
        own.sort(key=lambda one: -1 if one.key.programme is None else order[one.key.programme])
        above = ""
        for answer in own:
            name = dimension.name.in_language(language())
            if answer.key.programme is not None:
                name = f"{name} · {programmes[answer.key.programme]}"
            if name != above:
                yield Heading(name)
                above = name
            yield AnswerLine(questions[answer.key.question], answer)


def programme_names(region: RegionPanel) -> dict[ProgrammeId, str]:
    """Return the names of a region's programmes, in the order in which they are listed."""
    return {one.id: one.name for assessment in region.assessments for one in assessment.programmes}
