"""The one way an assessment changes: set a field, log it, raise the revision where it is due."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from assessor.domain.changes import Changes
from assessor.domain.edits import Field, FieldAddress, LoggedChange, Undone, UndoState, Value, Via
from assessor.domain.errors import AssessmentLocked, NotTakingPart, ProgrammesLocked
from assessor.domain.ids import AssessmentId, AssessorId, ParticipantId
from assessor.domain.records import AssessmentState
from assessor.persistence.change_log import (
    LoggedRow,
    NewChange,
    changes_of,
    first_undone,
    fix_undone_before,
    last_done,
    log_change,
    set_standing,
)
from assessor.persistence.database import Database
from assessor.persistence.fields import exchange_field
from assessor.persistence.models import (
    AssessmentRow,
    AssessorRow,
    ParticipantRow,
    RegionRow,
    table_of,
)
from assessor.services.surroundings import Surroundings

PRIVATE = frozenset({Field.MARK})
"""Fields that are never exported and so leave the revision alone."""

SHARED = frozenset(
    {
        Field.PROGRAMME_PRESENCE,
        Field.PROGRAMME_NAME,
        Field.PROGRAMME_PILLAR,
        Field.PROGRAMME_ORDER,
    }
)
"""Fields of the region, which stand in every assessment of it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What an edit must know of the assessment it changes."""

    id: AssessmentId
    participant: ParticipantId
    assessor: AssessorId
    state: AssessmentState
    revision: int
    exported_revision: int
    takes_part: bool
    """Whether its region does, in the round it is about."""


class Editor:
    """Sets fields of assessments and takes that back; every call is one transaction."""

    def __init__(self, database: Database, surroundings: Surroundings) -> None:
        self._database = database
        self._clock = surroundings.clock

    def set(self, address: FieldAddress, value: Value, edit: str | None = None) -> Changes:
        """Set one field; nothing is logged where the value stands there already.

        Saves with the same `edit` token become one step of undo.
        Raises AssessmentLocked, NotTakingPart.
        """
        with self.editing(address.assessment) as (session, assessment):
            return self.set_within(session, assessment, address, value, edit)

    def require_open(self, assessment: AssessmentId) -> None:
        """Raise what `editing` would before work is done that the assessment cannot take."""
        with self._database.reading() as session:
            _require_open(session, read_head(session, assessment))

    @contextmanager
    def editing(self, assessment: AssessmentId) -> Iterator[tuple[Session, Head]]:
        """Yield a transaction on an assessment that can be changed.

        Raises AssessmentLocked, and NotTakingPart where the region does not.
        """
        with self._database.transaction() as session:
            head = read_head(session, assessment)
            _require_open(session, head)
            yield session, head

    def set_within(
        self,
        session: Session,
        assessment: Head,
        address: FieldAddress,
        value: Value,
        edit: str | None = None,
    ) -> Changes:
        """Set one field inside a transaction of `editing`."""
        old = exchange_field(session, address, value)
        if old == value:
            return Changes()
        self._log(session, assessment, NewChange(address, old, value, edit=edit))
        return address.changes

    def undo(self, assessment: AssessmentId) -> Undone | None:
        """Take the last change back; None when there is none. Raises AssessmentLocked."""
        with self.editing(assessment) as (session, opened):
            last = last_done(session, assessment)
            if last is None:
                return None
            fix_undone_before(session, assessment, last.pk)
            set_standing(session, last.pk, "undone")
            return self._apply(session, opened, last, Via.UNDO)

    def redo(self, assessment: AssessmentId) -> Undone | None:
        """Set again what was undone last; None when nothing was. Raises AssessmentLocked."""
        with self.editing(assessment) as (session, opened):
            first = first_undone(session, assessment)
            if first is None:
                return None
            set_standing(session, first.pk, "done")
            return self._apply(session, opened, first, Via.REDO)

    def undo_state(self, assessment: AssessmentId) -> UndoState:
        """Return what undo and redo would act on."""
        with self._database.reading() as session:
            undo, redo = last_done(session, assessment), first_undone(session, assessment)
        return UndoState(
            undo=None if undo is None else undo.address, redo=None if redo is None else redo.address
        )

    def history(self, assessment: AssessmentId) -> tuple[LoggedChange, ...]:
        """Return the change log of an assessment, newest first."""
        with self._database.reading() as session:
            return changes_of(session, assessment)

    def _apply(self, session: Session, assessment: Head, row: LoggedRow, via: Via) -> Undone:
        old, new = (row.new, row.old) if via is Via.UNDO else (row.old, row.new)
        exchange_field(session, row.address, new)
        change = NewChange(row.address, old, new, via=via, is_undoable=False)
        self._log(session, assessment, change)
        return Undone(address=row.address, old=old, new=new)

    def _log(self, session: Session, assessment: Head, change: NewChange) -> None:
        now = self._clock()
        log_change(session, change, now, assessment.assessor)
        if change.address.field not in PRIVATE:
            touch(session, assessment, now)
        if change.address.field in SHARED:
            for other in _others_begun(session, assessment):
                touch(session, other, now)


_HEAD: Final = (
    select(
        AssessmentRow.participant_id,
        AssessmentRow.assessor_id,
        AssessmentRow.state,
        AssessmentRow.revision,
        AssessmentRow.exported_revision,
        ParticipantRow.takes_part,
    )
    .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
    .where(AssessmentRow.id == bindparam("assessment"))
)
_TOUCH: Final = (
    update(table_of(AssessmentRow))
    .where(table_of(AssessmentRow).c.id == bindparam("assessment"))
    .values(changed_at=bindparam("now"))
)


def read_head(session: Session, assessment: AssessmentId) -> Head:
    """Return what an edit must know of an assessment; LookupError where it does not exist."""
    row = session.connection().execute(_HEAD, {"assessment": assessment}).first()
    if row is None:
        raise LookupError(assessment)
    return Head(
        id=assessment,
        participant=ParticipantId(row.participant_id),
        assessor=AssessorId(row.assessor_id),
        state=AssessmentState(row.state),
        revision=row.revision,
        exported_revision=row.exported_revision,
        takes_part=row.takes_part,
    )


def _require_open(session: Session, head: Head) -> None:
    if not head.takes_part:
        raise NotTakingPart(region=region_name(session, head))
    if head.state is AssessmentState.FINAL:
        raise AssessmentLocked(region=region_name(session, head))


def _others_begun(session: Session, head: Head) -> tuple[Head, ...]:
    """Return the region's other assessments that were begun. Raises ProgrammesLocked."""
    statement = (
        select(AssessmentRow.id, AssessmentRow.state, AssessorRow.name)
        .join(AssessorRow, AssessorRow.id == AssessmentRow.assessor_id)
        .where(
            AssessmentRow.participant_id == head.participant,
            AssessmentRow.id != head.id,
            AssessmentRow.changed_at.is_not(None),
        )
    )
    others = session.connection().execute(statement).all()
    for other in others:
        if other.state == AssessmentState.FINAL:
            raise ProgrammesLocked(region=region_name(session, head), assessor=other.name)
    return tuple(read_head(session, AssessmentId(other.id)) for other in others)


def region_name(session: Session, head: Head) -> str:
    """Return the name of the region an assessment is about."""
    statement = (
        select(RegionRow.name)
        .join(ParticipantRow, ParticipantRow.region_id == RegionRow.id)
        .where(ParticipantRow.id == head.participant)
    )
    return session.scalars(statement).one()


def touch(session: Session, head: Head, now: dt.datetime) -> None:
    """Note the time of a change; the first one after an export begins a new revision.

    So no two sheets of one revision can differ.
    """
    session.connection().execute(_TOUCH, {"assessment": head.id, "now": now})
    if head.exported_revision == head.revision:
        begin_revision(session, head)


def begin_revision(session: Session, head: Head) -> None:
    """Raise the revision by one above the one that `head` was read with."""
    table = table_of(AssessmentRow)
    values = {"revision": head.revision + 1, "base_revision": head.revision}
    session.connection().execute(update(table).where(table.c.id == head.id).values(values))
