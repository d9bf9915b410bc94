"""Below the table: the current question whole, its scale, note, reason, evidence and mark."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import AssessmentId, ProgrammeId, QuestionKey
from assessor.domain.records import Evidence
from assessor.domain.score import AnswerKey
from resources.i18n import gettext as _
from ui.screens.walk.reason_field import ReasonField
from ui.theme import Status, enlarge, set_role
from ui.widgets.evidence_list import EvidenceList
from ui.widgets.saving_text import SavingText

TWO_COLUMNS_FROM = 460
"""Pixels; a narrower panel puts the note below the question."""


@dataclass(frozen=True, slots=True)
class QuestionNote:
    """The note on a question."""

    assessment: AssessmentId
    question: QuestionKey


@dataclass(frozen=True, slots=True)
class ProgrammeNote:
    """The note on a programme, whichever of its questions is current."""

    assessment: AssessmentId
    programme: ProgrammeId


@dataclass(frozen=True, slots=True)
class ReasonTarget:
    """What a reason belongs to."""

    assessment: AssessmentId
    key: AnswerKey


@dataclass(frozen=True, slots=True)
class DetailContent:
    """One question as the panel shows it, worded."""

    context: str
    question: str
    scale: str
    """The levels, one on each line."""
    note_title: str
    note_target: QuestionNote | ProgrammeNote
    note: str
    evidence: tuple[Evidence, ...]
    reason_target: ReasonTarget
    reason: str | None
    """Why the question does not apply; None where it does, or nothing was said."""
    is_marked: bool
    is_read_only: bool


class DetailPanel(QScrollArea):
    """Fields for everything about one question but its points."""

    mark_toggled = Signal()
    left = Signal()
    """Escape: back to the table."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_panel")
        self.note = SavingText(new_token)
        self.evidence = EvidenceList()
        self.reason = ReasonField()
        self._context, self._question, self._scale = QLabel(), QLabel(), QLabel()
        self._scale_title, self._note_title, self._problem = QLabel(), QLabel(), QLabel()
        self._mark = QCheckBox()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_words(self, content: DetailContent) -> None:
        """Show what is only read: the question whole, and its scale."""
        self._context.setText(content.context)
        self._question.setText(content.question)
        self._scale.setText(content.scale)

    def show_fields(self, content: DetailContent) -> None:
        """Show what is said of the question. What is being typed or was refused stays as typed.

        From here on, whatever is typed belongs to this question.
        """
        self._note_title.setText(content.note_title)
        self.note.setAccessibleName(content.note_title)
        self.note.show_text(content.note, content.note_target)
        self.reason.show_reason(content.reason, content.reason_target)
        self.evidence.show_evidence(content.evidence)
        self._mark.setChecked(content.is_marked)
        self._set_read_only(content.is_read_only)
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """Say beside the fields why something was refused; nothing for ""."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        if text:
            self.ensureWidgetVisible(self._problem)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self._scale_title.setText(_("Scale (examples, not official)"))
        self._mark.setText(_("Come back to it (M)"))
        self._mark.setAccessibleName(_("Mark the question to come back to it"))
        self.setAccessibleName(_("Details of the question"))
        self.reason.retranslate()
        self.evidence.retranslate()

    def _set_read_only(self, is_read_only: bool) -> None:
        if self.note.isReadOnly() != is_read_only:
            self.note.setReadOnly(is_read_only)
        self._mark.setEnabled(not is_read_only)
        self.reason.set_read_only(is_read_only)
        self.evidence.set_read_only(is_read_only)

    def _connect(self) -> None:
        self._mark.clicked.connect(self.mark_toggled)
        for field in (self.note, self.evidence, self.reason):
            field.left.connect(self.left)

    def _lay_out(self) -> None:
        self._name_parts()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._columns = QHBoxLayout(inner)
        self._columns.setContentsMargins(8, 6, 8, 6)
        self._columns.setSpacing(16)
        self._columns.addLayout(self._question_column(), stretch=4)
        self._columns.addLayout(self._answer_column(), stretch=5)
        self.setWidget(inner)

    def _name_parts(self) -> None:
        for label, name in (
            (self._context, "question_context"),
            (self._question, "question_text"),
            (self._scale_title, "scale_title"),
            (self._scale, "scale"),
            (self._problem, "problem"),
        ):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        enlarge(self._question, 1.1)
        for label in (self._context, self._scale_title):
            set_role(label, "hint")
        set_role(self._problem, Status.PROBLEM)
        self._problem.hide()
        self._mark.setObjectName("mark")
        self.note.setObjectName("note")
        self._note_title.setBuddy(self.note)

    def _question_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for label in (self._context, self._question, self._scale_title, self._scale):
            column.addWidget(label)
        column.addStretch(1)
        return column

    def _answer_column(self) -> QVBoxLayout:
        above = QHBoxLayout()
        above.addWidget(self._note_title, stretch=1)
        above.addWidget(self._mark)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.reason)
        column.addWidget(self._problem)
        column.addLayout(above)
        column.addWidget(self.note, stretch=1)
        column.addWidget(self.evidence)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns below each other where there is no room beside."""
        wide = event.size().width() >= TWO_COLUMNS_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        super().resizeEvent(event)
