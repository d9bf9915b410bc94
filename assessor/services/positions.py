"""Where the assessor was, so that the next start opens there."""

from dataclasses import dataclass

from assessor.domain.ids import ParticipantId, ProgrammeId, QuestionKey, RoundId
from assessor.domain.score import AnswerKey
from assessor.persistence.database import Database
from assessor.persistence.settings import read_setting, write_setting

POSITION = "position"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the walk: a round, a region, a step and within it a question or programme."""

    round: RoundId
    participant: ParticipantId | None = None
    step: str = ""
    """A dimension's key, "narrative" or "review"."""
    key: AnswerKey | None = None


class Positions:
    """Remembers one place per workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, position: Position) -> None:
        """Keep `position` until the next one.

        Nobody waits for the disk: every score that follows brings the place along.
        """
        key = position.key
        with self._database.transaction(is_hasty=True) as session:
            write_setting(
                session,
                POSITION,
                {
                    "round": position.round,
                    "participant": position.participant,
                    "step": position.step,
                    "question": None if key is None else key.question,
                    "programme": None if key is None else key.programme,
                },
            )

    def last(self) -> Position | None:
        """Return the place kept last, None in a new workspace."""
        with self._database.reading() as session:
            kept = read_setting(session, POSITION)
        if not isinstance(kept, dict):
            return None
        return Position(
            round=RoundId(kept["round"]),
            participant=kept["participant"] and ParticipantId(kept["participant"]),
            step=kept["step"],
            key=kept["question"]
            and AnswerKey(
                QuestionKey(kept["question"]), kept["programme"] and ProgrammeId(kept["programme"])
            ),
        )
