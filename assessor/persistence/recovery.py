"""What can be done about a damaged workspace: set it aside, put a backup in its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from assessor.domain.errors import WorkspaceExists
from assessor.persistence.backup import back_up
from assessor.persistence.lock import lock_workspace
from assessor.persistence.sqlite_file import put_in_place, remove_database, sidecars
from assessor.persistence.surroundings import surroundings


def set_aside(path: Path, now: datetime) -> Path:
    """Rename `path` and the files beside it, and return the new name: `<name>.damaged-<moment>`.

    Nothing is overwritten. Raises `WorkspaceInUse` while another window has the file open.
    """
    release = lock_workspace(path)
    try:
        return move_aside(path, now)
    finally:
        release()


def move_aside(path: Path, now: datetime) -> Path:
    """Do what `set_aside` does where the caller holds the lock."""
    with surroundings(path):
        aside = _free_name(path, now)
        for file, name in zip((*sidecars(path), path), (*sidecars(aside), aside), strict=True):
            if file.exists():
                file.rename(name)
    return aside


def restore(backup: Path, path: Path) -> None:
    """Put a verified copy of `backup` where no file stands; the backup itself stays."""
    with _prepared(backup, path) as staged, surroundings(path):
        if path.exists():
            raise WorkspaceExists(path)
        put_in_place(staged, path)


def recover(path: Path, backup: Path, now: datetime) -> Path:
    """Set the damaged `path` aside, put `backup` in its place, and return where the damaged one is.

    The copy is made and verified first: when that fails, all stays as it was.
    Raises `WorkspaceInUse` while another window has the file open.
    """
    release = lock_workspace(path)
    try:
        with _prepared(backup, path) as staged, surroundings(path):
            aside = move_aside(path, now)
            put_in_place(staged, path)
    finally:
        release()
    return aside


@contextmanager
def _prepared(backup: Path, path: Path) -> Iterator[Path]:
    staged = path.with_name(f"{path.name}.restored")
    with surroundings(staged):
        remove_database(staged)
    try:
        back_up(backup, staged)
        yield staged
    finally:
        remove_database(staged)


def _free_name(path: Path, now: datetime) -> Path:
    name = f"{path.name}.damaged-{now.astimezone():%Y%m%d-%H%M%S}"
    candidates = (
        path.with_name(name if number == 1 else f"{name}-{number}") for number in count(1)
    )
    return next(
        each for each in candidates if not any(file.exists() for file in (each, *sidecars(each)))
    )
