"""Assessors who score in workspaces of their own and send their sheets."""

import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from assessor.domain.ids import ParticipantId, RegionId
from assessor.domain.instrument import Pillar
from assessor.domain.merging.decisions import UNDECIDED, Decisions
from assessor.domain.merging.incoming import FileClass, Outcome
from assessor.domain.merging.report import MergeReport
from assessor.domain.score import AnswerKey, Score
from assessor.services.merging.merging import MergePreview
from assessor.services.merging.one_file import ReadFile
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import (
    DENPASAR,
    REGULATION,
    SERVICE,
    begin_workspace,
    only_round,
    participant_at,
    score_all,
    surroundings,
)

LAW = AnswerKey(REGULATION)
OTHER = AnswerKey(SERVICE)
MOMENT = re.compile(r'"(?:changed_at|at)": "[^"]*"')


def lead_workspace(path: Path) -> Workspace:
    """Open a new lead's workspace; who leads is known."""
    return begin_workspace(path, surroundings("ketua"))


def said_in(workspace: Workspace) -> str:
    """Return everything in a workspace, times aside."""
    return MOMENT.sub("", json.dumps(workspace.dump(), sort_keys=True))


class Colleague:
    """An assessor with the same round in a workspace of their own."""

    def __init__(self, folder: Path, name: str, region: RegionId = DENPASAR) -> None:
        """Begin a workspace; a colleague has an id that no one else has."""
        self.name = name
        self._path = folder / f"kerja {name}" / "penilaian.sqlite"
        begin_workspace(self._path).close()
        self._become_somebody_else()
        self._region = region

    def work(self, act: Callable[[Workspace, ParticipantId], object]) -> None:
        """Do something in the colleague's workspace."""
        with open_workspace(self._path, surroundings(self.name)) as workspace:
            act(workspace, participant_at(workspace, self._region))

    def score(self, scores: Mapping[AnswerKey, int], *, lock: bool = False) -> None:
        """Give scores to questions about the region."""

        def act(workspace: Workspace, participant: ParticipantId) -> None:
            assessment = workspace.assessments.open(participant)
            for key, points in scores.items():
                workspace.assessments.score(assessment, key, Score(points))
            if lock:
                workspace.assessments.lock(assessment)

        self.work(act)

    def score_everything(self, points: int) -> None:
        """Give every question the same points."""
        self.work(lambda at, participant: score_all(at, at.assessments.open(participant), points))

    def add_programme(self, name: str) -> None:
        """Add a programme to the region's list."""
        self.work(
            lambda at, participant: at.programmes.add(
                at.assessments.open(participant), Pillar.LIVING, name
            )
        )

    def send(self, folder: Path, *, is_blank: bool = False) -> Path:
        """Export the sheet and return where it lies."""
        written: list[Path] = []

        def act(workspace: Workspace, participant: ParticipantId) -> None:
            me = workspace.people.me()
            assert me is not None
            orders = workspace.sheets.plan(
                only_round(workspace), assessors=[me.id], is_blank=is_blank
            )
            own = [one for one in orders if one.participant.id == participant]
            summary = workspace.sheets.export(own, folder)
            assert not summary.failed
            written.extend(summary.written)

        self.work(act)
        return written[0]

    def _become_somebody_else(self) -> None:
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.execute("UPDATE assessor SET id = ?, name = ?", (self.name, self.name))
            connection.execute(
                "UPDATE setting SET value = ? WHERE name = 'me'", (json.dumps(self.name),)
            )


def read(workspace: Workspace, *paths: Path) -> tuple[ReadFile, ...]:
    """Read files and folders."""
    return workspace.merging.read(workspace.merging.find(paths)).files


def merge(workspace: Workspace, *paths: Path, decisions: Decisions = UNDECIDED) -> MergePreview:
    """Read and merge."""
    done = workspace.merging.merge(read(workspace, *paths), decisions)
    assert done is not None
    return done


def verdicts(report: MergeReport) -> list[tuple[FileClass, Outcome]]:
    """Return what the files are and what became of them, in their order."""
    return [(one.kind, one.outcome) for one in report.files]


def write_into(path: Path, page: str, key: str, column: str, value: int | str) -> None:
    """Type a value into a sheet as a person does, at a row and a column by their hidden names."""
    workbook = load_workbook(path)
    sheet = workbook[page]
    names = [cell.value for cell in sheet[1]]
    place = get_column_letter(names.index(column) + 1)
    (row,) = (cell.row for cell in sheet["A"] if cell.value == key)
    cell = sheet[f"{place}{row}"]
    cell.value = value
    if isinstance(value, str):
        # A person who means a text that begins with "=" types an apostrophe before it.
        cell.data_type = "s"
    workbook.save(path)
