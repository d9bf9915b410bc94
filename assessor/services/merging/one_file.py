"""One file into what it says, or why it cannot be read. Knows no database."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

from assessor.domain.errors import FileProblem, SheetRefused
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome
from assessor.domain.merging.report import FileReport
from assessor.domain.texts import clean_text
from assessor.exchange.score_sheet.reading import Problem, SheetReading, SheetRefusal
from assessor.services.merging.incoming import Sharing, cell_problem, incoming_of

Check: TypeAlias = Callable[[SheetReading], tuple[Problem, ...]]
"""What finds the problems of a sheet that only its instrument shows."""

HASHED: Final = 64 * 1024 * 1024
"""Bytes up to which a refused file is fingerprinted; no sheet is nearly as large."""
CHUNK: Final = 1024 * 1024
CLASSES: Final = {
    "not_a_score_sheet": FileClass.NOT_A_SCORE_SHEET,
    "other_paper": FileClass.NOT_A_SCORE_SHEET,
    "lock_file": FileClass.NOT_A_SCORE_SHEET,
    "legacy_format": FileClass.NOT_A_SCORE_SHEET,
    "too_new": FileClass.TOO_NEW,
    "macros": FileClass.UNSAFE,
    "encrypted": FileClass.UNSAFE,
    "unsafe": FileClass.UNSAFE,
    "external_links": FileClass.UNSAFE,
    "folder": FileClass.NOT_A_SCORE_SHEET,
    "other_format": FileClass.NOT_A_SCORE_SHEET,
}
"""What a file is by why it was refused; the rest is damaged."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: what it says, or why it cannot be read."""

    report: FileReport
    """What is known of it before it is compared with a workspace."""
    incoming: Incoming | None = None
    problem: FileProblem | None = None
    """The error, where the file or its surroundings failed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to look at, or one met in a folder that is plainly none of ours."""

    path: Path
    is_skipped: bool = False


def read_file(candidate: Candidate, number: int, sharing: Sharing, check: Check) -> ReadFile:
    """Return what a file says; `number` is its place among the files.

    `check` holds it against the instrument that it bears.
    """
    from assessor.exchange.score_sheet.reader import read_sheet

    path = candidate.path
    blank = _nothing_known(path)
    if candidate.is_skipped:
        return ReadFile(replace(blank, outcome=Outcome.SKIPPED, refusal="skipped"))
    try:
        reading = read_sheet(path)
        reading = replace(reading, problems=(*reading.problems, *check(reading)))
    except SheetRefused as error:
        return _refused(error)
    except FileProblem as error:
        report = replace(blank, kind=FileClass.DAMAGED, refusal=type(error).__name__)
        return ReadFile(report, problem=error)
    incoming = incoming_of(reading, number, sharing)
    identity = reading.identity
    report = FileReport(
        path=blank.path,
        sha256=reading.sha256,
        kind=FileClass.NEW,
        outcome=Outcome.REFUSED,
        region=identity.region_name,
        assessor=identity.assessor.name,
        revision=identity.revision,
        scores=len(reading.scores),
        notes=len(reading.notes) + len(reading.programme_notes),
        problems=tuple(cell_problem(one) for one in reading.problems),
    )
    return ReadFile(report, incoming)


def given_up(candidate: Candidate) -> ReadFile:
    """Return what is said of a file that ended the process that read it."""
    return _refused(SheetRefused(candidate.path, SheetRefusal.UNSAFE))


def _nothing_known(path: Path) -> FileReport:
    # A name on disk need not be text: Linux takes any bytes.
    return FileReport(clean_text(str(path)), "", FileClass.NOT_A_SCORE_SHEET, Outcome.REFUSED)


def _refused(error: SheetRefused) -> ReadFile:
    report = replace(
        _nothing_known(error.path),
        kind=CLASSES.get(error.reason, FileClass.DAMAGED),
        refusal=str(error.reason),
        found=error.found,
        sha256=_fingerprint_or_none(error.path),
    )
    return ReadFile(report, problem=error)


def _fingerprint(path: Path) -> str:
    from assessor.exchange.whole_file import problems_of_reading

    digest = hashlib.sha256()
    with problems_of_reading(path), path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _fingerprint_or_none(path: Path) -> str:
    try:
        return _fingerprint(path) if path.stat().st_size <= HASHED else ""
    except (OSError, FileProblem):
        return ""
