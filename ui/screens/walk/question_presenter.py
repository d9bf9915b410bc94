"""The questions of the open step: scores, notes, reasons, marks."""

from dataclasses import replace

from PySide6.QtCore import QObject

from assessor.domain.changes import Changes
from assessor.domain.errors import UserError
from assessor.domain.instrument import Question
from assessor.domain.open_work import can_be_answered, where_to_begin
from assessor.domain.records import NO_ANSWER, Answer
from assessor.domain.score import BLANK, AnswerKey, Score
from resources.i18n import gettext as _
from resources.i18n import language
from ui.messages import explain
from ui.screens.walk.desk import Desk, dimension_of
from ui.screens.walk.detail_panel import (
    DetailContent,
    ProgrammeNote,
    QuestionNote,
    ReasonTarget,
)
from ui.screens.walk.details import detail_of
from ui.screens.walk.lines import Spread, city_questions, lines_of, programme_questions
from ui.screens.walk.question_model import Column
from ui.screens.walk.view import WalkView
from ui.widgets.unsaved import Typed

ABOUT_A_PROGRAMME = frozenset({Column.NOTE, Column.EVIDENCE, Column.PREVIOUS})
"""Columns that are empty there: note and evidence are the programme's, last year had others."""


class QuestionPresenter(QObject):
    """Shows the open dimension and turns keys and clicks into edits."""

    def __init__(self, desk: Desk, view: WalkView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._is_showing = False
        self._is_moving_on = False
        desk.leaving.connect(view.detail.note.flush)
        desk.leaving.connect(view.detail.reason.flush)
        desk.went.connect(self.show)
        desk.read_again.connect(self.show_again)
        desk.previous_known.connect(self._show_previous)
        self._listen()

    def show(self) -> None:
        """Show the open step, if it is a dimension, at the question where the desk stands."""
        dimension, assessment = self._desk.dimension, self._desk.assessment
        if dimension is None or assessment is None:
            return
        key = self._desk.key
        if key is None or not can_be_answered(self._question(key), key, assessment):
            key = where_to_begin(dimension, assessment)
        self._show_lines(key)
        if key is not None:
            self._desk.stand_at(key)
        self._view.show_page(self._view.questions)
        # What is typed next belongs to the question at once; its words are laid out after a paint.
        self._show_fields()
        self._desk.settling.postpone(self._show_words)

    def show_again(self) -> None:
        """Show what changed at the questions that are shown."""
        key, assessment = self._desk.key, self._desk.assessment
        if self._desk.dimension is None or assessment is None:
            return
        if key is not None and not can_be_answered(self._question(key), key, assessment):
            self.show()
            return
        self._show_lines(key)
        if not self._is_moving_on:
            self._show_detail()

    def _show_previous(self) -> None:
        self._show_lines(self._desk.key)

    def _listen(self) -> None:
        table, detail = self._view.table, self._view.detail
        table.moved.connect(self._move)
        table.point_typed.connect(self._score_and_move_on)
        table.point_given.connect(self._score)
        table.cleared.connect(self._clear)
        table.end_reached.connect(self._tell_end)
        table.mark_toggled.connect(self._mark)
        table.not_applicable_wanted.connect(self._ask_reason)
        table.note_wanted.connect(self._write_note)
        detail.reason.given.connect(self._set_aside)
        detail.reason.kept.connect(self._save_reason)
        detail.note.typed.connect(self._save_note)
        detail.mark_toggled.connect(self._mark_current)
        detail.left.connect(self._back_to_table)

    def _show_lines(self, key: AnswerKey | None) -> None:
        dimension, assessment = self._desk.dimension, self._desk.assessment
        if dimension is None or assessment is None:
            return
        programme = None if key is None else key.programme
        questions = city_questions(dimension)
        if programme is not None:
            questions = programme_questions(dimension)
        spread = Spread(assessment, language(), self._desk.previous_values)
        left_out = ABOUT_A_PROGRAMME if programme is not None else frozenset()
        table = self._view.table
        table.set_read_only(assessment.is_locked)
        self._is_showing = True
        table.show_lines(lines_of(questions, spread, programme), left_out)
        if key is not None:
            table.go_to(key)
        self._is_showing = False

    def _show_detail(self) -> None:
        self._show_fields()
        self._show_words()

    def _show_fields(self) -> None:
        content = self._detail()
        self._view.detail.setVisible(content is not None)
        if content is not None:
            self._view.detail.show_fields(content)
            self._tell(None)

    def _show_words(self) -> None:
        content = self._detail()
        if content is not None:
            self._view.detail.show_words(content)

    def _detail(self) -> DetailContent | None:
        line = self._view.table.current_line()
        instrument, assessment = self._desk.instrument, self._desk.assessment
        if line is None or instrument is None or assessment is None:
            return None
        return detail_of(line, instrument, assessment)

    def _question(self, key: AnswerKey) -> Question | None:
        dimension = self._desk.dimension
        questions = () if dimension is None else dimension.questions
        return next((one for one in questions if one.key == key.question), None)

    def _move(self, key: AnswerKey) -> None:
        if self._is_showing:
            return
        self._view.detail.note.flush()
        self._desk.stand_at(key)
        self._show_detail()

    def _score_and_move_on(self, key: AnswerKey, points: int) -> None:
        self._is_moving_on = True
        was_given = self._score(key, points)
        self._is_moving_on = False
        if was_given:
            self._view.table.move_on()
            self._show_detail()

    def _tell_end(self) -> None:
        """Say that the last question is answered, and where it goes on."""
        dimension, steps = self._desk.dimension, self._desk.steps
        if dimension is None or self._desk.instrument is None:
            return
        following = dimension_of(self._desk.instrument, steps[steps.index(dimension.key) + 1])
        if self._view.programmes.isVisible():
            text = _("That was the last question here. Shift+F6 leads to the list of programmes.")
        elif following is None:
            text = _("That was the last question of this step. Ctrl+→ goes on.")
        else:
            text = _("That was the last question of this step. Ctrl+→ goes on to {step}.")
            text = text.format(step=following.name.in_language(language()))
        self._view.tell(text)

    def _score(self, key: AnswerKey, points: int) -> bool:
        return self._give(key, Score(points=points))

    def _clear(self, key: AnswerKey) -> None:
        self._give(key, BLANK)

    def _give(self, key: AnswerKey, score: Score) -> bool:
        assessments = self._desk.workspace.assessments
        answer = replace(self._answer(key), score=score)
        return self._tell(
            self._desk.edit_answer(
                key, answer, lambda opened: assessments.score(opened, key, score)
            )
        )

    def _answer(self, key: AnswerKey) -> Answer:
        return NO_ANSWER if self._desk.assessment is None else self._desk.assessment.answer(key)

    def _ask_reason(self, key: AnswerKey) -> None:
        if self._desk.is_read_only:
            self._give(key, BLANK)
            return
        self._view.table.go_to(key)
        self._view.detail.reason.ask()

    def _set_aside(self, typed: Typed) -> None:
        if self._save_reason(typed):
            self._view.table.setFocus()
            self._view.table.move_on()

    def _save_reason(self, typed: Typed) -> bool:
        target, assessments = typed.target, self._desk.workspace.assessments
        if not isinstance(target, ReasonTarget):
            return False
        refused = self._desk.save(
            lambda: assessments.score(
                target.assessment, target.key, Score.not_applicable(typed.text)
            )
        )
        if refused is None:
            self._view.detail.reason.saved(typed)
        else:
            self._view.detail.reason.refused(typed, refused)
        return self._tell(refused)

    def _mark_current(self) -> None:
        key = self._view.table.current_key()
        if key is not None:
            self._mark(key)

    def _mark(self, key: AnswerKey) -> None:
        assessments = self._desk.workspace.assessments
        answer = replace(self._answer(key), is_marked=not self._answer(key).is_marked)
        self._tell(
            self._desk.edit_answer(
                key, answer, lambda opened: assessments.mark(opened, key, answer.is_marked)
            )
        )

    def _write_note(self) -> None:
        if self._view.table.current_key() is not None:
            self._view.detail.note.setFocus()
            self._view.detail.ensureWidgetVisible(self._view.detail.note)

    def _save_note(self, typed: Typed) -> None:
        refused = self._desk.save(lambda: self._write(typed))
        if refused is None:
            self._view.detail.note.saved(typed)
        else:
            self._view.detail.note.refused(typed, refused)
        self._tell(None)

    def _write(self, typed: Typed) -> Changes:
        assessments, text, edit = self._desk.workspace.assessments, typed.text, typed.token
        match typed.target:
            case ProgrammeNote(assessment, programme):
                return assessments.write_programme_note(assessment, programme, text, edit)
            case QuestionNote(assessment, question):
                return assessments.write_note(assessment, AnswerKey(question), text, edit)
        return Changes()

    def _back_to_table(self) -> None:
        self._view.detail.note.flush()
        self._view.table.setFocus()

    def _tell(self, refused: UserError | None) -> bool:
        """Say at the question why an edit was refused, or that a text is not saved yet.

        Returns whether the edit was made.
        """
        detail = self._view.detail
        why = refused or detail.note.refusal or detail.reason.refusal
        detail.show_problem("" if why is None else explain(why))
        return refused is None
