"""A round's figures: the panel's result of every region, its rank, its change since last year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sqlalchemy.orm import Session

from assessor.domain.ids import ParticipantId, QuestionKey, RegionId, RoundId
from assessor.domain.improvement import Improvement, improvement
from assessor.domain.instrument import Instrument
from assessor.domain.panel import Moderation, latest, settled_values
from assessor.domain.ranking import competition_ranks
from assessor.domain.records import Assessment, Participant, PublishedResult
from assessor.domain.result import Result, Settled, panel_result, panel_values
from assessor.domain.scoring import round_half_up
from assessor.persistence.assessment_reading import read_assessments
from assessor.persistence.database import Database
from assessor.persistence.moderations import read_moderations
from assessor.persistence.reading import read_participants, read_round, read_rounds
from assessor.services.catalogue import published_results
from assessor.services.instruments import Instruments


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


@dataclass(frozen=True, slots=True)
class Panel:
    """A region's assessments, and what its assessors settled where they lay apart."""

    assessments: tuple[Assessment, ...] = ()
    moderations: tuple[Moderation, ...] = ()
    """In the order of their making; the last one of an answer counts."""

    @property
    def settled(self) -> Settled:
        """What counts instead of the means."""
        return settled_values(latest(self.moderations))


NOBODY: Final = Panel()


def read_panels(
    session: Session, participants: Sequence[ParticipantId]
) -> dict[ParticipantId, Panel]:
    """Return the panels of these regions; those without assessments are missing.

    Who only opened a region said nothing to it and is not of its panel.
    """
    assessments = read_assessments(session, participants)
    moderations = read_moderations(session, participants)
    begun = {
        key: tuple(one for one in some if one.changed_at is not None)
        for key, some in assessments.items()
    }
    return {key: Panel(some, moderations.get(key, ())) for key, some in begun.items() if some}


@dataclass(frozen=True, slots=True)
class _Figures:
    """What the lines of one round's results are put together from."""

    panels: Mapping[ParticipantId, Panel]
    results: Mapping[ParticipantId, Result]
    ranks: Mapping[ParticipantId, int]
    previous: Mapping[RegionId, PublishedResult]


class Results:
    """Derives figures from assessments; nothing of it is stored."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._database = database
        self._instruments = instruments

    def of_round(self, round_id: RoundId) -> tuple[RegionResult, ...]:
        """Return the participating regions in the order of official tables."""
        with self._database.reading() as session:
            participants = [one for one in read_participants(session, round_id) if one.takes_part]
            panels = read_panels(session, [one.id for one in participants])
            previous = self._previous(session, round_id)
        results = {one.id: self._result(one, panels.get(one.id, NOBODY)) for one in participants}
        figures = _Figures(
            panels=panels,
            results=results,
            ranks=competition_ranks(
                {one: result.final for one, result in results.items() if result.final is not None}
            ),
            previous=previous,
        )
        return tuple(self._line(one, figures) for one in participants)

    def has_earlier_round(self, round_id: RoundId) -> bool:
        """Return whether there is a round of the year before, for `previous_values` to read."""
        with self._database.reading() as session:
            this = read_round(session, round_id)
            return this is not None and any(
                one.year == this.year - 1 for one in read_rounds(session)
            )

    def previous(self, participant: Participant) -> PublishedResult | None:
        """Return the region's result of the year before, from a round here or as published."""
        with self._database.reading() as session:
            return self._previous(session, participant.round, participant.region.id).get(
                participant.region.id
            )

    def previous_values(self, participant: Participant) -> Mapping[QuestionKey, Decimal]:
        """Return what the panel gave each question the year before, half-up to two decimals.

        Only from a round of this workspace: no letter prints single questions of every region.
        """
        with self._database.reading() as session:
            earlier = self._earlier(session, participant.round, participant.region.id)
            panels = read_panels(session, [one.id for one in earlier])
        for one in reversed(earlier):
            panel = panels.get(one.id, NOBODY)
            values = panel_values(self._instrument(one), panel.assessments, panel.settled)
            found = {
                key: round_half_up(value) for key, value in values.items() if value is not None
            }
            if found:
                return found
        return {}

    def _previous(
        self, session: Session, round_id: RoundId, region: RegionId | None = None
    ) -> dict[RegionId, PublishedResult]:
        """Return last year's results; what was published gives way to a whole panel's only."""
        this = read_round(session, round_id)
        if this is None:
            return {}
        published = {
            at: result
            for (year, at), result in published_results().items()
            if year == this.year - 1
        }
        found = dict(published)
        earlier = self._earlier(session, round_id, region)
        panels = read_panels(session, [one.id for one in earlier])
        names = {one.id: one.name for one in read_rounds(session)}
        for one in earlier:
            panel = panels.get(one.id, NOBODY)
            result = self._result(one, panel)
            is_complete = len(panel.assessments) >= self._panel_size(one)
            is_whole = is_complete and not result.is_provisional
            if result.final is not None and (is_whole or one.region.id not in published):
                found[one.region.id] = PublishedResult(
                    year=this.year - 1,
                    final=result.final,
                    source=names[one.round],
                    dimensions={
                        part.dimension.key: part.mean
                        for part in result.dimensions
                        if part.mean is not None
                    },
                    instrument=self._instrument(one),
                    is_provisional=result.is_provisional,
                )
        return found

    def _earlier(
        self, session: Session, round_id: RoundId, region: RegionId | None
    ) -> tuple[Participant, ...]:
        """Return who took part in a round of the year before; the last stage comes last.

        Invented figures are last year's of invented ones only.
        """
        this = read_round(session, round_id)
        rounds = [
            one
            for one in read_rounds(session)
            if this
            and one.year == this.year - 1
            and (this.is_demonstration or not one.is_demonstration)
        ]
        return tuple(
            one
            for earlier in reversed(rounds)
            for one in read_participants(session, earlier.id)
            if one.takes_part and region in (None, one.region.id)
        )

    def _line(self, participant: Participant, figures: _Figures) -> RegionResult:
        instrument = self._instrument(participant)
        result = figures.results[participant.id]
        previous = figures.previous.get(participant.region.id)
        return RegionResult(
            participant=participant,
            instrument=instrument,
            result=result,
            assessors=len(figures.panels.get(participant.id, NOBODY).assessments),
            rank=figures.ranks.get(participant.id),
            previous=previous,
            improvement=None
            if previous is None or result.final is None
            else improvement(result.final, instrument.rounding, previous),
        )

    def _result(self, participant: Participant, panel: Panel) -> Result:
        return panel_result(self._instrument(participant), panel.assessments, panel.settled)

    def _panel_size(self, participant: Participant) -> int:
        return self._instrument(participant).panel_size

    def _instrument(self, participant: Participant) -> Instrument:
        cohort = participant.cohort
        return self._instruments.get(cohort.instrument, cohort.checksum)
