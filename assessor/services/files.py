"""Files that are drawn outside of the core, put where the user wants them."""

import tempfile
from pathlib import Path

from assessor.domain.file_problems import file_problem
from assessor.exchange.whole_file import whole_file


def put_file(target: Path, content: bytes) -> Path:
    """Put `content` at `target`, whole or not at all, and return the path.

    Raises a `FileProblem`; what stood there before then stays.
    """
    with whole_file(target) as part:
        part.write_bytes(content)
    return target


def make_ready(folder: Path) -> None:
    """Make the folder and try it once, instead of failing at each of a thousand files.

    Raises a `FileProblem`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise file_problem(error, folder, writing=True) from error
