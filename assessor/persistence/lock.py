"""The lock against a second start on the same workspace."""

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from assessor.domain.errors import WorkspaceInUse
from assessor.domain.file_problems import file_problem


def lock_workspace(path: Path) -> Callable[[], None]:
    """Take the lock `<file>.lock` and return what lets go of it.

    The operating system lets go of it when the process dies, however it dies; the file stays.
    Raises `WorkspaceInUse` where another start holds it, `NotWritable` where there is no writing.
    """
    lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise WorkspaceInUse(path) from error
    except OSError as error:
        raise file_problem(error, path, writing=True) from error
    return lock.release
