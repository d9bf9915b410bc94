"""What the program knows about rounds, regions, people and their assessments, frozen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    DimensionKey,
    EvidenceId,
    InstrumentId,
    ParticipantId,
    ProgrammeId,
    QuestionKey,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import Instrument, Pillar
from assessor.domain.score import BLANK, AnswerKey, Score


class RegionKind(StrEnum):
    """A regency or a city; several names exist as both."""

    KABUPATEN = "kabupaten"
    KOTA = "kota"


@dataclass(frozen=True, slots=True)
class Region:
    """A regency or city; `name` is the official one in capitals, "KAB. BATANG"."""

    id: RegionId
    code: str
    """"PP.KK" by the regulation the workspace uses."""
    name: str
    kind: RegionKind
    province: str

    @property
    def bare_name(self) -> str:
        """The name without its kind, "BATANG"."""
        return self.name.removeprefix("KAB. ").removeprefix("KOTA ")

    @property
    def table_order(self) -> tuple[bool, str]:
        """The sort key of official tables: KAB. before KOTA, each alphabetically."""
        return (self.kind is RegionKind.KOTA, self.name)


@dataclass(frozen=True, slots=True)
class Round:
    """One year's (and stage's) evaluation."""

    id: RoundId
    year: int
    stage: str
    """"" where there is one stage only, else "Tahap I", "Tahap II"."""
    name: str
    letter_number: str
    letter_date: dt.date | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    is_demonstration: bool
    """Whether its scores are invented; says so wherever they are shown or printed."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """The regions of a round that are scored with one instrument."""

    name: str
    instrument: InstrumentId
    checksum: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A region in a round."""

    id: ParticipantId
    round: RoundId
    region: Region
    cohort: Cohort
    takes_part: bool


@dataclass(frozen=True, slots=True)
class Assessor:
    """A person who scores; the same name twice is two persons if the ids differ."""

    id: AssessorId
    name: str
    institution: str


class AssessmentState(StrEnum):
    """Whether an assessment can still be changed without a reason."""

    DRAFT = "draft"
    FINAL = "final"


class NarrativeSection(StrEnum):
    """The three lists of the assessor's narrative, in the order of the paper."""

    WEAKNESSES = "weaknesses"
    STRENGTHS = "strengths"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class Programme:
    """A named quick-win programme of one region in one round, under one pillar."""

    id: ProgrammeId
    pillar: Pillar
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The score of one question (per programme where it asks so), its note and its mark."""

    score: Score = BLANK
    note: str = ""
    """Kept to the letter; empty for questions about programmes, whose note is the programme's."""
    is_marked: bool = False
    """Whether the assessor wants to come back to it; private, never exported."""


NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file (copied, with its SHA-256) or a link that backs a question or a programme."""

    id: EvidenceId
    question: QuestionKey | None
    programme: ProgrammeId | None
    title: str
    link: str
    """The address, or "" for a file."""
    sha256: str
    """The file's fingerprint, hexadecimal, or "" for a link."""
    size: int
    """Bytes; 0 for a link."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessor's scores and notes for one region in one round, whole."""

    id: AssessmentId
    participant: Participant
    assessor: Assessor
    state: AssessmentState
    revision: int
    """Counts from 1; raised by reopening and by the first change after an export."""
    base_revision: int
    """The revision that this one continues; 0 for the first."""
    exported_revision: int
    """The revision last exported; 0 when none was."""
    changed_at: dt.datetime | None
    programmes: tuple[Programme, ...]
    """By pillar, then in the order the assessor gave them; removed ones left out."""
    answers: Mapping[AnswerKey, Answer]
    """Only what was touched; the rest is `NO_ANSWER`. Removed programmes are left out."""
    programme_notes: Mapping[ProgrammeId, str]
    narrative: Mapping[NarrativeSection, str]
    """Text with one item on each line."""
    evidence: tuple[Evidence, ...] = ()

    def answer(self, key: AnswerKey) -> Answer:
        """Return what was said at `key`, blank when nothing was."""
        return self.answers.get(key, NO_ANSWER)

    def items(self, section: NarrativeSection) -> tuple[str, ...]:
        """Return the items of one list of the narrative."""
        return narrative_items(self.narrative.get(section, ""))

    @property
    def is_locked(self) -> bool:
        """Whether changing it asks for reopening with a reason."""
        return self.state is AssessmentState.FINAL

    @property
    def changed_since_export(self) -> bool:
        """Whether an exported sheet of it lags behind."""
        return 0 < self.exported_revision < self.revision


def narrative_items(text: str) -> tuple[str, ...]:
    """Return the items of a list typed one per line; blank lines are none."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """What an earlier year gave a region, from a letter or from a round of the workspace."""

    year: int
    final: Decimal
    source: str
    """The letter's number, "" where it is not known, or the name of the round."""
    dimensions: Mapping[DimensionKey, Decimal] = field(default_factory=dict)
    """The rounded means; empty where only the final was published."""
    instrument: Instrument | None = None
    """What gave the dimensions their weights; None where only the final was published."""
    is_provisional: bool = False
