"""What a workspace knows of a region before sheets are merged into it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.domain.content import Content
from assessor.domain.ids import AssessmentId, AssessorId, ParticipantId, ProgrammeId
from assessor.domain.instrument import Instrument, Pillar
from assessor.domain.merging.programmes import ListedProgramme
from assessor.domain.merging.region import KnownAssessment, KnownRegion
from assessor.domain.merging.versions import Origin, Version
from assessor.domain.records import Assessment, Assessor, Participant, Programme
from assessor.persistence.contents import document_content
from assessor.persistence.merge_models import AliasRow, MergeBatchRow, SheetVersionRow
from assessor.persistence.models import AssessmentRow, ProgrammeRow
from assessor.persistence.reading import read_assessors

_PROGRAMME = "programme"
_ASSESSOR = "assessor"


@dataclass(slots=True)
class KnownPeople:
    """Everybody in the workspace, and the ids in sheets that mean one of them."""

    assessors: dict[AssessorId, Assessor] = field(default_factory=dict)
    assessor_aliases: dict[AssessorId, AssessorId] = field(default_factory=dict)
    programme_aliases: dict[ProgrammeId, ProgrammeId] = field(default_factory=dict)


def read_people(session: Session) -> KnownPeople:
    """Return everybody, and all aliases."""
    people = KnownPeople({one.id: one for one in read_assessors(session)})
    for row in session.scalars(select(AliasRow)):
        if row.kind == _ASSESSOR:
            people.assessor_aliases[AssessorId(row.id)] = AssessorId(row.target)
        else:
            people.programme_aliases[ProgrammeId(row.id)] = ProgrammeId(row.target)
    return people


def read_region(
    session: Session,
    participant: Participant,
    instrument: Instrument,
    panel: Sequence[Assessment],
    people: KnownPeople,
) -> KnownRegion:
    """Return what is known of one region; `panel` are its assessments as they stand."""
    return KnownRegion(
        participant=participant,
        instrument=instrument,
        programmes=read_listed_programmes(session, participant.id),
        assessors=dict(people.assessors),
        assessments=_assessments(panel, _versions(session, participant.id)),
        programme_aliases=dict(people.programme_aliases),
        assessor_aliases=dict(people.assessor_aliases),
    )


def read_listed_programmes(
    session: Session, participant: ParticipantId
) -> dict[ProgrammeId, ListedProgramme]:
    """Return a region's programmes with their places, removed ones too."""
    statement = (
        select(ProgrammeRow)
        .where(ProgrammeRow.participant_id == participant)
        .order_by(ProgrammeRow.position, ProgrammeRow.id)
    )
    return {
        ProgrammeId(row.id): ListedProgramme(
            Programme(ProgrammeId(row.id), Pillar(row.pillar), row.name),
            row.position,
            row.is_removed,
        )
        for row in session.scalars(statement)
    }


def _assessments(
    panel: Sequence[Assessment], versions: Mapping[str, tuple[Version, ...]]
) -> dict[AssessmentId, KnownAssessment]:
    return {
        one.id: KnownAssessment(
            _current(one), one.exported_revision, versions.get(one.id, ()), one.changed_at
        )
        for one in panel
    }


def _current(assessment: Assessment) -> Content | None:
    """Return what an assessment says; one that was only opened says nothing."""
    content = Content.of(assessment)
    return None if content.is_blank and not assessment.is_locked else content


def _versions(session: Session, participant: ParticipantId) -> dict[str, tuple[Version, ...]]:
    statement = (
        select(SheetVersionRow, MergeBatchRow.at)
        .join(MergeBatchRow, MergeBatchRow.number == SheetVersionRow.batch)
        .join(AssessmentRow, AssessmentRow.id == SheetVersionRow.assessment_id)
        .where(AssessmentRow.participant_id == participant)
        .order_by(SheetVersionRow.pk)
    )
    found: defaultdict[str, list[Version]] = defaultdict(list)
    for row, at in session.execute(statement):
        content = document_content(row.content)
        found[row.assessment_id].append(Version(Origin(row.origin), content, row.source, at))
    return {assessment: tuple(some) for assessment, some in found.items()}
