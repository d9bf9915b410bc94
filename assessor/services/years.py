"""What a year gave the regions: from rounds of this workspace, or as it was published."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from assessor.domain.ids import RegionId
from assessor.domain.instrument import Instrument
from assessor.domain.panel import is_blind
from assessor.domain.records import Assessor, Participant, PublishedResult
from assessor.domain.result import Result, panel_result
from assessor.persistence.published import read_results, read_tables
from assessor.persistence.reading import read_participants, read_rounds
from assessor.services.catalogue import published_results
from assessor.services.instruments import Instruments
from assessor.services.panel_reading import NOBODY, Panel, read_panels


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of a year."""

    year: int
    invented: bool
    """Whether demonstrations count: invented figures stand beside invented ones only."""
    region: RegionId | None = None
    """Only this one; None for all."""
    reader: Assessor | None = None
    """Who reads; the panels of regions that they still score are kept from them."""


class Years:
    """Reads years, each call inside a transaction."""

    def __init__(self, instruments: Instruments) -> None:
        self._instruments = instruments

    def results(self, session: Session, asked: Asked) -> dict[RegionId, PublishedResult]:
        """Return each region's result; what was published gives way to a whole panel's only."""
        published = self._published(session, asked)
        found = dict(published)
        participants = self.participants(session, asked)
        panels = read_panels(session, [one.id for one in participants])
        names = {one.id: one.name for one in read_rounds(session)}
        for one in participants:
            panel, instrument = panels.get(one.id, NOBODY), self._instrument(one)
            if is_blind(asked.reader, panel.assessments):
                continue
            result = panel_result(instrument, panel.assessments, panel.settled)
            if one.region.id not in published or _is_whole(panel, instrument, result):
                earlier = result_of_year(asked.year, names[one.round], instrument, result)
                found |= {one.region.id: earlier} if earlier is not None else {}
        return found

    def participants(self, session: Session, asked: Asked) -> tuple[Participant, ...]:
        """Return who took part in a round of that year; the last stage comes last."""
        rounds = [
            one
            for one in read_rounds(session)
            if one.year == asked.year and (asked.invented or not one.is_demonstration)
        ]
        return tuple(
            one
            for earlier in reversed(rounds)
            for one in read_participants(session, earlier.id)
            if one.takes_part and asked.region in (None, one.region.id)
        )

    def known(self, session: Session) -> tuple[int, ...]:
        """Return the years of which anything is known, in their order."""
        published = {year for year, _region in published_results()}
        taken_in = {one.year for one in read_tables(session)}
        return tuple(sorted(published | taken_in | {one.year for one in read_rounds(session)}))

    def _published(self, session: Session, asked: Asked) -> dict[RegionId, PublishedResult]:
        """Return what was published: a table that was taken in comes before what ships."""
        found = {
            region: result
            for (year, region), result in published_results().items()
            if year == asked.year and asked.region in (None, region)
        }
        for table in read_tables(session):
            if table.year == asked.year:
                instrument = self._instruments.get(table.instrument, table.checksum)
                found |= {
                    one.region: PublishedResult(
                        year=table.year,
                        final=one.final,
                        source=table.source,
                        dimensions=one.dimensions,
                        instrument=instrument,
                    )
                    for one in read_results(session, table.id, asked.region)
                }
        return found

    def _instrument(self, participant: Participant) -> Instrument:
        cohort = participant.cohort
        return self._instruments.get(cohort.instrument, cohort.checksum)


def _is_whole(panel: Panel, instrument: Instrument, result: Result) -> bool:
    return len(panel.assessments) >= instrument.panel_size and not result.is_provisional


def result_of_year(
    year: int, source: str, instrument: Instrument, result: Result
) -> PublishedResult | None:
    """Return a panel's figures as those of a year; None without an index."""
    if result.final is None:
        return None
    return PublishedResult(
        year=year,
        final=result.final,
        source=source,
        dimensions={
            one.dimension.key: one.mean for one in result.dimensions if one.mean is not None
        },
        instrument=instrument,
        is_provisional=result.is_provisional,
    )
