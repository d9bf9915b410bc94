"""Tables of earlier years: checked row by row, taken in whole, replaced, taken back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from assessor.domain.audit import PublishedTable
from assessor.domain.changes import Changes, Topic
from assessor.domain.edits import Field
from assessor.domain.errors import NamesUndecided, NothingToTakeIn
from assessor.domain.file_problems import file_problem
from assessor.domain.ids import RegionId
from assessor.domain.instrument import Instrument
from assessor.domain.records import PublishedResult, Region
from assessor.domain.taking_in import (
    OPEN,
    SKIPPED,
    Answers,
    CheckedRow,
    Knowledge,
    RowState,
    TakenTable,
    check_rows,
)
from assessor.domain.texts import one_line
from assessor.exchange.published_table import read_published_table
from assessor.persistence.change_log import OtherChange, log_other_change
from assessor.persistence.database import Database
from assessor.persistence.published import (
    NewTable,
    StoredResult,
    add_table,
    delete_table,
    read_tables,
)
from assessor.persistence.reading import read_regions
from assessor.services.catalogue import region_names
from assessor.services.instruments import Instruments
from assessor.services.people import who_am_i
from assessor.services.surroundings import Surroundings
from assessor.services.years import Asked, Years


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A table as it was read from a file."""

    path: Path
    sha256: str
    table: PublishedTable

    @property
    def instrument(self) -> Instrument:
        """What its rows are recomputed with."""
        return self.table.instrument


@dataclass(frozen=True)
class PublishedPreview:
    """What taking a table in would do."""

    file: PublishedFile
    year: int
    rows: tuple[CheckedRow, ...]
    """In the order of the table."""
    replaces: TakenTable | None
    """The table of the same year and instrument that it would take the place of."""

    @cached_property
    def taken(self) -> tuple[CheckedRow, ...]:
        """The rows that are taken, mismatching ones too: they were printed so."""
        return tuple(one for one in self.rows if one.state is RowState.TAKEN)

    @cached_property
    def mismatches(self) -> tuple[CheckedRow, ...]:
        """Those of them whose printed figures do not follow."""
        return tuple(one for one in self.taken if not one.follows)

    @cached_property
    def undecided(self) -> tuple[CheckedRow, ...]:
        """The rows that wait for a person."""
        return tuple(one for one in self.rows if one.state in OPEN)

    @cached_property
    def skipped(self) -> int:
        """How many rows are left aside: another cohort's, absent, without index, left out."""
        return sum(one.state in SKIPPED for one in self.rows)


class Published:
    """The tables of earlier years in a workspace; every change is one transaction."""

    def __init__(
        self, database: Database, surroundings: Surroundings, instruments: Instruments
    ) -> None:
        self._database = database
        self._surroundings = surroundings
        self._instruments = instruments
        self._years = Years(instruments)

    def read(self, path: Path, instrument: Instrument) -> PublishedFile:
        """Read a table. Raises NotFound, NotReadable, TableUnreadable."""
        table = read_published_table(path, instrument)
        try:
            fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise file_problem(error, path, writing=False) from error
        return PublishedFile(path, fingerprint, table)

    def preview(self, file: PublishedFile, year: int, answers: Answers) -> PublishedPreview:
        """Return each row recomputed, its region found by its exact name or as `answers` say.

        Improvements are checked for the regions whose dimensions of the year before are known.
        """
        cohorts = [
            one.cohort for one in self._instruments.available() if one.year == file.instrument.year
        ]
        with self._database.reading() as session:
            known = Knowledge(region_names().match, cohorts, self._before(session, year))
            tables = read_tables(session)
        rows = check_rows(file.table, known, answers)
        return PublishedPreview(file, year, rows, _same_of(tables, year, file.instrument))

    def take_in(self, preview: PublishedPreview, source: str = "") -> Changes:
        """Keep the rows as last year's results, in place of the same table taken in before.

        `source` is the letter's number; without one the file's name stands for it. Raises
        NamesUndecided while a row waits for a person, NothingToTakeIn where none is taken.
        """
        if preview.undecided:
            raise NamesUndecided(len(preview.undecided))
        if not preview.taken:
            raise NothingToTakeIn
        with self._database.transaction() as session:
            me = who_am_i(session)
            new = NewTable(
                id=self._surroundings.new_id(),
                year=preview.year,
                source=one_line(source) or preview.file.path.name,
                instrument_pk=self._instruments.keep(session, preview.file.instrument.id),
                sha256=preview.file.sha256,
                at=self._surroundings.clock(),
                who=None if me is None else me.id,
                audit=_audit(preview),
            )
            before = _same_of(read_tables(session), preview.year, preview.file.instrument)
            if before is not None:
                delete_table(session, before.id)
            add_table(session, new, map(_result, preview.taken))
            self._log(session, before, _one(session, new.id))
        return Changes.of(Topic.PUBLISHED)

    def tables(self) -> tuple[TakenTable, ...]:
        """Return what was taken in, by year."""
        with self._database.reading() as session:
            return read_tables(session)

    def take_back(self, table: str) -> Changes:
        """Let a table go again; LookupError where there is none of that id."""
        with self._database.transaction() as session:
            before = _one(session, table)
            delete_table(session, table)
            self._log(session, before, None)
        return Changes.of(Topic.PUBLISHED)

    def regions(self) -> tuple[Region, ...]:
        """Return all regions that a row can mean, in the order of official tables."""
        with self._database.reading() as session:
            return read_regions(session)

    def _before(self, session: Session, year: int) -> Mapping[RegionId, PublishedResult]:
        asked = Asked(year - 1, invented=False, reader=who_am_i(session))
        return self._years.results(session, asked)

    def _log(self, session: Session, old: TakenTable | None, new: TakenTable | None) -> None:
        subject = new or old
        me = who_am_i(session)
        change = OtherChange(
            Field.PUBLISHED_TABLE,
            "" if subject is None else f"{subject.year}/{subject.instrument}",
            _summary(old),
            _summary(new),
        )
        log_other_change(session, change, self._surroundings.clock(), None if me is None else me.id)


def _one(session: Session, table: str) -> TakenTable:
    for found in read_tables(session):
        if found.id == table:
            return found
    raise LookupError(table)


def _same_of(
    tables: tuple[TakenTable, ...], year: int, instrument: Instrument
) -> TakenTable | None:
    same = (one for one in tables if (one.year, one.instrument) == (year, instrument.id))
    return next(same, None)


def _summary(table: TakenTable | None) -> dict[str, str] | None:
    """Return what the change log says of a table: enough to know the file again."""
    if table is None:
        return None
    return {"source": table.source, "regions": str(table.regions), "sha256": table.sha256}


def _result(one: CheckedRow) -> StoredResult:
    if one.region is None or one.row.final is None:
        raise LookupError(one.row.name)
    return StoredResult(
        region=one.region.id,
        final=one.row.final,
        dimensions={key: value for key, value in one.row.dimensions.items() if value is not None},
        improvement=one.row.improvement,
    )


def _audit(preview: PublishedPreview) -> dict[str, Any]:
    return {
        "rows": len(preview.taken),
        "matched": len(preview.taken) - len(preview.mismatches),
        "skipped": preview.skipped,
        "left_out": [one.row.name for one in preview.rows if one.state is RowState.LEFT_OUT],
        "mismatches": [
            {
                "name": one.row.name,
                "published": _figure(one.row.final),
                "recomputed": _figure(one.recomputed),
                "improvement_published": _figure(one.row.improvement),
                "improvement_recomputed": _figure(one.improvement),
            }
            for one in preview.mismatches
        ],
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
