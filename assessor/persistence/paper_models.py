"""The tables of what was published before and of what was printed, typed."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assessor.persistence.models import Base


class PublishedTableRow(Base):
    """A published table of one year that was taken in, after an audit of each of its rows."""

    __tablename__ = "published_table"

    id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int]
    source: Mapped[str]
    """What the letter is called, or the file where its number is not known."""
    instrument_pk: Mapped[int] = mapped_column(ForeignKey("instrument.pk"), index=True)
    """What the table was recomputed with; its weights go into later improvements."""
    sha256: Mapped[str]
    at: Mapped[dt.datetime]
    assessor_id: Mapped[str | None] = mapped_column(ForeignKey("assessor.id"), index=True)
    """Who took it in."""
    audit: Mapped[Any] = mapped_column(JSON)
    """What did not match, as it was shown before the table was taken in."""


class PublishedResultRow(Base):
    """One region's line of a published table, figures as decimal text with a dot."""

    __tablename__ = "published_result"

    table_id: Mapped[str] = mapped_column(ForeignKey("published_table.id"), primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), primary_key=True, index=True)
    final: Mapped[str]
    dimensions: Mapped[Any] = mapped_column(JSON)
    """The rounded mean of each dimension by its key."""
    improvement: Mapped[str | None]


class PrintedSummaryRow(Base):
    """A score summary that was printed: its short code, and the state of the data behind it."""

    __tablename__ = "printed_summary"

    code: Mapped[str] = mapped_column(primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    fingerprint: Mapped[str]
    """SHA-256 over everything that stands on the page."""
    basis: Mapped[Any] = mapped_column(JSON)
    """The revision and state of each assessment that the page rests on."""
    at: Mapped[dt.datetime]
    assessor_id: Mapped[str | None] = mapped_column(ForeignKey("assessor.id"), index=True)
    """Who printed it first."""
