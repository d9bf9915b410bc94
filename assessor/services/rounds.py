"""Rounds: beginning one, its regions, and which of them take part."""

from dataclasses import replace

from sqlalchemy.orm import Session

from assessor.domain.changes import Changes, Topic
from assessor.domain.edits import Field
from assessor.domain.errors import ReasonMissing, RoundUnknown
from assessor.domain.ids import ParticipantId, RoundId, id_from_name, participant_id
from assessor.domain.instrument import Instrument
from assessor.domain.records import Participant, Region, Round
from assessor.domain.region_names import RegionMatch
from assessor.domain.texts import one_line
from assessor.persistence.change_log import OtherChange, log_other_change
from assessor.persistence.database import Database
from assessor.persistence.models import CohortRow, ParticipantRow, RoundRow
from assessor.persistence.reading import read_participants, read_regions, read_round, read_rounds
from assessor.services.catalogue import (
    DENPASAR,
    ShippedRound,
    denpasar_programmes,
    region_names,
    shipped_regions,
    shipped_round,
)
from assessor.services.instruments import Instruments
from assessor.services.new_rounds import (
    NewCohort,
    NewRound,
    add_programmes,
    check_new_round,
    new_round_of,
)
from assessor.services.people import who_am_i
from assessor.services.surroundings import Surroundings

SAMPLE_YEAR = 2020
"""The published round that a first start offers."""
SAMPLE_ID = RoundId(id_from_name("round", SAMPLE_YEAR))
"""The same in every workspace, so that the sheets of two assessors meet."""


def require_round(session: Session, round_id: RoundId) -> Round:
    """Return one round inside a transaction. Raises RoundUnknown."""
    found = read_round(session, round_id)
    if found is None:
        raise RoundUnknown(found=round_id)
    return found


class Rounds:
    """Rounds and their participants; every call is one transaction."""

    def __init__(
        self, database: Database, surroundings: Surroundings, instruments: Instruments
    ) -> None:
        self._database = database
        self._surroundings = surroundings
        self._instruments = instruments

    def all(self) -> tuple[Round, ...]:
        """Return all rounds, the newest first."""
        with self._database.reading() as session:
            return read_rounds(session)

    def get(self, round_id: RoundId) -> Round:
        """Return one round. Raises RoundUnknown."""
        with self._database.reading() as session:
            return require_round(session, round_id)

    def create(self, new: NewRound) -> RoundId:
        """Begin a round.

        Raises NameMissing, RegionsMissing, and RegionTwice for a region in two cohorts.
        """
        check_new_round(new)
        with self._database.transaction() as session:
            return self.create_within(session, new)

    def create_within(self, session: Session, new: NewRound) -> RoundId:
        """Begin a round inside a transaction."""
        round_id = new.id or RoundId(self._surroundings.new_id())
        session.add(
            RoundRow(
                id=round_id,
                year=new.year,
                stage=one_line(new.stage),
                name=one_line(new.name),
                letter_number=one_line(new.letter_number),
                letter_date=new.letter_date,
                starts_on=new.starts_on,
                ends_on=new.ends_on,
                is_demonstration=new.is_demonstration,
                created_at=self._surroundings.clock(),
            )
        )
        session.flush()
        for cohort in new.cohorts:
            self._add_cohort(session, round_id, cohort)
        return round_id

    def create_sample(self) -> RoundId:
        """Begin the 2020 round with its 75 regions and Denpasar's published quick wins.

        A workspace that has the round already keeps it as it is.
        """
        with self._database.transaction() as session:
            if session.get(RoundRow, SAMPLE_ID) is None:
                new = new_round_of(shipped_round(SAMPLE_YEAR), f"Evaluasi {SAMPLE_YEAR}")
                self.create_within(session, replace(new, id=SAMPLE_ID))
                _add_denpasar_programmes(session, SAMPLE_ID)
        return SAMPLE_ID

    def participants(self, round_id: RoundId) -> tuple[Participant, ...]:
        """Return a round's regions in the order of official tables."""
        with self._database.reading() as session:
            return read_participants(session, round_id)

    def instrument_of(self, participant: Participant) -> Instrument:
        """Return what the region is scored with in this round."""
        cohort = participant.cohort
        return self._instruments.get(cohort.instrument, cohort.checksum)

    def set_taking_part(self, participant: ParticipantId, takes_part: bool, reason: str) -> Changes:
        """Note whether a region takes part after all. Raises ReasonMissing."""
        if not reason.strip():
            raise ReasonMissing
        with self._database.transaction() as session:
            row = session.get_one(ParticipantRow, participant)
            if row.takes_part == takes_part:
                return Changes()
            me = who_am_i(session)
            change = OtherChange(
                Field.TAKING_PART, participant, row.takes_part, takes_part, reason.strip()
            )
            log_other_change(
                session, change, self._surroundings.clock(), None if me is None else me.id
            )
            row.takes_part = takes_part
        return Changes.of(Topic.PARTICIPANTS)

    def regions(self) -> tuple[Region, ...]:
        """Return all regions of the country in the order of official tables."""
        with self._database.reading() as session:
            return read_regions(session)

    def match_names(self, typed: str) -> tuple[RegionMatch, ...]:
        """Return what each name of a pasted list means; doubtful ones carry suggestions."""
        return region_names().match_list(typed)

    def published_round(self, year: int) -> ShippedRound:
        """Return a published round to start from; LookupError where none ships."""
        return shipped_round(year)

    def _add_cohort(self, session: Session, round_id: RoundId, cohort: NewCohort) -> None:
        row = CohortRow(
            round_id=round_id,
            name=one_line(cohort.name),
            instrument_pk=self._instruments.keep(session, cohort.instrument),
        )
        session.add(row)
        session.flush()
        for region in cohort.regions:
            session.add(
                ParticipantRow(
                    id=participant_id(round_id, region),
                    round_id=round_id,
                    region_id=region,
                    cohort_pk=row.pk,
                    takes_part=region not in cohort.absent,
                )
            )


def _add_denpasar_programmes(session: Session, round_id: RoundId) -> None:
    (denpasar,) = (region.id for region in shipped_regions() if region.code == DENPASAR)
    add_programmes(session, participant_id(round_id, denpasar), denpasar_programmes())
