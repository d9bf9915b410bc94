"""Take the pictures of the guide: the real window on the 2020 round, with invented scores.

Everything that could differ from one run to the next is fixed: clock, identities, scores, size,
language, theme. What may still differ is the font of the desktop. The pictures go into docs/images,
or into the folder named on the command line.
"""

import datetime as dt
import itertools
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
IMAGES: Final = ROOT / "docs" / "images"
sys.path.insert(0, str(ROOT))
# Set before anything imports Qt: the pictures need no display, and times are Denpasar's.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "WITA-8"

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from assessor.domain.ids import AssessmentId, RoundId  # noqa: E402
from assessor.domain.records import Assessment, NarrativeSection, Participant  # noqa: E402
from assessor.domain.result import answer_keys  # noqa: E402
from assessor.domain.score import AnswerKey, Score  # noqa: E402
from assessor.services.evidence import EvidenceTarget  # noqa: E402
from assessor.services.positions import Position  # noqa: E402
from assessor.services.surroundings import Surroundings  # noqa: E402
from assessor.services.workspace import Workspace, open_workspace  # noqa: E402
from ui.application import Application, Setting  # noqa: E402
from ui.preferences import Preferences  # noqa: E402
from ui.theme import ThemeChoice  # noqa: E402

SIZE: Final = (1366, 768)
MORNING: Final = dt.datetime(2020, 11, 24, 1, 5, tzinfo=dt.UTC)
REST: Final = 300
"""Milliseconds; by then all that follows from opening a place is painted."""
SEED: Final = 2020
CHANCES: Final = (0, 2, 7, 14, 8)
"""How often each score from 0 to 4 is given, in parts."""
NOTES: Final = {
    0: "Perwali sudah terbit; salinan diterima saat wawancara.",
    1: "Dewan bertemu setiap triwulan; notulen lengkap untuk tahun ini.",
    4: "Perlu dilihat lagi: jumlah di paparan berbeda dengan laporan.",
}
BEGUN: Final = {"KOTA BOGOR": 0.3, "KOTA CIREBON": 0.9, "KOTA MAKASSAR": 0.6}
"""Other regions, and how much of each is scored."""
QUICK_WINS_DONE: Final = 0.55
STRENGTHS: Final = (
    "Dewan smart city aktif dan didukung anggaran\nData terbuka antarperangkat daerah"
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, and where the walk stands in it."""

    name: str
    step: str
    question: int | None = None
    """Place of the question in its dimension, from 0."""
    of_programme: bool = False
    """Whether it is asked about the first programme."""


SHOTS: Final = (
    Shot("walk", "baseline", 0),
    Shot("quick-win", "quick_win", 1, of_programme=True),
    Shot("review", "review"),
)


class Scene:
    """A workspace of somebody who is in the middle of Denpasar."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._chance = random.Random(SEED)
        workspace.people.introduce("Ayu Lestari", "Universitas Contoh")
        self.round: RoundId = workspace.rounds.create_sample()
        self.denpasar = self._region("KOTA DENPASAR")

    def fill(self) -> None:
        """Score some regions in part, and of Denpasar all but some of its programmes."""
        for name, share in BEGUN.items():
            self._score(self._region(name), share)
        self._annotate(self._score(self.denpasar, 1.0))

    def _region(self, name: str) -> Participant:
        everyone = self._workspace.rounds.participants(self.round)
        return next(one for one in everyone if one.region.name == name)

    def _assessment(self, participant: Participant) -> Assessment:
        return self._workspace.assessments.get(self._workspace.assessments.open(participant.id))

    def _score(self, participant: Participant, share: float) -> AssessmentId:
        assessment = self._assessment(participant)
        for key in self._first(assessment, share):
            (points,) = self._chance.choices(range(len(CHANCES)), CHANCES)
            self._workspace.assessments.score(assessment.id, key, Score(points))
        return assessment.id

    def _first(self, assessment: Assessment, share: float) -> Iterator[AnswerKey]:
        instrument = self._workspace.rounds.instrument_of(assessment.participant)
        keys = [
            key
            for question in instrument.questions.values()
            for key in answer_keys(question, assessment)
        ]
        about_region = [key for key in keys if key.programme is None]
        about_programmes = [
            key for one in assessment.programmes for key in keys if key.programme == one.id
        ]
        yield from about_region[: round(len(about_region) * share)]
        yield from about_programmes[: round(len(about_programmes) * share * QUICK_WINS_DONE)]

    def _annotate(self, opened: AssessmentId) -> None:
        assessments = self._workspace.assessments
        assessment = assessments.get(opened)
        questions = list(self._workspace.rounds.instrument_of(self.denpasar).questions)
        for place, note in NOTES.items():
            assessments.write_note(opened, AnswerKey(questions[place]), note, f"note {place}")
        assessments.mark(opened, AnswerKey(questions[max(NOTES)]), True)
        target = EvidenceTarget(question=questions[0])
        link = "https://example.go.id/perwali-12-2020"
        self._workspace.evidence.attach_link(opened, target, "Perwali 12/2020", link)
        first = assessment.programmes[0]
        text = "Berjalan sejak Maret; manfaat terlihat di 12 sekolah."
        assessments.write_programme_note(opened, first.id, text, "programme note")
        assessments.write_narrative(opened, NarrativeSection.STRENGTHS, STRENGTHS, "narrative")


def surroundings() -> Surroundings:
    """Return a clock that moves one second a look, and counted identities."""
    seconds, numbers = itertools.count(), itertools.count(1)
    return Surroundings(
        clock=lambda: MORNING + dt.timedelta(seconds=next(seconds)),
        new_id=lambda: f"{next(numbers):032x}",
    )


def take(application: Application, target: Path) -> None:
    """Let the window come to rest, and keep what it shows."""
    window = application.window
    window.resize(*SIZE)
    resting = QEventLoop()
    QTimer.singleShot(REST, resting.quit)
    resting.exec()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(target)):
        raise SystemExit(f"{target} cannot be written")
    print(target)


def show(application: Application, participant: Participant, shot: Shot) -> None:
    """Open the walk at the place of a picture."""
    session = application.session
    if session is None:
        raise SystemExit("no workspace is open")
    workspace = session.workspace
    assessment = workspace.assessments.get(workspace.assessments.open(participant.id))
    instrument = workspace.rounds.instrument_of(participant)
    step = shot.step
    key = None
    if shot.question is not None:
        dimension = next(one for one in instrument.dimensions if one.key == step)
        asked = dimension.questions[shot.question].key
        key = AnswerKey(asked, assessment.programmes[0].id if shot.of_programme else None)
    workspace.positions.remember(Position(participant.round, participant.id, step, key))
    session.open_round(participant.round)


def main(arguments: Sequence[str]) -> int:
    """Write the pictures."""
    images = Path(arguments[0]) if arguments else IMAGES
    qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "penilaian 2020.sqlite"
        preferences = Preferences(Path(folder) / "window.ini")
        preferences.choose_theme(ThemeChoice.LIGHT)
        setting = Setting(preferences, surroundings(), "id")
        with open_workspace(path, setting.surroundings) as workspace:
            scene = Scene(workspace)
            scene.fill()
        application = Application(qt, setting)
        if not application.start(path):
            return 1
        for shot in SHOTS:
            show(application, scene.denpasar, shot)
            take(application, images / f"{shot.name}.png")
        application.window.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
