"""Printed score summaries: what goes onto them, which were printed, and which still stand."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from assessor.domain.errors import NothingAssessed, RegionHidden, UserError
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.page_standing import (
    AssessmentHead,
    Basis,
    PageStanding,
    Standing,
    supersessions,
)
from assessor.domain.records import Participant
from assessor.domain.short_code import read_code, short_code
from assessor.domain.summary import ScoreSummary
from assessor.exchange.file_names import plain_part, year_part
from assessor.persistence.assessment_reading import read_assessments
from assessor.persistence.database import Database
from assessor.persistence.printed_summaries import PrintedSummary, add_printed, find_printed
from assessor.persistence.reading import (
    read_assessors,
    read_participant,
    read_round,
)
from assessor.services.people import who_am_i
from assessor.services.region_report import RegionReport
from assessor.services.reports import Reports
from assessor.services.summary_content import basis_of, summary_of
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class RegionSummary:
    """One region's summary, ready to be printed."""

    participant: Participant
    content: ScoreSummary
    basis: Basis

    @property
    def code(self) -> str:
        """What stands on its pages and names them."""
        return short_code(self.content.fingerprint)

    @property
    def file_name(self) -> str:
        """Return the name of its file, "2020_51.71_KOTA-DENPASAR_ringkasan_7F3K9Q2MX.pdf".

        Another state of the data gives another name, so no file is replaced by a different one.
        """
        region, round_ = self.participant.region, self.content.round
        year, name = year_part(round_.year, round_.stage), plain_part(region.name)
        return f"{year}_{region.code}_{name}_ringkasan_{_in_name(self.code)}.pdf"


@dataclass(frozen=True, slots=True)
class RoundSummaries:
    """What there is to print, and which regions have nothing and why."""

    ready: tuple[RegionSummary, ...]
    """In the order of official tables."""
    left_out: tuple[tuple[Participant, UserError], ...]


class Summaries:
    """Reads and notes; draws nothing. Safe to use from a thread of its own."""

    def __init__(self, database: Database, surroundings: Surroundings, reports: Reports) -> None:
        self._database = database
        self._clock = surroundings.clock
        self._reports = reports

    def of_regions(
        self, round_id: RoundId, participants: Collection[ParticipantId] | None = None
    ) -> RoundSummaries:
        """Return the summaries of these regions, of all that take part by default.

        Left out are those whose scores are kept back from me, and those nobody has begun.
        """
        found = self._reports.of_regions(round_id, participants)
        begun = [one for one in found.reports if one.assessments]
        blank = [one.participant for one in found.reports if not one.assessments]
        return RoundSummaries(
            ready=tuple(_ready(one) for one in begun),
            left_out=(
                *((one, RegionHidden(region=one.region.name)) for one in found.hidden),
                *((one, NothingAssessed(region=one.region.name)) for one in blank),
            ),
        )

    def note_printed(self, summaries: Iterable[RegionSummary]) -> None:
        """Remember what was printed, so that its codes can be looked up."""
        with self._database.transaction() as session:
            me, now = who_am_i(session), self._clock()
            add_printed(
                session,
                [
                    PrintedSummary(
                        code=one.code,
                        participant=one.participant.id,
                        fingerprint=one.content.fingerprint,
                        basis=one.basis,
                        at=now,
                        assessor=None if me is None else me.id,
                    )
                    for one in summaries
                ],
            )

    def look_up(self, typed: str) -> PageStanding:
        """Return whether the page with this code still says what the data says."""
        code = read_code(typed)
        if code is None:
            return PageStanding(Standing.MISTYPED, typed.strip())
        with self._database.reading() as session:
            printed = find_printed(session, code)
            if printed is None:
                return PageStanding(Standing.UNKNOWN, code)
            answer = _answer(session, printed)
            heads = _heads(session, printed.participant)
        report = self._report(printed.participant)
        if report is not None and summary_of(report).fingerprint == printed.fingerprint:
            return replace(answer, standing=Standing.CURRENT)
        # What I may not see has changed since: I began to assess the region, or took it up again.
        now = replace(printed.basis, heads=heads) if report is None else basis_of(report)
        return replace(answer, because=supersessions(printed.basis, now))

    def _report(self, participant: ParticipantId) -> RegionReport | None:
        """Return the region's report, None where it is kept from me or no longer takes part."""
        try:
            return self._reports.of_region(participant)
        except (RegionHidden, LookupError):
            return None


def file_name_of_all(summaries: Sequence[RegionSummary]) -> str:
    """Return the name of one file of several summaries; the same for the same pages only."""
    first = summaries[0].content.round
    together = "".join(one.content.fingerprint for one in summaries)
    code = short_code(hashlib.sha256(together.encode("ascii")).hexdigest())
    year = year_part(first.year, first.stage)
    return f"{year}_{len(summaries)}-wilayah_ringkasan_{_in_name(code)}.pdf"


def _in_name(code: str) -> str:
    return code.replace("-", "")


def _ready(report: RegionReport) -> RegionSummary:
    return RegionSummary(report.participant, summary_of(report), basis_of(report))


def _answer(session: Session, printed: PrintedSummary) -> PageStanding:
    participant = read_participant(session, printed.participant)
    round_ = None if participant is None else read_round(session, participant.round)
    people = {one.id: one for one in read_assessors(session)}
    return PageStanding(
        standing=Standing.SUPERSEDED,
        code=printed.code,
        participant=participant,
        round_name="" if round_ is None else round_.name,
        printed_at=printed.at,
        printed_by=None if printed.assessor is None else people.get(printed.assessor),
    )


def _heads(session: Session, participant: ParticipantId) -> tuple[AssessmentHead, ...]:
    panel = read_assessments(session, [participant]).get(participant, ())
    return tuple(AssessmentHead.of(one) for one in panel)
