"""Files and folders into sheets that were read; nothing in a workspace changes."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from assessor.domain.instrument import Instrument
from assessor.services.merging.checks import InstrumentChecks
from assessor.services.merging.crew import Crew, CrewMissing
from assessor.services.merging.incoming import Sharing
from assessor.services.merging.one_file import Candidate, ReadFile, given_up, read_file
from assessor.services.merging.reading_process import begin, packed, read_numbered

SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"})
"""What is looked into when it is met in a folder; anything else there is skipped."""
HIDDEN: Final = (".", "~$")
FEW: Final = 40
"""Files below which processes of their own take longer to begin than they save."""
MOST_PROCESSES: Final = 4
"""Each takes some forty megabytes."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything that was read."""

    files: tuple[ReadFile, ...]
    was_cancelled: bool = False


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
    instruments: Sequence[Instrument],
    progress: Callable[[int], None] = lambda _done: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Readings:
    """Read the files, many of them in processes of their own; of each only what it says is kept.

    Each is held against the one of `instruments` that it bears.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if len(paths) >= FEW and processes > 1:
        crew = Crew(begin, partial(read_numbered, packed(instruments)), _given_up, processes)
        # Where no process can be started this one reads; it only takes longer.
        with suppress(CrewMissing):
            files = crew.run(tuple(enumerate(paths)), progress, is_cancelled)
            return Readings(tuple(files), was_cancelled=len(files) < len(paths))
    return _read_here(paths, instruments, progress, is_cancelled)


def _read_here(
    paths: Sequence[Candidate],
    instruments: Sequence[Instrument],
    progress: Callable[[int], None],
    is_cancelled: Callable[[], bool],
) -> Readings:
    sharing, checks = Sharing(), InstrumentChecks(instruments)
    files: list[ReadFile] = []
    for number, candidate in enumerate(paths):
        if is_cancelled():
            return Readings(tuple(files), was_cancelled=True)
        files.append(read_file(candidate, number, sharing, checks.problems))
        progress(number + 1)
    return Readings(tuple(files))


def _given_up(numbered: tuple[int, Candidate]) -> ReadFile:
    return given_up(numbered[1])


def _in_folder(folder: Path) -> Iterator[Candidate]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(HIDDEN) for part in parts[:-1]) or not path.is_file():
            continue
        is_sheet = path.suffix.lower() in SPREADSHEETS and not path.name.startswith(HIDDEN)
        yield Candidate(path, is_skipped=not is_sheet)
