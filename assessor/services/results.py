"""A round's figures: the panel's result of every region, its rank, its change since last year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from sqlalchemy.orm import Session

from assessor.domain.ids import ParticipantId, QuestionKey, RegionId, RoundId
from assessor.domain.improvement import Improvement, improvement
from assessor.domain.instrument import Instrument
from assessor.domain.panel import is_blind
from assessor.domain.ranking import competition_ranks
from assessor.domain.records import Assessor, Participant, PublishedResult
from assessor.domain.result import Result, panel_result, panel_values
from assessor.domain.scoring import round_half_up
from assessor.persistence.database import Database
from assessor.persistence.reading import read_participants, read_round, read_rounds
from assessor.services.instruments import Instruments
from assessor.services.panel_reading import NOBODY, Panel, read_panels
from assessor.services.people import who_am_i
from assessor.services.years import Asked, Years


@dataclass(frozen=True, slots=True)
class RegionResult:
    """One region's line in the results of a round."""

    participant: Participant
    instrument: Instrument
    result: Result
    assessors: int
    """How many assessments it rests on; the instrument says how many are expected."""
    rank: int | None
    """Among the regions with an index; None for one without, or not taking part."""
    previous: PublishedResult | None
    improvement: Improvement | None

    @property
    def is_final(self) -> bool:
        """Whether the index is there and rests on nothing blank or open."""
        return self.result.final is not None and not self.result.is_provisional


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """The figures of one round, as read in one transaction."""

    participants: tuple[Participant, ...]
    """Who takes part, in the order of official tables."""
    panels: Mapping[ParticipantId, Panel]
    """Those without assessments are missing."""
    lines: Mapping[ParticipantId, RegionResult]
    """In the same order; what is kept from the one who reads is missing."""

    @property
    def hidden(self) -> tuple[Participant, ...]:
        """Those whose figures are kept from the one who reads."""
        return tuple(one for one in self.participants if one.id not in self.lines)

    @property
    def is_ranking_final(self) -> bool:
        """Whether no rank can move any more: everybody is ranked, by final figures."""
        return not self.hidden and all(line.is_final for line in self.lines.values())

    @property
    def ranked(self) -> int:
        """How many regions have a rank: those with an index."""
        return sum(line.rank is not None for line in self.lines.values())


@dataclass(frozen=True, slots=True)
class PreviousValues:
    """What the panel gave each question the year before, half-up to two decimals."""

    values: Mapping[QuestionKey, Decimal] = field(default_factory=dict)
    is_provisional: bool = False
    """Whether the panel lacked an assessor, a score or a lock when this was asked."""


NO_VALUES: Final = PreviousValues()


class Results:
    """Derives figures from assessments; nothing of it is stored."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._database = database
        self._instruments = instruments
        self.years = Years(instruments)

    def of_round(self, round_id: RoundId) -> tuple[RegionResult, ...]:
        """Return the participating regions in the order of official tables."""
        with self._database.reading() as session:
            return tuple(self.read(session, round_id).lines.values())

    def read(
        self,
        session: Session,
        round_id: RoundId,
        reader: Assessor | None = None,
        region: RegionId | None = None,
    ) -> RoundFigures:
        """Read a round's figures inside a transaction; of one region only where it is named.

        Regions that `reader` still scores are left out, of the ranks too: a gap would tell.
        """
        participants = tuple(
            one
            for one in read_participants(session, round_id)
            if one.takes_part and region in (None, one.region.id)
        )
        panels = read_panels(session, [one.id for one in participants])
        previous = self.read_previous(session, round_id, region, reader)
        seen = [
            one
            for one in participants
            if not is_blind(reader, panels.get(one.id, NOBODY).assessments)
        ]
        results = {one.id: self._result(one, panels.get(one.id, NOBODY)) for one in seen}
        ranks = competition_ranks(
            {one: result.final for one, result in results.items() if result.final is not None}
        )
        lines = {
            one.id: RegionResult(
                participant=one,
                instrument=self.instrument_of(one),
                result=results[one.id],
                assessors=len(panels.get(one.id, NOBODY).assessments),
                rank=ranks.get(one.id),
                previous=(before := previous.get(one.region.id)),
                improvement=self._improvement(one, results[one.id], before),
            )
            for one in seen
        }
        return RoundFigures(participants, panels, lines)

    def hidden(self, round_id: RoundId) -> tuple[Participant, ...]:
        """Return the regions whose figures are kept from whoever uses the program."""
        with self._database.reading() as session:
            figures = self.read(session, round_id, who_am_i(session))
        return figures.hidden

    def has_earlier_round(self, round_id: RoundId) -> bool:
        """Return whether there is a round of the year before, for `previous_values` to read."""
        with self._database.reading() as session:
            this = read_round(session, round_id)
            return this is not None and any(
                one.year == this.year - 1 for one in read_rounds(session)
            )

    def previous(self, participant: Participant) -> PublishedResult | None:
        """Return the region's result of the year before, from a round here or as published."""
        region = participant.region.id
        with self._database.reading() as session:
            return self.read_previous(session, participant.round, region).get(region)

    def previous_values(self, participant: Participant) -> PreviousValues:
        """Return what the region's questions got the year before.

        Only from a round of this workspace: no letter prints single questions of every region.
        """
        with self._database.reading() as session:
            asked = _year_before(session, participant.round, participant.region.id)
            earlier = () if asked is None else self.years.participants(session, asked)
            panels = read_panels(session, [one.id for one in earlier])
        for one in reversed(earlier):
            panel = panels.get(one.id, NOBODY)
            values = panel_values(self.instrument_of(one), panel.assessments, panel.settled)
            found = {
                key: round_half_up(value) for key, value in values.items() if value is not None
            }
            if found:
                is_whole = len(panel.assessments) >= self.instrument_of(one).panel_size
                is_provisional = not is_whole or self._result(one, panel).is_provisional
                return PreviousValues(found, is_provisional)
        return NO_VALUES

    def read_previous(
        self,
        session: Session,
        round_id: RoundId,
        region: RegionId | None = None,
        reader: Assessor | None = None,
    ) -> dict[RegionId, PublishedResult]:
        """Read last year's results of all regions, or of one, inside a transaction."""
        asked = _year_before(session, round_id, region, reader)
        return {} if asked is None else self.years.results(session, asked)

    def instrument_of(self, participant: Participant) -> Instrument:
        """Return what the region is scored with."""
        cohort = participant.cohort
        return self._instruments.get(cohort.instrument, cohort.checksum)

    def _improvement(
        self, participant: Participant, result: Result, previous: PublishedResult | None
    ) -> Improvement | None:
        if previous is None or result.final is None:
            return None
        return improvement(result.final, self.instrument_of(participant).rounding, previous)

    def _result(self, participant: Participant, panel: Panel) -> Result:
        return panel_result(self.instrument_of(participant), panel.assessments, panel.settled)


def _year_before(
    session: Session,
    round_id: RoundId,
    region: RegionId | None = None,
    reader: Assessor | None = None,
) -> Asked | None:
    this = read_round(session, round_id)
    if this is None:
        return None
    return Asked(this.year - 1, this.is_demonstration, region, reader)
