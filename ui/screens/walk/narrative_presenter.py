"""The narrative: saved while it is typed."""

from PySide6.QtCore import QObject

from ui.messages import explain
from ui.screens.walk.desk import NARRATIVE, Desk
from ui.screens.walk.narrative_page import NarrativeTarget
from ui.screens.walk.view import WalkView
from ui.widgets.unsaved import Typed


class NarrativePresenter(QObject):
    """Shows and saves the three lists of the open assessment."""

    def __init__(self, desk: Desk, view: WalkView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
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
        page = self._view.narrative
        page.show_narrative(assessment.id, assessment.narrative)
        page.set_read_only(assessment.is_locked)
        self._tell()
        self._view.show_page(page)

    def _save(self, typed: Typed) -> None:
        target, assessments = typed.target, self._desk.workspace.assessments
        if not isinstance(target, NarrativeTarget):
            return
        refused = self._desk.save(
            lambda: assessments.write_narrative(
                target.assessment, target.section, typed.text, typed.token
            )
        )
        field = self._view.narrative.fields[target.section]
        if refused is None:
            field.saved(typed)
        else:
            field.refused(typed, refused)
        self._tell()

    def _tell(self) -> None:
        why = self._view.narrative.refusal
        self._view.narrative.show_problem("" if why is None else explain(why))
