"""Commit a score with its line in the change log, in turn with two raw inserts; print both medians.

{"ours": seconds, "floor": seconds}, in one process and on one disk.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from assessor.domain.score import AnswerKey, Score
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from benchmarks.floors.commit import RawCommits

COMMITS: Final = 500
WARM_UP: Final = 20


def seconds_of(act: Callable[[], object]) -> float:
    """Return how long `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main(path: Path) -> None:
    """Score the same questions with other points, again and again."""
    floors_path = path.with_name("floor.sqlite")
    with (
        open_workspace(path, Surroundings.real()) as workspace,
        closing(RawCommits(floors_path)) as floor,
    ):
        (round_,) = workspace.rounds.all()
        participant = workspace.rounds.participants(round_.id)[0]
        assessment = workspace.assessments.open(participant.id)
        questions = workspace.rounds.instrument_of(participant).dimensions[0].questions
        ours, raw = [], []
        for number in range(COMMITS + WARM_UP):
            key = AnswerKey(questions[number % len(questions)].key)
            score = Score(number // len(questions) % 5)
            mine = seconds_of(partial(workspace.assessments.score, assessment, key, score))
            bare = seconds_of(partial(floor.commit, key.question, number))
            if number >= WARM_UP:
                ours.append(mine)
                raw.append(bare)
    print(json.dumps({"ours": statistics.median(ours), "floor": statistics.median(raw)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
