"""Everything in a workspace as one plain document, for people and scripts."""

import datetime as dt
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.domain.edits import LoggedChange
from assessor.domain.panel import Moderation
from assessor.domain.records import (
    Assessment,
    Assessor,
    Evidence,
    NarrativeSection,
    Participant,
    Programme,
    Round,
)
from assessor.persistence.assessment_reading import read_assessments
from assessor.persistence.change_log import changes_of
from assessor.persistence.database import Database
from assessor.persistence.models import AssessorRow, ChangeRow
from assessor.persistence.moderations import read_moderations
from assessor.persistence.printed_summaries import PrintedSummary, read_printed
from assessor.persistence.published import read_results, read_tables
from assessor.persistence.reading import (
    read_assessors,
    read_participants,
    read_regions,
    read_rounds,
)

FORMAT = 1
"""Raised when a reader of the document would have to change."""

Document: TypeAlias = dict[str, Any]
"""What `json.dumps` takes."""


def dump(database: Database) -> Document:
    """Return the rounds, their regions with every assessment, and the people, newest round first.

    Regions stand in the order of official tables, answers by question and programme, changes the
    newest first, moments as ISO 8601 in UTC.
    """
    with database.reading() as session:
        rounds = read_rounds(session)
        return {
            "format": FORMAT,
            "assessors": [_assessor(one) for one in read_assessors(session)],
            "rounds": [_round(one) for one in rounds],
            "regions": [region for one in rounds for region in _regions(session, one)],
            "published_tables": _published_tables(session),
            "changes": _changes_of_rounds(session),
        }


def _regions(session: Session, one: Round) -> list[Document]:
    participants = read_participants(session, one.id)
    panels = read_assessments(session, [participant.id for participant in participants])
    moderations = read_moderations(session, [participant.id for participant in participants])
    return [
        _participant(participant)
        | {
            "moderations": [_moderation(one) for one in moderations.get(participant.id, ())],
            "printed_summaries": [_printed(one) for one in read_printed(session, participant.id)],
            "assessments": [
                _assessment(assessment)
                | {"changes": [_change(change) for change in changes_of(session, assessment.id)]}
                for assessment in panels.get(participant.id, ())
            ],
        }
        for participant in participants
    ]


def _printed(one: PrintedSummary) -> Document:
    return {"code": one.code, "sha256": one.fingerprint, "at": _moment(one.at)}


def _moderation(one: Moderation) -> Document:
    return {
        "question": one.key.question,
        "programme": one.key.programme,
        "settled": None if one.settled is None else str(one.settled),
        "mean": None if one.mean is None else str(one.mean),
        "reason": one.reason,
        "who": None if one.who is None else one.who.name,
        "at": _moment(one.at),
    }


def _round(one: Round) -> Document:
    return {
        "id": one.id,
        "year": one.year,
        "stage": one.stage,
        "name": one.name,
        "letter_number": one.letter_number,
        "letter_date": _day(one.letter_date),
        "starts_on": _day(one.starts_on),
        "ends_on": _day(one.ends_on),
        "demonstration": one.is_demonstration,
    }


def _participant(participant: Participant) -> Document:
    return {
        "round": participant.round,
        "code": participant.region.code,
        "name": participant.region.name,
        "province": participant.region.province,
        "cohort": participant.cohort.name,
        "instrument": participant.cohort.instrument,
        "takes_part": participant.takes_part,
    }


def _assessment(assessment: Assessment) -> Document:
    narrative = {section.value: list(assessment.items(section)) for section in NarrativeSection}
    return {
        "id": assessment.id,
        "assessor": assessment.assessor.name,
        "assessor_id": assessment.assessor.id,
        "institution": assessment.assessor.institution,
        "state": assessment.state.value,
        "revision": assessment.revision,
        "base_revision": assessment.base_revision,
        "exported_revision": assessment.exported_revision,
        "changed_at": _moment(assessment.changed_at),
        "scores": _scores(assessment),
        "programmes": [_programme(one, assessment) for one in assessment.programmes],
        **narrative,
        "evidence": [_evidence(one) for one in assessment.evidence],
    }


def _scores(assessment: Assessment) -> list[Document]:
    ordered = sorted(
        assessment.answers.items(), key=lambda item: (item[0].question, item[0].programme or "")
    )
    return [
        {
            "question": key.question,
            "programme": key.programme,
            "value": answer.score.points,
            "not_applicable": answer.score.is_not_applicable,
            "reason": answer.score.reason,
            "note": answer.note,
            "marked": answer.is_marked,
        }
        for key, answer in ordered
    ]


def _programme(programme: Programme, assessment: Assessment) -> Document:
    return {
        "id": programme.id,
        "pillar": programme.pillar.value,
        "name": programme.name,
        "note": assessment.programme_notes.get(programme.id, ""),
    }


def _evidence(evidence: Evidence) -> Document:
    return {
        "id": evidence.id,
        "question": evidence.question,
        "programme": evidence.programme,
        "title": evidence.title,
        "link": evidence.link or None,
        "sha256": evidence.sha256 or None,
        "size": evidence.size,
    }


def _change(change: LoggedChange) -> Document:
    return {
        "at": _moment(change.at),
        "who": None if change.who is None else change.who.name,
        "field": change.address.field.value,
        "subject": change.address.subject,
        "programme": change.address.programme,
        "old": change.old,
        "new": change.new,
        "reason": change.reason,
        "via": change.via.value,
    }


def _published_tables(session: Session) -> list[Document]:
    regions = {one.id: one for one in read_regions(session)}
    return [
        {
            "year": table.year,
            "source": table.source,
            "instrument": table.instrument,
            "sha256": table.sha256,
            "at": _moment(table.at),
            "who": table.who or None,
            "audit": table.audit,
            "results": [
                {
                    "code": regions[one.region].code,
                    "name": regions[one.region].name,
                    "dimensions": {key: str(value) for key, value in one.dimensions.items()},
                    "final": str(one.final),
                    "improvement": None if one.improvement is None else str(one.improvement),
                }
                for one in read_results(session, table.id)
            ],
        }
        for table in read_tables(session)
    ]


def _changes_of_rounds(session: Session) -> list[Document]:
    """Return the changes of no assessment: which regions take part, which tables came in."""
    statement = (
        select(ChangeRow, AssessorRow.name)
        .outerjoin(AssessorRow, AssessorRow.id == ChangeRow.assessor_id)
        .where(ChangeRow.assessment_id.is_(None))
        .order_by(ChangeRow.pk.desc())
    )
    return [
        {
            "at": _moment(change.at),
            "who": who,
            "field": change.field,
            "subject": change.subject,
            "old": change.old,
            "new": change.new,
            "reason": change.reason,
        }
        for change, who in session.execute(statement)
    ]


def _assessor(assessor: Assessor) -> Document:
    return {"id": assessor.id, "name": assessor.name, "institution": assessor.institution}


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
