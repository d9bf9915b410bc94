"""What a merge did, or would do: plain facts to show, to print, and to keep with the batch."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assessor.domain.ids import ParticipantId
from assessor.domain.merging.incoming import FileClass, Outcome, Reason


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing that is wrong in a file; codes as the reader of sheets gives them."""

    sheet: str
    cell: str
    code: str
    severity: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file, what it is, and what became of it."""

    path: str
    sha256: str
    """"" where it could not be read."""
    kind: FileClass
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    refusal: str = ""
    """Why it could not be read as a sheet, "" where it could."""
    found: str = ""
    """What was met instead."""
    region: str = ""
    assessor: str = ""
    revision: int | None = None
    """As the file claims it."""
    scores: int = 0
    notes: int = 0
    problems: tuple[CellProblem, ...] = ()

    def document(self) -> dict[str, Any]:
        """Return it as JSON keeps it."""
        return {**asdict(self), "reasons": list(self.reasons)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "FileReport":
        """Return the report that `document` kept."""
        return cls(
            **{
                **document,
                "kind": FileClass(document["kind"]),
                "outcome": Outcome(document["outcome"]),
                "reasons": tuple(Reason(one) for one in document["reasons"]),
                "problems": tuple(CellProblem(**one) for one in document["problems"]),
            }
        )


@dataclass(frozen=True, slots=True)
class AssessmentChange:
    """One assessor's assessment before and after."""

    assessor: str
    revision_before: int | None
    """None where it is added."""
    revision_after: int
    changed: int
    """How many scores, notes and lists differ."""


@dataclass(frozen=True, slots=True)
class RegionEffect:
    """A region that changes, or whose rank others change."""

    participant: ParticipantId
    code: str
    name: str
    final_before: str | None
    """The index with two decimals and a dot; None where there is none yet."""
    final_after: str | None
    rank_before: int | None
    rank_after: int | None
    files: tuple[str, ...] = ()
    """What moves it: its own files, or those of the regions that overtake it or fall behind."""
    assessments: tuple[AssessmentChange, ...] = ()
    programmes: tuple[str, ...] = ()
    """Names of programmes that are added or changed."""
    is_hidden: bool = False
    """Whether its figures are kept back from an assessor who still scores it."""

    @property
    def moves(self) -> bool:
        """Whether its rank changes."""
        return self.rank_before != self.rank_after

    def document(self) -> dict[str, Any]:
        """Return it as JSON keeps it."""
        return asdict(self)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "RegionEffect":
        """Return the effect that `document` kept."""
        return cls(
            **{
                **document,
                "files": tuple(document["files"]),
                "assessments": tuple(AssessmentChange(**one) for one in document["assessments"]),
                "programmes": tuple(document["programmes"]),
            }
        )


@dataclass(frozen=True, slots=True)
class MergeReport:
    """A whole merge: every file, and every region that it moved."""

    files: tuple[FileReport, ...]
    regions: tuple[RegionEffect, ...]
    batch: int | None = None
    """None for a preview, and where there was nothing to change."""
    at: dt.datetime | None = None
    who: str = ""
    undone_at: dt.datetime | None = None

    def count(self, *outcomes: Outcome) -> int:
        """Return how many files came out like this."""
        return sum(one.outcome in outcomes for one in self.files)

    @property
    def taken(self) -> int:
        """How many files changed something."""
        return self.count(Outcome.TAKEN)

    @property
    def refused(self) -> int:
        """How many files were refused or wait for a decision."""
        return self.count(Outcome.REFUSED, Outcome.WAITS)
