"""Reads what screens and papers say about the regions of a round; every call is one transaction.

The figures of others are kept back from an assessor who has begun a region and not locked it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assessor.domain.derivation import derivation, improvement_derivation
from assessor.domain.errors import RegionHidden
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.instrument import Instrument, Scope
from assessor.domain.panel import latest, panel_answers
from assessor.domain.ranking import competition_ranks
from assessor.domain.records import Assessment, Participant, PublishedResult, Round
from assessor.domain.result import Settled, assessment_result, panel_values
from assessor.domain.score import AnswerKey
from assessor.domain.scoring import mean_points, round_half_up
from assessor.persistence.database import Database
from assessor.persistence.reading import read_participant, read_participants
from assessor.services.panel_reading import NOBODY, Panel
from assessor.services.people import who_am_i
from assessor.services.region_report import (
    ProgrammeReport,
    RegionReport,
    RegionStanding,
    RoundReports,
    RoundStandings,
)
from assessor.services.results import RegionResult, Results, RoundFigures
from assessor.services.rounds import require_round
from assessor.services.years import Asked, result_of_year


class Reports:
    """The one door to the figures of a round for whoever uses the program."""

    def __init__(self, database: Database, results: Results) -> None:
        self._database = database
        self._results = results
        self._years = results.years

    def of_round(self, round_id: RoundId) -> RoundStandings:
        """Return the lines of all regions. Raises RoundUnknown."""
        with self._database.reading() as session:
            shown = require_round(session, round_id)
            everybody = read_participants(session, round_id)
            figures = self._results.read(session, round_id, who_am_i(session))
        return RoundStandings(
            round=shown,
            regions=tuple(self._standing(one, figures) for one in figures.participants),
            absent=tuple(one for one in everybody if not one.takes_part),
        )

    def of_regions(
        self, round_id: RoundId, participants: Collection[ParticipantId] | None = None
    ) -> RoundReports:
        """Return the reports of these regions, of all by default. Raises RoundUnknown.

        Regions that do not take part have none.
        """
        with self._database.reading() as session:
            shown = require_round(session, round_id)
            figures = self._results.read(session, round_id, who_am_i(session))
        asked = [
            one for one in figures.participants if participants is None or one.id in participants
        ]
        return RoundReports(
            reports=tuple(
                _report(shown, line, _Ranking.of(figures), figures.panels.get(one.id, NOBODY))
                for one in asked
                if (line := figures.lines.get(one.id)) is not None
            ),
            hidden=tuple(one for one in asked if one.id not in figures.lines),
        )

    def of_region(
        self, participant: ParticipantId, among: RoundStandings | None = None
    ) -> RegionReport:
        """Return the report of one region that takes part.

        With `among`, read before, only this region is read again, and ranked among the others
        as they stood. Raises RegionHidden while I score it, LookupError where it is not there.
        """
        with self._database.reading() as session:
            found = read_participant(session, participant)
            if found is None or not found.takes_part:
                raise LookupError(participant)
            shown, me = require_round(session, found.round), who_am_i(session)
            only = None if among is None else found.region.id
            figures = self._results.read(session, found.round, me, only)
        line = figures.lines.get(participant)
        if line is None:
            raise RegionHidden(region=found.region.name)
        panel = figures.panels.get(participant, NOBODY)
        if among is None:
            return _report(shown, line, _Ranking.of(figures), panel)
        line, ranking = _ranked_among(line, among)
        return _report(shown, line, ranking, panel)

    def trend(self, participant: ParticipantId) -> tuple[PublishedResult, ...]:
        """Return the region's index in every year of which one is known, in their order.

        In the year of this round its own figure stands, provisional ones too, as far as it may
        be seen; in the others a published one gives way to a whole panel's only.
        """
        with self._database.reading() as session:
            this = read_participant(session, participant)
            if this is None:
                raise LookupError(participant)
            shown, me, region = (
                require_round(session, this.round),
                who_am_i(session),
                this.region.id,
            )
            years = {
                year: self._years.results(
                    session, Asked(year, shown.is_demonstration, region, me)
                ).get(region)
                for year in self._years.known(session)
            }
            own = self._results.read(session, this.round, me, region).lines.get(participant)
        if own is not None and own.result.final is not None:
            years[shown.year] = result_of_year(shown.year, shown.name, own.instrument, own.result)
        return tuple(one for one in years.values() if one is not None)

    def _standing(self, participant: Participant, figures: RoundFigures) -> RegionStanding:
        begun = figures.panels.get(participant.id, NOBODY).assessments
        return RegionStanding(
            participant=participant,
            instrument=self._results.instrument_of(participant),
            present=len(begun),
            locked=sum(one.is_locked for one in begun),
            line=figures.lines.get(participant.id),
        )


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Among how many regions a rank counts, and whether it can still move."""

    ranked: int
    is_final: bool

    @classmethod
    def of(cls, figures: RoundFigures) -> "_Ranking":
        return cls(figures.ranked, figures.is_ranking_final)


def _ranked_among(line: RegionResult, among: RoundStandings) -> tuple[RegionResult, _Ranking]:
    """Return a line that was read again with its rank among the others."""
    own, final = line.participant.id, line.result.final
    finals = {
        other.participant.id: other.result.final
        for other in among.lines
        if other.result.final is not None and other.participant.id != own
    }
    if final is not None:
        finals[own] = final
    others = (one.line for one in among.regions if one.participant.id != own)
    is_final = line.is_final and all(one is not None and one.is_final for one in others)
    return replace(line, rank=competition_ranks(finals).get(own)), _Ranking(len(finals), is_final)


def _report(shown: Round, line: RegionResult, ranking: _Ranking, panel: Panel) -> RegionReport:
    instrument, assessments = line.instrument, panel.assessments
    values = panel_values(instrument, assessments, panel.settled)
    final, previous = line.result.final, line.previous
    return RegionReport(
        round=shown,
        line=line,
        ranked=ranking.ranked,
        is_rank_final=ranking.is_final,
        values=values,
        derivation=derivation(instrument, values),
        improvement_derivation=None
        if final is None or previous is None
        else improvement_derivation(final, instrument.rounding, previous),
        answers=panel_answers(instrument, assessments, latest(panel.moderations)),
        programmes=_programmes(instrument, panel),
        assessments=assessments,
        individual={one.id: assessment_result(instrument, one) for one in assessments},
    )


def _programmes(instrument: Instrument, panel: Panel) -> tuple[ProgrammeReport, ...]:
    """Return the region's programmes; who assesses it sees the same list as the others."""
    if not panel.assessments:
        return ()
    asked = [one.key for one in instrument.questions.values() if one.scope is Scope.PROGRAMME]
    settled = panel.settled
    found = []
    for programme in panel.assessments[0].programmes:
        keys = [AnswerKey(question, programme.id) for question in asked]
        values = {key.question: _value(key, panel.assessments, settled) for key in keys}
        known = [value for value in values.values() if value is not None]
        found.append(
            ProgrammeReport(
                programme=programme,
                values=values,
                mean=round_half_up(sum(known, Fraction()) / len(known)) if known else None,
                notes=tuple(
                    (one.assessor, note)
                    for one in panel.assessments
                    if (note := one.programme_notes.get(programme.id, "")).strip()
                ),
            )
        )
    return tuple(found)


def _value(key: AnswerKey, assessments: Sequence[Assessment], settled: Settled) -> Fraction | None:
    if key in settled:
        return settled[key]
    return mean_points(one.answer(key).score for one in assessments)
