"""A workspace file of its own for each test, a clock that ticks, ids that count."""

import datetime as dt
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from assessor.domain.ids import (
    AssessmentId,
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    QuestionKey,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import Pillar
from assessor.domain.records import Answer, Assessment
from assessor.domain.score import AnswerKey, Score
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace

START: Final = dt.datetime(2020, 11, 23, 2, 0, tzinfo=dt.UTC)
OWN_INSTRUMENT: Final = InstrumentId("contoh-2021")
REGULATION: Final = QuestionKey("output.regulation")
KEY: Final = AnswerKey(REGULATION)
"""Where a region's regulation is scored."""
SERVICE: Final = QuestionKey("output.service")
BENEFIT: Final = QuestionKey("quickwin.benefit")
REACH: Final = QuestionKey("quickwin.reach")
BATANG: Final = RegionId(212)
DENPASAR: Final = RegionId(282)
SLEMAN: Final = RegionId(226)
SURAKARTA: Final = RegionId(218)

_QUESTION: Final = """
[[dimensions.questions]]
key = "{key}"
scope = "{scope}"
indicator = {{ id = "Indikator", en = "Indicator" }}
subindicator = {{ id = "Subindikator", en = "Sub-indicator" }}
text = {{ id = "{key}?", en = "{key}?" }}
"""
_DIMENSION: Final = """
[[dimensions]]
key = "{key}"
name = {{ id = "{key}", en = "{key}" }}
weight = {weight}
"""


@dataclass
class Ticks:
    """A clock that goes on by one second with every look at it."""

    now: dt.datetime = START

    def __call__(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now


@dataclass
class Ids:
    """Ids in the order of their making, told apart by a prefix."""

    prefix: str
    made: int = 0

    def __call__(self) -> str:
        self.made += 1
        return f"{self.prefix}-{self.made}"


def surroundings(
    prefix: str = "id", clock: Callable[[], dt.datetime] | None = None
) -> Surroundings:
    """Return surroundings that give the same moments and ids in every run."""
    return Surroundings(clock or Ticks(), Ids(prefix))


def instrument_text(
    instrument: str = OWN_INSTRUMENT, output_weight: int = 60, rounding: str = "total"
) -> str:
    """Return the file of a small instrument: two questions on the region, two on programmes."""
    levels = ", ".join(
        f'{{ points = {points}, description = {{ id = "{points}", en = "{points}" }} }}'
        for points in range(5)
    )
    return "".join(
        [
            f'id = "{instrument}"\nyear = 2021\ncohort = "REGULER"\nrounding = "{rounding}"\n',
            'panel_size = 2\nconfidence = "own"\n',
            'name = { id = "Contoh", en = "Example" }\nsource = { id = "Contoh", en = "Own" }\n',
            f"levels = [{levels}]\n",
            _DIMENSION.format(key="output", weight=output_weight),
            _QUESTION.format(key=REGULATION, scope="city"),
            _QUESTION.format(key=SERVICE, scope="city"),
            _DIMENSION.format(key="quick_win", weight=100 - output_weight),
            _QUESTION.format(key=BENEFIT, scope="program"),
            _QUESTION.format(key=REACH, scope="program"),
        ]
    )


def small_round(year: int = 2021, regions: tuple[RegionId, ...] = (BATANG, DENPASAR)) -> NewRound:
    """Return a round scored with the small instrument."""
    cohort = NewCohort("REGULER", OWN_INSTRUMENT, regions)
    return NewRound(year=year, name=f"Evaluasi {year}", cohorts=(cohort,))


@cache
def _template() -> bytes:
    """Return a closed workspace: someone introduced, the small instrument and its round begun."""
    folder = Path(tempfile.mkdtemp(prefix="assessor-test-"))
    try:
        with open_workspace(folder / "template.sqlite", surroundings("template")) as workspace:
            workspace.people.introduce("Sri Lestari", "Universitas Contoh")
            workspace.instruments.add(instrument_text(), "contoh.toml")
            workspace.rounds.create(small_round())
        return (folder / "template.sqlite").read_bytes()
    finally:
        shutil.rmtree(folder)


def begin_workspace(path: Path, around: Surroundings | None = None) -> Workspace:
    """Open a copy of the template at `path`: Kab. Batang and Kota Denpasar, nothing scored."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_template())
    return open_workspace(path, around or surroundings())


def only_round(workspace: Workspace) -> RoundId:
    """Return the one round of a workspace."""
    (one,) = workspace.rounds.all()
    return one.id


def participant_at(workspace: Workspace, region: RegionId, year: int = 2021) -> ParticipantId:
    """Return a region in the round of a year."""
    (round_id,) = (one.id for one in workspace.rounds.all() if one.year == year)
    (found,) = (
        one.id for one in workspace.rounds.participants(round_id) if one.region.id == region
    )
    return found


def score_all(workspace: Workspace, assessment: AssessmentId, points: int) -> None:
    """Give every question of the small instrument the same points, with one programme at least."""
    programmes = workspace.assessments.get(assessment).programmes
    ids: tuple[ProgrammeId, ...] = tuple(one.id for one in programmes)
    if not ids:
        added, _changes = workspace.programmes.add(assessment, Pillar.LIVING, "Tukad Bindu")
        ids = (added,)
    for key in (REGULATION, SERVICE):
        workspace.assessments.score(assessment, AnswerKey(key), Score(points))
    for key in (BENEFIT, REACH):
        for programme in ids:
            workspace.assessments.score(assessment, AnswerKey(key, programme), Score(points))


def said(assessment: Assessment) -> dict[AnswerKey, Answer]:
    """Return the answers that say something; an emptied one is like one never given."""
    return {key: answer for key, answer in assessment.answers.items() if answer != Answer()}


def hand_over(workspace: Workspace, name: str) -> Workspace:
    """Close a workspace and open it again as another assessor's, with everything in it.

    So a panel's assessments come into one file; there is no such command in the program.
    """
    workspace.close()
    with closing(sqlite3.connect(workspace.path)) as connection, connection:
        connection.execute("INSERT INTO assessor VALUES (?, ?, '')", (name, name))
        connection.execute("UPDATE setting SET value = ? WHERE name = 'me'", (json.dumps(name),))
    return open_workspace(workspace.path, surroundings(name))


def join_panel(workspace: Workspace, participant: ParticipantId, name: str = "Budi") -> None:
    """Let somebody else have begun an assessment of a region, as a merge would bring it."""
    rows: dict[str, dict[str, str | int]] = {
        "assessor": {"id": name, "name": name, "institution": ""},
        "assessment": {
            "id": f"{name} {participant}",
            "participant_id": participant,
            "assessor_id": name,
            "state": "draft",
            "revision": 1,
            "base_revision": 0,
            "exported_revision": 0,
            "changed_at": "2021-11-01 08:00:00.000000",
        },
    }
    with closing(sqlite3.connect(workspace.path)) as connection, connection:
        for table, row in rows.items():
            places = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", tuple(row.values())
            )
