"""Files appear whole or not at all, and what goes wrong with them is named."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessor.domain.file_problems import file_problem


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a temporary name beside `target` to write to; put it in place when the block ends.

    The content is on disk before the name changes. If the block raises, `target` stays as it was
    and the temporary file goes. Raises NotWritable or DiskFull about `target`.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with problems_of_writing(target):
            yield part
            _flush(part)
            part.replace(target)
            _flush_folder(target.parent)
    finally:
        _remove(part)


@contextmanager
def problems_of_writing(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into what a person can mend about `path`."""
    try:
        yield
    except OSError as error:
        raise file_problem(error, path, writing=True) from error


@contextmanager
def problems_of_reading(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into what a person can mend about `path`."""
    try:
        yield
    except OSError as error:
        raise file_problem(error, path, writing=False) from error


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable where folders can be opened; Windows has no such call."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(part: Path) -> None:
    """Clean up; what cannot be removed now must not hide the error that led here."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
