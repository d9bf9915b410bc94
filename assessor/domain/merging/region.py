"""What is known of one region before sheets are merged into it, and what merging would change."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from assessor.domain.content import Content
from assessor.domain.ids import AssessmentId, AssessorId, ProgrammeId
from assessor.domain.instrument import Instrument
from assessor.domain.merging.decisions import ProgrammeQuestion
from assessor.domain.merging.incoming import Verdict
from assessor.domain.merging.joining import Conflict
from assessor.domain.merging.programmes import ListedProgramme
from assessor.domain.merging.versions import Origin, Version, standing
from assessor.domain.records import Assessor, Participant


@dataclass(frozen=True, slots=True)
class KnownAssessment:
    """One assessment as the workspace has it."""

    current: Content | None = None
    """None while nothing was said in it."""
    exported_revision: int = 0
    versions: tuple[Version, ...] = ()
    """Every version ever taken from a sheet, and what they were merged with."""
    changed_at: dt.datetime | None = None
    """When somebody worked on it here."""

    def all_versions(self, assessment: AssessmentId) -> tuple[Version, ...]:
        """Return the versions, and the work done here since the last of them, if any."""
        if self.current is None:
            return self.versions
        derived = standing(assessment, self.versions)
        local = Version(Origin.LOCAL, self.current, at=self.changed_at)
        if derived is not None and local.repeats(Version(Origin.LOCAL, derived.content)):
            return self.versions
        return (*self.versions, local)


@dataclass(frozen=True, slots=True)
class KnownRegion:
    """One region of a round as the workspace has it."""

    participant: Participant
    instrument: Instrument
    programmes: Mapping[ProgrammeId, ListedProgramme] = field(default_factory=dict)
    """Those that were removed too."""
    assessors: Mapping[AssessorId, Assessor] = field(default_factory=dict)
    """Everybody in the workspace."""
    assessments: Mapping[AssessmentId, KnownAssessment] = field(default_factory=dict)
    programme_aliases: Mapping[ProgrammeId, ProgrammeId] = field(default_factory=dict)
    assessor_aliases: Mapping[AssessorId, AssessorId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AssessmentPlan:
    """What merging does to one assessment."""

    id: AssessmentId
    assessor: Assessor
    before: Content | None
    after: Content | None
    """None where it stays as it is."""
    exported_revision: int
    kept: tuple[Version, ...]
    """Versions to keep from now on."""
    files: tuple[int, ...]
    """The files that moved it."""


@dataclass(frozen=True, slots=True)
class Fork:
    """Several versions of one revision of an assessment, to be compared side by side."""

    assessment: AssessmentId
    assessor: Assessor
    base: Content
    """What stood before all of them."""
    sides: tuple[Version, ...]
    joined: Content
    """What stands after the decisions made so far; fields still in conflict are blank in it."""
    asked: tuple[Conflict, ...] = ()
    """The fields that a person decides, those already decided too."""


@dataclass(frozen=True, slots=True)
class RegionPlan:
    """What merging does to one region, and what it asks."""

    region: KnownRegion
    verdicts: Mapping[int, Verdict]
    """By the number of the file."""
    assessments: tuple[AssessmentPlan, ...] = ()
    programmes: Mapping[ProgrammeId, ListedProgramme] = field(default_factory=dict)
    """Those that are added or changed, as they will be."""
    programme_aliases: Mapping[ProgrammeId, ProgrammeId] = field(default_factory=dict)
    assessor_aliases: Mapping[AssessorId, AssessorId] = field(default_factory=dict)
    assessors: tuple[Assessor, ...] = ()
    """Those not known yet."""
    questions: tuple[ProgrammeQuestion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    forks: tuple[Fork, ...] = ()
    """Assessments that sheets of this merge bring in several versions."""
    namesakes: tuple[tuple[Assessor, Assessor], ...] = ()
    """Somebody new, and somebody known whose name is nearly the same."""

    @property
    def changes_anything(self) -> bool:
        """Whether there is something to write."""
        return bool(
            self.programmes or any(one.after is not None or one.kept for one in self.assessments)
        )
