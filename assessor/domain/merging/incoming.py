"""A file that was read, and what is said of it before and after merging."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from assessor.domain.content import Content
from assessor.domain.ids import AssessmentId, InstrumentId, RegionId, RoundId
from assessor.domain.records import Assessor


class FileClass(StrEnum):
    """What a file is to this workspace; every file is exactly one of these."""

    NEW = "new"
    NEWER_REVISION = "newer_revision"
    ALREADY_MERGED = "already_merged"
    OLDER_REVISION = "older_revision"
    FORK = "fork"
    EDITED_OUTSIDE = "edited_outside"
    WRONG_ROUND = "wrong_round"
    UNKNOWN_REGION = "unknown_region"
    UNKNOWN_ASSESSOR = "unknown_assessor"
    OTHER_INSTRUMENT = "other_instrument"
    TOO_NEW = "too_new"
    NOT_A_SCORE_SHEET = "not_a_score_sheet"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"


class Reason(StrEnum):
    """Why, beyond the class; a file can have several reasons or none."""

    FILLED_OUTSIDE = "filled_outside"
    """A blank sheet, filled in without the program: welcome."""
    CHANGED_OUTSIDE = "changed_outside"
    """Its content is not the one that the program wrote."""
    NOTHING_FILLED = "nothing_filled"
    SAME_AS_ANOTHER_FILE = "same_as_another_file"
    NEWER_FILE_PRESENT = "newer_file_present"
    """Another file of the same merge replaces it."""
    SCORES_IN_CONFLICT = "scores_in_conflict"
    HIDDEN_CONFLICT = "hidden_conflict"
    """Scores in conflict, kept back from an assessor who still scores the region."""
    PROGRAMME_TWICE = "programme_twice"
    """Two of its rows are one programme."""
    PROGRAMME_UNDECIDED = "programme_undecided"
    CELLS_REFUSED = "cells_refused"
    ROWS_UNKNOWN = "rows_unknown"
    """Rows of questions that the instrument does not have were left out."""
    NOT_TAKING_PART = "not_taking_part"
    CHECKSUM_DIFFERS = "checksum_differs"
    IDENTITY_INCONSISTENT = "identity_inconsistent"


class Outcome(StrEnum):
    """What merging does, or would do, with a file."""

    TAKEN = "taken"
    NOTHING_NEW = "nothing_new"
    WAITS = "waits"
    """For a decision."""
    REFUSED = "refused"
    SKIPPED = "skipped"
    """Met in a folder and plainly no score sheet."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a sheet claims to be, and says."""

    file: int
    """Its number among the files read."""
    name: str
    round: RoundId
    region: RegionId
    assessor: Assessor
    instrument: InstrumentId
    checksum: str
    assessment: AssessmentId
    content: Content
    """Under the revision that the file claims."""
    is_edited: bool = False
    """Whether the content is not the one whose fingerprint the program wrote beside it."""
    has_refusals: bool = False
    """Whether a cell in it cannot be taken."""
    saved_at: dt.datetime | None = None
    """When the file was saved last, as its folder says."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is, why, and what becomes of it."""

    kind: FileClass
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
