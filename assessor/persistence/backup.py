"""Backups of a workspace: made whole, verified, named by when and why, and thinned out."""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Final, Self

from assessor.domain.errors import FileProblem, WorkspaceDamaged, WorkspaceExists
from assessor.persistence.integrity import defects, inspect
from assessor.persistence.migrate import STEPS, Steps, is_outdated
from assessor.persistence.sqlite_file import (
    backups_folder,
    connect,
    connect_reading,
    put_in_place,
    remove_database,
)
from assessor.persistence.surroundings import surroundings

DAYS_KEPT: Final = 7
WEEKS_KEPT: Final = 4
MERGES_KEPT: Final = 20

_NAME: Final = re.compile(
    r"(?P<workspace>.+)-(?P<at>\d{8}-\d{6})-(?P<why>daily|migration|merge|manual)\.sqlite"
)
_MOMENT: Final = "%Y%m%d-%H%M%S"


class Occasion(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    MIGRATION = "migration"
    MERGE = "merge"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Backup:
    """A file whose name says that it was made here: of which workspace, when, and why."""

    path: Path
    workspace: str
    """The name of the workspace's file, ending included: "a.db" and "a.sqlite" are two."""
    at: dt.datetime
    """Local time, as in the name."""
    occasion: Occasion

    @classmethod
    def named(cls, path: Path) -> Self | None:
        """Read the name of `path`; None where it is not one of ours."""
        match = _NAME.fullmatch(path.name)
        if match is None:
            return None
        try:
            at = dt.datetime.strptime(match["at"], _MOMENT).astimezone()
        except ValueError:
            return None
        return cls(path, match["workspace"], at, Occasion(match["why"]))


def backup_path(path: Path, at: dt.datetime, occasion: Occasion) -> Path:
    """Return where a backup of `path` made at the moment `at` belongs; its name has local time.

    The second of two in one second gets the next one: no backup takes another's place.
    """
    folder = backups_folder(path)
    names = (
        f"{path.name}-{at.astimezone() + dt.timedelta(seconds=later):{_MOMENT}}-{occasion}.sqlite"
        for later in count()
    )
    with surroundings(folder, writing=False):
        return next(target for name in names if not (target := folder / name).exists())


def back_up(path: Path, target: Path) -> None:
    """Copy the workspace `path` to `target`, whole and verified, while others may be writing.

    The copy needs no file beside it. Raises `WorkspaceExists` about a `target` that is there:
    nothing is replaced, least of all a workspace in use; and `WorkspaceDamaged` about `path` where
    the copy does not verify.
    """
    inspect(path)
    staged = target.with_name(f"{target.name}.part")
    with surroundings(target):
        if target.exists():
            raise WorkspaceExists(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_database(staged)
        try:
            staged.touch()
            _copy(path, staged)
            if not _is_whole(staged):
                raise WorkspaceDamaged(path)
            put_in_place(staged, target)
        finally:
            remove_database(staged)


def daily_backup(path: Path, now: dt.datetime) -> Path | None:
    """Back up `path` unless a backup of today stands, then thin out; return the one made."""
    today = now.astimezone().date()
    dailies = [each for each in backups(path) if each.occasion is Occasion.DAILY]
    if any(each.at.date() == today for each in dailies):
        return None
    target = backup_path(path, now, Occasion.DAILY)
    back_up(path, target)
    past = [each for each in dailies if each.at.date() < today]
    made = Backup(target, path.name, now.astimezone(), Occasion.DAILY)
    with surroundings(target):
        for each in superfluous([*past, made]):
            each.path.unlink(missing_ok=True)
    return target


def merge_backup(path: Path, now: dt.datetime) -> Path:
    """Back up `path` before a merge, and keep the newest 20 such backups; return the one made.

    Taking a merge back needs none of them: what it changed is kept with it.
    """
    target = backup_path(path, now, Occasion.MERGE)
    back_up(path, target)
    others = [
        each
        for each in backups(path)
        # With a clock that went back the one just made is not the newest.
        if each.occasion is Occasion.MERGE and each.path != target
    ]
    with surroundings(target):
        for each in others[MERGES_KEPT - 1 :]:
            each.path.unlink(missing_ok=True)
    return target


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the workspace `path`, newest first."""
    folder = backups_folder(path)
    with surroundings(folder, writing=False):
        files = tuple(folder.iterdir()) if folder.is_dir() else ()
    found = (Backup.named(file) for file in files)
    ours = (each for each in found if each is not None and each.workspace == path.name)
    return tuple(sorted(ours, key=lambda each: (each.at, each.path.name), reverse=True))


def newest_good_backup(path: Path, steps: Steps = STEPS) -> Backup | None:
    """Return the newest backup of the workspace `path` that this release can open and is whole."""
    return next((each for each in backups(path) if _is_good(each.path, steps)), None)


def backup_of_lost(path: Path) -> Backup | None:
    """Return the newest good backup of `path` where that file is gone; None where it stands."""
    with surroundings(path, writing=False):
        is_there = path.exists()
    return None if is_there else newest_good_backup(path)


def superfluous(dailies: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return those of `dailies` that are neither of the last seven days nor the last of a week.

    Kept are the newest of each of the 7 latest days that have one, and the newest of each of the
    4 latest weeks (Monday to Sunday) before those days. The newest of all is always kept.
    """
    newest_first = sorted(dailies, key=lambda each: each.at, reverse=True)
    days: dict[dt.date, Backup] = {}
    for each in newest_first:
        days.setdefault(each.at.date(), each)
    kept = list(days.values())[:DAYS_KEPT]
    covered = {_week(each) for each in kept}
    weeks: dict[tuple[int, int], Backup] = {}
    for each in days.values():
        if _week(each) not in covered:
            weeks.setdefault(_week(each), each)
    kept += list(weeks.values())[:WEEKS_KEPT]
    return tuple(each for each in newest_first if each not in kept)


def _week(backup: Backup) -> tuple[int, int]:
    year, week, _ = backup.at.isocalendar()
    return year, week


def _copy(path: Path, staged: Path) -> None:
    with closing(connect_reading(path)) as source, closing(connect(staged)) as copy:
        source.backup(copy)
        # A file in WAL mode cannot be read from a write-protected disk.
        copy.execute("PRAGMA journal_mode = DELETE")


def _is_whole(copy: Path) -> bool:
    try:
        return not defects(copy)
    except WorkspaceDamaged:
        return False


def _is_good(backup: Path, steps: Steps) -> bool:
    try:
        is_outdated(backup, steps)
        return not defects(backup)
    except FileProblem:
        return False
