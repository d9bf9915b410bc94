"""The questions of the open step: scores, notes, reasons, marks."""

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import QObject

from assessor.domain.changes import Changes
from assessor.domain.errors import UserError
from assessor.domain.ids import AssessmentId
from assessor.domain.instrument import Question
from assessor.domain.records import NO_ANSWER, Answer
from assessor.domain.score import BLANK, AnswerKey, Score
from resources.i18n import language
from ui.messages import explain
from ui.screens.walk.desk import Desk
from ui.screens.walk.details import detail_of
from ui.screens.walk.lines import Spread, city_questions, lines_of, programme_questions
from ui.screens.walk.places import first_open, is_there
from ui.screens.walk.question_model import Column
from ui.screens.walk.view import WalkView

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
        self._note_key: AnswerKey | None = None
        self._note_target: Hashable = None
        self._refused_notes: dict[Hashable, tuple[str, UserError]] = {}
        """Notes that could not be saved, as they were typed, and why."""
        desk.leaving.connect(view.detail.note.flush)
        desk.leaving.connect(view.detail.reason.flush)
        desk.went.connect(self.show)
        desk.read_again.connect(self.show_again)
        self._listen()

    def show(self) -> None:
        """Show the open step, if it is a dimension, at the question where the desk stands."""
        dimension, assessment = self._desk.dimension, self._desk.assessment
        if dimension is None or assessment is None:
            return
        key = self._desk.key
        if key is None or not is_there(self._question(key), key, assessment):
            key = first_open(dimension, assessment)
        self._show_lines(key)
        if key is not None:
            self._desk.stand_at(key)
        self._view.show_page(self._view.questions)
        self._show_detail()

    def show_again(self) -> None:
        """Show what changed at the questions that are shown."""
        if self._desk.dimension is not None and self._desk.assessment is not None:
            key = self._desk.key
            if key is not None and not is_there(self._question(key), key, self._desk.assessment):
                self.show()
                return
            self._show_lines(key)
            if not self._is_moving_on:
                self._show_detail()

    def _listen(self) -> None:
        table, detail = self._view.table, self._view.detail
        table.moved.connect(self._move)
        table.point_typed.connect(self._score_and_move_on)
        table.point_given.connect(self._score)
        table.cleared.connect(self._clear)
        table.mark_toggled.connect(self._mark)
        table.not_applicable_wanted.connect(self._ask_reason)
        table.note_wanted.connect(self._write_note)
        detail.reason.given.connect(self._set_aside)
        detail.reason.kept.connect(self._keep_reason)
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
        line = self._view.table.current_line()
        instrument, assessment = self._desk.instrument, self._desk.assessment
        self._view.detail.setVisible(line is not None)
        if line is None or instrument is None or assessment is None:
            return
        content = detail_of(line, instrument, assessment)
        self._note_key, self._note_target = line.key, content.note_target
        refused = self._refused_notes.get(content.note_target)
        if refused is None:
            self._view.detail.show_content(content)
        else:
            self._view.detail.show_content(replace(content, note=refused[0]))
            self._view.detail.show_problem(explain(refused[1]))

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

    def _set_aside(self, reason: str) -> None:
        key = self._view.table.current_key()
        if key is None:
            return
        try:
            score = Score.not_applicable(reason)
        except UserError as error:
            self._tell(error)
            return
        if self._give(key, score):
            self._view.table.setFocus()
            self._view.table.move_on()

    def _keep_reason(self, reason: str) -> None:
        if self._note_key is not None:
            self._give(self._note_key, Score.not_applicable(reason))

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

    def _save_note(self, text: str, edit: str) -> None:
        if self._note_key is None:
            return
        refused = self._desk.edit(self._note_call(self._note_key, text, edit))
        if refused is None:
            self._refused_notes.pop(self._note_target, None)
        else:
            self._refused_notes[self._note_target] = (text, refused)
        self._tell(refused)

    def _note_call(self, key: AnswerKey, text: str, edit: str) -> Callable[[AssessmentId], Changes]:
        assessments, programme = self._desk.workspace.assessments, key.programme
        if programme is None:
            return lambda opened: assessments.write_note(opened, key, text, edit)
        return lambda opened: assessments.write_programme_note(opened, programme, text, edit)

    def _back_to_table(self) -> None:
        self._view.detail.note.flush()
        self._view.table.setFocus()

    def _tell(self, refused: UserError | None) -> bool:
        """Say at the question why an edit was refused; returns whether it was made."""
        self._view.detail.show_problem("" if refused is None else explain(refused))
        return refused is None
