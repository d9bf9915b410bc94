"""Where a panel lies apart, and what it settled there.

Several assessors on one region are no conflict: their scores are never overwritten. A moderation
is a record of its own beside them.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from assessor.domain.errors import ReasonMissing, ScoreOutOfScale
from assessor.domain.ids import ParticipantId
from assessor.domain.instrument import SCALE, Instrument, Question, Scope
from assessor.domain.records import Assessment, Assessor
from assessor.domain.score import AnswerKey, Score
from assessor.domain.scoring import mean_points

APART: Final = 2
"""From this difference between two scores on, a panel is asked to talk about it."""
DECIMALS: Final = 2


class Standpoint(StrEnum):
    """How far a panel has come with one answer."""

    AGREED = "agreed"
    """Nothing to settle."""
    OPEN = "open"
    SETTLED = "settled"
    LEFT = "left"
    """They talked and leave the mean."""
    OUTDATED = "outdated"
    """Scores changed since it was settled; the settled value still counts."""


@dataclass(frozen=True, slots=True)
class Moderation:
    """What a panel settled about one answer, why, by whose hand and when."""

    participant: ParticipantId
    key: AnswerKey
    settled: Decimal | None
    """The value that counts instead of the mean; None leaves the mean."""
    mean: Fraction | None
    """What the panel's scores gave when it was settled."""
    reason: str
    who: Assessor | None
    at: dt.datetime

    @property
    def delta(self) -> Fraction | None:
        """How far the settled value lies above (or below) the mean of the time."""
        if self.settled is None or self.mean is None:
            return None
        return Fraction(self.settled) - self.mean


@dataclass(frozen=True, slots=True)
class PanelAnswer:
    """What the panel says to a question, or to one programme in it."""

    key: AnswerKey
    said: tuple[tuple[Assessor, Score], ...]
    """Each assessor's score, blank ones too."""
    mean: Fraction | None
    spread: int
    """The highest points less the lowest; 0 where fewer than two gave points."""
    is_apart: bool
    """Whether it is to be talked about: points far apart, or not applicable against points."""
    moderation: Moderation | None

    @property
    def standpoint(self) -> Standpoint:
        """How far the panel has come with it."""
        if self.moderation is None:
            return Standpoint.OPEN if self.is_apart else Standpoint.AGREED
        if self.moderation.mean != self.mean:
            return Standpoint.OUTDATED
        return Standpoint.LEFT if self.moderation.settled is None else Standpoint.SETTLED

    @property
    def is_to_settle(self) -> bool:
        """Whether it is for the panel to talk about, again where scores changed since."""
        return self.standpoint in (Standpoint.OPEN, Standpoint.OUTDATED)


def panel_answers(
    instrument: Instrument,
    assessments: Sequence[Assessment],
    moderations: Mapping[AnswerKey, Moderation],
) -> tuple[PanelAnswer, ...]:
    """Return what the assessments of one region say, in the order of the paper."""
    return tuple(
        _panel_answer(key, assessments, moderations.get(key))
        for question in instrument.questions.values()
        for key in panel_keys(question, assessments)
    )


def panel_keys(question: Question, assessments: Sequence[Assessment]) -> tuple[AnswerKey, ...]:
    """Return where a panel answers a question: once, or once for every programme."""
    if question.scope is Scope.CITY:
        return (AnswerKey(question.key),)
    programmes = dict.fromkeys(
        programme.id for assessment in assessments for programme in assessment.programmes
    )
    return tuple(AnswerKey(question.key, programme) for programme in programmes)


def latest(moderations: Iterable[Moderation]) -> dict[AnswerKey, Moderation]:
    """Return the moderation that counts for each answer; they come in the order of their making."""
    return {one.key: one for one in moderations}


def settled_values(moderations: Mapping[AnswerKey, Moderation]) -> dict[AnswerKey, Fraction]:
    """Return what counts instead of the panel's means."""
    return {
        key: Fraction(one.settled) for key, one in moderations.items() if one.settled is not None
    }


def is_blind(me: Assessor | None, panel: Sequence[Assessment]) -> bool:
    """Whether `me` must not see the panel's scores yet: one's own are begun and not locked.

    Who does not score a region, or has not begun, sees it; so does who scores it alone.
    """
    is_shared = me is not None and any(one.assessor.id != me.id for one in panel)
    return is_shared and is_scoring(me, panel)


def is_scoring(me: Assessor | None, panel: Iterable[Assessment]) -> bool:
    """Whether `me` has begun an assessment and not locked it."""
    own = [one for one in panel if me is not None and one.assessor.id == me.id]
    return any(one.changed_at is not None and not one.is_locked for one in own)


def checked_moderation(settled: Decimal | None, reason: str) -> str:
    """Return the reason as it is kept.

    Raises ReasonMissing, and ScoreOutOfScale for a value below 0, above 4, or with more than two
    decimals.
    """
    reason = reason.strip()
    if not reason:
        raise ReasonMissing
    if settled is not None and not _is_possible(settled):
        raise ScoreOutOfScale(found=str(settled))
    return reason


def _is_possible(settled: Decimal) -> bool:
    if not settled.is_finite() or not SCALE[0] <= settled <= SCALE[-1]:
        return False
    return settled == round(settled, DECIMALS)


def _panel_answer(
    key: AnswerKey, assessments: Sequence[Assessment], moderation: Moderation | None
) -> PanelAnswer:
    said = tuple((one.assessor, one.answer(key).score) for one in assessments)
    points = [score.points for _who, score in said if score.points is not None]
    spread = max(points) - min(points) if points else 0
    against = bool(points) and any(score.is_not_applicable for _who, score in said)
    return PanelAnswer(
        key=key,
        said=said,
        mean=mean_points(score for _who, score in said),
        spread=spread,
        is_apart=spread >= APART or against,
        moderation=moderation,
    )
