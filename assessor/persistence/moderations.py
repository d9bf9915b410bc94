"""What panels settled, in rows."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.domain.ids import AssessorId, ParticipantId, ProgrammeId, QuestionKey
from assessor.domain.panel import Moderation
from assessor.domain.records import Assessor
from assessor.domain.score import AnswerKey
from assessor.persistence.merge_models import ModerationRow
from assessor.persistence.reading import read_assessors

_BATCH = 400
"""How many ids go into one IN list."""


def add_moderation(session: Session, moderation: Moderation) -> None:
    """Note what a panel settled; earlier ones of the same answer stay as history."""
    settled, mean, who = moderation.settled, moderation.mean, moderation.who
    session.add(
        ModerationRow(
            participant_id=moderation.participant,
            question=moderation.key.question,
            programme_id=moderation.key.programme,
            settled=None if settled is None else str(settled),
            mean=None if mean is None else str(mean),
            reason=moderation.reason,
            assessor_id=None if who is None else who.id,
            at=moderation.at,
        )
    )


def read_moderations(
    session: Session, participants: Iterable[ParticipantId]
) -> dict[ParticipantId, tuple[Moderation, ...]]:
    """Return all moderations of these regions, each region's in the order of their making."""
    ids = list(participants)
    people: dict[str | None, Assessor] = {one.id: one for one in read_assessors(session)}
    found: defaultdict[ParticipantId, list[Moderation]] = defaultdict(list)
    for start in range(0, len(ids), _BATCH):
        statement = (
            select(ModerationRow)
            .where(ModerationRow.participant_id.in_(ids[start : start + _BATCH]))
            .order_by(ModerationRow.pk)
        )
        for row in session.scalars(statement):
            found[ParticipantId(row.participant_id)].append(_moderation(row, people))
    return {participant: tuple(some) for participant, some in found.items()}


def _moderation(row: ModerationRow, people: dict[str | None, Assessor]) -> Moderation:
    programme = row.programme_id
    return Moderation(
        participant=ParticipantId(row.participant_id),
        key=AnswerKey(
            QuestionKey(row.question), None if programme is None else ProgrammeId(programme)
        ),
        settled=None if row.settled is None else Decimal(row.settled),
        mean=None if row.mean is None else Fraction(row.mean),
        reason=row.reason,
        who=people.get(row.assessor_id and AssessorId(row.assessor_id)),
        at=row.at,
    )
