"""Reading the files that were dropped or chosen; nothing in the workspace changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from assessor.domain.ids import ParticipantId
from assessor.domain.records import Participant
from assessor.services.merging.merging import MergePreview
from assessor.services.merging.one_file import ReadFile
from resources.i18n import gettext as _
from ui.screens.merge.draft import Draft
from ui.screens.merge.needs import MergeNeeds
from ui.screens.merge.progress_dialog import ProgressDialog
from ui.screens.merge.working import run_waiting
from ui.tasks import TaskControl


@dataclass(frozen=True, slots=True)
class Look:
    """What a merge would do, and every region it may be about."""

    preview: MergePreview
    regions: Mapping[ParticipantId, Participant]


def look(needs: MergeNeeds, draft: Draft) -> Callable[[], Look]:
    """Return the work that says what merging `draft`, as it is now, would do."""
    files, decisions = draft.taking_part, draft.decisions

    def work() -> Look:
        known = [one for each in needs.rounds.all() for one in needs.rounds.participants(each.id)]
        return Look(needs.merging.preview(files, decisions), {one.id: one for one in known})

    return work


class SheetReader:
    """Looks for files, reads those that are new, and compares them with the workspace."""

    def __init__(self, parent: QWidget, needs: MergeNeeds) -> None:
        self._parent = parent
        self._needs = needs

    def read(
        self, draft: Draft, paths: Sequence[Path], finish: Callable[[Draft, Look], None]
    ) -> None:
        """Call `finish` with `draft` and what lies at `paths`; not where it was cancelled."""
        needs = self._needs

        def work(control: TaskControl) -> tuple[Draft, Look] | None:
            files = self._files(draft, paths, control)
            if control.is_cancelled():
                return None
            control.report(0, 0, _("Comparing with the workspace…"))
            longer = draft.with_files(files)
            looked = look(needs, longer)()
            return None if control.is_cancelled() else (longer, looked)

        def take(outcome: object) -> None:
            # Cancelled in the last moment is cancelled all the same.
            if isinstance(outcome, tuple) and not dialog.was_cancelled:
                finish(*outcome)
            else:
                needs.inform(_("You cancelled; nothing was read and nothing was changed."))

        dialog = ProgressDialog(
            self._parent.window(),
            _("Reading score sheets…"),
            _("Reading changes nothing in the workspace."),
        )
        run_waiting(needs, dialog, work, take)

    def _files(
        self, draft: Draft, paths: Sequence[Path], control: TaskControl
    ) -> Sequence[ReadFile]:
        found = draft.unread(self._needs.merging.find(paths))

        def report(done: int) -> None:
            text = _("{done} of {total}: {name}")
            name = found[done - 1].path.name
            shown = text.format(done=done, total=len(found), name=name)
            control.report(done, len(found), shown)

        return self._needs.merging.read(found, report, control.is_cancelled).files
