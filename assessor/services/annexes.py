"""The annex of a round's letter, and the team's ranking, out of a workspace."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from assessor.domain.annex.composing import compose_annex, letter_gap
from assessor.domain.annex.ranking import compose_ranking
from assessor.domain.annex.records import (
    Annex,
    AnnexFacts,
    AnnexLayout,
    AnnexPage,
    AnnexRegion,
    LetterGap,
    usual_layout,
)
from assessor.domain.errors import LetterNotSet
from assessor.domain.ids import RoundId
from assessor.domain.records import Participant
from assessor.exchange.annex.writer import Paper, write_paper
from assessor.exchange.file_names import year_part
from assessor.persistence.database import Database
from assessor.persistence.reading import read_participants
from assessor.services.letters import require_nothing_hidden
from assessor.services.people import who_am_i
from assessor.services.results import RegionResult, Results
from assessor.services.rounds import require_round
from assessor.services.surroundings import Surroundings


class PaperKind(StrEnum):
    """What can be written of a round's table."""

    ANNEX = "annex"
    ANNEX_PDF = "annex_pdf"
    RANKING = "ranking"


STEMS: Final = {
    PaperKind.ANNEX: "lampiran-II",
    PaperKind.ANNEX_PDF: "lampiran-II",
    PaperKind.RANKING: "peringkat-tim",
}
SUFFIXES: Final = {
    PaperKind.ANNEX: ".xlsx",
    PaperKind.ANNEX_PDF: ".pdf",
    PaperKind.RANKING: ".xlsx",
}


@dataclass(frozen=True, slots=True)
class AnnexOrder:
    """Which annex is wanted."""

    round: RoundId
    layout: AnnexLayout | None = None
    """None for the one that the ministry used with the round's instruments."""
    is_draft: bool = False
    """Whether it may say that number and date of the letter are not set yet."""
    sees_all: bool = False
    """Whether the ranking is for a script; in the window what one still scores oneself is hidden.

    The annex hides nothing: it is not written while something would be.
    """


class Annexes:
    """Composes and writes; safe to use from a thread of its own."""

    def __init__(self, database: Database, surroundings: Surroundings, results: Results) -> None:
        self._database = database
        self._clock = surroundings.clock
        self._results = results

    def usual_layout(self, round_id: RoundId) -> AnnexLayout:
        """Return the layout that the ministry used with the round's instruments."""
        with self._database.reading() as session:
            participants = read_participants(session, round_id)
        cohorts = {one.cohort: one for one in participants}
        return usual_layout(map(self._results.instrument_of, cohorts.values()))

    def gap(self, round_id: RoundId) -> LetterGap | None:
        """Return what the head of the annex lacks. Raises RoundUnknown."""
        with self._database.reading() as session:
            return letter_gap(require_round(session, round_id))

    def annex(self, order: AnnexOrder) -> Annex:
        """Return what stands on the annex.

        Raises LetterNotSet where number or date of the letter are missing, unless a draft is
        asked for or the round is a demonstration, for which no letter is ever written;
        LetterHidden; and RoundUnknown.
        """
        require_nothing_hidden(self._results, order.round)
        facts = self._facts(replace(order, sees_all=True))
        gap = letter_gap(facts.round)
        if gap is not None and not (order.is_draft or facts.round.is_demonstration):
            raise LetterNotSet(round=facts.round.name, reason=gap)
        return compose_annex(facts, order.layout or self.usual_layout(order.round))

    def ranking(self, order: AnnexOrder) -> AnnexPage:
        """Return the team's ranking, which no letter carries. Raises RoundUnknown."""
        return compose_ranking(self._facts(order))

    def free_path(self, folder: Path, order: AnnexOrder, kind: PaperKind) -> Path:
        """Return where in `folder` the paper can go without replacing a file that is there.

        Raises RoundUnknown.
        """
        with self._database.reading() as session:
            shown = require_round(session, order.round)
        stem = f"{year_part(shown.year, shown.stage)}_{STEMS[kind]}"
        path, number = folder / f"{stem}{SUFFIXES[kind]}", 1
        while path.exists():
            number += 1
            path = folder / f"{stem}-{number}{SUFFIXES[kind]}"
        return path

    def write_annex(self, order: AnnexOrder, path: Path) -> None:
        """Write the annex as a workbook, read back before it is put in place.

        Raises what `annex` raises, and PaperNotVerified, NotWritable or DiskFull.
        """
        annex = self.annex(order)
        self._write(annex.title, annex.pages, path)

    def write_ranking(self, order: AnnexOrder, path: Path) -> None:
        """Write the ranking as a workbook of its own. Raises as `write_annex`."""
        page = self.ranking(order)
        self._write(page.title[0].capitalize(), (page,), path)

    def _write(self, title: str, pages: tuple[AnnexPage, ...], path: Path) -> None:
        write_paper(Paper(title, pages, self._clock()), path)

    def _facts(self, order: AnnexOrder) -> AnnexFacts:
        with self._database.reading() as session:
            shown = require_round(session, order.round)
            reader = None if order.sees_all else who_am_i(session)
            everybody = read_participants(session, order.round)
            lines = self._results.read(session, order.round, reader).lines
        regions = tuple(self._region(one, lines.get(one.id)) for one in everybody)
        return AnnexFacts(shown, regions)

    def _region(self, participant: Participant, line: RegionResult | None) -> AnnexRegion:
        plain = AnnexRegion(
            name=participant.region.name,
            cohort=participant.cohort.name,
            instrument=self._results.instrument_of(participant),
            takes_part=participant.takes_part,
            means={},
            final=None,
            is_hidden=participant.takes_part and line is None,
        )
        if line is None:
            return plain
        means = {one.dimension.key: one.mean for one in line.result.dimensions}
        return replace(
            plain,
            means={key: mean for key, mean in means.items() if mean is not None},
            final=line.result.final,
            improvement=line.improvement,
            is_provisional=line.result.is_provisional,
            rests_on_provisional=line.previous is not None and line.previous.is_provisional,
        )
