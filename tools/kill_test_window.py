"""The window that tools/kill_test.py kills: an assessor types at random, every save is printed.

Lines are JSON, flushed one by one. `opened` and `at` name the place that is shown, `will` comes
before a key with what it may change, `saved` when the window says so in its status bar.
"""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QWidget

from assessor.domain.changes import Changes, Topic
from assessor.domain.score import AnswerKey
from assessor.services.surroundings import Surroundings
from ui.application import Application, Setting
from ui.preferences import Preferences
from ui.screens.walk.question_table import QuestionTable
from ui.screens.walk.region_model import PROGRESS_ROLE
from ui.widgets.saving_text import SavingText

Key = Qt.Key
Part = TypeVar("Part", bound=QWidget)
PLAIN: Final = Qt.KeyboardModifier.NoModifier
LONGEST_PAUSE: Final = 25
"""Milliseconds between two keys."""
LONG_PAUSE: Final = 500
"""Milliseconds; longer than a note waits for its save."""
LONG_PAUSES: Final = 0.03
"""How many of the pauses."""
REGIONS: Final = ("denpasar", "sleman", "batang", "surakarta")
LETTERS: Final = "abcdefghij klmno"
SAVES: Final = {Topic.SCORES: "score", Topic.NOTES: "note"}


class Assessor(QObject):
    """Walks, scores and writes notes with the keyboard, one key at a time."""

    def __init__(self, application: Application, chance: random.Random) -> None:
        super().__init__(application)
        self._window = application.window
        self._chance = chance
        self._to_type = ""
        self._field: list[str | None] = []
        self._text = ""
        self._will: list[Any] = []
        if application.session is None:
            raise SystemExit("no workspace is open")
        application.session.events.changed.connect(self._acknowledge)
        application.window.first_painted.connect(self._begin)

    def _begin(self) -> None:
        self._window.activateWindow()
        say({"opened": self._place()})
        self._go_on()

    def _go_on(self) -> None:
        self._act()
        say({"at": self._place()})
        pause = LONG_PAUSE if self._chance.random() < LONG_PAUSES else LONGEST_PAUSE
        QTimer.singleShot(self._chance.randint(0, pause), self._go_on)

    def _act(self) -> None:
        if self._to_type:
            self._type_on()
            return
        table = self._table()
        if not table.isVisible():
            # No region is open, or the step asks no questions.
            self._jump()
            return
        table.setFocus()
        acts: dict[Callable[[], None], int] = {
            self._score: 66,
            self._begin_note: 12,
            self._set_aside: 5,
            self._clear: 4,
            self._walk_on: 12,
            self._jump: 1,
        }
        (act,) = self._chance.choices(list(acts), list(acts.values()))
        act()

    def _score(self) -> None:
        points = self._chance.randint(0, 4)
        self._intend(self._key(), {"points": points}, self._next_place())
        self._press(Key(Key.Key_0.value + points))

    def _clear(self) -> None:
        self._intend(self._key(), None, self._place())
        self._press(Key.Key_Delete)

    def _set_aside(self) -> None:
        # A reason is kept as one line: runs of spaces become one.
        reason = " ".join(self._word().split())
        self._press(Key.Key_N)
        field = self._part(QLineEdit, "reason")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, reason)
        self._intend(self._key(), {"reason": reason}, self._next_place())
        self._press(Key.Key_Return)
        self._press(Key.Key_Escape)

    def _begin_note(self) -> None:
        self._press(Key.Key_Return)
        note = self._note()
        QTest.keyClick(note, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        key = self._table().current_key()
        participant = self._place()[0]
        if key is None:
            return
        # A programme has one note for all its questions.
        question = None if key.programme else key.question
        self._field = ["note", participant, question, key.programme]
        self._text = note.text()
        self._to_type = self._word() + " "
        say({"will": [self._field, self._text + self._to_type, self._place()]})

    def _type_on(self) -> None:
        letter, self._to_type = self._to_type[0], self._to_type[1:]
        note = self._note()
        # Set before the key: leaving the field in its course would save this text.
        self._text += letter
        QTest.keyClicks(note, letter)
        if not self._to_type and self._chance.choice([True, False]):
            QTest.keyClick(note, Key.Key_Escape)

    def _walk_on(self) -> None:
        step = self._chance.choice([Key.Key_Right, Key.Key_Right, Key.Key_Left])
        question = self._chance.choice([Key.Key_Down, Key.Key_Up, Key.Key_PageUp])
        say({"will": [None, None, [self._place()[0], None, None, None]]})
        if self._chance.choice([True, False]):
            self._press(step, Qt.KeyboardModifier.ControlModifier)
        else:
            self._press(question)

    def _jump(self) -> None:
        say({"will": [None, None, [None, None, None, None]]})
        search = self._part(QLineEdit, "region_search")
        QTest.keyClick(search, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        search.clear()
        QTest.keyClicks(search, self._chance.choice(REGIONS))
        QTest.keyClick(search, Key.Key_Return)

    def _intend(self, key: AnswerKey | None, value: object, place: list[str | None]) -> None:
        if key is not None:
            self._will = [["score", self._place()[0], key.question, key.programme], value]
            say({"will": [*self._will, place]})

    def _acknowledge(self, changes: Changes) -> None:
        """Print what was saved: the window shows the time of it in its status bar just now."""
        for topic in changes.topics & SAVES.keys():
            saved = [self._field, self._text] if topic is Topic.NOTES else self._will
            say({"saved": saved})

    def _place(self) -> list[str | None]:
        """Return region, step, question and programme as the window shows them."""
        regions = self._part(QListView, "regions")
        progress = regions.currentIndex().data(PROGRESS_ROLE)
        key = self._key() if self._table().isVisible() else None
        steps = (
            button.objectName().removeprefix("step_")
            for button in self._window.findChildren(QAbstractButton)
            if button.isChecked() and button.objectName().startswith("step_")
        )
        return [
            None if progress is None else progress.participant.id,
            next(steps, None),
            None if key is None else key.question,
            None if key is None else key.programme,
        ]

    def _next_place(self) -> list[str | None]:
        """Return where the walk goes after a score: the next question, at the last one it stays."""
        table, place = self._table(), self._place()
        rows = table.questions.question_rows()
        row = table.currentIndex().row()
        after = rows[min(rows.index(row) + 1, len(rows) - 1)]
        line = table.questions.question(after)
        return place if line is None else [*place[:2], line.key.question, line.key.programme]

    def _key(self) -> AnswerKey | None:
        return self._table().current_key()

    def _table(self) -> QuestionTable:
        return self._part(QuestionTable, "questions")

    def _note(self) -> SavingText:
        return self._part(SavingText, "note")

    def _part(self, kind: type[Part], name: str) -> Part:
        found = self._window.findChild(kind, name)
        if found is None:
            raise LookupError(name)
        return found

    def _word(self) -> str:
        return "".join(self._chance.choices(LETTERS, k=self._chance.randint(3, 9))).strip() or "a"

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._table(), key, modifier)


def say(line: dict[str, Any]) -> None:
    """Print one line that outlives this process."""
    print(json.dumps(line), flush=True)


def main(workspace: Path, seed: str) -> int:
    """Show the real window on `workspace` and type until killed."""
    qt = QApplication(sys.argv[:1])
    setting = Setting(
        preferences=Preferences(workspace.with_name("window.ini")),
        surroundings=Surroundings.real(),
        language="id",
    )
    application = Application(qt, setting)
    if not application.start(workspace):
        return 1
    Assessor(application, random.Random(seed))
    return qt.exec()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
