"""The change log: one row for every field set, and the marks that undo and redo go by.

A row stands as `done`, `undone` (redo can set it again) or `fixed` (history only).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.orm import Session

from assessor.domain.edits import Field, FieldAddress, LoggedChange, Value, Via
from assessor.domain.ids import AssessmentId, AssessorId, ProgrammeId
from assessor.domain.records import Assessor
from assessor.persistence.models import AssessorRow, ChangeRow, table_of

CHANGES: Final = table_of(ChangeRow)


@dataclass(frozen=True, slots=True)
class NewChange:
    """What to log."""

    address: FieldAddress
    old: Value
    new: Value
    reason: str | None = None
    via: Via = Via.EDIT
    edit: str | None = None
    is_undoable: bool = True


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """A logged change with its place in the log."""

    pk: int
    address: FieldAddress
    old: Value
    new: Value
    edit: str | None


def log_change(
    session: Session, change: NewChange, at: dt.datetime, who: AssessorId | None
) -> None:
    """Write `change` down: as a row of its own, or longer into the row of the same edit."""
    address = change.address
    if change.edit is not None:
        last = last_done(session, address.assessment)
        if last is not None and (last.edit, last.address) == (change.edit, address):
            extend = update(CHANGES).where(CHANGES.c.pk == last.pk)
            session.connection().execute(extend.values(new=change.new, at=at))
            return
    session.connection().execute(
        insert(CHANGES).values(
            at=at,
            assessor_id=who,
            assessment_id=address.assessment,
            field=address.field.value,
            subject=address.subject,
            programme_id=address.programme,
            old=change.old,
            new=change.new,
            reason=change.reason,
            via=change.via.value,
            standing="done" if change.is_undoable else "fixed",
            edit=change.edit,
        )
    )


def last_done(session: Session, assessment: AssessmentId) -> LoggedRow | None:
    """Return the change that undo would take back."""
    return _row(session, func.max(ChangeRow.pk), assessment, "done")


def first_undone(session: Session, assessment: AssessmentId) -> LoggedRow | None:
    """Return the change that redo would set again."""
    return _row(session, func.min(ChangeRow.pk), assessment, "undone")


def set_standing(session: Session, pk: int, standing: str) -> None:
    """Mark one row of the log."""
    session.connection().execute(
        update(CHANGES).where(CHANGES.c.pk == pk).values(standing=standing)
    )


def fix_undone(session: Session, assessment: AssessmentId) -> None:
    """Let go of what redo could set again: a new edit has taken its place."""
    _fix(session, assessment, ("undone",))


def fix_all(session: Session, assessment: AssessmentId) -> None:
    """Put everything so far beyond undo and redo: the assessment was locked or reopened."""
    _fix(session, assessment, ("done", "undone"))


def changes_of(session: Session, assessment: AssessmentId) -> tuple[LoggedChange, ...]:
    """Return the log of one assessment, newest first."""
    people: dict[str | None, Assessor] = {
        row.id: Assessor(AssessorId(row.id), row.name, row.institution)
        for row in session.scalars(select(AssessorRow))
    }
    statement = (
        select(ChangeRow).where(ChangeRow.assessment_id == assessment).order_by(ChangeRow.pk.desc())
    )
    return tuple(
        LoggedChange(
            at=row.at,
            who=people.get(row.assessor_id),
            address=_address(assessment, row.field, row.subject, row.programme_id),
            old=row.old,
            new=row.new,
            reason=row.reason,
            via=Via(row.via),
        )
        for row in session.scalars(statement)
    )


def _fix(session: Session, assessment: AssessmentId, standings: tuple[str, ...]) -> None:
    session.connection().execute(
        update(CHANGES)
        .where(CHANGES.c.assessment_id == assessment, CHANGES.c.standing.in_(standings))
        .values(standing="fixed")
    )


def _row(
    session: Session, which: ColumnElement[Any], assessment: AssessmentId, standing: str
) -> LoggedRow | None:
    inner = select(which).where(
        ChangeRow.assessment_id == assessment, ChangeRow.standing == standing
    )
    statement = select(CHANGES).where(CHANGES.c.pk == inner.scalar_subquery())
    row = session.connection().execute(statement).first()
    if row is None:
        return None
    address = _address(assessment, row.field, row.subject, row.programme_id)
    return LoggedRow(pk=row.pk, address=address, old=row.old, new=row.new, edit=row.edit)


def _address(
    assessment: AssessmentId, field: str, subject: str, programme: str | None
) -> FieldAddress:
    programme_id = None if programme is None else ProgrammeId(programme)
    return FieldAddress(assessment, Field(field), subject, programme_id)
