"""Opening a workspace, and what to ask when it cannot be opened."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.errors import FileProblem, NotWorkspace, UserError, WorkspaceDamaged
from assessor.domain.figures import show_date
from assessor.services.backups import (
    Backup,
    backup_of_lost,
    newest_good_backup,
    recover,
    set_aside,
)
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from resources.i18n import gettext as _
from resources.i18n import language
from ui.dialogs import Dialogs
from ui.messages import explain

PATTERN = "*.sqlite"
BRING_BACK, START_EMPTY = range(2)


@dataclass(frozen=True, slots=True)
class Way:
    """One way on, offered as a button: where it leads, None for nowhere."""

    label: str
    take: Callable[[], Path | None]


class Opening:
    """Opens a workspace; asks as long as it fails and the user sees a way."""

    def __init__(self, dialogs: Dialogs, surroundings: Surroundings) -> None:
        self._dialogs = dialogs
        self._surroundings = surroundings

    def open(self, path: Path) -> Workspace | None:
        """Return the workspace at `path`, or the one chosen instead; None for none at all."""
        wanted: Path | None = path
        while wanted is not None:
            try:
                if not self._may_begin(wanted):
                    return None
                return open_workspace(wanted, self._surroundings)
            except FileProblem as error:
                wanted = self._ask(wanted, error)
        return None

    def choose(self) -> Path | None:
        """Ask for the file of another workspace."""
        pattern = _("Workspaces") + f" ({PATTERN})"
        return self._dialogs.open_file(_("Open a workspace"), pattern)

    def _may_begin(self, path: Path) -> bool:
        """Return whether `path` is to be opened: asks where only its backups are left.

        Somebody worked there: an empty workspace in its place would look like a loss of all.
        """
        backup = backup_of_lost(path)
        if backup is None:
            return True
        text = _(
            "The workspace {path} is not there, but backups of it are; the newest is of {when}. "
            "It may have been moved, or its disk may not be connected."
        ).format(path=path, when=_when(backup))
        labels = (
            _("Bring back the backup of {when}").format(when=_when(backup)),
            _("Start an empty workspace"),
            _("Cancel"),
        )
        chosen = self._dialogs.choose(_("The workspace is not there"), text, labels)
        if chosen == BRING_BACK:
            recover(path, backup.path, self._surroundings.clock())
        return chosen in (BRING_BACK, START_EMPTY)

    def _ask(self, path: Path, error: FileProblem) -> Path | None:
        texts = [explain(error)]
        ways = [Way(_("Open another workspace…"), self.choose), Way(_("Close"), lambda: None)]
        again = Way(_("Try again"), lambda: path)
        if isinstance(error, WorkspaceDamaged):
            try:
                ways = self._with_rescue(path, ways)
            except FileProblem as problem:
                # Its backups cannot be looked at: an empty workspace is no way on.
                texts.append(explain(problem))
                ways = [again, *ways]
        elif not isinstance(error, NotWorkspace):
            ways = [again, *ways]
        labels = [way.label for way in ways]
        title = _("The workspace cannot be opened")
        chosen = self._dialogs.choose(title, "\n\n".join(texts), labels)
        return None if chosen is None else ways[chosen].take()

    def _with_rescue(self, path: Path, ways: list[Way]) -> list[Way]:
        """Return `ways` and what can be done about a damaged file; it is never overwritten.

        Enter takes the first: a backup, but never an empty workspace in the file's place.
        Raises FileProblem where backups cannot be looked for.
        """
        backup = newest_good_backup(path)
        if backup is None:
            label = _("Set it aside and start an empty one")
            return [*ways, Way(label, lambda: self._set_aside(path))]
        label = _("Take the backup of {when}").format(when=_when(backup))
        return [Way(label, lambda: self._recover(path, backup.path)), *ways]

    def _set_aside(self, path: Path) -> Path | None:
        return self._tried(path, lambda: set_aside(path, self._surroundings.clock()))

    def _recover(self, path: Path, backup: Path) -> Path | None:
        return self._tried(path, lambda: recover(path, backup, self._surroundings.clock()))

    def _tried(self, path: Path, rescue: Callable[[], Path]) -> Path | None:
        """Do it, say where the damaged file lies now, and go on with `path`."""
        try:
            aside = rescue()
        except UserError as error:
            self._dialogs.problem(explain(error))
            return None
        text = _("The damaged file was kept as {path}.").format(path=aside)
        self._dialogs.inform(_("The workspace is open again"), text)
        return path


def _when(backup: Backup) -> str:
    return f"{show_date(backup.at.date(), language())}, {backup.at:%H:%M}"
