"""Identities: text of a UUID where people make the thing, the published key where others did.

Participants and assessments are named by what they join, so that every workspace gives the same
round, region and assessor the same id without asking another.
"""

import uuid
from typing import Final, NewType

NAMESPACE: Final = uuid.UUID("5a4c5f0e-6f3b-5d0e-9a55-2f1c0f7c2020")
"""Where names become ids; never to be changed, or old sheets would no longer be recognised."""

AssessorId = NewType("AssessorId", str)
AssessmentId = NewType("AssessmentId", str)
EvidenceId = NewType("EvidenceId", str)
ParticipantId = NewType("ParticipantId", str)
ProgrammeId = NewType("ProgrammeId", str)
RoundId = NewType("RoundId", str)

RegionId = NewType("RegionId", int)
"""The project's own number of a region: codes and names change by regulation, this does not."""

DimensionKey = NewType("DimensionKey", str)
InstrumentId = NewType("InstrumentId", str)
QuestionKey = NewType("QuestionKey", str)


def id_from_name(*parts: str | int) -> str:
    """Return the id that a name always has, in every workspace."""
    return str(uuid.uuid5(NAMESPACE, "/".join(map(str, parts))))


def participant_id(round_id: RoundId, region: RegionId) -> ParticipantId:
    """Return the id of a region in a round."""
    return ParticipantId(id_from_name(round_id, "region", region))


def assessment_id(participant: ParticipantId, assessor: AssessorId) -> AssessmentId:
    """Return the id of one assessor's assessment of a participant."""
    return AssessmentId(id_from_name(participant, "assessor", assessor))
