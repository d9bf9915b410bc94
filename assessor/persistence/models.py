"""The tables of a workspace, typed. Rows never leave persistence and services."""

import datetime as dt
from typing import Any, ClassVar, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from assessor.persistence.types import UtcDateTime

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {str: Text(), dt.datetime: UtcDateTime()}


def table_of(row: type[Base]) -> Table:
    """Return the table of a row class, for statements that need no objects."""
    return Base.metadata.tables[row.__tablename__]


class SettingRow(Base):
    """What the workspace remembers about itself, by name."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class RegionRow(Base):
    """A regency or city under the project's own number."""

    __tablename__ = "region"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    kind: Mapped[str]
    province: Mapped[str]


class RegionCodeRow(Base):
    """The code a regulation gives a region."""

    __tablename__ = "region_code"

    regulation: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), index=True)


class InstrumentRow(Base):
    """An instrument's file as it was when a round began to use it, or as the user added it."""

    __tablename__ = "instrument"
    __table_args__ = (UniqueConstraint("instrument_id", "checksum"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    instrument_id: Mapped[str]
    checksum: Mapped[str]
    definition: Mapped[str]


class AssessorRow(Base):
    """A person who scores."""

    __tablename__ = "assessor"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    institution: Mapped[str]


class RoundRow(Base):
    """One year's (and stage's) evaluation."""

    __tablename__ = "round"

    id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int]
    stage: Mapped[str]
    name: Mapped[str]
    letter_number: Mapped[str]
    letter_date: Mapped[dt.date | None]
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    is_demonstration: Mapped[bool]
    created_at: Mapped[dt.datetime]


class CohortRow(Base):
    """The regions of a round that are scored with one instrument."""

    __tablename__ = "cohort"
    __table_args__ = (UniqueConstraint("round_id", "name"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("round.id"))
    name: Mapped[str]
    instrument_pk: Mapped[int] = mapped_column(ForeignKey("instrument.pk"), index=True)


class ParticipantRow(Base):
    """A region in a round."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("round_id", "region_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("round.id"))
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), index=True)
    cohort_pk: Mapped[int] = mapped_column(ForeignKey("cohort.pk"), index=True)
    takes_part: Mapped[bool]


class ProgrammeRow(Base):
    """A quick-win programme; removing one only sets it aside, so that it can come back."""

    __tablename__ = "programme"

    id: Mapped[str] = mapped_column(primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    pillar: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]
    is_removed: Mapped[bool]


class AssessmentRow(Base):
    """One assessor's assessment of one participant."""

    __tablename__ = "assessment"
    __table_args__ = (
        UniqueConstraint("participant_id", "assessor_id"),
        CheckConstraint("state IN ('draft', 'final')", name="state"),
        CheckConstraint("revision >= 1", name="revision"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    assessor_id: Mapped[str] = mapped_column(ForeignKey("assessor.id"), index=True)
    state: Mapped[str]
    revision: Mapped[int]
    base_revision: Mapped[int]
    exported_revision: Mapped[int]
    changed_at: Mapped[dt.datetime | None]


class AnswerRow(Base):
    """Score, note and mark of one question, per programme where the question asks so."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint("points BETWEEN 0 AND 4", name="points"),
        CheckConstraint("points IS NULL OR reason IS NULL", name="one_meaning"),
        Index(
            "uq_answer_city",
            "assessment_id",
            "question",
            unique=True,
            sqlite_where=text("programme_id IS NULL"),
        ),
        Index(
            "uq_answer_programme",
            "assessment_id",
            "question",
            "programme_id",
            unique=True,
            sqlite_where=text("programme_id IS NOT NULL"),
        ),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), index=True)
    question: Mapped[str]
    programme_id: Mapped[str | None] = mapped_column(ForeignKey("programme.id"), index=True)
    points: Mapped[int | None]
    reason: Mapped[str | None]
    note: Mapped[str]
    is_marked: Mapped[bool]


@event.listens_for(table_of(AnswerRow), "before_create")
def _limit_indexes(answers: Table, connection: Connection, **_options: object) -> None:
    """Give the indexes in PostgreSQL the conditions that they have in SQLite.

    Said with the indexes, it would have every start load what SQLAlchemy knows of PostgreSQL.
    """
    if connection.dialect.name == "postgresql":
        for index in answers.indexes:
            condition = index.dialect_options["sqlite"]["where"]
            index.dialect_kwargs["postgresql_where"] = condition


class ProgrammeNoteRow(Base):
    """An assessor's note on a programme."""

    __tablename__ = "programme_note"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id"), primary_key=True)
    note: Mapped[str]


class NarrativeRow(Base):
    """One list of the narrative as typed, one item on each line."""

    __tablename__ = "narrative"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    section: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]


class EvidenceRow(Base):
    """A file or link behind a question or a programme; removed ones are set aside."""

    __tablename__ = "evidence"

    id: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), index=True)
    question: Mapped[str | None]
    programme_id: Mapped[str | None] = mapped_column(ForeignKey("programme.id"), index=True)
    title: Mapped[str]
    link: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    is_removed: Mapped[bool]


class ChangeRow(Base):
    """The change log: one row for every field that a person set, with what stood there before.

    `standing` is what undo and redo read: see docs/decisions.
    """

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("standing IN ('done', 'undone', 'fixed')", name="standing"),
        CheckConstraint("via IN ('edit', 'undo', 'redo')", name="via"),
        Index("ix_change_assessment_standing", "assessment_id", "standing"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime]
    assessor_id: Mapped[str | None] = mapped_column(ForeignKey("assessor.id"), index=True)
    assessment_id: Mapped[str | None] = mapped_column(ForeignKey("assessment.id"))
    field: Mapped[str]
    subject: Mapped[str]
    """The question key, programme, evidence or other id the field belongs to."""
    programme_id: Mapped[str | None]
    old: Mapped[Any] = mapped_column(JSON)
    new: Mapped[Any] = mapped_column(JSON)
    reason: Mapped[str | None]
    via: Mapped[str]
    standing: Mapped[str]
    edit: Mapped[str | None]
    """One stay in a text field: its later saves extend this row instead of adding one."""
