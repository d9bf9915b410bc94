"""Undo and redo: go where it happened, and say what it was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from assessor.domain.edits import Field, Undone
from assessor.domain.errors import UserError
from assessor.domain.ids import AssessmentId
from assessor.domain.records import NarrativeSection
from ui.messages import explain
from ui.screens.walk.desk import Desk
from ui.screens.walk.undo_words import place_of, words_of
from ui.screens.walk.view import WalkView
from ui.widgets.saving_text import SavingText


class UndoPresenter(QObject):
    """In a text field that was typed in, the field's own undo comes first."""

    allowed = Signal(bool, bool)
    """Whether there is something to undo, and to redo."""

    def __init__(self, desk: Desk, view: WalkView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        desk.settling.add(self._tell_allowed)

    def undo(self) -> None:
        """Take back the last change of the open assessment."""
        field = _text_field()
        if field is not None:
            field.undo()
        else:
            self._apply(self._desk.workspace.assessments.undo, is_redo=False)

    def redo(self) -> None:
        """Set again what was undone last."""
        field = _text_field()
        if field is not None:
            field.redo()
        else:
            self._apply(self._desk.workspace.assessments.redo, is_redo=True)

    def _apply(self, call: Callable[[AssessmentId], Undone | None], *, is_redo: bool) -> None:
        before, instrument = self._desk.assessment, self._desk.instrument
        if before is None or instrument is None:
            return
        self._desk.leaving.emit()
        try:
            undone = call(before.id)
        except UserError as error:
            self._view.tell(explain(error))
            return
        if undone is None:
            return
        self._desk.publish(undone.changes)
        after = self._desk.assessment
        place = place_of(undone.address, instrument, (after or before, before))
        if place is not None:
            self._desk.go(place.step, place.key)
            self._focus(undone)
        self._view.tell(words_of(undone, instrument, is_redo=is_redo))

    def _focus(self, undone: Undone) -> None:
        if undone.address.field is Field.NARRATIVE:
            self._view.narrative.start(NarrativeSection(undone.address.subject))
        else:
            self._view.focus_page()

    def _tell_allowed(self) -> None:
        assessment = self._desk.assessment
        if assessment is None or assessment.is_locked:
            self.allowed.emit(False, False)
            return
        state = self._desk.workspace.assessments.undo_state(assessment.id)
        self.allowed.emit(state.undo is not None, state.redo is not None)


def _text_field() -> QLineEdit | SavingText | None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and not focus.isReadOnly():
        return focus
    if isinstance(focus, SavingText) and not focus.isReadOnly() and focus.has_steps:
        return focus
    return None
