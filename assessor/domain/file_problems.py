"""What the operating system refused, as an error that a person can mend."""

import errno
from pathlib import Path
from typing import Final

from assessor.domain.errors import DiskFull, FileProblem, NotFound, NotReadable, NotWritable

_NO_SPACE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def file_problem(error: OSError, path: Path, *, writing: bool) -> FileProblem:
    """Return the problem at `path` that `error` stands for, met while writing or reading it."""
    if error.errno in _NO_SPACE:
        return DiskFull(path)
    if writing:
        return NotWritable(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NotFound(path)
    return NotReadable(path)
