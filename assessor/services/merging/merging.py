"""The team lead's merge: look first, take all or nothing, take it back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import (
    MergeBuiltUpon,
    MergeSettledUpon,
    MergeUnknown,
    MergeWorkedUpon,
)
from assessor.domain.ids import ParticipantId
from assessor.domain.merging.decisions import UNDECIDED, Decisions, ProgrammeQuestion
from assessor.domain.merging.incoming import Incoming, Verdict
from assessor.domain.merging.joining import Conflict
from assessor.domain.merging.region import Fork, RegionPlan
from assessor.domain.merging.report import FileReport, MergeReport
from assessor.domain.records import Assessor
from assessor.persistence.backup import merge_backup
from assessor.persistence.database import Database
from assessor.persistence.merge_log import (
    NewBatch,
    add_batch,
    complete_batch,
    next_number,
    read_batch,
    read_batches,
)
from assessor.persistence.merge_models import MergeBatchRow
from assessor.persistence.merge_undo import LaterWork, SettledSince, later_work, undo_batch
from assessor.persistence.merge_writing import Writing, write_plan
from assessor.services.instruments import Instruments
from assessor.services.merging.figures import region_effects
from assessor.services.merging.files import Readings, candidates, read_files
from assessor.services.merging.one_file import Candidate, ReadFile
from assessor.services.merging.rehearsal import Rehearsal, Rehearsed
from assessor.services.people import who_am_i
from assessor.services.surroundings import Surroundings

MERGED = Changes.of(
    Topic.PEOPLE,
    Topic.SCORES,
    Topic.NOTES,
    Topic.NARRATIVE,
    Topic.PROGRAMMES,
    Topic.EVIDENCE,
    Topic.STATE,
)
"""What a merge, and taking one back, can change."""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do, or did, and what it asks."""

    report: MergeReport
    questions: tuple[ProgrammeQuestion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    forks: Mapping[ParticipantId, tuple[Fork, ...]] = field(default_factory=dict)
    """Assessments that came in several versions, by region: to be compared side by side."""
    namesakes: tuple[tuple[Assessor, Assessor], ...] = ()
    """Somebody a sheet brings, and somebody known with nearly the same name."""


class Merging:
    """Reads sheets, shows what they would change, merges them as one batch, takes batches back.

    Every method can be called from a thread of its own.
    """

    def __init__(
        self, database: Database, surroundings: Surroundings, instruments: Instruments
    ) -> None:
        self._database = database
        self._clock = surroundings.clock
        self._instruments = instruments

    def find(self, paths: Iterable[Path]) -> tuple[Candidate, ...]:
        """Return the files at `paths` and in the folders among them."""
        return candidates(paths)

    def read(
        self,
        files: Sequence[Candidate],
        progress: Callable[[int], None] = lambda _done: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Readings:
        """Read the files; `progress` hears how many are done. Nothing in the workspace changes."""
        return read_files(files, self._instruments.kept(), progress, is_cancelled)

    def preview(self, files: Sequence[ReadFile], decisions: Decisions = UNDECIDED) -> MergePreview:
        """Return what merging would do. Nothing changes."""
        with self._database.reading() as session:
            rehearsed = Rehearsal(session, self._instruments, decisions).run(_sheets(files))
        return _preview(files, rehearsed)

    def merge(
        self,
        files: Sequence[ReadFile],
        decisions: Decisions = UNDECIDED,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> MergePreview | None:
        """Take all that can be taken, in one transaction, after a backup; None where cancelled.

        What waits for a decision or was refused is left and said so. A merge that changes nothing
        leaves no batch and no backup. Raises a FileProblem where backup or workspace cannot be
        written; nothing was changed then.
        """
        with suppress(_Cancelled), self._database.transaction() as session:
            new = NewBatch(next_number(session), self._clock(), who_am_i(session))
            writing = Writing(session, new.number, new.at)

            def write(plan: RegionPlan) -> None:
                if is_cancelled():
                    raise _Cancelled
                if not writing.is_begun:
                    add_batch(session, replace(new, backup=self._back_up()))
                    writing.is_begun = True
                write_plan(writing, plan)

            rehearsal = Rehearsal(session, self._instruments, decisions)
            done = _preview(files, rehearsal.run(_sheets(files), write))
            if not writing.is_begun:
                return done
            complete_batch(session, new.number, done.report)
            return replace(done, report=read_batch(session, new.number) or done.report)
        return None

    def undo(self, number: int) -> Changes:
        """Take a merge back: everything as it was before it, exactly.

        Raises MergeUnknown, and where later work rests on it MergeSettledUpon, MergeBuiltUpon or
        MergeWorkedUpon.
        """
        with self._database.transaction() as session:
            row = session.get(MergeBatchRow, number)
            if row is None or row.undone_at is not None:
                raise MergeUnknown(found=str(number))
            _refuse_under(number, later_work(session, number))
            undo_batch(session, row)
            row.undone_at = self._clock()
        return MERGED

    def batches(self) -> tuple[MergeReport, ...]:
        """Return all merges of the workspace, the newest first."""
        with self._database.reading() as session:
            return read_batches(session)

    def batch(self, number: int) -> MergeReport:
        """Return one merge. Raises MergeUnknown."""
        with self._database.reading() as session:
            found = read_batch(session, number)
        if found is None:
            raise MergeUnknown(found=str(number))
        return found

    def save_report(self, report: MergeReport, path: Path) -> None:
        """Write the report of a merge or of a preview: a workbook for ".xlsx", else text.

        Raises NotWritable or DiskFull.
        """
        from assessor.exchange.merge_report.writer import write_text, write_workbook

        write = write_workbook if path.suffix.lower() == ".xlsx" else write_text
        write(report, path)

    def _back_up(self) -> str:
        """Copy the workspace as it is before the merge; return the copy's name."""
        return merge_backup(self._database.path, self._clock()).name


class _Cancelled(Exception):
    """Leaves a transaction with nothing done."""


def _sheets(files: Sequence[ReadFile]) -> list[Incoming]:
    return [one.incoming for one in files if one.incoming is not None]


def _preview(files: Sequence[ReadFile], rehearsed: Rehearsed) -> MergePreview:
    names = {one.incoming.file: one.report.path for one in files if one.incoming is not None}
    return MergePreview(
        report=MergeReport(
            files=tuple(_judged(one, rehearsed) for one in files),
            regions=region_effects(rehearsed.regions, names),
        ),
        questions=tuple(rehearsed.questions),
        conflicts=tuple(rehearsed.conflicts),
        forks=rehearsed.forks,
        namesakes=tuple(rehearsed.namesakes),
    )


def _judged(one: ReadFile, rehearsed: Rehearsed) -> FileReport:
    if one.incoming is None:
        return one.report
    verdict: Verdict = rehearsed.verdicts[one.incoming.file]
    return replace(one.report, kind=verdict.kind, outcome=verdict.outcome, reasons=verdict.reasons)


def _refuse_under(number: int, later: LaterWork) -> None:
    """Raise for what rests on a merge, first for what can never be taken back itself."""
    if later.settled:
        settled = dict.fromkeys(map(_settled_words, later.settled))
        raise MergeSettledUpon(batch=number, settled="; ".join(settled))
    if later.merges:
        raise MergeBuiltUpon(batch=number, merges=", ".join(map(str, later.merges)))
    if later.regions:
        raise MergeWorkedUpon(batch=number, regions=", ".join(later.regions))


def _settled_words(one: SettledSince) -> str:
    day = f"{one.at.astimezone():%d/%m/%Y}"
    return f"{one.region} ({one.who}, {day})" if one.who else f"{one.region} ({day})"
