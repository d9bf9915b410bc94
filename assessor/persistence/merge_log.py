"""The merges of a workspace: what each was given and did."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from assessor.domain.merging.report import FileReport, MergeReport, RegionEffect
from assessor.domain.records import Assessor
from assessor.persistence.merge_models import MergeBatchRow, MergeFileRow
from assessor.persistence.models import AssessorRow, table_of

_OF_ROW = ("name", "sha256", "kind", "outcome", "region", "assessor", "revision")


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A merge that is about to be written."""

    number: int
    at: dt.datetime
    who: Assessor | None
    backup: str = ""
    """The name of the backup made before."""


def next_number(session: Session) -> int:
    """Return the number that the next merge gets; numbers are never given twice."""
    return 1 + (session.scalar(select(func.max(MergeBatchRow.number))) or 0)


def add_batch(session: Session, new: NewBatch) -> None:
    """Begin a merge; what it did is added with `complete_batch`."""
    session.add(
        MergeBatchRow(
            number=new.number,
            at=new.at,
            assessor_id=None if new.who is None else new.who.id,
            backup=new.backup,
            undone_at=None,
            summary={},
        )
    )
    session.flush()


def complete_batch(session: Session, number: int, report: MergeReport) -> None:
    """Note the files of a merge and what it did to the regions."""
    row = session.get_one(MergeBatchRow, number)
    row.summary = {"regions": [one.document() for one in report.regions]}
    session.connection().execute(
        insert(table_of(MergeFileRow)), [_file_row(number, one) for one in report.files]
    )


def read_batches(session: Session) -> tuple[MergeReport, ...]:
    """Return all merges with their files, the newest first."""
    statement = select(MergeBatchRow).order_by(MergeBatchRow.number.desc())
    return tuple(_report(session, row) for row in session.scalars(statement))


def read_batch(session: Session, number: int) -> MergeReport | None:
    """Return one merge; None where there is none of that number."""
    row = session.get(MergeBatchRow, number)
    return None if row is None else _report(session, row)


def _report(session: Session, row: MergeBatchRow) -> MergeReport:
    who = session.get(AssessorRow, row.assessor_id) if row.assessor_id else None
    files = select(MergeFileRow).where(MergeFileRow.batch == row.number).order_by(MergeFileRow.pk)
    return MergeReport(
        files=tuple(_file(one) for one in session.scalars(files)),
        regions=tuple(RegionEffect.from_document(one) for one in row.summary["regions"]),
        batch=row.number,
        at=row.at,
        who="" if who is None else who.name,
        undone_at=row.undone_at,
    )


def _file_row(number: int, report: FileReport) -> Mapping[str, Any]:
    document = report.document()
    document["name"] = document.pop("path")
    row = {name: document.pop(name) for name in _OF_ROW}
    return {"batch": number, **row, "report": document}


def _file(row: MergeFileRow) -> FileReport:
    columns = {name: getattr(row, name) for name in _OF_ROW}
    path = columns.pop("name")
    return FileReport.from_document({**columns, **row.report, "path": path})
