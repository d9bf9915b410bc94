"""Lifelike scores: every region has its strong and weak sides, every assessor a hand of their own.

What one assessor says of one region depends on the seed, the region and the assessor's number
alone: not on how many assessors or regions the demonstration has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import SCALE, Instrument, Pillar, Question, Scope
from assessor.domain.records import NarrativeSection, Participant, Programme
from assessor.domain.score import AnswerKey, Score
from assessor.services.demo_texts import Dice, demonstration_texts, grade

USUAL: Final = 2.5
"""Where the published indices have their middle."""
WORST, BEST = 1.25, 3.45
FEWEST_PROGRAMMES, MOST_PROGRAMMES = 3, 15
LINK: Final = "https://contoh.invalid/{code}/{question}"
"""An address that never leads anywhere (RFC 2606)."""
UNTOUCHED, DONE = 0.08, 0.92
"""Shares of the questions below which an assessment was not begun, above which it was finished."""


@dataclass(frozen=True, slots=True)
class DrawnAnswer:
    """What an invented assessor said to one question."""

    key: AnswerKey
    score: Score
    note: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class DrawnAssessment:
    """What an invented assessor said of one region."""

    is_final: bool
    answers: tuple[DrawnAnswer, ...]
    programme_notes: Mapping[str, str]
    narrative: Mapping[NarrativeSection, str]
    links: tuple[tuple[QuestionKey, str, str], ...]
    """Evidence: question, title, address."""


def draw_programmes(seed: int, participant: Participant) -> tuple[tuple[Pillar, str], ...]:
    """Return a region's quick-win programmes, in the order of the pillars."""
    dice = Dice("programmes", seed, participant.id)
    pillars = dice.some(list(Pillar), len(Pillar))
    count = dice.between(FEWEST_PROGRAMMES, MOST_PROGRAMMES)
    region = participant.region.bare_name.title()
    names = demonstration_texts().programmes
    return tuple(
        (pillar, name.format(region=region))
        for pillar in Pillar
        for name in dice.some(names[pillar], len(range(pillars.index(pillar), count, len(pillars))))
    )


class RegionCharacter:
    """What is so about a region, whoever looks at it."""

    def __init__(
        self,
        seed: int,
        participant: Participant,
        instrument: Instrument,
        programmes: tuple[Programme, ...],
    ) -> None:
        self.seed = seed
        self.participant = participant
        self.instrument = instrument
        self.programmes = programmes
        self._dice = Dice("region", seed, participant.id)
        self.progress = self._dice.share() * 1.4 - 0.2
        self._general = min(max(USUAL + self._dice.around(0.55), WORST), BEST)
        self.truth: Mapping[AnswerKey, float] = dict(self._draw_truth())
        self.not_applicable: Mapping[QuestionKey, str] = dict(self._draw_not_applicable())
        """The questions that do not fit the region, with the reason."""

    def keys_of(self, question: Question) -> tuple[AnswerKey, ...]:
        """Return where the question is answered."""
        if question.scope is Scope.CITY:
            return (AnswerKey(question.key),)
        return tuple(AnswerKey(question.key, one.id) for one in self.programmes)

    def _draw_truth(self) -> Iterator[tuple[AnswerKey, float]]:
        of_programme = {one.id: self._dice.around(0.4) for one in self.programmes}
        for dimension in self.instrument.dimensions:
            level = self._general + self._dice.around(0.35)
            for question in dimension.questions:
                settled = level + self._dice.around(0.6)
                for key in self.keys_of(question):
                    more = of_programme[key.programme] if key.programme else 0.0
                    yield key, settled + more

    def _draw_not_applicable(self) -> Iterator[tuple[QuestionKey, str]]:
        reasons = demonstration_texts().reasons
        for question in self.instrument.questions.values():
            if question.pillar is not None and self._dice.chance(0.02):
                yield question.key, self._dice.one(reasons)


class AssessorAtRegion:
    """One invented assessor in the interview of one region."""

    def __init__(self, number: int, region: RegionCharacter, *, is_complete: bool) -> None:
        self._region = region
        self._leniency = Dice("assessor", region.seed, number).around(0.25)
        self._dice = Dice("visit", region.seed, region.participant.id, number)
        progress = region.progress + self._dice.around(0.1)
        self._progress = 1.0 if is_complete else progress
        self._texts = demonstration_texts()
        self._name = region.participant.region.bare_name.title()

    def draw(self) -> DrawnAssessment | None:
        """Return what was said; None where the region was not begun."""
        if self._progress < UNTOUCHED:
            return None
        is_final = self._progress > DONE
        answers = tuple(self._answers(is_final))
        return DrawnAssessment(
            is_final=is_final,
            answers=answers,
            programme_notes=self._programme_notes(answers),
            narrative=self._narrative() if is_final else {},
            links=self._links(answers),
        )

    def _answers(self, is_final: bool) -> Iterator[DrawnAnswer]:
        questions = tuple(self._region.instrument.questions.values())
        reached = len(questions) if is_final else int(self._progress * len(questions))
        for question in questions[:reached]:
            for key in self._region.keys_of(question):
                if not is_final and self._dice.chance(0.06):
                    yield DrawnAnswer(key, Score(), is_marked=True)
                else:
                    yield self._answer(question, key)

    def _answer(self, question: Question, key: AnswerKey) -> DrawnAnswer:
        reason = self._region.not_applicable.get(question.key)
        if reason is not None and self._dice.chance(0.85):
            return DrawnAnswer(key, Score.not_applicable(reason))
        points = self._points(self._region.truth[key])
        note = ""
        if key.programme is None and self._dice.chance(0.18):
            topic = question.subindicator.indonesian
            template = self._dice.one(self._texts.notes[grade(points)])
            note = template.format(topic=topic, region=self._name)
        return DrawnAnswer(key, Score(points), note)

    def _points(self, truth: float) -> int:
        """Return the assessor's points: never more than one away from what the panel sees."""
        settled = round(truth)
        own = round(truth + self._leniency + self._dice.around(0.45))
        near = min(max(own, settled - 1), settled + 1)
        return min(max(near, SCALE[0]), SCALE[-1])

    def _programme_notes(self, answers: tuple[DrawnAnswer, ...]) -> dict[str, str]:
        scored: dict[str, list[int]] = {}
        for answer in answers:
            if answer.key.programme is not None and answer.score.points is not None:
                scored.setdefault(answer.key.programme, []).append(answer.score.points)
        return {
            programme: self._dice.one(self._texts.programme_notes[grade(sum(all_) / len(all_))])
            for programme, all_ in scored.items()
            if self._dice.chance(0.7)
        }

    def _narrative(self) -> dict[NarrativeSection, str]:
        return {
            section: "\n".join(
                line.format(
                    region=self._name,
                    pillar=self._texts.pillars[self._dice.one(list(Pillar))],
                )
                for line in self._dice.some(
                    self._texts.narrative[section], self._dice.between(2, 4)
                )
            )
            for section in NarrativeSection
        }

    def _links(self, answers: tuple[DrawnAnswer, ...]) -> tuple[tuple[QuestionKey, str, str], ...]:
        about_region = [one for one in answers if one.key.programme is None and one.score.points]
        backed = self._dice.some(about_region, min(self._dice.between(0, 4), len(about_region)))
        code = self._region.participant.region.code
        return tuple(
            (
                one.key.question,
                self._dice.one(self._texts.evidence),
                LINK.format(code=code, question=one.key.question),
            )
            for one in backed
        )
