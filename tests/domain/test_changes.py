"""What a call changed."""

from assessor.domain.changes import Changes, Topic
from assessor.domain.ids import AssessmentId


def test_changes_name_their_topics_and_the_assessment() -> None:
    changes = Changes.of(Topic.SCORES, Topic.NOTES, assessment=AssessmentId("one"))

    assert changes.topics == {Topic.SCORES, Topic.NOTES}
    assert changes.assessment == "one"


def test_nothing_changed_by_default() -> None:
    assert Changes().topics == frozenset()
    assert Changes.of(Topic.PEOPLE).assessment is None
