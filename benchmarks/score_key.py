"""Score with the keyboard in the real window, and measure from each key to the paint.

Prints {"keys": [seconds ...], "pauses": [seconds ...]}: the pauses are the longest that the event
loop was held up by what follows a score, which is how long the next key may have to wait.
"""

import json
import random
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from benchmarks.window import Bench, Paints, press, until_painted
from ui.screens.walk.question_table import QuestionTable

KEYS: Final = 200
WARM_UP: Final = 10
SEED: Final = 1


def main(workspace: Path) -> None:
    """Score the questions of a dimension over and over."""
    bench = Bench(QApplication(sys.argv[:1]), workspace)
    table = bench.part(QuestionTable, "questions")
    table.setFocus()
    paints = Paints(table.viewport())
    chance = random.Random(SEED)
    keys, pauses = [], []
    for number in range(KEYS + WARM_UP):
        line = table.current_line()
        rows = table.questions.question_rows()
        if line is None or table.currentIndex().row() == rows[-1]:
            table.setCurrentIndex(table.questions.index(rows[0], 2))
            line = table.current_line()
        bench.settle()
        # Another score than the one that stands there, so that there is something to save.
        points = chance.choice(
            [one for one in range(5) if line is None or one != line.answer.score.points]
        )
        key = Qt.Key(Qt.Key.Key_0.value + points)
        seconds = until_painted(press(table, key, Qt.KeyboardModifier.NoModifier), paints)
        pause = bench.settle()
        if number >= WARM_UP:
            keys.append(seconds)
            pauses.append(pause)
    print(json.dumps({"keys": keys, "pauses": pauses}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
