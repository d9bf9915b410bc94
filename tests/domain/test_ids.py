"""Identities that a name always has."""

from uuid import UUID

from assessor.domain.ids import (
    AssessorId,
    ParticipantId,
    RegionId,
    RoundId,
    assessment_id,
    id_from_name,
    participant_id,
)


def test_an_id_is_a_uuid_that_never_changes() -> None:
    assert id_from_name("round", "region", 282) == id_from_name("round", "region", "282")
    assert UUID(id_from_name("round")).version == 5


def test_other_regions_rounds_and_assessors_have_other_ids() -> None:
    ids = {
        participant_id(RoundId("one"), RegionId(1)),
        participant_id(RoundId("one"), RegionId(2)),
        participant_id(RoundId("other"), RegionId(1)),
        assessment_id(ParticipantId("one"), AssessorId("a")),
        assessment_id(ParticipantId("one"), AssessorId("b")),
        assessment_id(ParticipantId("other"), AssessorId("a")),
    }

    assert len(ids) == 6


def test_a_participants_id_is_known_beforehand() -> None:
    assert participant_id(RoundId("round"), RegionId(282)) == id_from_name("round", "region", 282)
    assert assessment_id(ParticipantId("participant"), AssessorId("who")) == id_from_name(
        "participant", "assessor", "who"
    )
