"""Whether a page that was printed still says what the data says, and if not, what came after it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessor.domain.ids import AssessorId
from assessor.domain.records import Assessment, Assessor, Participant


class Cause(StrEnum):
    """What overtook a page."""

    REVISION = "revision"
    """An assessment went on to a higher revision."""
    CHANGE = "change"
    """An assessment was changed, locked or reopened within its revision."""
    ARRIVAL = "arrival"
    """An assessment came that the page does not have."""
    DEPARTURE = "departure"
    """An assessment went, with a merge that was taken back."""
    MODERATION = "moderation"
    """The panel settled something, or took it back."""
    RANK = "rank"
    """Other regions' figures moved the rank, or made it final; the region's own stand."""
    OTHER = "other"
    """A name, a programme, last year's figures: anything else on the page."""


@dataclass(frozen=True, slots=True)
class AssessmentHead:
    """Which state of an assessment a page rests on."""

    assessor: AssessorId
    name: str
    revision: int
    is_locked: bool
    changed_at: dt.datetime | None

    @classmethod
    def of(cls, assessment: Assessment) -> "AssessmentHead":
        """Return the state that `assessment` is in."""
        return cls(
            assessor=assessment.assessor.id,
            name=assessment.assessor.name,
            revision=assessment.revision,
            is_locked=assessment.is_locked,
            changed_at=assessment.changed_at,
        )


@dataclass(frozen=True, slots=True)
class Basis:
    """What a page rests on, as far as it tells why the page was overtaken."""

    heads: tuple[AssessmentHead, ...]
    moderated_at: dt.datetime | None
    """When the panel last settled something."""
    rank: int | None
    ranked: int
    is_rank_final: bool = True


@dataclass(frozen=True, slots=True)
class Supersession:
    """One reason why a page no longer stands."""

    cause: Cause
    at: dt.datetime | None = None
    assessor: str = ""
    revision: int = 0
    """The one that stands now; 0 where the cause is no assessment."""


class Standing(StrEnum):
    """What can be said about a code that was typed."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"
    """A code as we make them, of a page that was not printed from this workspace."""
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class PageStanding:
    """The answer about a code."""

    standing: Standing
    code: str = ""
    """As it is printed; as it was typed where it is no code."""
    participant: Participant | None = None
    round_name: str = ""
    printed_at: dt.datetime | None = None
    """When it was first printed."""
    printed_by: Assessor | None = None
    because: tuple[Supersession, ...] = ()
    """Why it no longer stands; never empty for a superseded page."""


def supersessions(printed: Basis, now: Basis) -> tuple[Supersession, ...]:
    """Return what overtook a page that is no longer current, the main reasons first."""
    found = (*_assessments(printed, now), *_moderation(printed, now))
    if found:
        return found
    is_rank = _ranking(printed) != _ranking(now)
    return (Supersession(Cause.RANK if is_rank else Cause.OTHER),)


def _ranking(basis: Basis) -> tuple[int | None, int, bool]:
    return basis.rank, basis.ranked, basis.is_rank_final


def _assessments(printed: Basis, now: Basis) -> Iterator[Supersession]:
    before = {head.assessor: head for head in printed.heads}
    for head in now.heads:
        old = before.pop(head.assessor, None)
        if old is None:
            yield _supersession(Cause.ARRIVAL, head)
        elif head.revision != old.revision:
            yield _supersession(Cause.REVISION, head)
        elif (head.is_locked, head.changed_at) != (old.is_locked, old.changed_at):
            yield _supersession(Cause.CHANGE, head)
    for gone in before.values():
        yield Supersession(Cause.DEPARTURE, None, gone.name)


def _supersession(cause: Cause, head: AssessmentHead) -> Supersession:
    return Supersession(cause, head.changed_at, head.name, head.revision)


def _moderation(printed: Basis, now: Basis) -> Iterator[Supersession]:
    if now.moderated_at != printed.moderated_at:
        yield Supersession(Cause.MODERATION, now.moderated_at)
