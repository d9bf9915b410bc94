"""The workspaces in the pictures: real regions, invented scores, invented people."""

import csv
import datetime as dt
import itertools
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from assessor.domain.ids import AssessmentId, RoundId
from assessor.domain.improvement import index_of_means
from assessor.domain.instrument import Instrument
from assessor.domain.letter_fields import LetterField
from assessor.domain.records import Assessment, NarrativeSection, Participant
from assessor.domain.result import answer_keys
from assessor.domain.score import AnswerKey, Score
from assessor.services.demo import DemonstrationOrder
from assessor.services.evidence import EvidenceTarget
from assessor.services.positions import Position
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace

MORNING: Final = dt.datetime(2020, 11, 24, 1, 5, tzinfo=dt.UTC)
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
DENPASAR: Final = "KOTA DENPASAR"
PANEL: Final = "KAB. MAGELANG"
"""Whose panel is whole and has something to settle."""
ME: Final = ("Ayu Lestari", "Universitas Contoh")
STAFF: Final = ("Staf Contoh", "Kantor Contoh")
COLLEAGUES: Final = ("Asesor Contoh A", "Asesor Contoh B", "Asesor Contoh C")
PANELS: Final = DemonstrationOrder(year=2020, regions=12)
COMPLETE: Final = DemonstrationOrder(year=2020, regions=4, is_complete=True)
LEADS: Final = DemonstrationOrder(year=2020, regions=4, assessors=0)
RESULTS: Final = DemonstrationOrder(year=2023, regions=16)
EARLIER: Final = "2022-reguler"
"""The instrument of the year before."""
TABLE: Final = "hasil 2022.csv"
FIELDS: Final = ("baseline", "output", "outcome", "impact", "quick_win")
"""The dimensions as the ministry's tables call them."""
WRONG: Final = "3.99"
VERSIONS: Final = {"dikirim": 1, "dikirim ulang": 3}
"""Folders in which the sheet of one assessor came back twice, and what was scored in each."""
AGAIN: Final = "denpasar ayu perbaikan"
"""The file of the second version."""
RESCORED: Final = 6
"""How many questions stand otherwise in the two."""
OFFICE: Final = {
    LetterField.SUBJECT: "Hasil Evaluasi Kota Cerdas",
    LetterField.DIRECTORATE: "Direktorat Contoh",
    LetterField.PLACE: "Jakarta",
    LetterField.SIGNATORY_TITLE: "Direktur Contoh",
}


def surroundings() -> Surroundings:
    """Return a clock that moves one second a look, and counted identities."""
    seconds, numbers = itertools.count(), itertools.count(1)
    return Surroundings(
        clock=lambda: MORNING + dt.timedelta(seconds=next(seconds)),
        new_id=lambda: f"{next(numbers):032x}",
    )


def assess(path: Path) -> None:
    """Make the workspace of somebody who is in the middle of Denpasar."""
    with open_workspace(path, surroundings()) as workspace:
        _Assessor(workspace).fill()


def panels(path: Path) -> None:
    """Make the lead's workspace of a round that several panels are at work on."""
    _merge(path, PANELS)
    with open_workspace(path, surroundings()) as workspace:
        round_id = workspace.rounds.all()[0].id
        shown = region(workspace, round_id, PANEL)
        workspace.positions.remember(Position(round_id, shown.id, ""))


