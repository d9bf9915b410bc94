"""The plan of a merge into rows; each change is noted as it was and as it became."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from assessor.domain.ids import ParticipantId
from assessor.domain.merging.programmes import ListedProgramme
from assessor.domain.merging.region import AssessmentPlan, RegionPlan
from assessor.domain.merging.versions import Version
from assessor.domain.records import Assessor
from assessor.persistence.contents import content_document
from assessor.persistence.merge_models import AliasRow, MergeEffectRow, SheetVersionRow
from assessor.persistence.models import AssessorRow, ProgrammeRow, table_of
from assessor.persistence.snapshots import (
    WrittenAssessment,
    read_snapshot,
    snapshot_mark,
    write_content,
)

Document = Mapping[str, Any]
ALIAS_SEPARATOR = ":"


@dataclass(slots=True)
class Writing:
    """One merge while it is written."""

    session: Session
    batch: int
    at: dt.datetime
    is_begun: bool = False
    """Whether the merge itself was noted, which the first change needs."""

    def note(self, kind: str, subject: str, before: Document | None, after: Document) -> None:
        """Note one thing as it was and as it became."""
        values = {
            "batch": self.batch,
            "kind": kind,
            "subject": subject,
            "before": before,
            "after": after,
        }
        self.session.connection().execute(insert(table_of(MergeEffectRow)), values)


def write_plan(writing: Writing, plan: RegionPlan) -> None:
    """Write what `plan` changes in one region."""
    participant = plan.region.participant.id
    for assessor in plan.assessors:
        _add_assessor(writing, assessor)
    for listed in plan.programmes.values():
        _write_programme(writing, participant, listed)
    for kind, aliases in (
        ("programme", plan.programme_aliases),
        ("assessor", plan.assessor_aliases),
    ):
        for key, target in aliases.items():
            _write_alias(writing, kind, key, target)
    for one in plan.assessments:
        _write_assessment(writing, participant, one)


def read_programme(session: Session, programme: str) -> Document | None:
    """Return a programme's row; None where there is none."""
    table = table_of(ProgrammeRow)
    row = session.connection().execute(select(table).where(table.c.id == programme)).mappings()
    return _document(row.first())


def read_assessor(session: Session, assessor: str) -> Document | None:
    """Return an assessor's row; None where there is none."""
    table = table_of(AssessorRow)
    row = session.connection().execute(select(table).where(table.c.id == assessor)).mappings()
    return _document(row.first())


def read_alias(session: Session, subject: str) -> Document | None:
    """Return an alias's row by "kind:id"; None where there is none."""
    kind, _, key = subject.partition(ALIAS_SEPARATOR)
    table = table_of(AliasRow)
    statement = select(table).where(table.c.kind == kind, table.c.id == key)
    return _document(session.connection().execute(statement).mappings().first())


def _document(row: Mapping[Any, Any] | None) -> Document | None:
    return None if row is None else {str(key): value for key, value in row.items()}


def _add_assessor(writing: Writing, assessor: Assessor) -> None:
    session = writing.session
    if read_assessor(session, assessor.id) is not None:
        return
    values = {"id": assessor.id, "name": assessor.name, "institution": assessor.institution}
    session.connection().execute(insert(table_of(AssessorRow)), values)
    writing.note("assessor", assessor.id, None, values)


def _write_programme(writing: Writing, participant: ParticipantId, listed: ListedProgramme) -> None:
    session, table, programme = writing.session, table_of(ProgrammeRow), listed.programme
    before = read_programme(session, programme.id)
    after = {
        "id": programme.id,
        "participant_id": participant,
        "pillar": programme.pillar.value,
        "name": programme.name,
        "position": listed.position,
        "is_removed": listed.is_removed,
    }
    if before is None:
        session.connection().execute(insert(table), after)
    else:
        session.connection().execute(update(table).where(table.c.id == programme.id).values(after))
    writing.note("programme", programme.id, before, after)


def _write_alias(writing: Writing, kind: str, key: str, target: str) -> None:
    subject = f"{kind}{ALIAS_SEPARATOR}{key}"
    before = read_alias(writing.session, subject)
    after = {"kind": kind, "id": key, "target": target}
    writing.session.merge(AliasRow(**after))
    writing.session.flush()
    writing.note("alias", subject, before, after)


def _write_assessment(writing: Writing, participant: ParticipantId, plan: AssessmentPlan) -> None:
    if plan.after is not None:
        before = read_snapshot(writing.session, plan.id)
        where = WrittenAssessment(
            plan.id, participant, plan.assessor.id, plan.exported_revision, writing.at
        )
        write_content(writing.session, where, plan.after)
        after = snapshot_mark(read_snapshot(writing.session, plan.id))
        writing.note("assessment", plan.id, before, after)
    rows = [_version(writing, plan, version) for version in plan.kept]
    if rows:
        writing.session.connection().execute(insert(table_of(SheetVersionRow)), rows)


def _version(writing: Writing, plan: AssessmentPlan, version: Version) -> dict[str, Any]:
    return {
        "assessment_id": plan.id,
        "batch": writing.batch,
        "origin": version.origin.value,
        "source": version.source,
        "revision": version.revision,
        "base_revision": version.content.base_revision,
        "content": content_document(version.content),
    }
