"""The change log: one row for every field set, and the marks that undo and redo go by.

A row stands as `done`, `undone` or `fixed` (history only). What is undone can be set again as long
as no row after it is done: a new edit thus needs no look at what was undone before it.
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
_INSERT: Final = insert(CHANGES)


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


@dataclass(frozen=True, slots=True)
class OtherChange:
    """A change outside any assessment; it is history only, no undo leads there."""

    field: str
    subject: str
    """The id of a round or a participant, "" where it is about the workspace."""
    old: Value
    new: Value
    reason: str | None = None
    edit: str | None = None


def log_change(
    session: Session, change: NewChange, at: dt.datetime, who: AssessorId | None
) -> None:
    """Write `change` down: as a row of its own, or longer into the row of the same edit."""
    address = change.address
    if change.edit is not None:
        last = last_done(session, address.assessment)
        if (
            last is not None
            and (last.edit, last.address) == (change.edit, address)
            and last.pk == _newest(session, address.assessment)
        ):
            extend = update(CHANGES).where(CHANGES.c.pk == last.pk)
            session.connection().execute(extend.values(new=change.new, at=at))
            return
    session.connection().execute(
        _INSERT,
        {
            "at": at,
            "assessor_id": who,
            "assessment_id": address.assessment,
            "field": address.field.value,
            "subject": address.subject,
            "programme_id": address.programme,
            "old": change.old,
            "new": change.new,
            "reason": change.reason,
            "via": change.via.value,
            "standing": "done" if change.is_undoable else "fixed",
            "edit": change.edit,
        },
    )


def log_other_change(
    session: Session, change: OtherChange, at: dt.datetime, who: AssessorId | None
) -> None:
    """Write `change` down: as a row of its own, or longer into the row of the same edit."""
    facts = {"field": change.field, "subject": change.subject, "edit": change.edit}
    if change.edit is not None:
        same = [CHANGES.c[name] == value for name, value in facts.items()]
        extend = update(CHANGES).where(*same).values(new=change.new, at=at)
        if session.connection().execute(extend).rowcount:
            return
    session.connection().execute(
        _INSERT,
        {
            **facts,
            "at": at,
            "assessor_id": who,
            "old": change.old,
            "new": change.new,
            "reason": change.reason,
            "via": Via.EDIT.value,
            "standing": "fixed",
        },
    )


def last_done(session: Session, assessment: AssessmentId) -> LoggedRow | None:
    """Return the change that undo would take back."""
    return _row(session, func.max(ChangeRow.pk), assessment, "done")


def first_undone(session: Session, assessment: AssessmentId) -> LoggedRow | None:
    """Return the change that redo would set again: the first undone one after the last done."""
    last = last_done(session, assessment)
    after = ChangeRow.pk > (0 if last is None else last.pk)
    return _row(session, func.min(ChangeRow.pk), assessment, "undone", after)


def set_standing(session: Session, pk: int, standing: str) -> None:
    """Mark one row of the log."""
    session.connection().execute(
        update(CHANGES).where(CHANGES.c.pk == pk).values(standing=standing)
    )


def fix_undone_before(session: Session, assessment: AssessmentId, pk: int) -> None:
    """Let go of what was undone before the row `pk` was written: that row took its place."""
    session.connection().execute(
        update(CHANGES)
        .where(
            CHANGES.c.assessment_id == assessment,
            CHANGES.c.standing == "undone",
            CHANGES.c.pk < pk,
        )
        .values(standing="fixed")
    )


def fix_all(session: Session, assessment: AssessmentId) -> None:
    """Put everything so far beyond undo and redo: the assessment was locked or reopened."""
    session.connection().execute(
        update(CHANGES)
        .where(CHANGES.c.assessment_id == assessment, CHANGES.c.standing != "fixed")
        .values(standing="fixed")
    )


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


def _row(
    session: Session,
    which: ColumnElement[Any],
    assessment: AssessmentId,
    standing: str,
    *criteria: ColumnElement[bool],
) -> LoggedRow | None:
    pk = select(which).where(
        ChangeRow.assessment_id == assessment, ChangeRow.standing == standing, *criteria
    )
    statement = select(CHANGES).where(CHANGES.c.pk == pk.scalar_subquery())
    row = session.connection().execute(statement).first()
    if row is None:
        return None
    address = _address(assessment, row.field, row.subject, row.programme_id)
    return LoggedRow(pk=row.pk, address=address, old=row.old, new=row.new, edit=row.edit)


def _newest(session: Session, assessment: AssessmentId) -> int | None:
    """Return the row logged last; an undo in between makes going on a step of its own."""
    newest = select(func.max(ChangeRow.pk)).where(ChangeRow.assessment_id == assessment)
    return session.scalar(newest)


def _address(
    assessment: AssessmentId, field: str, subject: str, programme: str | None
) -> FieldAddress:
    programme_id = None if programme is None else ProgrammeId(programme)
    return FieldAddress(assessment, Field(field), subject, programme_id)
