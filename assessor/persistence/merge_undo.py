"""A merge taken back: everything exactly as it was, unless later work rests on it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from assessor.domain.ids import AssessmentId
from assessor.persistence.merge_models import (
    AliasRow,
    MergeBatchRow,
    MergeEffectRow,
    ModerationRow,
    SheetVersionRow,
)
from assessor.persistence.merge_writing import read_programme
from assessor.persistence.models import (
    AnswerRow,
    AssessmentRow,
    AssessorRow,
    ChangeRow,
    EvidenceRow,
    ParticipantRow,
    ProgrammeNoteRow,
    ProgrammeRow,
    RegionRow,
    table_of,
)
from assessor.persistence.snapshots import read_snapshot, restore_snapshot, snapshot_mark


@dataclass(frozen=True, slots=True)
class SettledSince:
    """That something was settled in a region, or left at the mean; it is never taken back."""

    region: str
    who: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class LaterWork:
    """What rests on a merge: what panels settled, later merges by number, regions worked on."""

    settled: tuple[SettledSince, ...]
    merges: tuple[int, ...]
    regions: tuple[str, ...]


def later_work(session: Session, number: int) -> LaterWork:
    """Return what rests on a merge; nothing where it can be taken back."""
    effects = _effects(session, number)
    assessments = {one.subject for one in effects if one.kind == "assessment"}
    kept = select(SheetVersionRow.assessment_id).where(SheetVersionRow.batch == number)
    assessments.update(session.scalars(kept))
    later = {
        *_later_effects(session, number, {(one.kind, one.subject) for one in effects}),
        *_later_versions(session, number, assessments),
    }
    merged_again = {subject for _batch, subject in later}
    open_effects = [one for one in effects if one.subject not in merged_again]
    changed = {one.subject for one in open_effects if _differs(session, one)}
    regions = {
        *_regions(session, AssessmentRow.id.in_(changed)),
        *_used_elsewhere(session, open_effects, assessments),
    }
    merges = {batch for batch, _subject in later}
    settled = _settled(session, number, assessments)
    return LaterWork(settled, tuple(sorted(merges)), tuple(sorted(regions)))


def undo_batch(session: Session, row: MergeBatchRow) -> None:
    """Put back what a merge changed, the last change first; `later_work` found nothing."""
    table = table_of(SheetVersionRow)
    session.connection().execute(delete(table).where(table.c.batch == row.number))
    for effect in reversed(_effects(session, row.number)):
        if effect.kind == "assessment":
            restore_snapshot(session, AssessmentId(effect.subject), effect.before)
        else:
            _restore(session, effect)


def _effects(session: Session, number: int) -> list[MergeEffectRow]:
    statement = (
        select(MergeEffectRow).where(MergeEffectRow.batch == number).order_by(MergeEffectRow.pk)
    )
    return list(session.scalars(statement))


def _later_effects(
    session: Session, number: int, subjects: set[tuple[str, str]]
) -> set[tuple[int, str]]:
    statement = (
        select(MergeEffectRow.batch, MergeEffectRow.kind, MergeEffectRow.subject)
        .join(MergeBatchRow, MergeBatchRow.number == MergeEffectRow.batch)
        .where(MergeEffectRow.batch > number, MergeBatchRow.undone_at.is_(None))
    )
    return {(row[0], row[2]) for row in session.execute(statement) if (row[1], row[2]) in subjects}


def _later_versions(session: Session, number: int, assessments: set[str]) -> set[tuple[int, str]]:
    statement = select(SheetVersionRow.batch, SheetVersionRow.assessment_id).where(
        SheetVersionRow.batch > number
    )
    return {(row[0], row[1]) for row in session.execute(statement) if row[1] in assessments}


def _differs(session: Session, effect: MergeEffectRow) -> bool:
    if effect.kind != "assessment":
        return False
    now = snapshot_mark(read_snapshot(session, AssessmentId(effect.subject)))
    return now["sha256"] != str(effect.after["sha256"])


def _regions(session: Session, criterion: ColumnElement[bool]) -> set[str]:
    """Return the names of the regions of some assessments."""
    statement = (
        select(RegionRow.name)
        .join(ParticipantRow, ParticipantRow.region_id == RegionRow.id)
        .join(AssessmentRow, AssessmentRow.participant_id == ParticipantRow.id)
        .where(criterion)
    )
    return set(session.scalars(statement))


def _settled(session: Session, number: int, assessments: set[str]) -> tuple[SettledSince, ...]:
    """Return what was settled after the merge in the regions of `assessments`."""
    merged_at = session.get_one(MergeBatchRow, number).at
    touched = select(AssessmentRow.participant_id).where(AssessmentRow.id.in_(assessments))
    statement = (
        select(RegionRow.name, AssessorRow.name, ModerationRow.at)
        .select_from(ModerationRow)
        .join(ParticipantRow, ParticipantRow.id == ModerationRow.participant_id)
        .join(RegionRow, RegionRow.id == ParticipantRow.region_id)
        .outerjoin(AssessorRow, AssessorRow.id == ModerationRow.assessor_id)
        .where(ModerationRow.at >= merged_at, ModerationRow.participant_id.in_(touched))
        .order_by(RegionRow.name, ModerationRow.pk)
    )
    return tuple(SettledSince(*row) for row in session.execute(statement))


def _used_elsewhere(
    session: Session, effects: Sequence[MergeEffectRow], assessments: set[str]
) -> set[str]:
    """Return the regions in which others use a programme or a person that the merge added.

    A programme that was changed since counts too.
    """
    found: set[str] = set()
    added = {one.subject for one in effects if one.kind == "assessor"}
    by_them = and_(AssessmentRow.assessor_id.in_(added), AssessmentRow.id.not_in(assessments))
    found |= _regions(session, by_them)
    for effect in effects:
        if effect.kind == "programme" and (
            read_programme(session, effect.subject) != effect.after
            or (effect.before is None and _is_used(session, effect.subject, assessments))
        ):
            participant = AssessmentRow.participant_id == effect.after["participant_id"]
            found |= _regions(session, participant)
    return found


def _is_used(session: Session, programme: str, assessments: set[str]) -> bool:
    uses = [
        select(row.assessment_id).where(
            row.programme_id == programme, row.assessment_id.not_in(assessments)
        )
        for row in (AnswerRow, ProgrammeNoteRow, EvidenceRow)
    ]
    uses.append(select(ModerationRow.participant_id).where(ModerationRow.programme_id == programme))
    uses.append(
        select(ChangeRow.field).where(
            or_(ChangeRow.subject == programme, ChangeRow.programme_id == programme)
        )
    )
    return any(session.scalars(one.limit(1)).first() is not None for one in uses)


_TABLES: Final = {
    "assessor": table_of(AssessorRow),
    "programme": table_of(ProgrammeRow),
    "alias": table_of(AliasRow),
}


def _restore(session: Session, effect: MergeEffectRow) -> None:
    table = _TABLES[effect.kind]
    here = and_(*(column == effect.after[column.name] for column in table.primary_key))
    if effect.before is None:
        session.connection().execute(delete(table).where(here))
    else:
        session.connection().execute(update(table).where(here).values(effect.before))
