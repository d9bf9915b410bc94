"""A trial restore: whether the newest backup would really bring the work back."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.errors import FileProblem
from assessor.persistence.backup import Backup, backups
from assessor.persistence.integrity import defects
from assessor.persistence.migrate import STEPS, Steps, is_outdated, upgrade
from assessor.persistence.recovery import restore
from assessor.persistence.surroundings import surroundings


@dataclass(frozen=True, slots=True)
class Trial:
    """How restoring `backup` in a temporary folder went."""

    backup: Backup
    defects: tuple[str, ...]
    """What SQLite found wrong in the restored copy, in its own words."""
    problem: FileProblem | None
    """Why there was no copy to look at."""

    @property
    def went_well(self) -> bool:
        """Tell whether the restored copy could be opened and is whole."""
        return self.problem is None and not self.defects


def try_newest_backup(path: Path, steps: Steps = STEPS) -> Trial | None:
    """Restore the newest backup of `path` elsewhere, migrate and examine it; None without one."""
    backup = next(iter(backups(path)), None)
    if backup is None:
        return None
    with (
        surroundings(Path(tempfile.gettempdir())),
        tempfile.TemporaryDirectory(prefix="assessor-") as folder,
    ):
        copy = Path(folder, path.name)
        try:
            restore(backup.path, copy)
            if is_outdated(copy, steps):
                upgrade(copy, steps)
            return Trial(backup, defects(copy), None)
        except FileProblem as problem:
            return Trial(backup, (), problem)
