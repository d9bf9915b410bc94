"""Score sheets out of a workspace: which ones, and writing them one after the other."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assessor import __version__
from assessor.domain.errors import UserError
from assessor.domain.ids import AssessorId, RoundId, assessment_id
from assessor.domain.records import Assessment, AssessmentState, Assessor, Participant
from assessor.domain.result import assessment_result
from assessor.domain.sheet import Sheet
from assessor.persistence.assessment_reading import read_assessment
from assessor.persistence.database import Database
from assessor.persistence.models import AssessmentRow, ParticipantRow, table_of
from assessor.persistence.reading import (
    read_assessors,
    read_participants,
    read_programmes,
    read_round,
)
from assessor.services.instruments import Instruments
from assessor.services.results import Results
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """One sheet to be written."""

    participant: Participant
    assessor: Assessor
    is_blank: bool
    """Whether it hands out an assignment instead of carrying scores."""


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """How an export ended; what was not reached before it was cancelled is in neither list."""

    written: tuple[Path, ...]
    failed: tuple[tuple[SheetOrder, UserError], ...]
    was_cancelled: bool


class Sheets:
    """Plans and writes score sheets; safe to use from a thread of its own."""

    def __init__(
        self,
        database: Database,
        surroundings: Surroundings,
        instruments: Instruments,
        results: Results,
    ) -> None:
        self._database = database
        self._clock = surroundings.clock
        self._instruments = instruments
        self._results = results

    def plan(
        self, round_id: RoundId, *, assessors: Collection[AssessorId], is_blank: bool = False
    ) -> tuple[SheetOrder, ...]:
        """Return what there is to write for these assessors, by region, then by assessor.

        Filled sheets: the assessments that were begun. Blank ones: every region taking part.
        """
        with self._database.reading() as session:
            people = [one for one in read_assessors(session) if one.id in assessors]
            begun = _begun(session, round_id)
            participants = read_participants(session, round_id)
        return tuple(
            SheetOrder(participant, person, is_blank)
            for participant in participants
            for person in people
            if (participant.takes_part if is_blank else (participant.id, person.id) in begun)
        )

    def export(
        self,
        orders: Sequence[SheetOrder],
        folder: Path,
        progress: Callable[[int], None] = lambda _done: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> ExportSummary:
        """Write the sheets into `folder`, each whole and verified, and say which failed and why.

        `progress` hears how many are done after each. A sheet that cannot be written stops none
        of the others.
        """
        written: list[Path] = []
        failed: list[tuple[SheetOrder, UserError]] = []
        for done, order in enumerate(orders, start=1):
            if is_cancelled():
                return ExportSummary(tuple(written), tuple(failed), was_cancelled=True)
            try:
                written.append(self._write(order, folder))
            except UserError as error:
                failed.append((order, error))
            progress(done)
        return ExportSummary(tuple(written), tuple(failed), was_cancelled=False)

    def _write(self, order: SheetOrder, folder: Path) -> Path:
        from assessor.exchange.score_sheet.naming import file_name, namesakes_among
        from assessor.exchange.score_sheet.provenance import Provenance
        from assessor.exchange.score_sheet.writer import put_sheet

        sheet = self._blank_sheet(order) if order.is_blank else self._filled_sheet(order)
        with self._database.reading() as session:
            namesakes = namesakes_among(read_assessors(session))
        path = folder / file_name(sheet, namesakes)
        with self._taken_back_unless_written(sheet):
            return put_sheet(sheet, path, Provenance(__version__, self._clock()))

    def _filled_sheet(self, order: SheetOrder) -> Sheet:
        """Read the assessment and note its revision as exported: the next edit begins a new one.

        Done before writing, so that what is typed meanwhile does not pass for exported.
        """
        wanted = assessment_id(order.participant.id, order.assessor.id)
        with self._database.transaction() as session:
            assessment = read_assessment(session, wanted)
            _set_exported(session, assessment, assessment.revision)
        return self._sheet(assessment)

    def _blank_sheet(self, order: SheetOrder) -> Sheet:
        with self._database.reading() as session:
            programmes = read_programmes(session, order.participant.id)
        return self._sheet(
            Assessment(
                id=assessment_id(order.participant.id, order.assessor.id),
                participant=order.participant,
                assessor=order.assessor,
                state=AssessmentState.DRAFT,
                revision=0,
                base_revision=0,
                exported_revision=0,
                changed_at=None,
                programmes=programmes,
                answers={},
                programme_notes={},
                narrative={},
            )
        )

    def _sheet(self, assessment: Assessment) -> Sheet:
        participant = assessment.participant
        instrument = self._instruments.get(
            participant.cohort.instrument, participant.cohort.checksum
        )
        with self._database.reading() as session:
            round_ = read_round(session, participant.round)
        if round_ is None:
            raise LookupError(participant.round)
        return Sheet(
            round=round_,
            assessment=assessment,
            instrument=instrument,
            previous=self._results.previous(participant),
            result=assessment_result(instrument, assessment),
        )

    @contextmanager
    def _taken_back_unless_written(self, sheet: Sheet) -> Iterator[None]:
        """Let the assessment pass for exported only where the block ends well, Ctrl+C included."""
        is_written = False
        try:
            yield
            is_written = True
        finally:
            if not is_written and not sheet.is_blank:
                with self._database.transaction() as session:
                    _set_exported(session, sheet.assessment, sheet.assessment.exported_revision)


def _begun(session: Session, round_id: RoundId) -> set[tuple[str, str]]:
    statement = (
        select(AssessmentRow.participant_id, AssessmentRow.assessor_id)
        .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
        .where(ParticipantRow.round_id == round_id, AssessmentRow.changed_at.is_not(None))
    )
    return {(row[0], row[1]) for row in session.connection().execute(statement)}


def _set_exported(session: Session, assessment: Assessment, revision: int) -> None:
    table = table_of(AssessmentRow)
    session.connection().execute(
        update(table).where(table.c.id == assessment.id).values(exported_revision=revision)
    )
