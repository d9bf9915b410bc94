"""Published tables that were taken in, and the results they hold."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from assessor.domain.ids import AssessorId, DimensionKey, InstrumentId, RegionId
from assessor.domain.taking_in import TakenTable
from assessor.persistence.models import AssessorRow, InstrumentRow, table_of
from assessor.persistence.paper_models import PublishedResultRow, PublishedTableRow


@dataclass(frozen=True, slots=True)
class StoredResult:
    """One region's line."""

    region: RegionId
    final: Decimal
    dimensions: Mapping[DimensionKey, Decimal]
    improvement: Decimal | None


@dataclass(frozen=True, slots=True)
class NewTable:
    """What is to be kept of a table."""

    id: str
    year: int
    source: str
    instrument_pk: int
    sha256: str
    at: dt.datetime
    who: AssessorId | None
    audit: Mapping[str, Any]


def add_table(session: Session, new: NewTable, results: Iterable[StoredResult]) -> None:
    """Keep a table with its lines."""
    session.add(
        PublishedTableRow(
            id=new.id,
            year=new.year,
            source=new.source,
            instrument_pk=new.instrument_pk,
            sha256=new.sha256,
            at=new.at,
            assessor_id=new.who,
            audit=dict(new.audit),
        )
    )
    session.flush()
    rows = [
        {
            "table_id": new.id,
            "region_id": one.region,
            "final": str(one.final),
            "dimensions": {key: str(value) for key, value in one.dimensions.items()},
            "improvement": None if one.improvement is None else str(one.improvement),
        }
        for one in results
    ]
    session.connection().execute(insert(table_of(PublishedResultRow)), rows)


def delete_table(session: Session, table: str) -> None:
    """Let a table go with its lines."""
    results, tables = table_of(PublishedResultRow), table_of(PublishedTableRow)
    connection = session.connection()
    connection.execute(delete(results).where(results.c.table_id == table))
    connection.execute(delete(tables).where(tables.c.id == table))


def read_tables(session: Session) -> tuple[TakenTable, ...]:
    """Return the tables that were taken in, by year, the one taken in last being the last."""
    counted = (
        select(func.count())
        .select_from(PublishedResultRow)
        .where(PublishedResultRow.table_id == PublishedTableRow.id)
        .scalar_subquery()
    )
    statement = (
        select(
            *table_of(PublishedTableRow).c,
            InstrumentRow.instrument_id,
            InstrumentRow.checksum,
            AssessorRow.name.label("who"),
            counted.label("regions"),
        )
        .join(InstrumentRow, InstrumentRow.pk == PublishedTableRow.instrument_pk)
        .outerjoin(AssessorRow, AssessorRow.id == PublishedTableRow.assessor_id)
        .order_by(PublishedTableRow.year, PublishedTableRow.at, PublishedTableRow.id)
    )
    return tuple(
        TakenTable(
            id=row.id,
            year=row.year,
            source=row.source,
            instrument=InstrumentId(row.instrument_id),
            checksum=row.checksum,
            sha256=row.sha256,
            at=row.at,
            who=row.who or "",
            audit=row.audit,
            regions=row.regions,
        )
        for row in session.connection().execute(statement)
    )


def read_results(
    session: Session, table: str, region: RegionId | None = None
) -> tuple[StoredResult, ...]:
    """Return the lines of a table, of one region only where it is named."""
    results = table_of(PublishedResultRow)
    statement = select(results).where(results.c.table_id == table).order_by(results.c.region_id)
    if region is not None:
        statement = statement.where(results.c.region_id == region)
    return tuple(
        StoredResult(
            region=RegionId(row.region_id),
            final=Decimal(row.final),
            dimensions={DimensionKey(key): Decimal(value) for key, value in row.dimensions.items()},
            improvement=None if row.improvement is None else Decimal(row.improvement),
        )
        for row in session.connection().execute(statement)
    )
