"""What an assessor can say to a question: points, not applicable, or nothing yet."""

from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from assessor.domain.errors import ReasonMissing, ScoreOutOfScale
from assessor.domain.ids import ProgrammeId, QuestionKey
from assessor.domain.instrument import SCALE


@dataclass(frozen=True, slots=True)
class Score:
    """Points 0 to 4, not applicable with a reason, or blank: three things, never confused.

    Raises ScoreOutOfScale for other points and ReasonMissing for an empty reason.
    """

    points: int | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.points is not None and (self.reason is not None or self.points not in SCALE):
            raise ScoreOutOfScale(found=str(self.points))
        if self.reason is not None and not self.reason.strip():
            raise ReasonMissing

    @classmethod
    def not_applicable(cls, reason: str) -> Self:
        """Return the score "not applicable" for `reason`, which is kept as one line."""
        return cls(reason=" ".join(reason.split()))

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said yet; 0 points is not blank."""
        return self.points is None and self.reason is None

    @property
    def is_not_applicable(self) -> bool:
        """Whether the question was marked not applicable."""
        return self.reason is not None


BLANK: Final = Score()


class AnswerKey(NamedTuple):
    """Where a score stands: a question, and a programme where the question is about one.

    A tuple, because answers are looked up by the thousand: no other record is hashed as often.
    """

    question: QuestionKey
    programme: ProgrammeId | None = None