def lead(path: Path) -> None:
    """Make a round without scores, and beside it the folder of sheets that came back for it."""
    with open_workspace(path, surroundings()) as workspace:
        workspace.demonstrate(LEADS)
        workspace.people.introduce(*STAFF)
        for name in COLLEAGUES:
            workspace.people.add(name, STAFF[1])
    inbox(path).mkdir()
    for version, points in VERSIONS.items():
        _send(path.with_name(f"panel {version}.sqlite"), inbox(path) / version, points)
    (inbox(path) / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    (inbox(path) / "notulen.txt").write_text("Rapat panel", encoding="utf-8")


def results(path: Path) -> None:
    """Make a round whose results are nearly whole, with a published table of the year before."""
    _merge(path, RESULTS)
    with open_workspace(path, surroundings()) as workspace:
        round_id = workspace.rounds.all()[0].id
        everyone = workspace.rounds.participants(round_id)
        earlier = next(one for one in workspace.instruments.available() if one.id == EARLIER)
        _publish(table(path), everyone, earlier)
        file = workspace.published.read(table(path), earlier)
        preview = workspace.published.preview(file, earlier.year, {0: None})
        workspace.published.take_in(preview, "B-000/CONTOH/2022")
        for field, text in OFFICE.items():
            workspace.letter_forms.write(round_id, field, text)


def _merge(path: Path, order: DemonstrationOrder) -> None:
    """Make the workspace of somebody who scores nothing and merged what a demonstration holds."""
    sheets = path.with_name("sheets")
    with open_workspace(path.with_name("panels.sqlite"), surroundings()) as workspace:
        made = workspace.demonstrate(order)
        everyone = [one.id for one in workspace.people.assessors()]
        sheets.mkdir()
        orders = workspace.sheets.plan(made.round, assessors=everyone)
        workspace.sheets.export(orders, sheets)
    with open_workspace(path, surroundings()) as workspace:
        workspace.demonstrate(replace(order, assessors=0))
        workspace.people.introduce(*STAFF)
        found = workspace.merging.find([sheets])
        workspace.merging.merge(workspace.merging.read(found).files)


def inbox(workspace: Path) -> Path:
    """Return the folder of the sheets that came back to the lead of `workspace`."""
    return workspace.with_name("lembar masuk")


def table(workspace: Path) -> Path:
    """Return the published table beside `workspace`."""
    return workspace.with_name(TABLE)


def _send(path: Path, folder: Path, points: int) -> None:
    """Export what a panel scored, after one of them scored Denpasar otherwise; then hers alone."""
    with open_workspace(path, surroundings()) as workspace:
        made = workspace.demonstrate(COMPLETE)
        workspace.people.introduce(*ME)
        denpasar = region(workspace, made.round, DENPASAR)
        opened = workspace.assessments.open(denpasar.id)
        workspace.assessments.reopen(opened, "Data baru dari wawancara")
        for question in list(workspace.rounds.instrument_of(denpasar).questions)[:RESCORED]:
            workspace.assessments.score(opened, AnswerKey(question), Score(points))
        me, everyone = workspace.people.me(), workspace.people.assessors()
        orders = workspace.sheets.plan(made.round, assessors=[one.id for one in everyone])
        is_again = points == max(VERSIONS.values())
        hers = [one for one in orders if one.participant == denpasar and one.assessor == me]
        folder.mkdir(parents=True)
        workspace.sheets.export(hers if is_again else orders, folder)
    for sheet in folder.iterdir():
        name = f"{AGAIN}{sheet.suffix}" if is_again else sheet.name
        written = sheet.rename(folder / name)
        os.utime(written, (MORNING.timestamp(), MORNING.timestamp()))


def region(workspace: Workspace, round_id: RoundId, name: str) -> Participant:
    """Return a region of a round by its name."""
    everyone = workspace.rounds.participants(round_id)
    return next(one for one in everyone if one.region.name == name)


def _publish(path: Path, everyone: tuple[Participant, ...], instrument: Instrument) -> None:
    """Write a table as the ministry prints it; in one row the index does not follow."""
    chance, dimensions = random.Random(SEED), instrument.dimensions
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("nama", *FIELDS, "nilai_final"))
        rows.writerow(("BANDUNG", *["2.50"] * len(FIELDS), "2.50"))
        for place, participant in enumerate(everyone):
            means = [Decimal(chance.randint(150, 380)) / 100 for _field in FIELDS]
            keyed = {one.key: mean for one, mean in zip(dimensions, means, strict=True)}
            final = index_of_means(keyed, instrument, instrument.rounding)
            printed = WRONG if place == 1 else final
            rows.writerow((participant.region.name, *means, printed))


class _Assessor:
    """Fills a workspace as somebody does who is in the middle of Denpasar."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._chance = random.Random(SEED)
        workspace.people.introduce(*ME)
        self._round: RoundId = workspace.rounds.create_sample()
        self._denpasar = region(workspace, self._round, DENPASAR)

    def fill(self) -> None:
        """Score some regions in part, and of Denpasar all but some of its programmes."""
        for name, share in BEGUN.items():
            self._score(region(self._workspace, self._round, name), share)
        self._annotate(self._score(self._denpasar, 1.0))

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
        questions = list(self._workspace.rounds.instrument_of(self._denpasar).questions)
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
