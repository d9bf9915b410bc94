"""A sheet that a lead handed out, opened in the assessor's own workspace.

Round, region, programmes and the assessor get the identities they have in the lead's workspace, so
that what is sent back is recognised there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.domain.errors import AssignmentForAnother, InstrumentMissing, RegionUnknown
from assessor.domain.ids import ParticipantId, RoundId, participant_id
from assessor.domain.instrument_file import parse_instrument
from assessor.domain.records import Assessor, Programme
from assessor.domain.texts import one_line
from assessor.exchange.score_sheet.reading import SheetIdentity
from assessor.persistence.database import Database
from assessor.persistence.models import (
    AssessmentRow,
    AssessorRow,
    CohortRow,
    InstrumentRow,
    ParticipantRow,
    ProgrammeRow,
    RegionRow,
    RoundRow,
)
from assessor.persistence.settings import write_setting
from assessor.services.instruments import Instruments
from assessor.services.people import ME, who_am_i
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a handed-out sheet asks for."""

    round: RoundId
    participant: ParticipantId
    assessor: Assessor


class Assignments:
    """Takes up handed-out sheets; every call is one transaction."""

    def __init__(
        self, database: Database, surroundings: Surroundings, instruments: Instruments
    ) -> None:
        self._database = database
        self._clock = surroundings.clock
        self._instruments = instruments

    def take_up(self, path: Path) -> Assignment:
        """Make ready what the sheet at `path` asks for: who scores, round, region, programmes.

        What is there already stays as it is, and scores in the sheet are left to merging. Raises
        SheetRefused, NotFound, NotReadable, AssignmentForAnother, InstrumentMissing, RegionUnknown.
        """
        from assessor.exchange.score_sheet.reader import read_sheet

        reading = read_sheet(path)
        identity = reading.identity
        with self._database.transaction() as session:
            assessor = _become(session, identity.assessor)
            participant = self._participant(session, identity)
            _add_programmes(session, participant, reading.programmes)
        return Assignment(identity.round_id, participant, assessor)

    def _participant(self, session: Session, identity: SheetIdentity) -> ParticipantId:
        wanted = participant_id(identity.round_id, identity.region_id)
        if session.get(ParticipantRow, wanted) is None:
            if session.get(RegionRow, identity.region_id) is None:
                raise RegionUnknown(found=identity.region_name)
            if session.get(RoundRow, identity.round_id) is None:
                self._add_round(session, identity)
            session.add(
                ParticipantRow(
                    id=wanted,
                    round_id=identity.round_id,
                    region_id=identity.region_id,
                    cohort_pk=self._cohort(session, identity).pk,
                    takes_part=True,
                )
            )
            session.flush()
        return wanted

    def _add_round(self, session: Session, identity: SheetIdentity) -> None:
        session.add(
            RoundRow(
                id=identity.round_id,
                year=identity.year,
                stage=one_line(identity.stage),
                name=one_line(identity.round_name),
                letter_number="",
                letter_date=None,
                starts_on=None,
                ends_on=None,
                is_demonstration=identity.is_demonstration,
                created_at=self._clock(),
            )
        )
        session.flush()

    def _cohort(self, session: Session, identity: SheetIdentity) -> CohortRow:
        """Return the round's cohort with the sheet's instrument, begun where there is none."""
        instrument = self._instrument(session, identity)
        statement = select(CohortRow).where(
            CohortRow.round_id == identity.round_id, CohortRow.instrument_pk == instrument.pk
        )
        known = session.scalars(statement).first()
        if known is not None:
            return known
        parsed = parse_instrument(instrument.definition, instrument.instrument_id)
        row = CohortRow(round_id=identity.round_id, name=parsed.cohort, instrument_pk=instrument.pk)
        session.add(row)
        session.flush()
        return row

    def _instrument(self, session: Session, identity: SheetIdentity) -> InstrumentRow:
        try:
            pk = self._instruments.keep(session, identity.instrument_id)
        except LookupError as error:
            raise InstrumentMissing(instrument=identity.instrument_id) from error
        row = session.get_one(InstrumentRow, pk)
        if row.checksum != identity.instrument_checksum:
            raise InstrumentMissing(instrument=identity.instrument_id)
        return row


def _become(session: Session, named: Assessor) -> Assessor:
    """Let the sheet say who scores here, unless somebody else has begun to."""
    me = who_am_i(session)
    if me is not None and me.id == named.id:
        return me
    if me is not None:
        begun = select(AssessmentRow.id).where(AssessmentRow.assessor_id == me.id).limit(1)
        if session.scalars(begun).first() is not None:
            raise AssignmentForAnother(assessor=one_line(named.name), me=me.name)
    row = session.get(AssessorRow, named.id)
    if row is None:
        name, institution = one_line(named.name), one_line(named.institution)
        row = AssessorRow(id=named.id, name=name, institution=institution)
        session.add(row)
        session.flush()
    write_setting(session, ME, row.id)
    return Assessor(named.id, row.name, row.institution)


def _add_programmes(
    session: Session, participant: ParticipantId, programmes: Sequence[Programme]
) -> None:
    for position, one in enumerate(programmes):
        if session.get(ProgrammeRow, one.id) is None:
            session.add(
                ProgrammeRow(
                    id=one.id,
                    participant_id=participant,
                    pillar=one.pillar,
                    name=one_line(one.name),
                    position=position,
                    is_removed=False,
                )
            )
