"""Sheets that were handed out, opened to be scored in the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from assessor.domain.changes import Changes, Topic
from assessor.services.positions import Position
from resources.i18n import gettext as _
from ui.messages import explain
from ui.session.stage import Stage
from ui.session.ways import Ways

if TYPE_CHECKING:
    from assessor.services.assignments import Assignment


class Assignments:
    """Takes up what a sheet asks for, and leads to its region."""

    def __init__(self, stage: Stage, ways: Ways) -> None:
        self._stage = stage
        self._ways = ways

    def choose(self) -> None:
        """Ask for a sheet that was handed out, and open it."""
        pattern = _("Score sheets") + " (*.xlsx)"
        path = self._stage.frame.dialogs.open_file(_("Open an assignment"), pattern)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Make ready what a handed-out sheet asks for, and show its region to be scored."""
        stage, frame = self._stage, self._stage.frame
        stage.leave_fields()
        task = frame.tasks.task(lambda _control: stage.workspace.assignments.take_up(path))
        task.finished.connect(self._begin)
        task.failed.connect(lambda error: frame.dialogs.problem(explain(error)))
        task.start()

    def _begin(self, assignment: "Assignment") -> None:
        topics = (Topic.PEOPLE, Topic.ROUNDS, Topic.PARTICIPANTS, Topic.PROGRAMMES)
        self._stage.events.publish(Changes.of(*topics))
        place = Position(assignment.round, assignment.participant, "")
        self._stage.workspace.positions.remember(place)
        self._ways.open_round(assignment.round)
