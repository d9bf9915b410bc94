"""What a round begins with: its cohorts, their regions, and a region's first programmes."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from assessor.domain.errors import NameMissing, RegionsMissing, RegionTwice
from assessor.domain.ids import InstrumentId, ParticipantId, RegionId, RoundId, id_from_name
from assessor.domain.instrument import Pillar
from assessor.domain.texts import one_line
from assessor.persistence.models import ProgrammeRow
from assessor.services.catalogue import ShippedRound, cohort_instruments, shipped_regions


@dataclass(frozen=True, slots=True)
class NewCohort:
    """Regions that will be scored with one instrument, and those of them not taking part."""

    name: str
    instrument: InstrumentId
    regions: tuple[RegionId, ...]
    absent: frozenset[RegionId] = frozenset()


@dataclass(frozen=True, slots=True)
class NewRound:
    """What a round needs to begin."""

    year: int
    name: str
    cohorts: tuple[NewCohort, ...]
    stage: str = ""
    letter_number: str = ""
    letter_date: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    is_demonstration: bool = False
    id: RoundId | None = None
    """Given for a round that is the same in every workspace; else a fresh one."""


def new_round_of(shipped: ShippedRound, name: str) -> NewRound:
    """Return the round to begin from a published one, each cohort with its own instrument."""
    names = dict.fromkeys(one.cohort for one in shipped.participants)
    return NewRound(
        year=shipped.year,
        name=name,
        cohorts=tuple(_cohort(shipped, cohort) for cohort in names),
        stage=shipped.stage,
        letter_number=shipped.letter_number,
        letter_date=shipped.letter_date,
        starts_on=shipped.starts_on,
        ends_on=shipped.ends_on,
    )


def check_new_round(new: NewRound) -> None:
    """Raise NameMissing, RegionsMissing, or RegionTwice for a region in two cohorts."""
    if not one_line(new.name):
        raise NameMissing
    if not any(cohort.regions for cohort in new.cohorts):
        raise RegionsMissing
    counted = Counter(region for cohort in new.cohorts for region in cohort.regions)
    names = {region.id: region.name for region in shipped_regions()}
    for region, times in counted.items():
        if times > 1:
            raise RegionTwice(region=names[region])


def add_programmes(
    session: Session,
    participant: ParticipantId,
    programmes: Iterable[tuple[Pillar, str]],
) -> None:
    """Give a region a list of programmes whose ids are the same in every workspace."""
    session.flush()
    for position, (pillar, name) in enumerate(programmes):
        session.add(
            ProgrammeRow(
                id=id_from_name(participant, "programme", position),
                participant_id=participant,
                pillar=pillar,
                name=name,
                position=position,
                is_removed=False,
            )
        )


def _cohort(shipped: ShippedRound, cohort: str) -> NewCohort:
    members = [one for one in shipped.participants if one.cohort == cohort]
    return NewCohort(
        name=cohort,
        instrument=cohort_instruments()[shipped.year, cohort],
        regions=tuple(one.region for one in members),
        absent=frozenset(one.region for one in members if not one.takes_part),
    )
