"""Workspaces to measure with: a round of many regions, a full assessment of each."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Final

from assessor.domain.ids import (
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    QuestionKey,
    RoundId,
    assessment_id,
    id_from_name,
)
from assessor.domain.instrument import Pillar, Scope
from assessor.domain.records import Assessor, NarrativeSection, Participant
from assessor.domain.score import AnswerKey
from assessor.services.catalogue import shipped_instrument
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.positions import Position
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace

INSTRUMENT: Final = InstrumentId("2024-reguler")
PROGRAMMES: Final = 8
NOTE: Final = (
    "Peraturan wali kota sudah terbit; pelaksanaan belum merata di semua perangkat daerah."
)
NOTED: Final = 0.3
"""How many of the answers have a note."""
PANEL: Final = 5
NARRATIVE: Final = "\n".join([NOTE] * 4)
"""Each list has four items of a line or two."""
SEED: Final = 2024
MOMENT: Final = "2024-11-25 02:00:00.000000"


def build(path: Path, regions: int, open_question: QuestionKey | None = None) -> None:
    """Make a workspace with a round of `regions` regions, each with a complete assessment by me.

    `open_question` is left blank everywhere: a region that is opened then shows its dimension.
    """
    participants, people = _begin(path, regions, ())
    with closing(sqlite3.connect(path)) as connection:
        _add_programmes(connection, participants)
        _fill(connection, participants, people, open_question)
        connection.commit()


def build_panels(path: Path, regions: int, assessors: int = PANEL) -> None:
    """Make a workspace with a round of `regions` regions, each with a panel of `assessors`.

    Everything is scored, written about and locked, so that results are final and may be seen.
    """
    colleagues = tuple(f"Asesor Contoh {number}" for number in range(2, assessors + 1))
    participants, people = _begin(path, regions, colleagues)
    with closing(sqlite3.connect(path)) as connection:
        _add_programmes(connection, participants)
        _fill(connection, participants, people, None)
        connection.execute("UPDATE assessment SET state = 'final'")
        for section in NarrativeSection:
            connection.execute(
                "INSERT INTO narrative SELECT id, ?, ? FROM assessment", (section, NARRATIVE)
            )
        connection.commit()


def _begin(
    path: Path, regions: int, colleagues: Sequence[str]
) -> tuple[tuple[Participant, ...], tuple[Assessor, ...]]:
    with open_workspace(path, Surroundings.real()) as workspace:
        workspace.people.introduce("Asesor Contoh", "Universitas Contoh")
        for name in colleagues:
            workspace.people.add(name, "Universitas Contoh")
        round_id = _begin_round(workspace, regions)
        participants = workspace.rounds.participants(round_id)
        workspace.positions.remember(Position(round_id, participants[0].id, "impact"))
        return participants, workspace.people.assessors()


def _begin_round(workspace: Workspace, regions: int) -> RoundId:
    chosen = tuple(one.id for one in workspace.rounds.regions()[:regions])
    cohort = NewCohort("REGULER", INSTRUMENT, chosen)
    return workspace.rounds.create(NewRound(year=2024, name="Evaluasi 2024", cohorts=(cohort,)))


def _add_programmes(connection: sqlite3.Connection, participants: Sequence[Participant]) -> None:
    for participant in participants:
        connection.executemany(
            "INSERT INTO programme VALUES (?, ?, ?, ?, ?, 0)", _programmes(participant.id)
        )


def _fill(
    connection: sqlite3.Connection,
    participants: Sequence[Participant],
    people: Sequence[Assessor],
    open_question: QuestionKey | None,
) -> None:
    """Write what scoring would have written, rows of the log included, without its many commits."""
    chance = random.Random(SEED)
    for participant, assessor in product(participants, people):
        assessment = assessment_id(participant.id, assessor.id)
        connection.execute(
            "INSERT INTO assessment VALUES (?, ?, ?, 'draft', 1, 0, 0, ?)",
            (assessment, participant.id, assessor.id, MOMENT),
        )
        for key in _keys(participant.id):
            if key.question == open_question:
                continue
            points = chance.randint(0, 4)
            note = NOTE if key.programme is None and chance.random() < NOTED else ""
            connection.execute(
                "INSERT INTO answer (assessment_id, question, programme_id, points, reason, note,"
                " is_marked) VALUES (?, ?, ?, ?, NULL, ?, 0)",
                (assessment, key.question, key.programme, points, note),
            )
            connection.execute(
                "INSERT INTO change (at, assessor_id, assessment_id, field, subject, programme_id,"
                " old, new, via, standing) VALUES (?, ?, ?, 'score', ?, ?, 'null', ?, 'edit',"
                " 'done')",
                (
                    MOMENT,
                    assessor.id,
                    assessment,
                    key.question,
                    key.programme,
                    f'{{"points": {points}}}',
                ),
            )


def _programmes(participant: ParticipantId) -> Iterator[tuple[str, str, str, str, int]]:
    for place, (pillar, number) in enumerate(
        (pillar, number) for number in (1, 2) for pillar in Pillar
    ):
        if place < PROGRAMMES:
            yield (
                _programme_id(participant, place),
                participant,
                pillar.value,
                f"Program percepatan {pillar.value} {number}",
                place,
            )


def _keys(participant: ParticipantId) -> Iterator[AnswerKey]:
    instrument = shipped_instrument(INSTRUMENT)
    if instrument is None:
        raise LookupError(INSTRUMENT)
    for question in instrument.questions.values():
        if question.scope is Scope.CITY:
            yield AnswerKey(question.key)
        else:
            for place in range(PROGRAMMES):
                yield AnswerKey(question.key, _programme_id(participant, place))


def _programme_id(participant: ParticipantId, place: int) -> ProgrammeId:
    return ProgrammeId(id_from_name(participant, "programme", place))
