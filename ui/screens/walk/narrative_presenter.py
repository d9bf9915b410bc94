"""The narrative: saved while it is typed."""

from PySide6.QtCore import QObject

from assessor.domain.ids import AssessmentId
from assessor.domain.records import NarrativeSection
from ui.messages import explain
from ui.screens.walk.desk import NARRATIVE, Desk
from ui.screens.walk.view import WalkView


class NarrativePresenter(QObject):
    """Shows and saves the three lists of the open assessment."""

    def __init__(self, desk: Desk, view: WalkView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._shown: AssessmentId | None = None
        desk.leaving.connect(view.narrative.flush)
        desk.went.connect(self.show)
        desk.read_again.connect(self.show)
        view.narrative.typed.connect(self._save)
        view.narrative.left.connect(view.steps.start)

    def show(self) -> None:
        """Show the lists when their step is open."""
        assessment = self._desk.assessment
        if assessment is None or self._desk.step != NARRATIVE:
            return
        self._view.narrative.show_narrative(
            assessment.narrative,
            is_read_only=assessment.is_locked,
            is_other=assessment.id != self._shown,
        )
        self._shown = assessment.id
        self._view.show_page(self._view.narrative)

    def _save(self, section: NarrativeSection, text: str, edit: str) -> None:
        assessments = self._desk.workspace.assessments
        refused = self._desk.edit(
            lambda opened: assessments.write_narrative(opened, section, text, edit)
        )
        if refused is not None:
            self._view.narrative.show_problem(explain(refused))
