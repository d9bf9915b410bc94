"""Kill the window at random moments while scores and notes come in, and look for what is missing.

    python -m tools.kill_test [--times 200] [--seed 1] [--longest 1.5]

Each time the real window (tools/kill_test_window.py) is started on one workspace, opens where the
last one was killed, and is killed again. Then the workspace is examined: it is whole, everything
the window called saved is there, and the place is the one that was shown. Exit status 1 on any
loss. The same seed types the same keys; the moment of the kill depends on the machine.
"""

import argparse
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from assessor.domain.edits import score_value
from assessor.domain.ids import ParticipantId, ProgrammeId, QuestionKey
from assessor.domain.records import Assessment
from assessor.domain.score import AnswerKey
from assessor.services.backups import defects
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace

ROOT: Final = Path(__file__).resolve().parent.parent
PATIENCE: Final = 60.0
"""Seconds for the window to open; more means that it asks something or hangs."""
Where: TypeAlias = tuple[str, str, str | None, str | None]
"""Score or note; participant, question, programme."""
Place: TypeAlias = tuple[str | None, ...]
"""Participant, step, question, programme; None is anything where it is only intended."""


@dataclass
class Expected:
    """What the windows so far said, and what the last key may have changed beyond it."""

    saved: dict[Where, Any] = field(default_factory=dict)
    pending: dict[Where, Any] = field(default_factory=dict)
    place: Place | None = None
    next_place: Place | None = None
    saves: int = 0

    def hear(self, line: dict[str, Any]) -> None:
        """Take one line of a window in."""
        if "will" in line:
            where, value, place = line["will"]
            self.next_place = tuple(place)
            if where is not None:
                self.pending[_where(where)] = value
        elif "saved" in line:
            where, value = line["saved"]
            self.saved[_where(where)] = value
            self.saves += 1
        else:
            # The key is dealt with; only a note may still wait for its save.
            self.pending = {one: text for one, text in self.pending.items() if one[0] == "note"}
            self.place, self.next_place = tuple(line.get("at") or line["opened"]), None

    def fits(self, where: Where, found: object) -> bool:
        """Tell whether what is stored is what was said to be saved, or was just being saved."""
        saved = self.saved.get(where, "" if where[0] == "note" else None)
        if found == saved:
            return True
        if where not in self.pending:
            return False
        if where[0] == "score":
            return bool(found == self.pending[where])
        # A note that is being typed only grows.
        text = str(found)
        return text.startswith(str(saved)) and str(self.pending[where]).startswith(text)

    def leads_to(self, place: Place) -> bool:
        """Tell whether `place` was shown last, or was just being gone to."""
        if self.place is None or place == self.place:
            return True
        wanted = self.next_place
        return wanted is not None and all(
            intended in (None, found) for intended, found in zip(wanted, place, strict=True)
        )

    def settle(self, stored: Mapping[Where, Any]) -> None:
        """Take what is stored now for said: the unfinished key is done or never was."""
        for where in self.pending:
            self.saved[where] = stored[where]
        self.pending, self.next_place = {}, None


class Window:
    """One run of the window; its lines arrive while it lives and after its death."""

    def __init__(self, workspace: Path, seed: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.kill_test_window", str(workspace), seed],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def first_line(self) -> dict[str, Any]:
        """Wait for the window to open; raises queue.Empty where it does not."""
        line = self._lines.get(timeout=PATIENCE)
        if line is None:
            raise queue.Empty
        return dict(json.loads(line))

    def kill(self) -> Iterator[dict[str, Any]]:
        """Kill the process (SIGKILL, on Windows TerminateProcess); yield what it still said."""
        self._process.kill()
        self._process.wait()
        while (line := self._lines.get(timeout=PATIENCE)) is not None:
            # What was cut off in the middle was not said.
            if line.endswith("\n"):
                yield dict(json.loads(line))

    def _read(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as lines:
                for line in lines:
                    self._lines.put(line)
        self._lines.put(None)


def examine(path: Path, expected: Expected) -> list[str]:
    """Return what is wrong with the workspace after a kill."""
    found = [f"the file: {defect}" for defect in defects(path)]
    with open_workspace(path, Surroundings.real()) as workspace:
        stored = _stored(workspace, expected.saved | expected.pending)
        for where, value in stored.items():
            if not expected.fits(where, value):
                found.append(f"{where}: saved {expected.saved.get(where)!r}, found {value!r}")
        position = workspace.positions.last()
        if position is not None:
            key = position.key
            place = (
                position.participant,
                position.step,
                None if key is None else key.question,
                None if key is None else key.programme,
            )
            if not expected.leads_to(place):
                found.append(f"the place: shown {expected.place}, found {place}")
            # A step without a question is opened at its first blank one, and then remembered.
            expected.place = place if key is not None else None
    expected.settle(stored)
    return found


def kill_again(path: Path, seed: str, delay: float, expected: Expected) -> list[str]:
    """Open the window, kill it after `delay` seconds, and return what is wrong then."""
    window = Window(path, seed)
    try:
        opened = window.first_line()
    except queue.Empty:
        list(window.kill())
        return ["the window did not open"]
    problems = []
    if not expected.leads_to(tuple(opened["opened"])):
        problems.append(f"opened at {opened['opened']} instead of {expected.place}")
    expected.hear(opened)
    time.sleep(delay)
    for line in window.kill():
        expected.hear(line)
    return problems + examine(path, expected)


def begin(path: Path) -> None:
    """Make a workspace with the round of 2020."""
    with open_workspace(path, Surroundings.real()) as workspace:
        workspace.people.introduce("Asesor Contoh", "Universitas Contoh")
        workspace.rounds.create_sample()


def run(folder: Path, times: int, seed: int, longest: float) -> int:
    """Kill `times` times, print what is wrong and a summary; return the exit status."""
    path = folder / "penilaian.sqlite"
    begin(path)
    chance = random.Random(seed)
    expected = Expected()
    lost = 0
    for number in range(1, times + 1):
        for problem in kill_again(path, f"{seed}/{number}", chance.uniform(0, longest), expected):
            lost += 1
            print(f"kill {number}: {problem}", file=sys.stderr, flush=True)
        if sys.stderr.isatty():
            print(f"\r{number}/{times}", end="", file=sys.stderr, flush=True)
    print(f"{times} kills, {expected.saves} saves acknowledged, {lost} problems, seed {seed}")
    return 1 if lost or not expected.saves else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with the arguments of the command line."""
    parser = argparse.ArgumentParser(description="Kill the window and look for lost work.")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=1.5, help="seconds before a kill, at most")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="assessor-kill-") as folder:
        return run(Path(folder), chosen.times, chosen.seed, chosen.longest)


def _where(fields: Sequence[Any]) -> Where:
    kind, participant, question, programme = fields
    return (kind, participant, question, programme)


def _stored(workspace: Workspace, places: Iterable[Where]) -> dict[Where, Any]:
    assessments: dict[str, Assessment] = {}
    stored: dict[Where, Any] = {}
    for where in places:
        kind, participant, question, programme = where
        if participant not in assessments:
            opened = workspace.assessments.open(ParticipantId(participant))
            assessments[participant] = workspace.assessments.get(opened)
        assessment = assessments[participant]
        programme_id = None if programme is None else ProgrammeId(programme)
        answer = assessment.answer(AnswerKey(QuestionKey(question or ""), programme_id))
        if kind == "score":
            stored[where] = score_value(answer.score)
        elif programme_id is None:
            stored[where] = answer.note
        else:
            stored[where] = assessment.programme_notes.get(programme_id, "")
    return stored


if __name__ == "__main__":
    raise SystemExit(main())
