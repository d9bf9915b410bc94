"""What must be so about files before a command begins."""

from pathlib import Path

from assessor.cli.problems import Refused
from assessor.domain.errors import NotFound
from assessor.domain.file_problems import file_problem
from resources.i18n import gettext as _


def require_existing(path: Path) -> None:
    """Raise NotFound for a path that leads nowhere, so that nothing is made there by mistake."""
    if not _stands(path):
        raise NotFound(path)


def require_target(path: Path, suffix: str) -> None:
    """Raise Refused for a file that cannot come to be, as its name or its folder already tells."""
    if not path.resolve().parent.is_dir():
        words = _("There is no folder {folder}. Make it first, or name another one.")
        raise Refused(words.format(folder=path.parent))
    if path.is_dir():
        raise Refused(_("{path} is a folder. Add the name of a file to it.").format(path=path))
    if path.suffix.lower() != suffix:
        words = _("{path} does not end in {suffix}; no other kind of file is written.")
        raise Refused(words.format(path=path, suffix=suffix))


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise file_problem(error, path, writing=False) from error
