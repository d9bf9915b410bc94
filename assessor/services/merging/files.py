"""Files and folders into sheets that were read; nothing in a workspace changes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

from assessor.domain.errors import FileProblem, SheetRefused
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome
from assessor.domain.merging.report import FileReport
from assessor.domain.texts import clean_text
from assessor.exchange.score_sheet.reading import Problem, SheetReading
from assessor.services.merging.incoming import Sharing, cell_problem, incoming_of

Check: TypeAlias = Callable[[SheetReading], tuple[Problem, ...]]
"""What finds the problems of a sheet that only its instrument shows."""

HASHED: Final = 64 * 1024 * 1024
"""Bytes up to which a refused file is fingerprinted; no sheet is nearly as large."""
CHUNK: Final = 1024 * 1024
SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"})
"""What is looked into when it is met in a folder; anything else there is skipped."""
HIDDEN: Final = (".", "~$")
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
class Readings:
    """Everything that was read."""

    files: tuple[ReadFile, ...]
    was_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to look at, or one met in a folder that is plainly none of ours."""

    path: Path
    is_skipped: bool = False


def candidates(paths: Iterable[Path]) -> tuple[Candidate, ...]:
    """Return the files at `paths` and in the folders among them, each once, in their order.

    A file that was named is always looked at. In a folder hidden files, marks of open files and
    other kinds of files are skipped.
    """
    found: dict[Path, Candidate] = {}
    for path in paths:
        for one in _in_folder(path) if path.is_dir() else (Candidate(path),):
            found.setdefault(one.path.absolute(), one)
    return tuple(found.values())


def read_files(
    paths: Sequence[Candidate],
    check: Check,
    progress: Callable[[int], None] = lambda _done: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Readings:
    """Read the files one after the other; of each only what it says is kept.

    `check` holds each against the instrument that it bears.
    """
    sharing = Sharing()
    files: list[ReadFile] = []
    for number, candidate in enumerate(paths):
        if is_cancelled():
            return Readings(tuple(files), was_cancelled=True)
        files.append(_read(candidate, number, sharing, check))
        progress(number + 1)
    return Readings(tuple(files))


def _in_folder(folder: Path) -> Iterator[Candidate]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(HIDDEN) for part in parts[:-1]) or not path.is_file():
            continue
        is_sheet = path.suffix.lower() in SPREADSHEETS and not path.name.startswith(HIDDEN)
        yield Candidate(path, is_skipped=not is_sheet)


def _read(candidate: Candidate, number: int, sharing: Sharing, check: Check) -> ReadFile:
    from assessor.exchange.score_sheet.reader import read_sheet

    path = candidate.path
    # A name on disk need not be text: Linux takes any bytes.
    refused = FileReport(clean_text(str(path)), "", FileClass.NOT_A_SCORE_SHEET, Outcome.REFUSED)
    if candidate.is_skipped:
        return ReadFile(replace(refused, outcome=Outcome.SKIPPED, refusal="skipped"))
    try:
        reading = read_sheet(path)
        reading = replace(reading, problems=(*reading.problems, *check(reading)))
        fingerprint = _fingerprint(path)
    except SheetRefused as error:
        kind = CLASSES.get(error.reason, FileClass.DAMAGED)
        report = replace(refused, kind=kind, refusal=str(error.reason), found=error.found)
        return ReadFile(replace(report, sha256=_fingerprint_or_none(path)), problem=error)
    except FileProblem as error:
        report = replace(refused, kind=FileClass.DAMAGED, refusal=type(error).__name__)
        return ReadFile(report, problem=error)
    incoming = incoming_of(reading, number, sharing)
    identity = reading.identity
    report = FileReport(
        path=refused.path,
        sha256=fingerprint,
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
