"""Read and write one field of an assessment, whatever it is: the one door for every edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Table, insert, select, update
from sqlalchemy.orm import Session

from assessor.domain.edits import Field, FieldAddress, Value
from assessor.domain.ids import AssessmentId
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    EvidenceRow,
    NarrativeRow,
    ProgrammeNoteRow,
    ProgrammeRow,
    table_of,
)


def read_field(session: Session, address: FieldAddress) -> Value:
    """Return what stands at `address`; what was never touched reads as blank."""
    if address.field is Field.PROGRAMME_ORDER:
        return list(_programme_order(session, address.assessment))
    place = _PLACES[address.field]
    statement = select(*[place.table.c[name] for name in place.columns]).where(*place.at(address))
    row = session.connection().execute(statement).mappings().first()
    return place.blank if row is None else place.to_value(row)


def write_field(session: Session, address: FieldAddress, value: Value) -> None:
    """Put `value` at `address`, adding the row where the field may be touched for the first time.

    Raises LookupError where the thing the field belongs to does not exist.
    """
    if address.field is Field.PROGRAMME_ORDER:
        _write_programme_order(session, value)
        return
    place = _PLACES[address.field]
    columns = place.to_columns(value)
    connection = session.connection()
    done = connection.execute(update(place.table).where(*place.at(address)).values(columns))
    if done.rowcount == 0:
        if place.new_row is None:
            raise LookupError(address)
        connection.execute(insert(place.table).values(place.new_row(address) | columns))


def _only_column(columns: Mapping[Any, Any]) -> Value:
    value: Value
    (value,) = columns.values()
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a field is stored: which columns of which row, and what a new row needs."""

    table: Table
    columns: tuple[str, ...]
    at: Callable[[FieldAddress], tuple[Any, ...]]
    new_row: Callable[[FieldAddress], dict[str, Any]] | None = None
    blank: Value = None
    to_value: Callable[[Mapping[Any, Any]], Value] = _only_column
    to_columns: Callable[[Value], dict[str, Any]]


def _at_answer(address: FieldAddress) -> tuple[Any, ...]:
    return (
        AnswerRow.assessment_id == address.assessment,
        AnswerRow.question == address.subject,
        AnswerRow.programme_id == address.programme
        if address.programme is not None
        else AnswerRow.programme_id.is_(None),
    )


def _new_answer(address: FieldAddress) -> dict[str, Any]:
    return {
        "assessment_id": address.assessment,
        "question": address.subject,
        "programme_id": address.programme,
        "points": None,
        "reason": None,
        "note": "",
        "is_marked": False,
    }


def _score_of(columns: Mapping[Any, Any]) -> Value:
    said = {name: value for name, value in columns.items() if value is not None}
    return said or None


def _score_columns(value: Value) -> dict[str, Any]:
    return {"points": None, "reason": None} | (value if isinstance(value, dict) else {})


def _column(name: str) -> Callable[[Value], dict[str, Any]]:
    return lambda value: {name: value}


def _in_answer(column: str, blank: Value) -> _Place:
    return _Place(
        table=table_of(AnswerRow),
        columns=(column,),
        at=_at_answer,
        new_row=_new_answer,
        blank=blank,
        to_columns=_column(column),
    )


def _in_programme(column: str) -> _Place:
    return _Place(
        table=table_of(ProgrammeRow),
        columns=(column,),
        at=_at_programme,
        to_columns=_column(column),
    )


def _presence(table: Table, at: Callable[[FieldAddress], tuple[Any, ...]]) -> _Place:
    return _Place(
        table=table,
        columns=("is_removed",),
        at=at,
        to_value=lambda columns: not columns["is_removed"],
        to_columns=lambda value: {"is_removed": not value},
    )


def _at_programme(address: FieldAddress) -> tuple[Any, ...]:
    return (ProgrammeRow.id == address.subject,)


_PLACES: Final[Mapping[Field, _Place]] = {
    Field.SCORE: _Place(
        table=table_of(AnswerRow),
        columns=("points", "reason"),
        at=_at_answer,
        new_row=_new_answer,
        to_value=_score_of,
        to_columns=_score_columns,
    ),
    Field.NOTE: _in_answer("note", ""),
    Field.MARK: _in_answer("is_marked", blank=False),
    Field.PROGRAMME_NOTE: _Place(
        table=table_of(ProgrammeNoteRow),
        columns=("note",),
        at=lambda address: (
            ProgrammeNoteRow.assessment_id == address.assessment,
            ProgrammeNoteRow.programme_id == address.subject,
        ),
        new_row=lambda address: {
            "assessment_id": address.assessment,
            "programme_id": address.subject,
        },
        blank="",
        to_columns=_column("note"),
    ),
    Field.NARRATIVE: _Place(
        table=table_of(NarrativeRow),
        columns=("content",),
        at=lambda address: (
            NarrativeRow.assessment_id == address.assessment,
            NarrativeRow.section == address.subject,
        ),
        new_row=lambda address: {"assessment_id": address.assessment, "section": address.subject},
        blank="",
        to_columns=_column("content"),
    ),
    Field.PROGRAMME_NAME: _in_programme("name"),
    Field.PROGRAMME_PILLAR: _in_programme("pillar"),
    Field.PROGRAMME_PRESENCE: _presence(table_of(ProgrammeRow), _at_programme),
    Field.EVIDENCE_PRESENCE: _presence(
        table_of(EvidenceRow), lambda address: (EvidenceRow.id == address.subject,)
    ),
    Field.STATE: _Place(
        table=table_of(AssessmentRow),
        columns=("state",),
        at=lambda address: (AssessmentRow.id == address.assessment,),
        to_columns=_column("state"),
    ),
}


def _programme_order(session: Session, assessment: AssessmentId) -> tuple[str, ...]:
    statement = (
        select(ProgrammeRow.id)
        .join(AssessmentRow, AssessmentRow.participant_id == ProgrammeRow.participant_id)
        .where(AssessmentRow.id == assessment, ProgrammeRow.is_removed.is_(False))
        .order_by(ProgrammeRow.position, ProgrammeRow.id)
    )
    return tuple(session.scalars(statement))


def _write_programme_order(session: Session, value: Value) -> None:
    if not isinstance(value, list):
        raise TypeError(value)
    for position, programme in enumerate(value):
        place = update(table_of(ProgrammeRow)).where(ProgrammeRow.id == programme)
        session.connection().execute(place.values(position=position))
