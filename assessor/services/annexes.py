"""The annex of a round's letter, and the team's ranking, out of a workspace."""

from dataclasses import dataclass
from pathlib import Path

from assessor.domain.annex.composing import compose_annex, unset_letter_fields
from assessor.domain.annex.ranking import compose_ranking
from assessor.domain.annex.records import (
    Annex,
    AnnexFacts,
    AnnexLayout,
    AnnexPage,
    AnnexRegion,
    usual_layout,
)
from assessor.domain.errors import LetterNotSet
from assessor.domain.ids import RoundId
from assessor.domain.records import Participant
from assessor.exchange.annex.writer import Paper, write_paper
from assessor.services.results import RegionResult, Results
from assessor.services.rounds import Rounds
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class AnnexOrder:
    """Which annex is wanted."""

    round: RoundId
    layout: AnnexLayout | None = None
    """None for the one that the ministry used with the round's instruments."""
    is_draft: bool = False
    """Whether it may say that number and date of the letter are not set yet."""


class Annexes:
    """Composes and writes; safe to use from a thread of its own."""

    def __init__(self, surroundings: Surroundings, rounds: Rounds, results: Results) -> None:
        self._clock = surroundings.clock
        self._rounds = rounds
        self._results = results

    def usual_layout(self, round_id: RoundId) -> AnnexLayout:
        """Return the layout that the ministry used with the round's instruments."""
        participants = self._rounds.participants(round_id)
        cohorts = {one.cohort: one for one in participants}
        return usual_layout(map(self._rounds.instrument_of, cohorts.values()))

    def missing(self, round_id: RoundId) -> tuple[str, ...]:
        """Return which of the round's fields the head of the annex lacks."""
        return unset_letter_fields(self._rounds.get(round_id))

    def annex(self, order: AnnexOrder) -> Annex:
        """Return what stands on the annex.

        Raises LetterNotSet where number or date of the letter are missing, unless a draft is
        asked for or the round is a demonstration, for which no letter is ever written.
        """
        facts = self._facts(order.round)
        missing = unset_letter_fields(facts.round)
        if missing and not (order.is_draft or facts.round.is_demonstration):
            raise LetterNotSet(round=facts.round.name, reason=" ".join(missing))
        return compose_annex(facts, order.layout or self.usual_layout(order.round))

    def ranking(self, round_id: RoundId) -> AnnexPage:
        """Return the team's ranking, which no letter carries."""
        return compose_ranking(self._facts(round_id))

    def write_annex(self, order: AnnexOrder, path: Path) -> None:
        """Write the annex as a workbook, read back before it is put in place.

        Raises what `annex` raises, and PaperNotVerified, NotWritable or DiskFull.
        """
        annex = self.annex(order)
        self._write(f"Lampiran II, evaluasi {annex.year}", annex.pages, path)

    def write_ranking(self, round_id: RoundId, path: Path) -> None:
        """Write the ranking as a workbook of its own. Raises as `write_annex`."""
        page = self.ranking(round_id)
        self._write(page.title[0].capitalize(), (page,), path)

    def _write(self, title: str, pages: tuple[AnnexPage, ...], path: Path) -> None:
        write_paper(Paper(title, pages, self._clock()), path)

    def _facts(self, round_id: RoundId) -> AnnexFacts:
        lines = {one.participant.id: one for one in self._results.of_round(round_id)}
        return AnnexFacts(
            round=self._rounds.get(round_id),
            regions=tuple(
                self._region(one, lines.get(one.id)) for one in self._rounds.participants(round_id)
            ),
        )

    def _region(self, participant: Participant, line: RegionResult | None) -> AnnexRegion:
        if line is None:
            return AnnexRegion(
                name=participant.region.name,
                cohort=participant.cohort.name,
                instrument=self._rounds.instrument_of(participant),
                takes_part=False,
                means={},
                final=None,
            )
        means = {one.dimension.key: one.mean for one in line.result.dimensions}
        return AnnexRegion(
            name=participant.region.name,
            cohort=participant.cohort.name,
            instrument=line.instrument,
            takes_part=True,
            means={key: mean for key, mean in means.items() if mean is not None},
            final=line.result.final,
            improvement=line.improvement,
            is_provisional=line.result.is_provisional,
            rests_on_provisional=line.previous is not None and line.previous.is_provisional,
        )
