"""Identities that a name always has."""

from uuid import UUID

from assessor.domain.ids import assessment_id, id_from_name, participant_id


def test_an_id_is_a_uuid_that_never_changes():
    assert id_from_name("round", "region", 282) == id_from_name("round", "region", "282")
    assert UUID(id_from_name("round")).version == 5


def test_other_regions_rounds_and_assessors_have_other_ids():
    ids = {
        participant_id("one", 1),
        participant_id("one", 2),
        participant_id("other", 1),
        assessment_id("one", "a"),
        assessment_id("one", "b"),
        assessment_id("other", "a"),
    }

    assert len(ids) == 6


def test_a_participants_id_is_known_beforehand():
    assert participant_id("round", 282) == id_from_name("round", "region", 282)
    assert assessment_id("participant", "who") == id_from_name("participant", "assessor", "who")
