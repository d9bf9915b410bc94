"""What came out of a score sheet: facts and problems, no sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from assessor.domain.ids import (
    AssessmentId,
    InstrumentId,
    ProgrammeId,
    QuestionKey,
    RegionId,
    RoundId,
)
from assessor.domain.records import (
    AssessmentState,
    Assessor,
    Evidence,
    NarrativeSection,
    Programme,
)
from assessor.domain.score import AnswerKey, Score
from assessor.exchange.score_sheet.content import EvidencePlace


class SheetRefusal(StrEnum):
    """Why a file as a whole is not read; the `reason` of `SheetRefused`."""

    NOT_A_SCORE_SHEET = "not_a_score_sheet"
    OTHER_PAPER = "other_paper"
    """A file of this product, but of another kind."""
    TOO_NEW = "too_new"
    DAMAGED = "damaged"
    EMPTY = "empty"
    FOLDER = "folder"
    LOCK_FILE = "lock_file"
    OPEN_ELSEWHERE = "open_elsewhere"
    """Another program holds it; what is not saved there yet would be missed."""
    LEGACY_FORMAT = "legacy_format"
    OTHER_FORMAT = "other_format"
    """A spreadsheet, but not of Excel's format; `found` is the suffix."""
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    EXTERNAL_LINKS = "external_links"
    UNSAFE = "unsafe"
    """Holds, or declares, more than a score sheet can."""
    IDENTITY_BROKEN = "identity_broken"


class Severity(StrEnum):
    """What became of the cell."""

    REFUSED = "refused"
    """Not taken; it must be mended in the file."""
    MENDED = "mended"
    """Taken, in another dress than the format asks for."""
    LEFT_OUT = "left_out"
    """Nothing that belongs to the sheet; not taken, and said so."""
    TOLD = "told"
    """Nothing to mend; someone should know."""


class ProblemCode(StrEnum):
    """What is wrong with a cell."""

    SCORE_OUT_OF_SCALE = "score_out_of_scale"
    SCORE_IS_DATE = "score_is_date"
    SCORE_IS_ERROR = "score_is_error"
    SCORE_IS_TEXT = "score_is_text"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    FORMULA_TAKEN = "formula_taken"
    REASON_MISSING = "reason_missing"
    MERGED_CELLS = "merged_cells"
    ROW_TWICE = "row_twice"
    ROW_UNKNOWN = "row_unknown"
    PAGE_MISSING = "page_missing"
    COLUMN_MISSING = "column_missing"
    PROGRAMME_NAME_MISSING = "programme_name_missing"
    PILLAR_UNKNOWN = "pillar_unknown"
    TEXT_CLEANED = "text_cleaned"
    TEXT_IS_ERROR = "text_is_error"
    TEXT_IS_DATE = "text_is_date"
    TEXT_TOO_LONG = "text_too_long"
    KEY_CHANGED = "key_changed"
    PAGE_TWICE = "page_twice"
    COLUMN_TWICE = "column_twice"
    FAR_AWAY = "far_away"
    ROW_WITHOUT_KEY = "row_without_key"
    COLUMN_UNKNOWN = "column_unknown"
    PAGE_UNKNOWN = "page_unknown"
    INSTRUMENT_EDITED = "instrument_edited"
    ROW_MISSING = "row_missing"
    TOTAL_DIFFERS = "total_differs"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what was found, what was expected."""

    sheet: str
    """The tab's name as it is in the file."""
    cell: str
    """"F12", or "" for the page as a whole."""
    code: ProblemCode
    severity: Severity
    found: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class SheetIdentity:
    """Whose sheet it is, as the hidden page says."""

    format_version: int
    round_id: RoundId
    year: int
    stage: str
    round_name: str
    region_id: RegionId
    region_code: str
    region_name: str
    assessor: Assessor
    instrument_id: InstrumentId
    instrument_checksum: str
    assessment_id: AssessmentId
    revision: int
    base_revision: int
    state: AssessmentState
    fingerprint: str
    application_version: str
    is_demonstration: bool


class PrintedPart(StrEnum):
    """What of the instrument is printed on the paper."""

    INDICATOR = "indicator"
    SUBINDICATOR = "subindicator"
    QUESTION = "question"
    DIMENSION = "dimension"
    """The heading of a dimension's section, with its weight."""
    DIMENSION_NAME = "dimension_name"
    WEIGHT = "weight"
    PROGRAMME_COLUMN = "programme_column"
    """The column of a question in the matrix of programmes; its text is its name."""
    PROGRAMME_HEADING = "programme_heading"
    """What people read above that column."""


class Printed(NamedTuple):
    """A text of the paper that is not for filling in, as it stands in the file."""

    text: str
    sheet: str
    """The tab's name."""
    row: int
    column: int
    """Both from 0."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A whole sheet as it was found. Nothing in it has been compared with a workspace yet."""

    path: Path
    sha256: str
    """The fingerprint of the file, of the very bytes that were read."""
    identity: SheetIdentity
    scores: Mapping[AnswerKey, Score]
    """What is not blank."""
    notes: Mapping[QuestionKey, str]
    programmes: tuple[Programme, ...]
    """In the order of the page; ids of `new_programmes` are derived from their names."""
    new_programmes: frozenset[ProgrammeId]
    programme_notes: Mapping[ProgrammeId, str]
    narrative: Mapping[NarrativeSection, tuple[str, ...]]
    evidence: tuple[Evidence, ...]
    evidence_texts: Mapping[EvidencePlace, str]
    """What the evidence column shows, as it may have been retyped."""
    figures: Mapping[str, float]
    """Means and final as they stand in the file, by row key; the scores are what counts."""
    problems: tuple[Problem, ...]
    figure_places: Mapping[str, Printed] = field(default_factory=dict)
    """Where each of `figures` stands."""
    printed: Mapping[tuple[PrintedPart, str], Printed] = field(default_factory=dict)
    """What the paper prints of the instrument, by part and by key of question or dimension."""

    @property
    def has_refusals(self) -> bool:
        """Whether something in it must be mended before it is taken."""
        return any(problem.severity is Severity.REFUSED for problem in self.problems)
