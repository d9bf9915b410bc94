"""An assessor at the keyboard of a real walk on a real workspace."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessor.domain.ids import QuestionKey, RoundId
from assessor.domain.instrument import Instrument
from assessor.domain.records import Assessment, Participant
from assessor.domain.result import answer_keys
from assessor.domain.score import AnswerKey, Score
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from ui.events import AppEvents
from ui.screens.walk.question_model import Column
from ui.screens.walk.question_table import QuestionTable
from ui.screens.walk.screen import WalkScreen
from ui.screens.walk.step_bar import StepBar
from ui.widgets.score_cells import button_rect

DENPASAR = "KOTA DENPASAR"
BADUNG = "KAB. BADUNG"
SIZE = (1366, 700)


@dataclass
class Walker:
    """What an assessor does and sees, in words."""

    qtbot: QtBot
    workspace: Workspace
    round: RoundId
    screen: WalkScreen
    events: AppEvents
    answers: Answers

    @property
    def widget(self) -> QWidget:
        return self.screen.widget

    @property
    def table(self) -> QuestionTable:
        return find(self.widget, QuestionTable, "questions")

    def participant(self, name: str) -> Participant:
        (found,) = (
            one for one in self.workspace.rounds.participants(self.round) if one.region.name == name
        )
        return found

    def open(self, name: str = DENPASAR) -> None:
        """Jump to a region by Ctrl+K, its name and Enter."""
        self.keys("Ctrl+K")
        self.type(name)
        self.keys("Return")
        self.settle()

    def keys(self, *sequences: str) -> None:
        """Press keys where the focus is; shortcuts of the walk reach their actions."""
        for sequence in sequences:
            QTest.keySequence(self._focus(), QKeySequence(sequence))

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def settle(self) -> None:
        """Let what follows from an edit happen."""
        self.screen.leave()
        QApplication.processEvents()

    def click_score(self, key: AnswerKey, place: int) -> None:
        """Click a painted button of a question."""
        row = self.table.questions.row_of(key)
        assert row is not None
        cell = self.table.visualRect(self.table.questions.index(row, Column.SCORE))
        button = button_rect(cell, place, self.table.fontMetrics())
        QTest.mouseClick(
            self.table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            button.center(),
        )

    def turn_wheel(self, widget: QWidget) -> None:
        """Turn the mouse wheel down over the middle of a widget."""
        centre = QPointF(widget.rect().center())
        event = QWheelEvent(
            centre,
            QPointF(widget.mapToGlobal(centre.toPoint())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def step(self) -> str:
        """Return the step that is open."""
        position = self.workspace.positions.last()
        assert position is not None
        return position.step

    def question(self) -> QuestionKey:
        """Return the current question."""
        key = self.table.current_key()
        assert key is not None
        return key.question

    def text(self, name: str) -> str:
        """Return what a label says."""
        return find(self.widget, QLabel, name).text()

    def is_told(self, name: str) -> bool:
        """Return whether a label is shown."""
        return not find(self.widget, QLabel, name).isHidden()

    def steps(self) -> list[str]:
        """Return the names on the steps."""
        bar = find(self.widget, StepBar, "step_bar")
        return [button.text() for button in bar.findChildren(QAbstractButton)]

    def saved(self, name: str = DENPASAR) -> Assessment:
        """Return what the workspace holds of my assessment of a region."""
        opened = self.workspace.assessments.open(self.participant(name).id)
        return self.workspace.assessments.get(opened)

    def instrument(self, name: str = DENPASAR) -> Instrument:
        return self.workspace.rounds.instrument_of(self.participant(name))

    def score_all(self, name: str = DENPASAR, points: int = 2) -> None:
        """Give every question of a region points, past the window."""
        assessment = self.saved(name)
        for question in self.instrument(name).questions.values():
            for key in answer_keys(question, assessment):
                self.workspace.assessments.score(assessment.id, key, Score(points))

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        return self.widget if focus is None else focus


def begin(
    qtbot: QtBot, workspace: Workspace, surroundings: Surroundings, answers: Answers
) -> Walker:
    """Return a walker before the 2020 round, no region open."""
    if workspace.people.me() is None:
        workspace.people.introduce("Ayu Lestari", "Universitas Contoh")
    return again(qtbot, workspace, surroundings, answers, workspace.rounds.create_sample())


def again(
    qtbot: QtBot,
    workspace: Workspace,
    surroundings: Surroundings,
    answers: Answers,
    round_id: RoundId,
) -> Walker:
    """Return a walker in a new window on `round_id`."""
    events = AppEvents()
    screen = WalkScreen(workspace, events, answers, surroundings)
    screen.show_round(round_id)

    def leave(_widget: QWidget) -> None:
        screen.leave()

    qtbot.addWidget(screen.widget, before_close_func=leave)
    screen.widget.resize(*SIZE)
    with qtbot.waitActive(screen.widget):
        screen.widget.show()
        screen.widget.activateWindow()
    return Walker(qtbot, workspace, round_id, screen, events, answers)
