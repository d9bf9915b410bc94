"""Rows into records: regions, rounds, people, participants and their programmes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, select
from sqlalchemy.orm import Session

from assessor.domain.ids import (
    AssessorId,
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import Pillar
from assessor.domain.records import (
    Assessor,
    Cohort,
    Participant,
    Programme,
    Region,
    RegionKind,
    Round,
)
from assessor.persistence.models import (
    AssessorRow,
    CohortRow,
    InstrumentRow,
    ParticipantRow,
    ProgrammeRow,
    RegionCodeRow,
    RegionRow,
    RoundRow,
    table_of,
)

REGULATION: Final = "Permendagri 72/2019"
"""The regulation whose codes are shown."""

Statement: TypeAlias = Select[*tuple[Any, ...]]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_REGION_COLUMNS: Final = (
    RegionRow.id.label("region_id"),
    RegionRow.name.label("region_name"),
    RegionRow.kind,
    RegionRow.province,
    RegionCodeRow.code,
)
_IS_CODE_OF_REGION: Final = and_(
    RegionCodeRow.region_id == RegionRow.id, RegionCodeRow.regulation == REGULATION
)
_PILLARS: Final = {pillar.value: place for place, pillar in enumerate(Pillar)}
_ROUNDS: Final = select(table_of(RoundRow)).order_by(
    RoundRow.year.desc(), RoundRow.created_at.desc()
)
_ASSESSORS: Final = select(table_of(AssessorRow)).order_by(AssessorRow.name, AssessorRow.id)


def read_regions(session: Session) -> tuple[Region, ...]:
    """Return all regions in the order of official tables."""
    statement = select(*_REGION_COLUMNS).join(RegionCodeRow, _IS_CODE_OF_REGION)
    found = (_region(row) for row in session.connection().execute(statement))
    return tuple(sorted(found, key=lambda region: region.table_order))


def read_rounds(session: Session) -> tuple[Round, ...]:
    """Return all rounds, the newest first."""
    return tuple(_round(row) for row in session.connection().execute(_ROUNDS))


def read_round(session: Session, round_id: RoundId) -> Round | None:
    """Return one round, None where there is no such round."""
    return next((one for one in read_rounds(session) if one.id == round_id), None)


def read_assessors(session: Session) -> tuple[Assessor, ...]:
    """Return everybody who scores in this workspace, by name."""
    rows = session.connection().execute(_ASSESSORS)
    return tuple(Assessor(AssessorId(row.id), row.name, row.institution) for row in rows)


def read_participants(session: Session, round_id: RoundId) -> tuple[Participant, ...]:
    """Return a round's regions in the order of official tables."""
    found = _participants(session, ParticipantRow.round_id == round_id)
    return tuple(sorted(found, key=lambda one: one.region.table_order))


def read_participant(session: Session, participant: ParticipantId) -> Participant | None:
    """Return one participant, None where there is no such one."""
    found = _participants(session, ParticipantRow.id == participant)
    return next(iter(found), None)


def read_programmes(session: Session, participant: ParticipantId) -> tuple[Programme, ...]:
    """Return a region's programmes in their order, removed ones left out."""
    statement = select_programmes(ProgrammeRow.participant_id == participant)
    return programmes_of(session.connection().execute(statement).all())[participant]


def programmes_of(rows: Iterable[AnyRow]) -> defaultdict[str, tuple[Programme, ...]]:
    """Return each region's programmes as the paper lists them: by pillar, then as ordered."""
    found: defaultdict[str, tuple[Programme, ...]] = defaultdict(tuple)
    for row in sorted(rows, key=lambda row: _PILLARS[row.pillar]):
        found[row.participant_id] += (Programme(ProgrammeId(row.id), Pillar(row.pillar), row.name),)
    return found


def select_participants(criterion: ColumnElement[bool]) -> Statement:
    """Return what finds the rows for `participant_of`."""
    return (
        select(
            ParticipantRow.id,
            ParticipantRow.round_id,
            ParticipantRow.takes_part,
            CohortRow.name.label("cohort"),
            InstrumentRow.instrument_id,
            InstrumentRow.checksum,
            *_REGION_COLUMNS,
        )
        .join(CohortRow, CohortRow.pk == ParticipantRow.cohort_pk)
        .join(InstrumentRow, InstrumentRow.pk == CohortRow.instrument_pk)
        .join(RegionRow, RegionRow.id == ParticipantRow.region_id)
        .join(RegionCodeRow, _IS_CODE_OF_REGION)
        .where(criterion)
    )


def select_programmes(criterion: ColumnElement[bool]) -> Statement:
    """Return what finds the rows for `programmes_of`, removed programmes left out."""
    return (
        select(ProgrammeRow.participant_id, ProgrammeRow.id, ProgrammeRow.pillar, ProgrammeRow.name)
        .where(ProgrammeRow.is_removed.is_(False), criterion)
        .order_by(ProgrammeRow.position, ProgrammeRow.id)
    )


def participant_of(row: AnyRow) -> Participant:
    """Return the participant of a row that `select_participants` found."""
    return Participant(
        id=ParticipantId(row.id),
        round=RoundId(row.round_id),
        region=_region(row),
        cohort=Cohort(row.cohort, InstrumentId(row.instrument_id), row.checksum),
        takes_part=row.takes_part,
    )


def _participants(session: Session, criterion: ColumnElement[bool]) -> tuple[Participant, ...]:
    rows = session.connection().execute(select_participants(criterion)).all()
    return tuple(participant_of(row) for row in rows)


def _region(row: AnyRow) -> Region:
    return Region(
        id=RegionId(row.region_id),
        code=row.code,
        name=row.region_name,
        kind=RegionKind(row.kind),
        province=row.province,
    )


def _round(row: AnyRow) -> Round:
    return Round(
        id=RoundId(row.id),
        year=row.year,
        stage=row.stage,
        name=row.name,
        letter_number=row.letter_number,
        letter_date=row.letter_date,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_demonstration=row.is_demonstration,
    )
