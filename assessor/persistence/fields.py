"""Read and write one field of an assessment, whatever it is: the one door for every edit.

The statements are built once: a score must be on disk within a frame of the key press, and
building them each time would cost more than running them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Table, bindparam, insert, select, update
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
        return list(_programme_positions(session, address.assessment))
    return _place(address).read(session, address)[0]


def exchange_field(session: Session, address: FieldAddress, value: Value) -> Value:
    """Put `value` at `address` and return what stood there; the same value is not written.

    Raises LookupError where the thing the field belongs to does not exist.
    """
    if address.field is Field.PROGRAMME_ORDER:
        return _exchange_programme_order(session, address.assessment, value)
    place = _place(address)
    old, is_stored = place.read(session, address)
    if value != old:
        write = place.change if is_stored else place.add
        write(session, address, value)
    return old


def _only_column(columns: Mapping[Any, Any]) -> Value:
    value: Value
    (value,) = columns.values()
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """How a field's value stands in the columns of its row."""

    names: tuple[str, ...]
    to_columns: Callable[[Value], dict[str, Any]]
    to_value: Callable[[Mapping[Any, Any]], Value] = _only_column
    blank: Value = None

    @classmethod
    def one(cls, name: str, blank: Value = None) -> "_Columns":
        """Return the columns of a value that stands in one of them as it is."""
        return cls(names=(name,), to_columns=lambda value: {name: value}, blank=blank)


class _Place:
    """The statements that read, change and add the row in which a field stands."""

    def __init__(
        self,
        table: Table,
        at: Mapping[str, str | None],
        columns: _Columns,
        new_row: Mapping[str, Any] | None = None,
    ) -> None:
        """Take for each identifying column the attribute of an address it equals, None for NULL.

        `new_row` is what else a row needs that is touched for the first time; without it the row
        must be there.
        """
        self._columns = columns
        self._new_row = new_row
        self._at = {column: source for column, source in at.items() if source is not None}
        here = [
            table.c[column].is_(None)
            if source is None
            else table.c[column] == bindparam(f"at_{column}")
            for column, source in at.items()
        ]
        self._select = select(*(table.c[name] for name in columns.names)).where(*here)
        self._update = update(table).where(*here)
        self._update = self._update.values(
            {name: bindparam(f"new_{name}") for name in columns.names}
        )
        self._insert = insert(table)

    def read(self, session: Session, address: FieldAddress) -> tuple[Value, bool]:
        """Return what stands there, and whether the row exists."""
        row = session.connection().execute(self._select, self._here(address)).mappings().first()
        if row is None:
            return self._columns.blank, False
        return self._columns.to_value(row), True

    def change(self, session: Session, address: FieldAddress, value: Value) -> None:
        """Change the row that exists."""
        new = {f"new_{name}": one for name, one in self._columns.to_columns(value).items()}
        session.connection().execute(self._update, self._here(address) | new)

    def add(self, session: Session, address: FieldAddress, value: Value) -> None:
        """Add the row. Raises LookupError where that is not for this field to do."""
        if self._new_row is None:
            raise LookupError(address)
        at = {column: getattr(address, source) for column, source in self._at.items()}
        row = {**self._new_row, **at, **self._columns.to_columns(value)}
        session.connection().execute(self._insert, row)

    def _here(self, address: FieldAddress) -> dict[str, Any]:
        return {f"at_{column}": getattr(address, source) for column, source in self._at.items()}


def _score_of(columns: Mapping[Any, Any]) -> Value:
    said = {name: value for name, value in columns.items() if value is not None}
    return said or None


def _score_columns(value: Value) -> dict[str, Any]:
    return {"points": None, "reason": None} | (value if isinstance(value, dict) else {})


_SCORE: Final = _Columns(names=("points", "reason"), to_value=_score_of, to_columns=_score_columns)
_PRESENCE: Final = _Columns(
    names=("is_removed",),
    to_value=lambda columns: not columns["is_removed"],
    to_columns=lambda value: {"is_removed": not value},
)
_ANSWER_COLUMNS: Final = {
    Field.SCORE: _SCORE,
    Field.NOTE: _Columns.one("note", blank=""),
    Field.MARK: _Columns.one("is_marked", blank=False),
}
_NEW_ANSWER: Final = {
    "programme_id": None,
    "points": None,
    "reason": None,
    "note": "",
    "is_marked": False,
}
_IN_ASSESSMENT: Final = {"assessment_id": "assessment"}
_IS_SUBJECT: Final = {"id": "subject"}


def _answer_places(programme: str | None) -> dict[Field, _Place]:
    at = {**_IN_ASSESSMENT, "question": "subject", "programme_id": programme}
    return {
        field: _Place(table_of(AnswerRow), at, columns, _NEW_ANSWER)
        for field, columns in _ANSWER_COLUMNS.items()
    }


_CITY_ANSWERS: Final = _answer_places(None)
_PROGRAMME_ANSWERS: Final = _answer_places("programme")
_PLACES: Final = {
    Field.PROGRAMME_NOTE: _Place(
        table_of(ProgrammeNoteRow),
        {**_IN_ASSESSMENT, "programme_id": "subject"},
        _Columns.one("note", blank=""),
        new_row={},
    ),
    Field.NARRATIVE: _Place(
        table_of(NarrativeRow),
        {**_IN_ASSESSMENT, "section": "subject"},
        _Columns.one("content", blank=""),
        new_row={},
    ),
    Field.PROGRAMME_NAME: _Place(table_of(ProgrammeRow), _IS_SUBJECT, _Columns.one("name")),
    Field.PROGRAMME_PILLAR: _Place(table_of(ProgrammeRow), _IS_SUBJECT, _Columns.one("pillar")),
    Field.PROGRAMME_PRESENCE: _Place(table_of(ProgrammeRow), _IS_SUBJECT, _PRESENCE),
    Field.EVIDENCE_PRESENCE: _Place(table_of(EvidenceRow), _IS_SUBJECT, _PRESENCE),
    Field.STATE: _Place(table_of(AssessmentRow), {"id": "assessment"}, _Columns.one("state")),
}


def _place(address: FieldAddress) -> _Place:
    if address.field in _ANSWER_COLUMNS:
        answers = _CITY_ANSWERS if address.programme is None else _PROGRAMME_ANSWERS
        return answers[address.field]
    return _PLACES[address.field]


def _exchange_programme_order(session: Session, assessment: AssessmentId, value: Value) -> Value:
    """Share out among the programmes the positions they hold; a removed one keeps its own."""
    if not isinstance(value, list):
        raise TypeError(value)
    positions = _programme_positions(session, assessment)
    table = table_of(ProgrammeRow)
    for position, programme in zip(positions.values(), value, strict=True):
        place = update(table).where(table.c.id == programme)
        session.connection().execute(place.values(position=position))
    return list(positions)


def _programme_positions(session: Session, assessment: AssessmentId) -> dict[str, int]:
    """Return the positions of the programmes that are not removed, in their order."""
    statement = (
        select(ProgrammeRow.id, ProgrammeRow.position)
        .join(AssessmentRow, AssessmentRow.participant_id == ProgrammeRow.participant_id)
        .where(AssessmentRow.id == assessment, ProgrammeRow.is_removed.is_(False))
        .order_by(ProgrammeRow.position, ProgrammeRow.id)
    )
    return {row.id: row.position for row in session.connection().execute(statement)}
