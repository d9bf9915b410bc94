"""What must be so about files before a command begins."""

from pathlib import Path

from assessor.domain.errors import NotFound
from assessor.domain.file_problems import file_problem


def require_existing(path: Path) -> None:
    """Raise NotFound for a path that leads nowhere, so that nothing is made there by mistake."""
    if not _stands(path):
        raise NotFound(path)


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise file_problem(error, path, writing=False) from error
