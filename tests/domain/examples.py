"""Small made-up instruments, regions and assessments for the tests of the domain."""

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeAlias

from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    DimensionKey,
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    QuestionKey,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import (
    Confidence,
    Dimension,
    Instrument,
    Level,
    Pillar,
    Question,
    RoundingRule,
    Scope,
    Wording,
)
from assessor.domain.instrument_file import parse_instrument
from assessor.domain.records import (
    Answer,
    Assessment,
    AssessmentState,
    Assessor,
    Cohort,
    NarrativeSection,
    Participant,
    Programme,
    Region,
    RegionKind,
)
from assessor.domain.score import AnswerKey, Score
from resources import resource

Place: TypeAlias = str | tuple[str, str]
"""A question, or a question and a programme."""

PUBLISHED = Path(__file__).parents[1] / "data" / "published"
DENPASAR = Region(RegionId(282), "51.71", "KOTA DENPASAR", RegionKind.KOTA, "BALI")
BATANG = Region(RegionId(212), "33.25", "KAB. BATANG", RegionKind.KABUPATEN, "JAWA TENGAH")


@cache
def shipped(instrument: str) -> Instrument:
    """Return a shipped instrument, read from its file."""
    file = resource("instruments", f"{instrument}.toml")
    return parse_instrument(file.read_text("utf-8"), file.name)


def rows_of(*parts: str) -> list[dict[str, str]]:
    """Return the rows of a shipped table."""
    return list(csv.DictReader(resource(*parts).read_text("utf-8").splitlines()))


def published_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a published table kept with the tests."""
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wording(text: str) -> Wording:
    """Return a wording that tells its languages apart."""
    return Wording(f"{text} (id)", f"{text} (en)")


def question(key: str, scope: Scope = Scope.CITY) -> Question:
    """Return a question of the dimension that its key begins with."""
    dimension = DimensionKey(key.partition(".")[0])
    text = wording(key)
    return Question(QuestionKey(key), dimension, None, text, text, text, scope)


def means(**by_key: str | None) -> dict[DimensionKey, Decimal | None]:
    """Return rounded dimensions by key; None is one that is not known."""
    return {
        DimensionKey(key): None if value is None else Decimal(value)
        for key, value in by_key.items()
    }


def instrument(
    questions: Sequence[Question],
    weights: Mapping[str, int],
    rounding: RoundingRule = RoundingRule.TOTAL,
) -> Instrument:
    """Return an instrument of these questions, its dimensions in the order of the weights."""
    return Instrument(
        id=InstrumentId("example"),
        year=2025,
        cohort="REGULER",
        name=wording("example"),
        rounding=rounding,
        panel_size=2,
        confidence=Confidence.OWN,
        source=wording("made up"),
        levels=tuple(Level(points, wording(str(points))) for points in range(5)),
        dimensions=tuple(
            Dimension(
                DimensionKey(key),
                wording(key),
                weight,
                tuple(one for one in questions if one.dimension == key),
            )
            for key, weight in weights.items()
        ),
        checksum="0" * 64,
    )


def programme(name: str) -> Programme:
    """Return a programme whose id is its name."""
    return Programme(ProgrammeId(name), Pillar.ECONOMY, name)


def assessment(
    scores: Mapping[str, Score] | Mapping[tuple[str, str], Score] | Mapping[Place, Score],
    programmes: Sequence[str] = (),
    state: AssessmentState = AssessmentState.FINAL,
    narrative: Mapping[NarrativeSection, str] | None = None,
    revisions: tuple[int, int] = (1, 0),
) -> Assessment:
    """Return an assessment; a score stands at a question, or at a question and a programme.

    `revisions` are the present one and the last exported one.
    """
    return Assessment(
        id=AssessmentId("assessment"),
        participant=Participant(
            ParticipantId("participant"),
            RoundId("round"),
            DENPASAR,
            Cohort("REGULER", InstrumentId("example"), "0" * 64),
            takes_part=True,
        ),
        assessor=Assessor(AssessorId("assessor"), "Asesor Contoh", "Universitas Contoh"),
        state=state,
        revision=revisions[0],
        base_revision=0,
        exported_revision=revisions[1],
        changed_at=None,
        programmes=tuple(programme(name) for name in programmes),
        answers={answer_key(where): Answer(score) for where, score in scores.items()},
        programme_notes={},
        narrative=narrative or {},
    )


def answer_key(where: Place) -> AnswerKey:
    """Return where a score stands, from plain text."""
    if isinstance(where, str):
        return AnswerKey(QuestionKey(where))
    return AnswerKey(QuestionKey(where[0]), ProgrammeId(where[1]))
