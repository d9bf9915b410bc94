"""A made-up but lifelike round: real regions, invented assessors and scores, marked as such.

Everything is written in one transaction, straight into the tables. The change log stays empty:
it tells what a person set, and nobody set these.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from assessor.domain.errors import WorkspaceExists
from assessor.domain.ids import AssessorId, RoundId, id_from_name
from assessor.domain.instrument import Instrument, Pillar
from assessor.domain.records import Participant
from assessor.persistence.database import Database
from assessor.persistence.models import AssessorRow
from assessor.persistence.reading import read_participants, read_programmes, read_rounds
from assessor.persistence.settings import write_setting
from assessor.services.catalogue import (
    DENPASAR,
    ShippedParticipant,
    ShippedRound,
    cohort_instruments,
    denpasar_programmes,
    shipped_instrument,
    shipped_regions,
    shipped_round,
)
from assessor.services.demo_rows import write_assessment
from assessor.services.demo_scores import AssessorAtRegion, RegionCharacter, draw_programmes
from assessor.services.demo_texts import demonstration_texts
from assessor.services.new_rounds import NewRound, add_programmes, new_round_of
from assessor.services.people import ME, who_am_i
from assessor.services.rounds import Rounds

YEARS: Final = (2020, 2022, 2023)
"""The published rounds that a demonstration can take its regions from."""
DENPASAR_YEAR: Final = 2020
"""The year whose list of Denpasar's programmes is known."""
MOST_ASSESSORS: Final = 99
MOST_REGIONS: Final = 514
"""All of the country."""
LAST_DAY: Final = (11, 27)
"""Month and day on which everything was scored; the rounds are held in November."""


@dataclass(frozen=True, slots=True)
class DemonstrationOrder:
    """What a demonstration is to hold."""

    year: int = DENPASAR_YEAR
    regions: int | None = None
    """How many; None for all of the round. More than took part in it are others of the country."""
    assessors: int | None = None
    """How many; None for a whole panel, 0 for a team lead's workspace without any scores."""
    is_complete: bool = False
    """Whether everything is scored and locked, instead of some of it begun and some not."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made."""

    round: RoundId
    regions: int
    assessors: int
    assessments: int


def region_count(year: int) -> int:
    """Return how many regions the published round had."""
    return len(shipped_round(year).participants)


def create_demonstration(
    database: Database,
    rounds: Rounds,
    order: DemonstrationOrder,
    progress: Callable[[int], None] = lambda _done: None,
) -> Demonstration:
    """Fill a workspace without rounds; `progress` hears how many regions are done.

    The same year, regions and seed give the same identities and, for each assessor, the same
    scores. Raises WorkspaceExists where there is a round already; nothing is changed then.
    """
    new = demonstration_round(order)
    with database.transaction() as session:
        if read_rounds(session):
            raise WorkspaceExists(database.path)
        round_id = rounds.create_within(session, new)
        panel = _add_assessors(session, _panel_size(new, order))
        participants = read_participants(session, round_id)
        begun = 0
        for done, participant in enumerate(participants, start=1):
            begun += _fill(session, participant, panel, order)
            progress(done)
    return Demonstration(round_id, len(participants), len(panel), begun)


def demonstration_round(order: DemonstrationOrder) -> NewRound:
    """Return the round: real regions, but no letter number, for no letter has these figures."""
    shipped = shipped_round(order.year)
    candidates = shipped.participants if order.regions is None else _with_others(shipped)
    by_turn = sorted(candidates, key=lambda one: _turn(shipped, one))
    chosen = tuple(by_turn[: order.regions])
    new = new_round_of(replace(shipped, participants=chosen), f"Demonstrasi {order.year}")
    return replace(
        new,
        letter_number="",
        letter_date=None,
        is_demonstration=True,
        id=RoundId(id_from_name("demonstration", order.year, order.seed)),
    )


def _with_others(shipped: ShippedRound) -> tuple[ShippedParticipant, ...]:
    """Return the round with all other regions of the country, in its largest cohort."""
    cohorts = Counter(one.cohort for one in shipped.participants if one.takes_part)
    cohort = cohorts.most_common(1)[0][0]
    known = {one.region for one in shipped.participants}
    others = (
        ShippedParticipant(one.id, one.code, cohort, takes_part=True)
        for one in shipped_regions()
        if one.id not in known
    )
    return (*shipped.participants, *others)


def _turn(shipped: ShippedRound, one: ShippedParticipant) -> tuple[bool, bool, bool, str]:
    """Return when a region gets its turn: Denpasar first, those not taking part last.

    Before them those of other rounds. Otherwise mixed, but always alike: a smaller demonstration
    is a part of a larger one.
    """
    mixture = id_from_name("turn", shipped.year, one.region)
    return (not one.takes_part, one not in shipped.participants, one.code != DENPASAR, mixture)


def _panel_size(new: NewRound, order: DemonstrationOrder) -> int:
    if order.assessors is not None:
        return order.assessors
    return max(_instrument(new.year, cohort.name).panel_size for cohort in new.cohorts)


def _instrument(year: int, cohort: str) -> Instrument:
    found = shipped_instrument(cohort_instruments()[year, cohort])
    if found is None:
        raise LookupError(cohort)
    return found


def _add_assessors(session: Session, count: int) -> tuple[AssessorId, ...]:
    """Add the panel, or a lead where there is none; whoever comes first uses the workspace."""
    institutions = demonstration_texts().institutions
    names = [f"Asesor Contoh {number}" for number in range(1, count + 1)] or ["Ketua Tim Contoh"]
    rows = [
        AssessorRow(
            id=id_from_name("demonstration", name),
            name=name,
            institution=institutions[index % len(institutions)],
        )
        for index, name in enumerate(names)
    ]
    session.add_all(rows)
    if who_am_i(session) is None:
        write_setting(session, ME, rows[0].id)
    session.flush()
    return tuple(AssessorId(row.id) for row in rows[:count])


def _fill(
    session: Session,
    participant: Participant,
    panel: Sequence[AssessorId],
    order: DemonstrationOrder,
) -> int:
    """Write a region's programmes and assessments; return how many were begun."""
    if not participant.takes_part:
        return 0
    add_programmes(session, participant.id, _programmes(participant, order))
    session.flush()
    programmes = read_programmes(session, participant.id)
    instrument = _instrument(order.year, participant.cohort.name)
    region = RegionCharacter(order.seed, participant, instrument, programmes)
    begun = 0
    for number, assessor in enumerate(panel, start=1):
        visit = AssessorAtRegion(number, region, is_complete=order.is_complete)
        drawn = visit.draw()
        if drawn is not None:
            moment = _moment(order.year, number)
            write_assessment(session, drawn, participant.id, assessor, moment)
            begun += 1
    return begun


def _programmes(
    participant: Participant, order: DemonstrationOrder
) -> tuple[tuple[Pillar, str], ...]:
    if participant.region.code == DENPASAR and order.year == DENPASAR_YEAR:
        return denpasar_programmes()
    return draw_programmes(order.seed, participant)


def _moment(year: int, number: int) -> dt.datetime:
    return dt.datetime(year, *LAST_DAY, 8, tzinfo=dt.UTC) + dt.timedelta(minutes=number)
