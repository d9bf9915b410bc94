"""A region's assessments with what its assessors settled, read inside a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from assessor.domain.ids import ParticipantId
from assessor.domain.panel import Moderation, latest, settled_values
from assessor.domain.records import Assessment
from assessor.domain.result import Settled
from assessor.persistence.assessment_reading import read_assessments
from assessor.persistence.moderations import read_moderations


@dataclass(frozen=True, slots=True)
class Panel:
    """A region's assessments, and what its assessors settled where they lay apart."""

    assessments: tuple[Assessment, ...] = ()
    moderations: tuple[Moderation, ...] = ()
    """In the order of their making; the last one of an answer counts."""

    @property
    def settled(self) -> Settled:
        """What counts instead of the means."""
        return settled_values(latest(self.moderations))


NOBODY: Final = Panel()


def read_panels(
    session: Session, participants: Sequence[ParticipantId]
) -> dict[ParticipantId, Panel]:
    """Return the panels of these regions; those without assessments are missing.

    Who only opened a region said nothing to it and is not of its panel.
    """
    assessments = read_assessments(session, participants)
    moderations = read_moderations(session, participants)
    begun = {
        key: tuple(one for one in some if one.changed_at is not None)
        for key, some in assessments.items()
    }
    return {key: Panel(some, moderations.get(key, ())) for key, some in begun.items() if some}
