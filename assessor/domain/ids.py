"""Identities: text of a UUID where people make the thing, the published key where others did."""

from typing import NewType

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
