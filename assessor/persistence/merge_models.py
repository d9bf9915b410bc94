"""The tables of merging and moderation, typed."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from assessor.persistence.models import Base


class MergeBatchRow(Base):
    """One merge: all or nothing, and taken back as a whole."""

    __tablename__ = "merge_batch"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime]
    assessor_id: Mapped[str | None] = mapped_column(ForeignKey("assessor.id"), index=True)
    """Who merged."""
    backup: Mapped[str]
    """The name of the backup made before."""
    undone_at: Mapped[dt.datetime | None]
    summary: Mapped[Any] = mapped_column(JSON)
    """What the preview said it would do: results and ranks before and after, open questions."""


class MergeFileRow(Base):
    """A file that a merge was given, whatever became of it."""

    __tablename__ = "merge_file"

    pk: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[int] = mapped_column(ForeignKey("merge_batch.number"), index=True)
    name: Mapped[str]
    """Its path as it was given."""
    sha256: Mapped[str]
    """Its fingerprint; "" where it could not be read."""
    kind: Mapped[str]
    outcome: Mapped[str]
    region: Mapped[str]
    assessor: Mapped[str]
    revision: Mapped[int | None]
    report: Mapped[Any] = mapped_column(JSON)
    """Reasons, counts and problems."""


class MergeEffectRow(Base):
    """One thing that a merge changed, as it was (NULL: not there) and as it became.

    Of an assessment, what it became is kept as a fingerprint: all of it stands in its rows.
    """

    __tablename__ = "merge_effect"
    __table_args__ = (
        CheckConstraint("kind IN ('assessor', 'programme', 'alias', 'assessment')", name="kind"),
        Index("ix_merge_effect_kind_subject", "kind", "subject"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[int] = mapped_column(ForeignKey("merge_batch.number"), index=True)
    kind: Mapped[str]
    subject: Mapped[str]
    """The id of what was changed."""
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON)


class SheetVersionRow(Base):
    """A version of an assessment that a merge kept; what stands follows from all of them."""

    __tablename__ = "sheet_version"

    pk: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), index=True)
    batch: Mapped[int] = mapped_column(ForeignKey("merge_batch.number"), index=True)
    origin: Mapped[str]
    source: Mapped[str]
    """The name of the file, "" where there was none."""
    revision: Mapped[int]
    base_revision: Mapped[int]
    content: Mapped[Any] = mapped_column(JSON)


class AliasRow(Base):
    """An id in sheets that stands for a programme or a person of this workspace."""

    __tablename__ = "alias"
    __table_args__ = (CheckConstraint("kind IN ('programme', 'assessor')", name="kind"),)

    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str]


class ModerationRow(Base):
    """What a panel settled about one answer; the last one of an answer counts."""

    __tablename__ = "moderation"

    pk: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    question: Mapped[str]
    programme_id: Mapped[str | None] = mapped_column(ForeignKey("programme.id"), index=True)
    settled: Mapped[str | None]
    """A decimal as text; NULL leaves the mean."""
    mean: Mapped[str | None]
    """The exact mean at that time, a fraction as text."""
    reason: Mapped[str]
    assessor_id: Mapped[str | None] = mapped_column(ForeignKey("assessor.id"), index=True)
    at: Mapped[dt.datetime]
